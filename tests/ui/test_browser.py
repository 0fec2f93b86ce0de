"""The browser that the settings name, where there is none of that name: said in the language of the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ui.conftest import QUIET, settings
from tests.ui.person import at_reader


@pytest.mark.parametrize(
    ("language", "words"),
    [("id", "tidak ada program lynx-kami di sini"), ("en", "there is no program lynx-kami here")],
)
async def test_a_browser_that_is_not_there(language: str, words: str, home: Path, titles: list[str]) -> None:
    settings(home, f'{QUIET}[browser]\ncommand = ["lynx-kami"]\n')
    async with at_reader(home, language=language) as person:
        await person.comes_to(titles[0])
        await person.press("o")
        await person.told(words)
        await person.press("H")
        await person.sees("Gardu Pagi", gone=(titles[0][:20],))
        await person.press("o")
        await person.told(words)
