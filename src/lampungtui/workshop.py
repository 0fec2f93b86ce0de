"""The workshop: processes of their own that parse feeds, extract articles and decode pictures. Bytes go in, values come out.

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
import enum
import io
import os
import pickle
import queue
import select
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Final

from lampungtui.errors import ReadingError, WorkshopError
from lampungtui.extract.picture import DrawnPicture, SmallPicture
from lampungtui.extract.pointers import Pointers
from lampungtui.model import FeedReading, PageReading
from lampungtui.workbench import (
    LENGTH,
    MEMORY_BYTES,
    DrawingJob,
    FeedJob,
    Job,
    PageJob,
    PictureJob,
    PointersJob,
    Refusal,
)

SECONDS: Final = 10.0
"""How long one job may take."""

CHILDREN: Final = max(1, min(3, os.cpu_count() or 1))
"""Children at most. Each takes 25 MB; on a machine of many cores a fourth would wait for the store more than it reads."""

CHILDREN_BESIDE_A_PERSON: Final = max(1, min(CHILDREN, (os.cpu_count() or 1) - 1))
"""Children that work while somebody presses keys: a core is left to the screen."""

GIVING_WAY_SECONDS: Final = 0.3
"""How long after a key the screen has a core to itself: a held key repeats every 0.03, a typist's every 0.2."""

ANSWER_LIMIT: Final = 64 << 20
"""Bytes of the longest answer that we read."""


class Workshop:
    """A few parsing processes, each asked for one job at a time. Safe to use from one event loop."""

    def __init__(self, *, seconds: float = SECONDS, memory_bytes: int = MEMORY_BYTES, children: int = CHILDREN) -> None:
        self._seats = [_Seat(seconds, memory_bytes) for _ in range(children)]
        # The last one to come back is the first to go out: while one child is enough, the others never start.
        self._free: queue.LifoQueue[_Seat] = queue.LifoQueue()
        for seat in self._seats:
            self._free.put(seat)
        self._clerks: ThreadPoolExecutor | None = None
        self._at_work = 0
        self._done_working = threading.Condition()
        self._gives_way_until = 0.0

    def give_way(self) -> None:
        """A person has pressed a key: for a moment fewer children work, so that what the key does shows at once."""
        self._gives_way_until = time.monotonic() + GIVING_WAY_SECONDS

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

    async def shrink_picture(self, job: PictureJob) -> SmallPicture:
        """A picture to store. Raises ReadingError (none, too large, damaged) or WorkshopError (died, took too long)."""
        answer = await self._ask(job)
        if not isinstance(answer, SmallPicture):
            raise WorkshopError("the workshop answered a picture with something else")
        return answer

    async def draw_picture(self, job: DrawingJob) -> DrawnPicture:
        """A stored picture as it is shown. Raises ReadingError (damaged, too slim) or WorkshopError."""
        answer = await self._ask(job)
        if not isinstance(answer, DrawnPicture) or not answer.fills(job.frame, job.form):
            raise WorkshopError("the workshop answered a drawing with something else")
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
        if isinstance(answer, Refusal):
            raise ReadingError(answer.sentence)
        return answer

    def _exchange(self, job: Job) -> object:
        self._begin_work()
        # There are as many seats as clerks: one is free.
        seat = self._free.get()
        try:
            return seat.exchange(job)
        finally:
            self._free.put(seat)
            with self._done_working:
                self._at_work -= 1
                self._done_working.notify()

    def _begin_work(self) -> None:
        """Waits while enough children work for somebody who presses keys."""
        with self._done_working:
            while self._at_work >= CHILDREN_BESIDE_A_PERSON and (left := self._gives_way_until - time.monotonic()) > 0:
                self._done_working.wait(left)
            self._at_work += 1


