"""The workbench: what a child of the workshop does, a job after the other, and what the jobs are.

Only what reads documents is imported here, and that with the first job that needs it: the child is there the sooner.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import struct
import sys
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO, Final

from lampungtui.errors import ReadingError
from lampungtui.foreign import Address
from lampungtui.model import FeedKind, FeedReading, Outlet, PageReading, blocks_text

if TYPE_CHECKING:
    from lampungtui.extract.picture import Colours, DrawnPicture, Form, Frame, SmallPicture
    from lampungtui.extract.pointers import Pointers

MEMORY_BYTES: Final = 1 << 30
"""Address space that the child may take."""

ORPHAN_SECONDS: Final = 12.0
"""Processor seconds after which a child ends by itself; a parent that is there has given up on it before."""

LENGTH: Final = struct.Struct(">I")
"""What stands before a job and before an answer: its bytes."""


@dataclass(frozen=True, slots=True)
class FeedJob:
    """A document to read as a feed; `packed`: with its bodies ready for the store, for nobody else needs them."""

    document: bytes
    url: Address | None
    content_type: str | None
    kind: FeedKind | None
    outlet: Outlet | None
    fetched_at: datetime
    packed: bool = False


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


@dataclass(frozen=True, slots=True)
class PictureJob:
    """A picture of any size to make small enough to store."""

    document: bytes


@dataclass(frozen=True, slots=True)
class DrawingJob:
    """A stored picture to draw for the screen."""

    document: bytes
    frame: Frame
    form: Form
    colours: Colours


Job = FeedJob | PageJob | PointersJob | PictureJob | DrawingJob


@dataclass(frozen=True, slots=True)
class Refusal:
    """The answer to a document that cannot be read: an English sentence why."""

    sentence: str


def work(source: BinaryIO, sink: BinaryIO) -> None:
    """The child's life: a job, an answer, until `source` ends."""
    while head := source.read(LENGTH.size):
        (length,) = LENGTH.unpack(head)
        job = pickle.loads(source.read(length))  # noqa: S301  # written by our own parent
        _limit_processor()
        answer = pickle.dumps(_done(job), protocol=pickle.HIGHEST_PROTOCOL)
        sink.write(LENGTH.pack(len(answer)) + answer)
        sink.flush()


def _limit_processor() -> None:
    """Lets this job take so many seconds of the processor: a child whose parent is gone does not go on for ever."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + ORPHAN_SECONDS) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _done(job: Job) -> FeedReading | PageReading | Pointers | SmallPicture | DrawnPicture | Refusal:
    try:
        match job:
            case FeedJob():
                from lampungtui.feeds.reading import read_feed

                reading = read_feed(
                    job.document,
                    url=job.url,
                    content_type=job.content_type,
                    kind=job.kind,
                    outlet=job.outlet,
                    fetched_at=job.fetched_at,
                )
                from lampungtui.feeds.packing import findable, packed

                return findable(packed(reading, job.outlet) if job.packed else reading)
            case PageJob():
                from lampungtui.extract.page import read_page
                from lampungtui.stems import derived

                page = read_page(
                    job.document,
                    url=job.url,
                    content_type=job.content_type,
                    outlet=job.outlet,
                    fetched_at=job.fetched_at,
                )
                return replace(page, derived=derived([page.title or "", blocks_text(page.blocks)]))
            case PointersJob():
                from lampungtui.feeds.pointing import read_pointers

                return read_pointers(
                    job.document, url=job.url, content_type=job.content_type, link_header=job.link_header
                )
            case PictureJob():
                from lampungtui.extract.picture import shrink

                return shrink(job.document)
            case DrawingJob():
                from lampungtui.extract.picture import draw

                return draw(job.document, job.frame, job.form, job.colours)
    except ReadingError as error:
        return Refusal(str(error))
    except (MemoryError, RecursionError):
        return Refusal("the document is too large or too deep to read")
    except Exception as error:  # noqa: BLE001  # parsers raise anything on hostile bytes; the answer says what
        return Refusal(f"the document could not be read ({type(error).__name__})")


def main() -> None:
    """Runs the child: bounded in memory, polite to the processor, its answers on the standard output alone."""
    import resource

    memory_bytes = int(sys.argv[1]) if len(sys.argv) > 1 else MEMORY_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError):
        os.nice(10)
    sink = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123  # a parser that prints must not spoil an answer
    work(sys.stdin.buffer, sink)


if __name__ == "__main__":
    # Under -m this file is `__main__`; the classes that travel must be those of the importable module.
    from lampungtui.workbench import main as run

    run()
