"""Paints a row of the export queue: thumbnail, name, state with its mark, seconds."""

from PySide6.QtCore import QLocale, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.ui.export.export_queue import JOB_ROLE
from desktop.ui.export.jobs import ExportJob, JobState
from desktop.ui.widgets.fitting import fitted
from desktop.ui.widgets.icons import draw_icon
from desktop.ui.widgets.painted_delegate import Index, PaintedDelegate
from desktop.ui.widgets.theme import Theme, current_theme

ROW_HEIGHT_PX = 56
_THUMBNAIL = QSizeF(60, 42)
_MARKS = {
    JobState.WAITING: "waiting",
    JobState.RUNNING: "running",
    JobState.DONE: "done",
    JobState.SKIPPED: "skipped",
    JobState.FAILED: "warning",
    JobState.CANCELLED: "close",
}


class QueueDelegate(PaintedDelegate):
    """Paints a job; the second line of a failed one says why."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, ROW_HEIGHT_PX)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        job = index.data(JOB_ROLE)
        card = QRectF(option.rect).adjusted(4, 2, -4, -2)
        _paint_ground(painter, card, option.state, theme)
        thumbnail = QRectF(card.x() + 8, card.center().y() - _THUMBNAIL.height() / 2, 0, 0)
        thumbnail.setSize(_THUMBNAIL)
        _paint_thumbnail(painter, thumbnail, job, theme)
        seconds = QRectF(card.right() - 70, card.y(), 62, card.height())
        if job.state is JobState.DONE:
            painter.setPen(theme["muted"])
            text = self.tr("{seconds} s").format(seconds=QLocale().toString(job.elapsed_s, "f", 1))
            painter.drawText(seconds, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        state = index.model().state_text(job)  # type: ignore[attr-defined]  # the queue, and no other model
        words = QRectF(card)
        words.setLeft(thumbnail.right() + 14)
        words.setRight(seconds.left() - 8 if job.state is JobState.DONE else card.right() - 10)
        _paint_words(painter, words, option.font, job, state, theme)


def _paint_ground(painter: QPainter, card: QRectF, state: QStyle.StateFlag, theme: Theme) -> None:
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme["chosen" if selected else "hover"])
        painter.drawRoundedRect(card, 7, 7)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme["accent"], 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)


def _paint_thumbnail(painter: QPainter, place: QRectF, job: ExportJob, theme: Theme) -> None:
    image = job.frame.thumbnail
    if image is None:
        middle = QRectF(0, 0, 22, 22)
        middle.moveCenter(place.center())
        draw_icon(painter, "photo", middle, theme["disabled"])
        return
    painter.drawImage(fitted(QSizeF(image.size()), place), image)


def _paint_words(
    painter: QPainter, rect: QRectF, font: QFont, job: ExportJob, state: str, theme: Theme
) -> None:
    bold, small = QFont(font), QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    metrics, small_metrics = QFontMetricsF(bold), QFontMetricsF(small)
    top = rect.center().y() - (metrics.height() + small_metrics.height() + 2) / 2
    painter.setFont(bold)
    painter.setPen(theme["text"])
    name = metrics.elidedText(job.frame.name, Qt.TextElideMode.ElideMiddle, rect.width())
    painter.drawText(QRectF(rect.x(), top, rect.width(), metrics.height()), name)
    color = theme["error" if job.state is JobState.FAILED else "muted"]
    second = QRectF(rect.x(), top + metrics.height() + 2, rect.width(), small_metrics.height())
    mark = QRectF(second.x(), second.center().y() - 7.5, 15, 15)
    draw_icon(painter, _MARKS[job.state], mark, color)
    painter.setFont(small)
    painter.setPen(color)
    second.setLeft(mark.right() + 5)
    painter.drawText(second, small_metrics.elidedText(state, Qt.TextElideMode.ElideRight, second.width()))
