"""Connects the signals of parts that do not know each other, and starts the window."""

from functools import partial

from desktop.engine.edits.edit import Edit
from desktop.ui.base.service import Service
from desktop.ui.document.view_mode import ViewMode
from desktop.ui.document.viewport import ZOOM_PER_NOTCH
from desktop.ui.main_window.parts import Parts
from desktop.ui.main_window.status_bar import StatusBar
from desktop.ui.widgets.qt_actions import connect as connect_action

FIRST_PRESET = "The Child's Bath"  # without a model of natural colours: skin looks like skin in it


def connect(parts: Parts) -> None:
    """Connect the parts; called once, when the window has been laid out."""
    _connect_services(parts)
    _connect_canvas(parts)
    _connect_presets(parts)
    _connect_filmstrip(parts)
    _connect_actions(parts)
    _connect_appearance(parts)
    _connect_status_bar(parts)


def start(parts: Parts) -> None:
    """Offer natural colours, else the preset chosen last, load the networks, and restore what the last window left."""
    settings, library = parts.settings, parts.library
    parts.stage.canvas.set_mode(settings.view_mode)
    _show_mode(parts, settings.view_mode)
    candidates = (
        library.natural,
        library.find(settings.preset),
        library.find(FIRST_PRESET),
        *library.presets,
    )
    parts.document.set_edit(Edit().with_preset(next(filter(None, candidates), None)))
    problems = [*filter(None, [settings.problem]), *library.problems]
    if problems:
        parts.notifications.show_warning(*problems[:2])
    parts.warmup.start()
    parts.last_session.offer()
    parts.recovery.look()
    parts.autosave.take_up()
    parts.clipboard_photos.look()


def _connect_services(parts: Parts) -> None:
    parts.loader.failed.connect(lambda _error: parts.photo_presenter.show_name())
    for service in parts.services:
        service.failed.connect(parts.notifications.show_error)
    parts.loader.failed.connect(parts.missing_photos.note)  # which has more to say than the error's own line
    for service in parts.awaited:
        parts.scheduler.watch(service)
    parts.migration.follow(parts.warmup)
    parts.library.failed.connect(parts.notifications.show_error)
    parts.autosave.found_problem.connect(parts.notifications.show_warning)


def _connect_canvas(parts: Parts) -> None:
    stage, canvas, renderer = parts.stage, parts.stage.canvas, parts.renderer
    canvas.viewport_changed.connect(partial(_follow_viewport, parts))
    canvas.mode_changed.connect(partial(_show_mode, parts))
    renderer.before_ready.connect(canvas.show_before)
    parts.original_reader.read.connect(canvas.show_own_colours)
    renderer.after_ready.connect(canvas.show_after)
    renderer.after_ready.connect(parts.filmstrip.show_result)
    renderer.detail_ready.connect(canvas.show_detail)
    stage.photo_dropped.connect(parts.loader.take_photo)
    stage.several_dropped.connect(parts.filmstrip.open)
    stage.films_dropped.connect(parts.film_export.ask)
    parts.filmstrip.films_opened.connect(parts.film_export.ask)
    stage.presets_dropped.connect(parts.preset_maker.take)
    stage.refused.connect(parts.notifications.show_warning)
    stage.welcome.photo_requested.connect(parts.open_commands.open_photo)
    stage.welcome.painting_requested.connect(parts.open_commands.add_painting)
    stage.welcome.sample_requested.connect(parts.loader.take_sample)
    parts.history.tried.connect(parts.document.try_edit)
    for tool in (parts.framing.crop, parts.border.adjust):
        tool.triggered.connect(lambda _on: parts.four_up.put_away())


def _connect_presets(parts: Parts) -> None:
    gallery = parts.gallery
    gallery.add_requested.connect(parts.open_commands.add_painting)
    gallery.dropped.connect(parts.preset_maker.take)
    gallery.search_field.left.connect(parts.stage.take_keyboard)
    gallery.refused.connect(parts.notifications.show_warning)
    parts.new_presets.settled.connect(parts.photo_presenter.show_name)
    parts.preset_maker.colourless.connect(lambda _item, _draft: parts.photo_presenter.show_name())
    parts.migration.model_known.connect(gallery.show_model)


def _connect_filmstrip(parts: Parts) -> None:
    strip, export = parts.filmstrip.strip, parts.export
    parts.filmstrip_actions.export_requested.connect(lambda: export.ask(strip.selected))
    parts.filmstrip_actions.queue_requested.connect(export.open_window)
    parts.recent_menu.chosen.connect(lambda path: parts.filmstrip.open([path]))