class _Seat:
    """One child, started when it is needed, replaced when it dies or takes too long."""

    def __init__(self, seconds: float, memory_bytes: int) -> None:
        self._seconds = seconds
        self._memory_bytes = memory_bytes
        self._child: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._hiring = threading.Lock()

    def close(self) -> None:
        """Ends the child; no other one follows it."""
        with self._hiring:
            # Here no clerk is between looking whether we are open and starting a child that nobody would end.
            self._closed = True
        self._dismiss()

    def exchange(self, job: Job) -> object:
        """Sends the job and waits for its answer; runs in the clerk's thread, which only waits."""
        message = pickle.dumps(job, protocol=pickle.HIGHEST_PROTOCOL)
        for last_try in (False, True):
            child = self._hire()
            assert child.stdin is not None  # noqa: S101  # Popen with PIPE
            assert child.stdout is not None  # noqa: S101
            try:
                deadline = time.monotonic() + self._seconds
                _write(child.stdin.fileno(), LENGTH.pack(len(message)) + message, deadline)
                return self._answer(job, child.stdout.fileno(), deadline)
            except TimeoutError as error:
                self._dismiss()
                raise WorkshopError(f"reading the document took more than {self._seconds:g} seconds") from error
            except _NoAnswer:
                self._dismiss()
                raise
            except (EOFError, OSError) as error:
                self._dismiss()
                if last_try:
                    raise WorkshopError("reading the document ended the parsing process (too much memory?)") from error
        raise AssertionError("unreachable")

    def _answer(self, job: Job, pipe: int, deadline: float) -> object:
        (length,) = LENGTH.unpack(_read_exactly(pipe, LENGTH.size, deadline))
        if length > ANSWER_LIMIT:
            raise EOFError("an answer beyond the limit")
        answer = _read_answer(_read_exactly(pipe, length, deadline))
        if not isinstance(answer, (_ANSWERS[type(job)], Refusal)):
            raise _NoAnswer("the parsing process answered something else than was asked; it was replaced")
        return answer

    def _hire(self) -> subprocess.Popen[bytes]:
        """The child that answers; raises WorkshopError once the seat is closed."""
        if self._child is not None and self._child.poll() is not None:
            self._dismiss()
        with self._hiring:
            if self._closed:
                raise WorkshopError("the workshop is closed")
            if self._child is None:
                self._child = subprocess.Popen(
                    [sys.executable, "-m", "lampungtui.workbench", str(self._memory_bytes)],
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


def _write(pipe: int, message: bytes, deadline: float) -> None:
    """Sends all of `message`; raises TimeoutError past `deadline` (monotonic seconds), OSError when nobody reads."""
    os.set_blocking(pipe, False)
    waiter = select.poll()
    waiter.register(pipe, select.POLLOUT)
    rest = memoryview(message)
    while rest:
        left = deadline - time.monotonic()
        if left <= 0 or not waiter.poll(left * 1000):
            raise TimeoutError
        rest = rest[os.write(pipe, rest[: 1 << 20]) :]


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


_PLAIN: Final = frozenset(
    {("datetime", "datetime"), ("datetime", "timezone"), ("datetime", "timedelta"), ("copyreg", "_reconstructor")}
    | {("lampungtui.extract.pointers", name) for name in ("Pointers", "NamedFeed")}
    | {("lampungtui.extract.picture", name) for name in ("SmallPicture", "DrawnPicture")}
)


class _NoAnswer(WorkshopError):
    """The child sent something that no honest one sends."""


def _read_answer(message: bytes) -> object:
    """What the child sent. Raises _NoAnswer for anything but values that it may send."""
    try:
        return _ModelUnpickler(io.BytesIO(message)).load()
    except Exception as error:  # a message made to harm can raise anything; it is refused all the same
        raise _NoAnswer("the parsing process sent something that is no answer; it was replaced") from error


class _ModelUnpickler(pickle.Unpickler):
    """Reads answers: classes of the model, pointers, pictures and times only."""

    def find_class(self, module: str, name: str) -> object:
        if module.startswith("lampungtui.model.") and name.isidentifier():
            found = super().find_class(module, name)
            # Not what a module imported for itself, such as `dataclass`, which makes code of names.
            if isinstance(found, type) and found.__module__ == module:
                # An enumeration is called by name alone: as a class, a message could set attributes of it.
                return partial(found) if issubclass(found, enum.Enum) else found
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if (module, name) == (Refusal.__module__, Refusal.__name__):
            return Refusal
        raise pickle.UnpicklingError(f"the workshop sent a {module}.{name}")


_ANSWERS: Final[Mapping[type[Job], type]] = {
    FeedJob: FeedReading,
    PageJob: PageReading,
    PointersJob: Pointers,
    PictureJob: SmallPicture,
    DrawingJob: DrawnPicture,
}
"""What each kind of job is answered with, unless it is refused."""
