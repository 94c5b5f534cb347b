"""Tries a model on every device that there is, to say which of them can be used and why the others cannot."""

from PySide6.QtCore import QObject, Signal

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.inference.device_probe import ProviderReport, provider_reports
from desktop.engine.inference.model_registry import load_model
from desktop.ui.base.service import LaneService


class DeviceProber(LaneService):
    """Runs a model on each device, on a worker lane: drivers take seconds to answer."""

    probed = Signal(list)  # of ProviderReport

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = self.add_lane("devices")

    def probe(self, model: str) -> None:
        """Try the model of that name on the devices; `probed` brings what came of it."""

        def work(_token: CancelToken) -> list[ProviderReport]:
            return provider_reports(load_model(model))

        self._lane.submit(work, self.probed.emit)
