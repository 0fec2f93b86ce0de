"""A thousand cached pages through the workshop, while a loop in the parent keeps time as the screen would.

python -m bench.extract --throughput [PAGES] [--set FOLDER]...
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from datetime import UTC, datetime

from bench.scoring import Case

from lampungtui.errors import LampungtuiError
from lampungtui.foreign import clean_address
from lampungtui.workbench import PageJob
from lampungtui.workshop import CHILDREN, Workshop

TICK = 0.005
"""Seconds between two looks at the clock."""

IDLE_SECONDS = 2.0


def measure(cases: Sequence[Case], pages: int) -> None:
    """Prints pages a second, and how late the loop's ticks are with and without the work."""
    asyncio.run(_measure(cases, pages))


async def _measure(cases: Sequence[Case], pages: int) -> None:
    at = datetime.now(UTC)
    jobs = [
        PageJob(case.document, clean_address(case.url) if case.url else None, "text/html; charset=utf-8", None, at)
        for case in (cases[number % len(cases)] for number in range(pages))
    ]
    idle = asyncio.create_task(_lateness())
    await asyncio.sleep(IDLE_SECONDS)
    idle.cancel()
    workshop = Workshop()
    waiting = iter(jobs)
    refused = 0

    async def read() -> None:
        nonlocal refused
        for job in waiting:
            try:
                await workshop.read_page(job)
            except LampungtuiError:
                refused += 1

    try:
        # The children start, and import what they need, with their first job.
        await asyncio.gather(*(workshop.read_page(jobs[0]) for _ in range(CHILDREN)), return_exceptions=True)
        clock = asyncio.create_task(_lateness())
        started = time.perf_counter()
        await asyncio.gather(*(read() for _ in range(CHILDREN)))
        seconds = time.perf_counter() - started
        clock.cancel()
    finally:
        workshop.close()
    size = sum(len(job.document) for job in jobs) / 1e6
    print(
        f"{pages:,} pages ({size:.1f} MB) in {seconds:.1f} s by {CHILDREN} children: {pages / seconds:.0f} pages a second"
    )
    print(f"{refused} of them hold no article")
    print(f"A tick every {TICK * 1_000:.0f} ms in the parent is late by (ms):   p50    p99    max   ticks")
    for name, task in (("with nothing to do", idle), ("while pages are read", clock)):
        late = sorted(await _result(task))
        p50, p99 = late[len(late) // 2], late[int(len(late) * 0.99)]
        print(f"  {name:<44}{p50:>8.2f}{p99:>7.2f}{late[-1]:>7.2f}{len(late):>8}")


async def _lateness() -> list[float]:
    """Milliseconds by which each tick came late, until it is cancelled."""
    late: list[float] = []
    try:
        while True:
            due = time.perf_counter() + TICK
            await asyncio.sleep(TICK)
            late.append((time.perf_counter() - due) * 1_000)
    except asyncio.CancelledError:
        return late


async def _result(task: asyncio.Task[list[float]]) -> list[float]:
    return await task
