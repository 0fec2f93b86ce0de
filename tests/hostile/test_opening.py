"""What a hostile article makes a person open: a browser with one argument, an http or https address, and nothing else."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from tests.hostile.house import House, answered, item, page, rss
from tests.hostile.program import Program, profile
from tests.hostile.screen import Screen

TARGETS = {
    "javascript:alert(1)": None,
    "-oProxyCommand=id": "{origin}/kisah/-oProxyCommand=id",
    "--help": "{origin}/kisah/--help",
    "file:///etc/passwd": None,
    "https://lampung.example/?q=%26b%3Dc&amp;$(id)`id`;touch x|y": "https://lampung.example/?q=%26b%3Dc&$(id)%60id%60;touch%20x%7Cy",
    "https://lampung.example/a'b&quot;c d": "https://lampung.example/a'b%22c%20d",
    "https://\u0430pple.example/masuk": "https://xn--pple-43d.example/masuk",
    "https://baik.example@seram.example/": None,
    "https://lampung.example/\u202egnp.exe": "https://lampung.example/%E2%80%AEgnp.exe",
}
"""A link of an article, and what the browser is given for it; None where there must be no link."""


@pytest.fixture
def house() -> Iterator[House]:
    house = House().start()
    yield house
    house.stop()


def was_given(noted: Path, times: int) -> bool:
    """Whether a browser was started so many times."""
    return noted.exists() and len(noted.read_text("utf-8").splitlines()) >= times


def test_a_browser_is_given_one_address_and_no_shell_sees_it(
    house: House, tmp_path_factory: pytest.TempPathFactory
) -> None:
    program = Program(tmp_path_factory.mktemp("opening"))
    noted = program.home / "noted"
    note = f"import sys; open({str(noted)!r}, 'a').write(repr(sys.argv[1:]) + chr(10))"
    program.write(
        "outlets/seram.toml", profile("seram", "Media Seram", house.origin, {"umpan": f"{house.origin}/umpan"})
    )
    program.write(
        "config.toml",
        f'outlets = ["seram"]\nrefresh = false\n[browser]\ncommand = ["{sys.executable}", "-c", {note!r}]\n',
    )
    links = "".join(
        f'<p>Menurut <a href="{target}">sumber</a>, demikian kata warga pekon di tepi kali.</p>' for target in TARGETS
    )
    house.serve("/kisah/satu", answered(page("Kisah satu", links).encode(), kind="text/html; charset=utf-8"))
    house.serve("/umpan", answered(rss(item("Kisah satu", f"{house.origin}/kisah/satu")).encode()))
    assert program.run("refresh", "--force", "--articles").code == 0
    wanted = [target.format(origin=house.origin) for target in TARGETS.values() if target is not None]
    screen = Screen(program)
    try:
        screen.sees("Kisah satu")
        screen.press("\r")
        screen.sees("demikian kata warga")
        for number in range(1, len(wanted) + 1):
            screen.press("f")
            screen.sees("y copies")
            screen.press(str(number))
            screen.reads_until(partial(was_given, noted, number), f"link {number} to be opened")
        assert screen.leave() == 0
    finally:
        screen.close()
    opened = [ast.literal_eval(line) for line in noted.read_text("utf-8").splitlines()]
    assert sorted(opened) == sorted([target] for target in wanted)
    assert all(sys.executable in started for started in program.started())
    assert len(program.started()) == len(wanted)
