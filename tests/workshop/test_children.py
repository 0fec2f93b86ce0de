"""Children that run out of memory or time, are killed, stop, or lose their parent: the next job works."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tests.workshop.bench_of_jobs import (
    ENDLESS,
    PATIENCE_SECONDS,
    child,
    children,
    ends,
    feed_job,
    is_busy,
    on_linux,
    page_job,
    works,
)

from lampungtui.errors import LampungtuiError, WorkshopError
from lampungtui.workshop import Workshop

MIB = 1 << 20

pytestmark = on_linux


@contextmanager
def a_workshop(**limits: float) -> Iterator[Workshop]:
    workshop = Workshop(children=1, **limits)  # type: ignore[arg-type]
    try:
        yield workshop
    finally:
        workshop.close()


# --------------------------------------------------------------------------- memory and time


async def test_a_document_that_needs_more_memory_than_allowed_is_refused_with_a_sentence() -> None:
    with a_workshop(memory_bytes=100 * MIB) as workshop:
        await works(workshop)
        with pytest.raises(LampungtuiError, match="too large or too deep"):
            await workshop.read_feed(feed_job(document=b"[" + b'{"link":[[]]},' * 500_000 + b"{}]"))
        await works(workshop)


async def test_a_document_that_does_not_even_fit_ends_the_child_and_the_next_job_works() -> None:
    with a_workshop(memory_bytes=100 * MIB) as workshop:
        await works(workshop)
        first = child()
        with pytest.raises(WorkshopError, match="memory"):
            await workshop.read_feed(feed_job(document=b" " * (90 * MIB)))
        await works(workshop)
        assert child() != first


async def test_a_document_that_takes_too_long_is_given_up_and_the_next_job_works() -> None:
    with a_workshop(seconds=2) as workshop:
        await works(workshop)
        first = child()
        with pytest.raises(WorkshopError, match="took more than 2 seconds"):
            await workshop.read_page(page_job(ENDLESS))
        assert first not in children()
        await works(workshop)


async def test_while_somebody_presses_keys_one_core_is_left_to_the_screen(
    pair: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lampungtui.workshop.CHILDREN_BESIDE_A_PERSON", 1)
    monkeypatch.setattr("lampungtui.workshop.GIVING_WAY_SECONDS", PATIENCE_SECONDS)
    pair.give_way()
    await asyncio.gather(*(works(pair) for _ in range(8)))
    assert len(children()) == 1
    monkeypatch.setattr("lampungtui.workshop.GIVING_WAY_SECONDS", 0.0)
    pair.give_way()
    stuck = asyncio.ensure_future(pair.read_page(page_job(ENDLESS)))
    await works(pair)
    assert not stuck.done()
    pair.close()
    with pytest.raises(WorkshopError):
        await stuck


async def test_while_one_document_takes_too_long_the_others_are_read(pair: Workshop) -> None:
    stuck = asyncio.ensure_future(pair.read_page(page_job(ENDLESS)))
    for _ in range(5):
        await works(pair)
    assert not stuck.done()
    pair.close()
    with pytest.raises(WorkshopError):
        await stuck


# --------------------------------------------------------------------------- ended from outside


async def test_a_child_that_was_killed_is_replaced(workshop: Workshop) -> None:
    await works(workshop)
    first = child()
    os.kill(first, signal.SIGKILL)
    # Waits for its end without taking the news of it from the workshop.
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    await works(workshop)
    assert child() != first


async def test_a_child_that_is_killed_in_the_middle_of_a_job_loses_nothing(workshop: Workshop) -> None:
    await works(workshop)
    first = child()
    os.kill(first, signal.SIGSTOP)
    waiting = asyncio.ensure_future(workshop.read_feed(feed_job("Ditunggu")))
    await asyncio.sleep(0)
    os.kill(first, signal.SIGKILL)
    assert (await waiting).title == "Ditunggu"


async def test_a_child_that_stands_still_is_given_up_in_time_also_with_a_job_larger_than_a_pipe_holds() -> None:
    with a_workshop(seconds=2) as workshop:
        await works(workshop)
        first = child()
        os.kill(first, signal.SIGSTOP)
        waiting = asyncio.ensure_future(workshop.read_feed(feed_job(document=b" " * (2 * MIB))))
        try:
            done, _ = await asyncio.wait([waiting], timeout=PATIENCE_SECONDS)
            assert done, "the job was never given up"
            with pytest.raises(WorkshopError, match="took more than 2 seconds"):
                await waiting
        finally:
            if first in children():
                os.kill(first, signal.SIGKILL)
            await asyncio.gather(waiting, return_exceptions=True)
        await works(workshop)


async def test_a_terminal_that_is_interrupted_interrupts_no_child(workshop: Workshop) -> None:
    await works(workshop)
    assert os.getpgid(child()) != os.getpgid(0)


# --------------------------------------------------------------------------- the end


async def test_closing_ends_the_children(pair: Workshop) -> None:
    await asyncio.gather(*(works(pair) for _ in range(6)))
    assert children()
    pair.close()
    assert children() == set()


async def test_closing_in_the_middle_of_a_job_ends_it_with_a_sentence(workshop: Workshop) -> None:
    await works(workshop)
    stuck = asyncio.ensure_future(workshop.read_page(page_job(ENDLESS)))
    await is_busy(child())
    workshop.close()
    with pytest.raises(WorkshopError, match="closed"):
        await stuck
    assert children() == set()


async def test_closing_twice_is_once_and_a_closed_workshop_says_so(workshop: Workshop) -> None:
    await works(workshop)
    workshop.close()
    workshop.close()
    with pytest.raises(WorkshopError, match="closed"):
        await workshop.read_feed(feed_job())
    assert children() == set()


def test_closing_what_was_never_used_is_nothing() -> None:
    workshop = Workshop()
    workshop.close()
    assert children() == set()


ORPHANING = """
import asyncio, os, sys
from tests.workshop.bench_of_jobs import ENDLESS, child, is_busy, page_job, works
from lampungtui.workshop import Workshop

async def main():
    workshop = Workshop(children=1, seconds=2)
    await works(workshop)
    print(child(), flush=True)
    if sys.argv[1] == "busy":
        waiting = asyncio.ensure_future(workshop.read_page(page_job(ENDLESS)))
        await is_busy(child())
    sys.stdin.readline()
    os.kill(os.getpid(), 9)

asyncio.run(main())
"""


@pytest.mark.parametrize("state", ["idle", "busy"])
def test_a_child_ends_with_its_parent(state: str) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", ORPHANING, state], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    orphan = int(parent.stdout.readline())
    parent.communicate("end\n")
    assert parent.returncode == -signal.SIGKILL
    try:
        assert ends(orphan)
    finally:
        if not gone(orphan):
            os.kill(orphan, signal.SIGKILL)


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False
