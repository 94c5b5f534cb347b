"""The language of the window. Qt Linguist files are read as they are, so that nothing has to be compiled first."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop.engine.core.paths import shipped_dir
from desktop.ui.base.engine_translations import EngineTranslations, use_translations

SYSTEM = "system"
_PROPERTY = "tintype_language"  # of the application
# What each language calls itself, so that whoever is lost in another one finds the way back.
LANGUAGES = {"en": "English", "de": "Deutsch", "zh_CN": "简体中文"}
ENGLISH = "en"  # the language of the source


def _folder() -> Path:
    return shipped_dir() / "resources" / "translations"


def language_of(chosen: str) -> str:
    """The code of the language to use: the chosen one, else the first of the system's that there is."""
    if chosen in LANGUAGES:
        return chosen
    for wanted in QLocale.system().uiLanguages():
        name = QLocale(wanted).name()
        if name in LANGUAGES:
            return name
        language = name.partition("_")[0]
        if language in LANGUAGES:
            return language
    return ENGLISH


def current_language() -> str:
    """The code of the language in use; English before any is installed."""
    application = QCoreApplication.instance()
    return str((application and application.property(_PROPERTY)) or ENGLISH)


class Catalogue(QTranslator):
    """One Linguist file (.ts) as a translator: its finished messages, and their forms by number."""

    def __init__(self, path: Path, language: str) -> None:
        super().__init__()
        self._one_form = language.startswith("zh")
        self._forms: dict[tuple[str, str], list[str]] = {}
        for context, source, forms in messages_in(path):
            self._forms[context, source] = forms

    def isEmpty(self) -> bool:
        return not self._forms

    def translate(
        self, context: str, source: str, _disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The translation for this number of things, or None where there is none: the source is used then."""
        forms = self._forms.get((context, source))
        if not forms:
            return None
        number = 0 if self._one_form or n in (-1, 1) else 1
        return forms[min(number, len(forms) - 1)]


def messages_in(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    """(context, source, forms) of every finished message; nothing for a file that is missing or spoiled."""
    try:
        root = ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError):
        return
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") is not None:
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            if all(forms):
                yield name, message.findtext("source", ""), forms


def _texts_in(path: Path) -> dict[str, str]:
    """Translations by their source, of messages that have one form."""
    return {source: forms[0] for _context, source, forms in messages_in(path)}


def _sentences(code: str) -> dict[str, str]:
    """The engine's sentences with their translations; every other language's file tells the English ones."""
    if code == ENGLISH:
        other = next(other for other in LANGUAGES if other != ENGLISH)
        return {source: source for source in _sentences(other)}
    return _texts_in(_folder() / f"engine_{code}.ts")


class ApplicationLanguage:
    """A language for the whole application: the window's texts, the engine's messages, and Qt's dialogs."""

    def __init__(self, chosen: str = SYSTEM) -> None:
        self.code = language_of(chosen)
        self._translators: list[QTranslator] = []
        # Qt asks the translator that was installed last first: this one has what Qt's own translation lacks.
        self._translators.append(Catalogue(_folder() / f"qt_{self.code}.ts", self.code))
        qt = QTranslator()
        if qt.load(f"qtbase_{self.code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._translators.append(qt)
        for name in ("presets", "tintype"):
            self._translators.append(Catalogue(_folder() / f"{name}_{self.code}.ts", self.code))
        self._engine = EngineTranslations(_sentences(self.code))
        self._of_models = _texts_in(_folder() / f"models_{self.code}.ts")

    def install(self) -> None:
        """Use it: texts made from now on are in this language, and numbers are written its way."""
        QLocale.setDefault(QLocale(self.code))
        use_translations(self._engine, self._of_models)
        self._tell(self.code)
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)

    def remove(self) -> None:
        """Go back to English."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        QLocale.setDefault(QLocale.system())
        use_translations(EngineTranslations({}))
        self._tell(ENGLISH)

    @staticmethod
    def _tell(code: str) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            application.setProperty(_PROPERTY, code)
