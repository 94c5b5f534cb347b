"""The layout of the dialogs' forms: labels to the left of their fields, number fields, and one row of buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QWidget,
)

_TEXT_INSET_PX = 7  # as in the fields that the style sheet paints


class FormLayout(QFormLayout):
    """A form whose labels all end, and whose fields all begin, at one line; a label is level with its field's text."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(14)
        self.setVerticalSpacing(10)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def add(self, name: str, field: QWidget) -> QLabel:
        """Add a field; its name is also what a screen reader says, unless it has another."""
        label = QLabel(name, field.parentWidget())
        label.setBuddy(field)
        label.setMinimumHeight(field.sizeHint().height())
        if not field.accessibleName():
            field.setAccessibleName(name)
        self.addRow(label, field)
        return label


class NumberField(QSpinBox):
    """A whole number with its unit, typed or stepped with the arrow keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("numberField")
        self.lineEdit().setTextMargins(_TEXT_INSET_PX, 0, _TEXT_INSET_PX, 0)


def closing_buttons(dialog: QDialog) -> QDialogButtonBox:
    """A button box with Close alone, without the accent colour of a default button."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    for button in buttons.buttons():
        if isinstance(button, QPushButton):
            button.setAutoDefault(False)
    buttons.rejected.connect(dialog.reject)
    return buttons
