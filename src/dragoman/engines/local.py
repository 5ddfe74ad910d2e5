"""The default engine: this process, or worker processes of its own on this machine.

Workers are started afresh (nothing is forked) and build their kit once. Each works on one item at a time, so that it is
known which document a dead or hanging worker had; that document is tried once more with nothing beside it, then given up.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from typing import Any

import msgspec

from dragoman.engines.task import Done, Engine, Function, run_one, settled
from dragoman.errors import EngineError
from dragoman.kit import Kit
from dragoman.settings import Settings

_AHEAD = 4  # items drawn ahead for each worker: enough to keep all busy behind one slow document
_START_SECONDS = 120.0  # a worker loads tables on its start and a model with its first document


def open_engine(kit: Kit, workers: int) -> Engine:
    """Return an engine for this many workers: for one, this process itself."""
    return LocalPool(kit.settings, workers) if workers > 1 and os.name == "posix" else Inline(kit)


class Inline:
    """Runs everything in this process, one item after the other."""

    def __init__(self, kit: Kit) -> None:
        self.kit = kit

    def map(self, function: Function, items: Iterable[Any]) -> Iterator[Done]:
        """Yield one `Done` for every item, in the order of the items."""
        for item in items:
            yield settled(run_one(function, item, self.kit))

    def close(self) -> None:
        """Nothing was started."""


class _Task:
    """One item on its way. `done` is set when a worker has answered, or when it was given up."""

    def __init__(self, function: Function, item: Any) -> None:
        self.function = function
        self.item = item
        self.tries = 0
        self.done: Done | None = None


class _Worker:
    """One process, its pipe and what it is working on."""

    def __init__(self, settings: Settings) -> None:
        self.connection, theirs = Pipe()
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        # One thread a process: the linear algebra of two workers would else fight over the same cores.
        environment |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        command = [sys.executable, "-P", "-m", "dragoman.engines.worker", str(theirs.fileno())]
        self.process = subprocess.Popen(
            command, pass_fds=[theirs.fileno()], env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr.fileno()
        )
        theirs.close()
        self.task: _Task | None = None
        self.ready = False  # its kit is loaded
        self.warm = False  # it has had a task since, so its models are loaded too
        self.deadline = 0.0
        self.connection.send(settings)

    def give(self, task: _Task, seconds: float) -> None:
        self.task = task
        task.tries += 1
        self.restart_clock(seconds)
        self.connection.send((task.function, task.item))

    def restart_clock(self, seconds: float) -> None:
        """Let the time of the task begin now."""
        self.deadline = time.monotonic() + seconds + (0.0 if self.warm else _START_SECONDS)
        self.warm = self.ready

    def stop(self) -> None:
        self.connection.close()
        self.process.kill()
        self.process.wait()


class LocalPool:
    """Worker processes on this machine. Several `map`s may be drawn from at once: they share the workers."""

    def __init__(self, settings: Settings, workers: int) -> None:
        self._settings = settings
        self._size = workers
        self._workers: list[_Worker] = []
        self._waiting: deque[_Task] = deque()
        self._again: deque[_Task] = deque()

    def map(self, function: Function, items: Iterable[Any]) -> Iterator[Done]:
        """Yield one `Done` for every item, in the order of the items."""
        source = iter(items)
        drawn: deque[_Task] = deque()
        exhausted = False
        while True:
            while not exhausted and len(drawn) < self._size * _AHEAD:
                item = next(source, _END)
                if item is _END:
                    exhausted = True
                else:
                    drawn.append(_Task(function, item))
                    self._waiting.append(drawn[-1])
                    self._dispatch()
            if not drawn:
                return
            while (done := drawn[0].done) is None:
                self._receive()
            drawn.popleft()
            yield settled(done)

    def close(self) -> None:
        """Stop all workers."""
        for worker in self._workers:
            worker.stop()
        self._workers.clear()

    def _dispatch(self) -> None:
        """Hand waiting tasks to idle workers. A task that failed once goes alone, with all other workers idle."""
        if self._again:
            if all(worker.task is None for worker in self._workers):
                self._give(self._idle(), self._again.popleft())
            return
        while self._waiting and (worker := self._idle()) is not None:
            self._give(worker, self._waiting.popleft())

    def _idle(self) -> _Worker | None:
        for worker in self._workers:
            if worker.task is None:
                return worker
        if len(self._workers) < self._size:
            self._workers.append(_Worker(self._settings))
            return self._workers[-1]
        return None

    def _give(self, worker: _Worker | None, task: _Task) -> None:
        if worker is None:
            raise EngineError("no worker is free; please report this")
        try:
            worker.give(task, self._settings.document_seconds)
        except (BrokenPipeError, ConnectionResetError):
            self._lost(worker, "worker_died")

    def _receive(self) -> None:
        """Wait until a worker answers, dies or runs out of time, and go on from there."""
        self._dispatch()
        busy = {worker.connection: worker for worker in self._workers if worker.task is not None}
        nearest = min((worker.deadline for worker in busy.values()), default=0.0)
        ready = wait(list(busy), timeout=max(0.0, nearest - time.monotonic()))
        for connection in ready:
            assert isinstance(connection, Connection)
            self._take(busy[connection])
        now = time.monotonic()
        for worker in busy.values():
            if worker.task is not None and worker.deadline <= now:
                self._lost(worker, "timeout")

    def _take(self, worker: _Worker) -> None:
        try:
            done = worker.connection.recv()
        except (EOFError, ConnectionResetError):
            self._lost(worker, "worker_died")
            return
        if not worker.ready:  # its first message says no more than that it has started
            worker.ready = True
            worker.restart_clock(self._settings.document_seconds)
        elif worker.task is not None:
            worker.task.done = msgspec.structs.replace(done, item=worker.task.item)
            worker.task = None

    def _lost(self, worker: _Worker, reason: str) -> None:
        """Give up a worker; give its document one more try, alone."""
        worker.stop()
        self._workers.remove(worker)
        if not worker.ready:
            raise EngineError(
                f"a worker process did not start (exit status {worker.process.returncode}); "
                "its message stands above; try --workers 1"
            )
        task = worker.task
        if task is not None and task.tries < 2:
            self._again.append(task)
        elif task is not None:
            task.done = Done(task.item, reason=reason, message=self._explain(reason, worker))

    def _explain(self, reason: str, worker: _Worker) -> str:
        if reason == "timeout":
            limit = self._settings.document_seconds
            return f"took longer than {limit:g} seconds twice; raise document_seconds to give it more time"
        return f"the worker process died on it twice (exit status {worker.process.returncode}), out of memory perhaps"


_END = object()
