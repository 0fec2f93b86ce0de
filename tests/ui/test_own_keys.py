"""Keys and habits that a person set in config.toml hold on the screen, and change while the reader runs."""

from __future__ import annotations

from pathlib import Path

from tests.ui.conftest import QUIET, settings
from tests.ui.person import at_reader

from lampungtui.folders import Folders


async def test_other_keys_do_the_work_and_footer_and_help_say_so(home: Path, titles: list[str]) -> None:
    settings(home, QUIET + '[keys]\n"article.save" = ["x"]\nmove.down = "e"\n')
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("j")
        await person.press("e")
        await person.comes_to(titles[1])
        await person.press("x")
        await person.sees("★", "x simpan")
        await person.press("question_mark")
        await person.type("simpan, atau")
        await person.sees("Simpan, atau lepaskan lagi")
        assert "x  " in next(line for line in person.lines if "Simpan, atau" in line)


async def test_a_conflict_is_named_on_the_screen(home: Path, titles: list[str]) -> None:
    settings(home, QUIET + '[keys]\n"article.save" = ["x"]\n"article.read" = ["x"]\n"article.sav" = ["w"]\n')
    async with at_reader(home) as person:
        await person.told("Tombol tidak dipahami", "article.save", "article.read", "maksudnya article.save?")
        await person.comes_to(titles[0])
        await person.press("x")
        await person.sees("★")


async def test_keys_change_while_the_reader_runs(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        settings(home, QUIET + '[keys]\n"article.save" = ["X"]\n')
        person.app.reread_settings()  # as it does every minute, and when its terminal is looked at again
        await person.sees("X simpan")
        await person.press("X")
        await person.sees("★")


async def test_articles_that_the_cursor_passes_are_read_where_that_is_wanted(home: Path, titles: list[str]) -> None:
    settings(home, QUIET + 'mark_read = "scroll"\n')
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("j", "j", "j")
        await person.comes_to(titles[3])
        await person.sees(f"{len(titles) - 3}/{len(titles)}")
        assert person.cursor_mark == "●"
        await person.press("k")
        await person.comes_to(titles[2])
        assert person.cursor_mark == " "
        await person.press("G")
        await person.comes_to(titles[-1])
        assert Folders.under(home).config_file.exists()


async def test_ones_own_place_to_share_to_is_offered(home: Path, titles: list[str]) -> None:
    settings(home, QUIET + '[share]\nmastodon = "https://siger.example/share?text={title}%20{url}"\nemail = ""\n')
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("y")
        await person.sees("Bagikan lewat mastodon", "Bagikan lewat WhatsApp", gone=("e-mail",))


async def test_the_keys_of_the_rules_can_be_others_too(home: Path, titles: list[str]) -> None:
    settings(home, QUIET + '[keys]\n"rule.add" = ["n"]\n')
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await person.press("X")
        await person.sees("n tambah")
        await person.press("n")
        await person.sees("Bungkam atau tandai", "Aturan perlu kata atau saringan.")
