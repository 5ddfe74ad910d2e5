"""One writer per project: a lock that the operating system gives back when the writer dies, however it dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType

from dragoman.errors import StoreError


class WriterLock:
    """Holds `<project>/dragoman.lock` while its owner writes. The file stays behind, empty of meaning without a holder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "dragoman.lock"
        self._descriptor: int | None = None

    def __enter__(self) -> WriterLock:
        """Take the lock.

        Raises:
            StoreError: another process writes to this project, or the folder cannot be written.
        """
        try:
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise StoreError(f"cannot write in {self.path.parent}: {error.strerror}; choose another --project") from error
        if not _lock(descriptor):
            holder = os.pread(descriptor, 400, 0).decode("utf-8", "replace").strip()
            os.close(descriptor)
            raise StoreError(
                f"another process writes to the project {self.path.parent} ({holder or 'unknown'}); "
                "wait until it has finished, or stop it: nothing is lost, the next run completes it"
            )
        self._descriptor = descriptor
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"process {os.getpid()}: {Path(sys.argv[0]).name}\n".encode(), 0)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._descriptor is not None:
            os.ftruncate(self._descriptor, 0)
            os.close(self._descriptor)
            self._descriptor = None


def _lock(descriptor: int) -> bool:
    """Try to lock the file for this process alone; tell whether it worked."""
    try:
        import fcntl
    except ImportError as error:  # Windows has no flock
        raise StoreError("writing a project needs Linux, macOS or the Windows Subsystem for Linux") from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
