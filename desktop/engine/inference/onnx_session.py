"""An ONNX Runtime session on the best device that works, which falls back to the CPU when that device fails."""

import os
import threading
from collections.abc import Callable, Mapping

import numpy as np
import onnxruntime as ort

from desktop.engine.core.arrays import Floats
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled, DamagedModelError, ModelRunError
from desktop.engine.core.parallel import usable_cores
from desktop.engine.core.reasons import Reason, reason_of, with_cause
from desktop.engine.inference.model_registry import Model
from desktop.engine.inference.providers import AUTO, CPU, Provider, choose

MAX_THREADS = 8  # the graphs are small; more threads only wait for one another
# Each gains next to nothing, and after each that finds something the whole graph is gone through anew.
LEFT_OUT = "GatherSliceToSplitFusion;GemmActivationFusion;MatMulScaleFusion;MatmulTransposeFusion"
SILENT = 4  # only fatal messages: every fault reaches the user in our own words

ort.set_default_logger_severity(SILENT)


class GraphSession:
    """One graph of a model. provider: name of the device in use; notices: why it is not another."""

    def __init__(
        self,
        model: Model,
        graph: str,
        warm_up: Mapping[str, Floats],
        provider: str = AUTO,
        threads: int | None = None,
    ) -> None:
        """Try the chosen providers in order, each with one run on `warm_up`: creation alone proves little.

        threads: on the processor; None for as many as there are cores.
        """
        self._threads = min(threads or usable_cores(), MAX_THREADS)
        self._what = f'Model "{model.name}"'
        self._content = model.graph_bytes(graph)
        self._warm_up = warm_up
        choice = choose(provider)
        self.notices: tuple[str, ...] = choice.notices
        self.provider, self._session = self._start(choice.providers)

    def run(self, inputs: Mapping[str, Floats], cancel: CancelToken | None = None) -> Floats:
        """The graph's first output. Raises `Cancelled` or `ModelRunError`."""
        token = cancel or CancelToken()
        try:
            return self._run(self._session, inputs, token)
        except Cancelled:
            raise
        except Exception as error:  # ONNX Runtime's faults have no common class of their own
            if self.provider == CPU.name:
                raise ModelRunError(f"{self._what} failed on the CPU; install the model again.") from error
            self._fall_back(error)
        return self.run(inputs, token)

    def _fall_back(self, error: Exception) -> None:
        notice = f"{self.provider} failed. Running on the CPU from here on."
        self.notices = (*self.notices, with_cause(notice, one_line(error)))
        self.provider, self._session = self._start((CPU,))

    def _start(self, providers: tuple[Provider, ...]) -> tuple[str, ort.InferenceSession]:
        provider, session = self._first_working(providers)
        if provider == CPU.name:
            # There is no other device to fall back on, and these are megabytes; ONNX Runtime would keep them, too.
            self._content = b""
            session._model_bytes = None
        return provider, session

    def _first_working(self, providers: tuple[Provider, ...]) -> tuple[str, ort.InferenceSession]:
        for provider in providers:
            if provider == CPU:
                break
            try:
                return provider.name, self._started(provider)
            except DamagedModelError:
                raise
            except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the CPU is next
                own = isinstance(error, Reason)
                why = reason_of(error) if own else "it failed when it was tried"
                notice = f"{provider.title} cannot be used: {why}. Running on the CPU."
                self.notices = (*self.notices, notice if own else with_cause(notice, one_line(error)))
        try:
            return CPU.name, self._started(CPU)
        except DamagedModelError:
            raise
        except Exception:  # noqa: BLE001 - a graph that the optimiser stumbles over may still run as it is
            return CPU.name, self._started_plainly()

    def _started_plainly(self) -> ort.InferenceSession:
        try:
            return self._started(CPU, ort.GraphOptimizationLevel.ORT_DISABLE_ALL)
        except Exception as error:
            raise ModelRunError(f"{self._what} cannot be started; install the model again.") from error

    def _started(
        self,
        provider: Provider,
        optimisation: ort.GraphOptimizationLevel = ort.GraphOptimizationLevel.ORT_ENABLE_ALL,
    ) -> ort.InferenceSession:
        options = ort.SessionOptions()
        options.log_severity_level = SILENT
        options.graph_optimization_level = optimisation
        options.add_session_config_entry("session.load_model_format", "ONNX")  # the one that was checked
        options.add_session_config_entry("optimization.disable_specified_optimizers", LEFT_OUT)
        # Said outright, or ONNX Runtime pins threads to cores that a container may not let it have.
        options.intra_op_num_threads = self._threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        wanted = [(provider.ort_name, dict(provider.options()))]
        fallback: list[tuple[str, dict[str, str]]] = [] if provider == CPU else [(CPU.ort_name, {})]
        session = ort.InferenceSession(self._content, options, providers=[*wanted, *fallback])
        if provider.ort_name not in session.get_providers():
            raise Reason("its driver or libraries are missing or too old")
        names = {given.name for given in session.get_inputs()}
        if names != set(self._warm_up):
            raise DamagedModelError(f"{self._what} needs inputs {sorted(names)}; install the model again.")
        self._run(session, self._warm_up, CancelToken())
        return session

    @staticmethod
    def _run(session: ort.InferenceSession, inputs: Mapping[str, Floats], token: CancelToken) -> Floats:
        token.raise_if_cancelled()
        with token.run_options() as options:
            options.log_severity_level = SILENT
            try:
                outputs = session.run(None, dict(inputs), options)
            except Exception:
                token.raise_if_cancelled()
                raise
        return np.asarray(outputs[0], dtype=np.float32)


class LazyGraphSession:
    """A graph that is checked and started when it is first asked for; safe from several threads."""

    def __init__(self, start: Callable[[], GraphSession]) -> None:
        self._start = start
        self._lock = threading.Lock()
        self.started: GraphSession | None = None

    def get(self) -> GraphSession:
        """The graph, started; raises as `GraphSession` does, and tries again when next asked."""
        with self._lock:
            if self.started is None:
                self.started = self._start()
            return self.started


def one_line(error: Exception) -> str:
    """The first line of a fault, short enough to show."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0].replace(os.linesep, " ")[:160]