def _connect_actions(parts: Parts) -> None:
    actions, canvas = parts.actions, parts.stage.canvas
    for action, slot in (
        (actions.open_photo, parts.open_commands.open_photo),
        (actions.add_painting, parts.open_commands.add_painting),
        (actions.paste, parts.open_commands.paste_photo),
        (actions.paste_painting, parts.open_commands.paste_painting),
        (actions.save_as, parts.save_commands.save_as),
        (actions.export_lut, parts.lut_export.ask),
        (actions.print, parts.printing.ask),
        (actions.four_up, parts.four_up.open),
        (actions.copy, parts.save_commands.copy),
        (actions.search, partial(_search, parts)),
        (actions.cancel, partial(_cancel, parts)),
        (actions.numbers, parts.embedding.open),
        (actions.fit, canvas.fit),
        (actions.actual_size, lambda: canvas.zoom_to(1.0)),
        (actions.zoom_in, lambda: canvas.zoom_by(ZOOM_PER_NOTCH)),
        (actions.zoom_out, lambda: canvas.zoom_by(1 / ZOOM_PER_NOTCH)),
        (actions.toggle_split, partial(_toggle_split, parts)),
    ):
        connect_action(action, slot)
    for mode, action in actions.modes.items():
        connect_action(action, partial(canvas.set_mode, mode))
    parts.dialogs.edits_beside_chosen.connect(parts.project_actions.beside.setChecked)


def _connect_appearance(parts: Parts) -> None:
    appearances = parts.actions.appearances
    for name, action in appearances.items():
        action.setChecked(name == parts.settings.appearance)
        connect_action(action, partial(parts.appearance.choose, name))
    parts.appearance.chosen_changed.connect(lambda name: appearances[name].setChecked(True))
    for part in (
        parts.actions,
        parts.gallery,
        parts.stage.messages,
        parts.status_bar.chip,
        parts.export.chip,
    ):
        parts.appearance.theme_changed.connect(part.refresh_icons)


def _connect_status_bar(parts: Parts) -> None:
    status_bar, canvas, chip = parts.status_bar, parts.stage.canvas, parts.status_bar.chip
    status_bar.zoom.fit_requested.connect(canvas.fit)
    status_bar.zoom.zoom_requested.connect(canvas.zoom_to)
    parts.loader.opening.connect(status_bar.show_opening)
    parts.preset_maker.opening.connect(status_bar.show_opening)
    exporters = (parts.saver, parts.lut_export, parts.printing, parts.drag_out)
    for service in (parts.loader, parts.preset_maker, parts.filmstrip, parts.looks, *exporters):
        service.busy_changed.connect(partial(_show_busy, status_bar, service))
    parts.renderer.result_busy_changed.connect(partial(status_bar.set_busy, parts.renderer))
    parts.renderer.ran.connect(chip.show_run)
    parts.warmup.ready.connect(chip.show_run)
    chip.device_chosen.connect(parts.preferences.use_device)
    parts.preferences.changed.connect(partial(_follow_preferences, parts))
    _follow_preferences(parts)


def _show_busy(status_bar: StatusBar, service: Service) -> None:
    status_bar.set_busy(service, service.busy)


def _follow_preferences(parts: Parts) -> None:
    parts.status_bar.chip.follow(parts.preferences.model, parts.preferences.device)


def _follow_viewport(parts: Parts) -> None:
    viewport = parts.stage.canvas.viewport
    parts.status_bar.zoom.show_zoom(viewport)
    parts.renderer.look_at(viewport)


def _show_mode(parts: Parts, mode: ViewMode) -> None:
    parts.actions.modes[mode].setChecked(True)
    parts.settings.view_mode = mode


def _toggle_split(parts: Parts) -> None:
    canvas = parts.stage.canvas
    canvas.set_mode(ViewMode.RESULT if canvas.mode is ViewMode.SPLIT else ViewMode.SPLIT)


def _search(parts: Parts) -> None:
    parts.side_panel.presets.set_open(True)
    parts.gallery.search_field.setFocus()
    parts.gallery.search_field.selectAll()


def _cancel(parts: Parts) -> None:
    """Close the view of four presets, the crop or the brush; without these stop all work and show the chosen edit."""
    tools = (parts.four_up.put_away, parts.framing.give_up, parts.border.give_up, parts.regions.put_away)
    if any(put_away() for put_away in tools):
        return
    for service in parts.cancellable:
        service.cancel()
    parts.notifications.clear()
    parts.document.try_preset(None)
    parts.photo_presenter.show_name()
