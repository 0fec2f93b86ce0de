"""The screen of the sources: how each of them is and why, what can be done about it, and that it can be undone."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.ui.conftest import QUIET, LiveNewsroom, settings
from tests.ui.person import LARGE, MEDIUM, Person, age_polls, at_reader, by_cells, in_newsroom
from tests.ui.source_desk import SIZES, drawn_beyond_ascii, english_in, faults, new_home, words_in

from lampungtui.folders import Folders
from lampungtui.foreign import Line
from lampungtui.language import say
from lampungtui.model import FeedSettings
from lampungtui.outlets.subscriptions import Override, read_subscriptions
from lampungtui.ui.screens.reader import ReaderScreen
from lampungtui.ui.screens.source_form import SourceForm

WARTA = "warta-way-kambas/terkini"
"""The feed of the demo newsroom that stands last in the list."""


async def to_sources(person: Person) -> None:
    """Opens the screen of the sources."""
    await person.until(lambda: bool(person.app.screen.query("#headlines")), "the reader")
    await person.press("H")
    await person.until(lambda: bool(person.app.screen.query("#rows")), "the sources")
    await person.settled()


def rows(person: Person) -> list[str]:
    """What the list shows, row by row, without its cursor sign."""
    return [line[1:].rstrip("▁▂▃▄▅▆▇█ ") for line in person.pane_lines(0) if line.strip()]


def row_of(person: Person, name: str) -> str:
    (found,) = [row for row in rows(person) if name in row]
    return found


def detail(person: Person) -> str:
    """What stands beside the list (or below it), in one run of words."""
    return words_in(person, "#detail-pane")


def override(home: Path, feed_id: str) -> Override:
    """What the file says of a feed of the catalogue."""
    return read_subscriptions(Folders.under(home).subscriptions_file).settings.get(feed_id, Override())


# --------------------------------------------------------------------------- what it tells


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("id", ("! Gardu Pagi", "meminta kita kembali nanti", "sejak", "berikutnya", "(servernya meminta jeda ini)",
                "hari ini", "1 permintaan, 0 B", "Akan dicoba lagi dengan sendirinya.", "16 sumber", "83 berita")),
        ("en", ("! Gardu Pagi", "it asked us to come back later", "since", "next time",
                "(its server asked for this pause)", "today", "1 request, 0 B", "It is tried again by itself.",
                "16 sources", "83 articles")),
    ],
)  # fmt: skip
async def test_the_one_in_trouble_stands_first_with_all_that_is_known_of_it_at_every_size(
    language: str, words: tuple[str, ...], home: Path
) -> None:
    async with at_reader(home, language=language) as person:
        await to_sources(person)
        for size in SIZES:
            await person.resize(size)
            await person.until(lambda size=size: len(person.lines) == size[1], f"{size}")  # type: ignore[misc]
            screen = await person.settled()
            assert faults(person) == []
            assert words_in(person, "#rows-pane").startswith("▌! Gardu Pagi")
            if language == "id":
                # What the server itself answered is told in its own words, by their sentence.
                told = re.sub(r"the server asked us.*?(\(HTTP 503\)|$)", "", detail(person))
                assert (
                    english_in(" ".join([told, words_in(person, "#rows-pane"), person.lines[0], person.lines[-1]]))
                    == []
                )
            # What has no room is a scroll away.
            seen = " ".join([*screen.split(), detail(person)])
            for _ in range(4 if size[1] < 30 else 0):
                await person.press("J")
                seen += detail(person)
            for word in words:
                assert word in seen, (word, size)
            await person.press("K", "K", "K", "K")


async def test_a_source_that_is_well_tells_how_much_it_brings(home: Path) -> None:
    async with at_reader(home) as person:
        await to_sources(person)
        assert rows(person)[0].startswith("! Gardu Pagi")
        assert all(row.startswith("✓") for row in rows(person)[1:])
        await person.press("G")
        await person.sees("Warta Way Kambas", "/rss/terkini.xml")
        for words in ("baik", "menjawab", "(setiap 1 menit)", "12 judul", "terbit 6 seminggu", "terbaru", "1 permintaan",
                      "rubrik Lampung Raya", "jenis RSS atau Atom", "selang setiap 1 menit"):  # fmt: skip
            assert words in detail(person)
        assert " kB" in detail(person)
        await person.press("g")
        await person.sees("meminta jeda ini")


async def test_in_plain_signs_nothing_else_is_drawn(home: Path) -> None:
    settings(home, f"{QUIET}ascii = true\n")
    async with at_reader(home, size=(80, 24), settled=False) as person:
        await to_sources(person)
        for keys in (("j",), ("question_mark",), ("escape", "P"), ("plus",), ("escape",)):
            await person.press(*keys)
            screen = await person.settled()
            assert drawn_beyond_ascii(screen.replace("↓", "").replace("↑", "")) == ""
            assert faults(person) == []


# --------------------------------------------------------------------------- what can be done


@pytest.mark.parametrize(
    ("key", "title", "row", "meant"),
    [
        ("p", "Dijeda", "dijeda", FeedSettings(paused=True)),
        ("x", "Dibungkam", "dibungkam", FeedSettings(muted=True)),
    ],
)
async def test_a_key_sets_it_the_key_again_or_u_takes_it_back_and_ctrl_r_makes_it_again(
    key: str, title: str, row: str, meant: FeedSettings, home: Path
) -> None:
    async with at_reader(home) as person:
        await to_sources(person)
        await person.press("G", key)
        await person.sees(title)
        assert row in row_of(person, "Warta Way Kambas")
        assert override(home, WARTA).settings == meant
        await person.press(key)
        await person.until(lambda: row not in row_of(person, "Warta Way Kambas"), "the row as it was")
        assert override(home, WARTA) == Override()
        await person.press("u")
        await person.sees("Diurungkan")
        assert override(home, WARTA).settings == meant
        await person.press("u")
        await person.until(lambda: row not in row_of(person, "Warta Way Kambas"), "the row as it was")
        assert not Folders.under(home).subscriptions_file.exists()
        await person.press("u")
        await person.sees("Tidak ada yang bisa diurungkan.")
        await person.press("ctrl+r", "ctrl+r", "ctrl+r")
        await person.sees("Tidak ada yang bisa diulangi.")
        assert override(home, WARTA) == Override()


async def test_a_source_is_let_go_and_brought_back(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        await to_sources(person)
        await person.press("G", "d")
        await person.sees("Dilepas; u mengembalikannya")
        assert not any("Warta Way Kambas" in row for row in rows(person))
        assert person.panes[0].title == "15 sumber"
        await person.press("u")
        await person.until(lambda: any("Warta Way Kambas" in row for row in rows(person)), "it is back")
        await person.press("ctrl+r")
        await person.until(lambda: person.panes[0].title == "15 sumber", "gone again")
        await person.press("escape")
        await person.until(lambda: person.on(titles[0]), "its articles stay in the list")


async def test_where_the_last_source_is_let_go_nothing_of_it_stays_beside(tmp_path: Path) -> None:
    own = 'outlets = []\n[[feeds]]\nid = "warta"\nurl = "http://127.0.0.1:9/rss"\nname = "Warta Way Kambas"\n'
    new_home(tmp_path / "home", subscriptions=own)
    async with at_reader(tmp_path / "home") as person:
        await to_sources(person)
        assert person.panes[1].title == "Warta Way Kambas"
        await person.press("d")
        await person.until(lambda: person.panes[0].title == "0 sumber", "it is gone")
        assert person.panes[1].title == ""


async def test_what_another_changed_meanwhile_is_not_taken_back(home: Path) -> None:
    file = Folders.under(home).subscriptions_file
    async with at_reader(home, size=LARGE) as person:
        await to_sources(person)
        await person.press("G", "p")
        await person.sees("Dijeda")
        file.write_text(file.read_text() + "# Nanti saja.\n")
        await person.press("u")
        await person.told("Tidak diubah", "sudah diubah lagi sesudahnya")
        assert file.read_text().endswith("paused = true\n# Nanti saja.\n")


async def test_a_file_broken_by_hand_is_named_and_left_alone(home: Path) -> None:
    file = Folders.under(home).subscriptions_file
    async with at_reader(home, size=LARGE) as person:
        await to_sources(person)
        file.write_text('outlets = ["warta-way-kambas\n')
        for key in ("p", "x", "d"):
            await person.press("G", key)
        await person.told("Tidak diubah", "subscriptions.toml:1: bukan TOML yang sah")
        assert file.read_text() == 'outlets = ["warta-way-kambas\n'
        assert person.panes[0].title == "16 sumber"


async def test_a_source_is_asked_at_once(live: LiveNewsroom, live_home: Path) -> None:
    await age_polls(live_home)
    live.clock.forward(timedelta(minutes=10))
    before = len(live.servers.log)
    async with at_reader(live_home, size=LARGE) as person:
        await to_sources(person)
        await person.press("G", "r")
        await person.until(lambda: len(live.servers.log) > before, "the request")
        await person.sees("Terkini", " baru")
        assert {each.outlet_id for each in live.servers.log[before:]} == {"warta-way-kambas"}
        await person.until(lambda: "2 permintaan" in detail(person), "its traffic")
        await person.press("r")
        await person.sees("Baru saja ditanya dalam semenit ini")
        await person.press("p", "r")
        await person.sees("Tidak ditanya sampai Anda melanjutkannya.")
        await person.press("g", "r")
        # Its server asked for patience: no key goes against that.
        await person.sees("Baru saja ditanya dalam semenit ini")


async def test_what_a_failing_source_answers_is_told_in_the_readers_language(tmp_path: Path) -> None:
    dead = 'outlets = []\n[[feeds]]\nid = "mati"\nurl = "http://127.0.0.1:1/rss"\nname = "Media Mati"\n'
    new_home(tmp_path / "home", subscriptions=dead)
    async with at_reader(tmp_path / "home") as person:
        await to_sources(person)
        await person.sees("belum ditanya")
        await person.press("r")
        await person.sees("! Media Mati")
        # In its row, twice in what is told of it, and in the word on what came of the key.
        await person.until(lambda: person.text.count("servernya menolak sambungan") == 4, "the words")
        assert "the server" not in person.text


async def test_the_home_page_of_a_source_opens_in_the_browser(home: Path, tmp_path: Path) -> None:
    browsed, program = tmp_path / "browsed.txt", tmp_path / "browser.py"
    program.write_text(f"import sys; from pathlib import Path; Path({str(browsed)!r}).write_text(sys.argv[1])")
    settings(home, f'{QUIET}browser = ["{sys.executable}", "{program}"]\n')
    async with at_reader(home) as person:
        await to_sources(person)
        await person.press("G", "o")
        await person.sees("Dibuka di peramban")
        await person.until(lambda: browsed.exists() and bool(browsed.read_text()), "the browser to have been called")
    assert browsed.read_text().startswith("http://127.0.0.1:")


async def test_every_way_back_leads_to_the_reader(home: Path, titles: list[str]) -> None:
    async with at_reader(home) as person:
        for key in ("escape", "q", "H"):
            await to_sources(person)
            await person.press(key)
            await person.until(lambda: person.on(titles[0]), "the reader")


async def test_where_nothing_is_followed_no_key_breaks_anything(tmp_path: Path) -> None:
    new_home(tmp_path / "home")
    async with at_reader(tmp_path / "home") as person:
        await to_sources(person)
        await person.sees("0 sumber")
        await person.press(*"jkGgpxdrouJK", "e", "enter", "ctrl+r", "pagedown", "question_mark", "escape")
        assert person.panes[0].title == "0 sumber"
        assert faults(person) == []
        await person.press("P", "space", "enter")
        await person.until(lambda: person.panes[0].title != "0 sumber", "an outlet of the catalogue")
        assert (await person.settled()).count("belum ditanya") > 1


# --------------------------------------------------------------------------- the form


async def fill(person: Person, field: str, words: str) -> None:
    """Types words into a field of the form, in place of what it says."""
    person.app.screen.query_one(f"#{field}").focus()
    await person.press("end", "ctrl+u")
    await person.type(words)


async def tick(person: Person, field: str) -> None:
    """Ticks a box of the form, or not."""
    person.app.screen.query_one(f"#{field}").focus()
    await person.press("space")


def in_form(person: Person) -> bool:
    return isinstance(person.app.screen, SourceForm)


async def open_form(person: Person) -> None:
    await to_sources(person)
    await person.press("G", "e")
    await person.until(lambda: in_form(person), "the form")
    await person.settled()


async def test_every_field_of_the_form_is_kept(home: Path) -> None:
    async with at_reader(home, size=LARGE) as person:
        await open_form(person)
        await fill(person, "name", " Warta  Way Kambas Pagi ")
        await fill(person, "interval", "240")
        await fill(person, "keep", "250")
        await fill(person, "user_agent", "Pembaca/1")
        for box in ("full_text", "images", "muted", "paused"):
            await tick(person, box)
        person.app.screen.query_one("#category").focus()
        await person.press("enter", "down", "enter")
        assert "[ ]" in person.text
        await person.press("ctrl+s")
        await person.until(lambda: not in_form(person), "the sources again")
        await person.sees("dijeda", "Warta Way Kambas Pagi", "setiap 240 menit", "250", "Pembaca/1", "Bandar Lampung")
        assert "naskah lengkap tidak" in detail(person)
        assert "gambar tidak" in detail(person)
        assert override(home, WARTA) == Override(
            name=Line("Warta Way Kambas Pagi"),
            category="lampung-raya/bandar-lampung",
            interval_minutes=240,
            settings=FeedSettings(
                full_text=False, images=False, muted=True, paused=True, keep=250, user_agent="Pembaca/1"
            ),
        )
        # What is as usual again leaves no trace.
        await person.press("e")
        await person.until(lambda: in_form(person), "the form")
        for field in ("keep", "user_agent", "interval", "name"):
            await fill(person, field, "")
        for box in ("full_text", "images", "muted", "paused"):
            await tick(person, box)
        await person.press("ctrl+s")
        await person.until(lambda: not in_form(person), "the sources again")
        assert override(home, WARTA) == Override(category="lampung-raya/bandar-lampung")
        await person.press("u", "u")
        await person.until(lambda: not Folders.under(home).subscriptions_file.exists(), "all of it taken back")


SECRET = "Bearer rahasia-dapur"


async def test_a_header_is_sent_and_its_value_is_told_nowhere(live: LiveNewsroom, live_home: Path) -> None:
    await age_polls(live_home)
    live.clock.forward(timedelta(minutes=10))
    before = len(live.servers.log)
    async with at_reader(live_home, size=LARGE) as person:
        await open_form(person)
        for wrong in ("Cookie: a", "Authorization", "Kunci Saya: a"):
            await fill(person, "new-header", wrong)
            await person.press("enter")
            await person.until(lambda: bool(person.app._notifications), "why not")
            assert in_form(person)
            person.app.clear_notifications()
        await fill(person, "new-header", f"Authorization: {SECRET}")
        await person.press("enter")
        await person.until(lambda: not in_form(person), "the sources again")
        assert override(live_home, WARTA).settings.headers == (("Authorization", SECRET),)
        await person.until(lambda: "tajuk HTTP Authorization" in detail(person), "the header's name")
        await person.press("r")
        await person.until(lambda: len(live.servers.log) > before, "the request")
        assert live.servers.log[before].headers["Authorization"] == SECRET
        await person.press("e")
        await person.until(lambda: in_form(person), "the form")
        assert "Authorization" in await person.settled()
        assert "rahasia" not in person.text
        await fill(person, "header-0", "")
        await person.press("enter")
        await person.until(lambda: not in_form(person), "the sources again")
        assert override(live_home, WARTA).settings.headers == ()
    folders = Folders.under(live_home)
    assert folders.subscriptions_file.stat().st_mode & 0o077 == 0
    assert all("rahasia" not in log.read_text("utf-8") for log in folders.state.glob("*.log*"))


async def test_a_number_that_cannot_be_is_refused_in_its_place(home: Path) -> None:
    async with at_reader(home) as person:
        await open_form(person)
        await fill(person, "name", "Warta Baru")
        for field, most, wrong in (("interval", 10_080, ("0", "10081", "-5")), ("keep", 1_000_000, ("0", "9" * 30))):
            for typed in wrong:
                await fill(person, field, typed)
                person.app.clear_notifications()
                await person.press("enter")
                await person.sees(f"Isi bilangan bulat dari 1 sampai {most}.")
                assert in_form(person)
                assert person.app.focused is person.app.screen.query_one(f"#{field}")
            await fill(person, field, "25")
        assert not Folders.under(home).subscriptions_file.exists()
        await person.press("enter")
        await person.until(lambda: not in_form(person), "the sources again")
        assert override(home, WARTA) == Override(
            name=Line("Warta Baru"), interval_minutes=25, settings=FeedSettings(keep=25)
        )


async def test_escape_and_an_untouched_form_change_nothing(home: Path) -> None:
    async with at_reader(home, size=LARGE) as person:
        await open_form(person)
        await fill(person, "name", "Lain")
        await person.press("escape")
        await person.until(lambda: not in_form(person), "the sources again")
        await person.press("e")
        await person.until(lambda: in_form(person), "the form")
        await person.press("enter")
        await person.until(lambda: not in_form(person), "the sources again")
        assert not Folders.under(home).subscriptions_file.exists()
        await person.press("u")
        await person.sees("Tidak ada yang bisa diurungkan.")


@pytest.mark.parametrize("language", ["id", "en"])
async def test_the_form_has_room_at_every_size(language: str, home: Path) -> None:
    async with at_reader(home, language=language) as person:
        await open_form(person)
        for size in SIZES:
            await person.resize(size)
            await person.until(lambda size=size: len(person.lines) == size[1], f"{size}")  # type: ignore[misc]
            screen = await person.settled()
            assert faults(person) == []
            assert "[x]" in screen
            for words in (say("Name"), say("Category"), say("Minutes between polls"), "Ctrl+S"):
                assert words in screen
            if language == "id":
                assert english_in(screen) == []
            # What has no room comes into sight with the focus.
            person.app.screen.query_one("#paused").focus()
            await person.sees(say("paused: it is not asked"))
            person.app.screen.query_one("#name").focus()
            await person.settled()


@pytest.mark.parametrize("language", ["id", "en"])
async def test_in_a_slim_terminal_a_field_stands_under_its_name(language: str, home: Path) -> None:
    async with at_reader(home, language=language, size=(40, 20), settled=False) as person:
        await to_sources(person)
        await person.press("G", "enter")
        await person.until(lambda: isinstance(person.app.screen, SourceForm), "the form")
        await person.settled()
        for field in person.app.screen.query("Input, Select"):
            if field.id not in ("keep", "keep_days", "keep_mb"):
                assert field.region.width > 20, field.id


async def test_what_is_asked_behind_the_screen_is_told_on_it(live_home: Path) -> None:
    await age_polls(live_home)
    async with at_reader(live_home, size=LARGE) as person:
        await to_sources(person)
        await person.press("G")
        await person.until(lambda: "1 permintaan" in detail(person), "what was asked until now")
        reader = next(screen for screen in person.app.screen_stack if isinstance(screen, ReaderScreen))
        reader.refresh_by_hand()  # as the reader does by itself when sources are due
        await person.until(lambda: "2 permintaan" in detail(person), "that it was asked again")
        assert row_of(person, "Warta Way Kambas") == rows(person)[-1]


async def test_a_field_has_the_whole_width_of_a_narrow_screen_whenever_it_is_opened(home: Path) -> None:
    async with at_reader(home, size=(40, 20)) as person:
        await to_sources(person)
        for _ in range(3):
            await person.press("enter")
            await person.until(lambda: isinstance(person.app.screen, SourceForm), "the form")
            await person.sees("Menit antar-permintaan  ")
            assert "Lampung Raya" in person.text
            await person.press("escape")


async def test_it_is_told_whose_source_was_let_go(home: Path) -> None:
    async with at_reader(home) as person:
        await to_sources(person)
        await person.press("G", "d")
        await person.told("Dilepas", "Warta Way Kambas")


async def test_what_is_let_go_of_in_part_is_said_to_rest(home: Path) -> None:
    async with at_reader(home, language="en") as person:
        await to_sources(person)
        await person.press("j")
        await person.press("d")
        await person.told("Paused; P lets go of its outlet", "Kabarsiger.id")
        await person.press("u")
        await person.told("Taken back", "pausing")


async def test_where_nobody_answers_the_network_is_named_and_no_site(home: Path) -> None:
    async with in_newsroom(home) as room:
        for state in room.store.feed_states().values():
            await room.store.set_feed_state(replace(state, trouble="refused"))
    async with at_reader(home, language="en", size=MEDIUM) as person:
        await to_sources(person)
        await person.until(lambda: "this machine seems to have no network" in detail(person), "what is wrong")
        # A value that goes on does so under itself.
        lines = [by_cells(line, 41, 79) for line in person.lines]
        at = next(number for number, line in enumerate(lines) if "next time" in line)
        assert lines[at + 1].startswith(" " * 10)
        assert lines[at + 1].strip().endswith(")")
