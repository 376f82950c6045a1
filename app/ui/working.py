"""What a person does with claims besides deciding them: from keys and buttons to the services."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.access import Identity
from app.services.clocks import ClockService, Forecast
from app.ui.commands import bind
from app.ui.forecast import ForecastDialog
from app.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class WorkServices:
    """The services that the work on a queue needs."""

    clocks: ClockService


class Work:
    """Carries out the commands of the work on one queue."""

    def __init__(
        self, services: WorkServices, tasks: Tasks, owner: QWidget, identity: Identity
    ) -> None:
        self._services, self._tasks, self._owner = services, tasks, owner
        acts: dict[str, Callable[[], object]] = {"queue.forecast": self.show_forecast}
        for identifier, act in acts.items():
            bind(identifier, owner, act, identity)

    def show_forecast(self) -> None:
        """Tell how many claims will miss their day."""
        look = self._services.clocks.forecast
        self._tasks.run(self._owner, lambda _progress: look(), self._tell_forecast)

    def _tell_forecast(self, forecast: Forecast) -> None:
        ForecastDialog(forecast, self._owner).open()
