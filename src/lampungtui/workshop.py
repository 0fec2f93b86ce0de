"""The workshop: processes of their own that parse feeds and extract articles. Bytes go in, values come out.

Parsers hold the interpreter's lock for seconds on a bad document, so in this process they would hold up keys; there
they can be stopped: the child has a memory limit, and one that does not answer in time is killed and replaced.
A job and its answer are each one pickled message behind a length of 4 bytes. The child reads hostile bytes, so what
comes back is unpickled by an allow-list: values of the model, dates and plain containers, nothing callable beyond.

A child starts with the first job that finds no other free (by `subprocess`, which works while Textual owns the standard
streams, where `multiprocessing` does not) and ends when its standard input closes.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import os
import pickle
import queue
import select
import struct
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Final

from lampungtui.errors import ReadingError, WorkshopError
from lampungtui.extract.pointers import Pointers
from lampungtui.foreign import Address
from lampungtui.model import FeedKind, FeedReading, Outlet, PageReading

SECONDS: Final = 10.0
"""How long one job may take."""

MEMORY_BYTES: Final = 1 << 30
"""Address space that the child may take."""

CHILDREN: Final = max(1, min(3, os.cpu_count() or 1))
"""Children at most. Each takes 25 MB; on a machine of many cores a fourth would wait for the store more than it reads."""

ANSWER_LIMIT: Final = 64 << 20
"""Bytes of the longest answer that we read."""

_LENGTH: Final = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class FeedJob:
    """A document to read as a feed."""

    document: bytes
    url: Address | None
    content_type: str | None
    kind: FeedKind | None
    outlet: Outlet | None
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class PageJob:
    """A document to read as an article page."""

    document: bytes
    url: Address | None
    content_type: str | None
    outlet: Outlet | None
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class PointersJob:
    """A document of a site to read for what it points to: feeds, sitemaps, an API."""

    document: bytes
    url: Address | None
    content_type: str | None
    link_header: str | None = None


Job = FeedJob | PageJob | PointersJob


class Workshop:
    """A few parsing processes, each asked for one job at a time. Safe to use from one event loop."""

    def __init__(self, *, seconds: float = SECONDS, memory_bytes: int = MEMORY_BYTES, children: int = CHILDREN) -> None:
        self._seats = [_Seat(seconds, memory_bytes) for _ in range(children)]
        # The last one to come back is the first to go out: while one child is enough, the others never start.
        self._free: queue.LifoQueue[_Seat] = queue.LifoQueue()
        for seat in self._seats:
            self._free.put(seat)
        self._clerks: ThreadPoolExecutor | None = None

    async def read_feed(self, job: FeedJob) -> FeedReading:
        """The entries of a feed document. Raises ReadingError (not a feed) or WorkshopError (died, took too long)."""
        answer = await self._ask(job)
        if not isinstance(answer, FeedReading):
            raise WorkshopError("the workshop answered a feed with something else")
        return answer

    async def read_page(self, job: PageJob) -> PageReading:
        """The article of a page. Raises ReadingError (no article) or WorkshopError (died, took too long)."""
        answer = await self._ask(job)
        if not isinstance(answer, PageReading):
            raise WorkshopError("the workshop answered a page with something else")
        return answer

    async def read_pointers(self, job: PointersJob) -> Pointers:
        """What a document points to. Raises ReadingError (hostile) or WorkshopError (died, took too long)."""
        answer = await self._ask(job)
        if not isinstance(answer, Pointers):
            raise WorkshopError("the workshop answered a question for pointers with something else")
        return answer

    def close(self) -> None:
        """Ends the processes, in the middle of a job if need be."""
        for seat in self._seats:
            seat.close()
        if self._clerks is not None:
            self._clerks.shutdown(wait=False, cancel_futures=True)
            self._clerks = None

    async def _ask(self, job: Job) -> object:
        if self._clerks is None:
            self._clerks = ThreadPoolExecutor(max_workers=len(self._seats), thread_name_prefix="workshop")
        answer = await asyncio.get_running_loop().run_in_executor(self._clerks, self._exchange, job)
        if isinstance(answer, _Refusal):
            raise ReadingError(answer.sentence)
        return answer

    def _exchange(self, job: Job) -> object:
        # There are as many seats as clerks: one is free.
        seat = self._free.get()
        try:
            return seat.exchange(job)
        finally:
            self._free.put(seat)


class _Seat:
    """One child, started when it is needed, replaced when it dies or takes too long."""

    def __init__(self, seconds: float, memory_bytes: int) -> None:
        self._seconds = seconds
        self._memory_bytes = memory_bytes
        self._child: subprocess.Popen[bytes] | None = None
        self._closed = False

    def close(self) -> None:
        """Ends the child; no other one follows it."""
        self._closed = True
        self._dismiss()

    def exchange(self, job: Job) -> object:
        """Sends the job and waits for its answer; runs in the clerk's thread, which only waits."""
        message = pickle.dumps(job, protocol=pickle.HIGHEST_PROTOCOL)
        for last_try in (False, True):
            if self._closed:
                raise WorkshopError("the workshop is closed")
            child = self._hire()
            assert child.stdin is not None  # noqa: S101  # Popen with PIPE
            assert child.stdout is not None  # noqa: S101
            try:
                child.stdin.write(_LENGTH.pack(len(message)) + message)
                child.stdin.flush()
                return self._answer(child.stdout.fileno())
            except TimeoutError as error:
                self._dismiss()
                raise WorkshopError(f"reading the document took more than {self._seconds:g} seconds") from error
            except (EOFError, OSError) as error:
                self._dismiss()
                if last_try:
                    raise WorkshopError("reading the document ended the parsing process (too much memory?)") from error
        raise AssertionError("unreachable")

    def _answer(self, pipe: int) -> object:
        deadline = time.monotonic() + self._seconds
        (length,) = _LENGTH.unpack(_read_exactly(pipe, _LENGTH.size, deadline))
        if length > ANSWER_LIMIT:
            raise EOFError("an answer beyond the limit")
        return _ModelUnpickler(io.BytesIO(_read_exactly(pipe, length, deadline))).load()

    def _hire(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "lampungtui.workshop", str(self._memory_bytes)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                close_fds=True,
                # Ctrl+C and a closed terminal are the reader's to handle; the child ends with its input.
                start_new_session=True,
            )
        return self._child

    def _dismiss(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                # Closing flushes what a dead child never took.
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()
        child.wait()


def _read_exactly(pipe: int, size: int, deadline: float) -> bytes:
    """`size` bytes from `pipe`; raises TimeoutError past `deadline` (monotonic seconds), EOFError when it closes."""
    waiter = select.poll()
    waiter.register(pipe, select.POLLIN | select.POLLHUP)
    chunks = bytearray()
    while len(chunks) < size:
        left = deadline - time.monotonic()
        if left <= 0 or not waiter.poll(left * 1000):
            raise TimeoutError
        chunk = os.read(pipe, min(size - len(chunks), 1 << 20))
        if not chunk:
            raise EOFError("the parsing process ended")
        chunks += chunk
    return bytes(chunks)


@dataclass(frozen=True, slots=True)
class _Refusal:
    """The answer to a document that cannot be read: an English sentence why."""

    sentence: str


_PLAIN: Final = frozenset(
    {("datetime", "datetime"), ("datetime", "timezone"), ("datetime", "timedelta"), ("copyreg", "_reconstructor")}
    | {("lampungtui.extract.pointers", name) for name in ("Pointers", "NamedFeed")}
)


class _ModelUnpickler(pickle.Unpickler):
    """Reads answers: classes of the model, pointers and times only."""

    def find_class(self, module: str, name: str) -> object:
        if module.startswith("lampungtui.model.") and name.isidentifier():
            found = super().find_class(module, name)
            # Not what a module imported for itself, such as `dataclass`, which makes code of names.
            if isinstance(found, type) and found.__module__ == module:
                return found
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if name == "_Refusal" and module in (__name__, "lampungtui.workshop", "__main__"):
            return _Refusal
        raise pickle.UnpicklingError(f"the workshop sent a {module}.{name}")


# --------------------------------------------------------------------------- inside the child


def work(source: BinaryIO, sink: BinaryIO) -> None:
    """The child's life: a job, an answer, until `source` ends."""
    while head := source.read(_LENGTH.size):
        (length,) = _LENGTH.unpack(head)
        job = pickle.loads(source.read(length))  # noqa: S301  # written by our own parent
        answer = pickle.dumps(_done(job), protocol=pickle.HIGHEST_PROTOCOL)
        sink.write(_LENGTH.pack(len(answer)) + answer)
        sink.flush()


def _done(job: Job) -> FeedReading | PageReading | Pointers | _Refusal:
    try:
        match job:
            case FeedJob():
                from lampungtui.feeds.reading import read_feed

                return read_feed(
                    job.document,
                    url=job.url,
                    content_type=job.content_type,
                    kind=job.kind,
                    outlet=job.outlet,
                    fetched_at=job.fetched_at,
                )
            case PageJob():
                from lampungtui.extract.page import read_page

                return read_page(
                    job.document,
                    url=job.url,
                    content_type=job.content_type,
                    outlet=job.outlet,
                    fetched_at=job.fetched_at,
                )
            case PointersJob():
                from lampungtui.feeds.pointing import read_pointers

                return read_pointers(
                    job.document, url=job.url, content_type=job.content_type, link_header=job.link_header
                )
    except ReadingError as error:
        return _Refusal(str(error))
    except (MemoryError, RecursionError):
        return _Refusal("the document is too large or too deep to read")
    except Exception as error:  # noqa: BLE001  # parsers raise anything on hostile bytes; the answer says what
        return _Refusal(f"the document could not be read ({type(error).__name__})")


def main() -> None:
    """Runs the child: bounded in memory, polite to the processor, its answers on the standard output alone."""
    import resource

    memory_bytes = int(sys.argv[1]) if len(sys.argv) > 1 else MEMORY_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError):
        os.nice(5)
    sink = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123  # a parser that prints must not spoil an answer
    work(sys.stdin.buffer, sink)


if __name__ == "__main__":
    # Under -m this file is `__main__`; the classes that travel must be those of the importable module.
    from lampungtui.workshop import main as run

    run()
