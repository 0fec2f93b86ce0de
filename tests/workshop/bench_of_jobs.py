"""Jobs for the workshop, harmless and hostile, and its children as the system sees them."""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lampungtui.foreign import Address
from lampungtui.model import FeedReading
from lampungtui.workbench import FeedJob, PageJob
from lampungtui.workshop import Workshop

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)

PATIENCE_SECONDS = 30.0
"""How long anything may take before a test gives up; nothing waits this long when all is well."""

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at as Linux shows them")

ENDLESS = b"<html><body><p " + b" ".join(b"a%d" % number for number in range(400_000)) + b">Pasar</p></body></html>"
"""A page over which the HTML parser spends minutes: it compares each attribute of a tag with all others."""


def feed_job(name: str = "Kabar Siger", *, document: bytes | None = None) -> FeedJob:
    """A feed of that name with one item, or any document as a feed."""
    text = (
        f"<rss version='2.0'><channel><title>{name}</title><item><title>Pasar {name} ditata ulang</title>"
        "<link>https://kabar.example/pasar</link></item></channel></rss>"
    )
    return FeedJob(
        document or text.encode(), Address("https://kabar.example/rss"), "application/rss+xml", None, None, NOON
    )


def page_job(document: bytes) -> PageJob:
    """A document to be read as an article's page."""
    return PageJob(document, Address("https://kabar.example/pasar"), "text/html; charset=utf-8", None, NOON)


async def works(workshop: Workshop) -> None:
    """A harmless job comes back as it should."""
    reading: FeedReading = await workshop.read_feed(feed_job())
    assert [entry.title for entry in reading.entries] == ["Pasar Kabar Siger ditata ulang"]


def children() -> set[int]:
    """The process ids of our own workshops' children (proc(5), fields state and ppid)."""
    found = set()
    for file in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            state, parent = file.read_text().rpartition(")")[2].split()[:2]
            words = file.with_name("cmdline").read_bytes()
            if int(parent) == os.getpid() and b"lampungtui.workbench" in words and state != "Z":
                found.add(int(file.parent.name))
    return found


def child() -> int:
    """The process id of the one child there is."""
    (pid,) = children()
    return pid


def processor_ticks(pid: int) -> int:
    """How long a process has used the processor, in the system's ticks (proc(5), fields utime and stime)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


async def is_busy(pid: int) -> None:
    """Waits until a child has been at its job for a while: its own use of the processor grows."""
    before = processor_ticks(pid)
    while processor_ticks(pid) < before + 10:
        await asyncio.sleep(0)


def ends(pid: int) -> bool:
    """Waits until a process that is not our child has ended; False where it goes on and on."""
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        waiter = select.poll()
        waiter.register(descriptor, select.POLLIN)
        return bool(waiter.poll(PATIENCE_SECONDS * 1000))
    finally:
        os.close(descriptor)
