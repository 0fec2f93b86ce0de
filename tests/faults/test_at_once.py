"""Real processes on one cache at the same time: all of them work, and one of them asks the sources."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.cli.command import CommandLine
from tests.faults.reader_of_many_years import look_with_another_program
from tests.fetch.outletserver import OutletServer
from tests.newsroom.newsstand import Paper

from lampungtui.newsroom.turns import turn_at

PATHS = ("/satu", "/dua", "/tiga")


@pytest.fixture
def lampungtui(tmp_path: Path) -> CommandLine:
    """The program with a home of its own."""
    home = tmp_path / "home"
    home.mkdir()
    return CommandLine(home)


@pytest.fixture
async def printed(lampungtui: CommandLine) -> AsyncIterator[Paper]:
    """An outlet that this home reads."""
    server = await OutletServer().start()
    paper = Paper(server, lampungtui.config / "outlets")
    paper.profile(*PATHS)
    lampungtui.write("config.toml", f'outlets = ["{paper.id}"]\n')
    for path in PATHS:
        paper.prints(*(paper.item(f"{path.strip('/')}-{number}", minutes=number) for number in range(8)), path=path)
    yield paper
    await server.stop()


async def test_of_three_commands_that_refresh_one_asks_the_sources(lampungtui: CommandLine, printed: Paper) -> None:
    ran = await asyncio.gather(*(asyncio.to_thread(lampungtui.run, "refresh", "--force", "--json") for _ in range(3)))
    assert [each.code for each in ran] == [0, 0, 0]
    assert [each.err for each in ran] == ["", "", ""]
    assert sum(told["new"] for each in ran for told in each.objects) == len(PATHS) * 8
    assert sorted(printed.asked()) == sorted(PATHS)
    look_with_another_program(lampungtui.data)


HOLDER = """
import fcntl, sys
lock = open(sys.argv[1], "w")
fcntl.flock(lock, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""


async def test_one_that_stands_still_keeps_nobody_from_the_news_for_ever_and_one_that_is_killed_nobody_at_all(
    tmp_path: Path,
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / ".refresh.lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        holder.send_signal(signal.SIGSTOP)
        async with turn_at(tmp_path, "refresh", patience=0) as ours:
            assert not ours
        waiting = asyncio.create_task(taken(tmp_path))
        await asyncio.sleep(0)
        assert not waiting.done()
        holder.kill()
        holder.wait()
        assert await waiting


async def taken(folder: Path) -> bool:
    async with turn_at(folder, "refresh") as ours:
        return ours


async def test_who_waits_for_a_turn_can_give_up(tmp_path: Path) -> None:
    async with turn_at(tmp_path, "refresh") as ours:
        assert ours
        waiting = asyncio.create_task(taken(tmp_path))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
