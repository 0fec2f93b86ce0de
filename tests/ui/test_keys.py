"""Every key of every command of the registry does what its label says."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.ui.conftest import QUIET, settings
from tests.ui.person import SCROLLBAR, Person, age_polls, at_reader

from lampungtui.language import say
from lampungtui.model import View, ViewKind
from lampungtui.ui.commands import Pane
from lampungtui.ui.reader_commands import COMMANDS

MARKET = "Pasar Margorejo Ditata Ulang Mulai Desember"


@dataclass(frozen=True, slots=True)
class Scene:
    """A person who has just opened the reader (three panes, Indonesian), the key to try, and what there is to know."""

    person: Person
    key: str
    titles: list[str]
    browsed: Path

    async def opened(self) -> str:
        """Waits until the browser was called; the address that it was given."""
        await self.person.until(lambda: self.browsed.exists(), "the browser to have been called")
        return self.browsed.read_text("utf-8")

    @property
    def today(self) -> list[str]:
        """The section of today, which is there when something came since midnight in Lampung."""
        return ["Hari ini"] if self.person.app.room.tally(View(ViewKind.TODAY)).total else []

    async def press(self) -> None:
        await self.person.press(self.key)


Deed = Callable[[Scene], Awaitable[None]]


async def goes_a_row_down(scene: Scene) -> None:
    person = scene.person
    await scene.press()
    await person.comes_to(scene.titles[1])
    await person.reads(scene.titles[1])
    assert person.cursor_mark == "●"  # looking at an article beside the list is not reading it
    await person.press("enter")
    before = person.pane_lines(2)
    await scene.press()
    assert [line.rstrip(SCROLLBAR) for line in person.pane_lines(2)[:-1]] == [
        line.rstrip(SCROLLBAR) for line in before[1:]
    ]


async def goes_a_row_up(scene: Scene) -> None:
    await scene.person.press("j", "j")
    await scene.person.comes_to(scene.titles[2])
    await scene.press()
    await scene.person.comes_to(scene.titles[1])
    await scene.person.press("enter", "j", "j")
    before = scene.person.pane_lines(2)
    await scene.press()
    after = scene.person.pane_lines(2)
    assert [line.rstrip(SCROLLBAR) for line in after[1:]] == [line.rstrip(SCROLLBAR) for line in before[:-1]]


async def opens_what_the_cursor_is_on(scene: Scene) -> None:
    person = scene.person
    await person.press("j")
    await scene.press()
    await person.until(lambda: person.panes[2].focused, "the focus in the article")
    await person.reads(scene.titles[1])
    await person.until(lambda: person.cursor_mark == " ", "the article marked read")
    await person.press("tab")
    await person.in_pane("Rubrik")
    await person.press("j", "j")
    await scene.press()
    await person.in_pane("Tersimpan")


async def goes_back_a_pane(scene: Scene) -> None:
    person = scene.person
    await person.press("enter")
    assert person.panes[2].focused
    await scene.press()
    await person.in_pane("Semua")
    await scene.press()
    await person.in_pane("Rubrik")
    await scene.press()
    await person.in_pane("Rubrik")


async def steps_through_the_panes(scene: Scene) -> None:
    order = []
    for _ in range(3):
        await scene.press()
        order.append([pane.focused for pane in scene.person.panes].index(True))
    assert order == [2, 0, 1]


async def steps_back_through_the_panes(scene: Scene) -> None:
    order = []
    for _ in range(3):
        await scene.press()
        order.append([pane.focused for pane in scene.person.panes].index(True))
    assert order == [0, 2, 1]


async def reads_on_from_article_to_article(scene: Scene) -> None:
    person = scene.person
    await scene.press()
    await person.until(lambda: person.panes[2].focused, "the first article opened")
    await person.reads(scene.titles[0])
    top = person.pane_lines(2)[0]
    await scene.press()
    assert person.reading(scene.titles[0]) or person.pane_lines(2)[0] != top
    for _ in range(20):
        if person.on(scene.titles[1]):
            break
        await scene.press()
    await person.reads(scene.titles[1])
    await person.until(lambda: person.cursor_mark == " ", "the second article marked read")


async def goes_to_the_next_unread(scene: Scene) -> None:
    person = scene.person
    await person.press("j", "m")
    await person.until(lambda: person.cursor_mark == " ", "the second marked read")
    await person.press("k")
    await scene.press()
    await person.comes_to(scene.titles[2])
    await person.reads(scene.titles[2])
    await person.until(lambda: person.cursor_mark == " ", "the third marked read")


async def goes_to_the_unread_before(scene: Scene) -> None:
    person = scene.person
    await person.press("j", "j", "m")
    await person.until(lambda: person.cursor_mark == " ", "the third marked read")
    await person.press("j")
    await scene.press()
    await person.comes_to(scene.titles[1])
    await person.reads(scene.titles[1])


async def steps_to_the_next_category(scene: Scene) -> None:
    await scene.press()
    await scene.person.in_pane("Belum dibaca")
    await scene.press()
    for section in ("Tersimpan", *scene.today, "Lampung Raya"):
        # The heading above the rubrics is no place to stand.
        await scene.person.in_pane(section)
        await scene.press()


async def steps_to_the_category_before(scene: Scene) -> None:
    await scene.person.press(*["right_square_bracket"] * (3 + len(scene.today)))
    await scene.person.in_pane("Lampung Raya")
    for section in (*scene.today, "Tersimpan"):
        await scene.press()
        await scene.person.in_pane(section)


async def goes_to_the_top(scene: Scene) -> None:
    person = scene.person
    await person.press(*"jjjjj")
    await person.comes_to(scene.titles[5])
    await scene.press()
    await person.comes_to(scene.titles[0])
    await person.press("enter")
    await person.settled()
    before = person.article_text
    await person.press("j", "j")
    assert person.article_text != before
    await scene.press()
    assert person.article_text == before


async def goes_to_the_end(scene: Scene) -> None:
    person = scene.person
    await scene.press()
    await person.comes_to(scene.titles[-1])
    await person.press("enter")
    await scene.press()
    await person.until(lambda: "Disimpan" in "".join(person.article_text.split()), "the article's last lines")


async def goes_a_page_down(scene: Scene) -> None:
    person = scene.person
    whole_rows = len(person.pane_lines(1)) // 3
    await scene.press()
    await person.until(lambda: not person.on(scene.titles[0]), "another row")
    row = next(row for row, title in enumerate(scene.titles) if person.on(title))
    assert whole_rows - 2 <= row <= whole_rows
    await person.press("g", "enter")
    await person.settled()
    before = person.pane_lines(2)
    await scene.press()
    after = person.pane_lines(2)
    if before != after:  # a short article has no second page
        assert after[0].rstrip(SCROLLBAR) in [line.rstrip(SCROLLBAR) for line in before]


async def goes_a_page_up(scene: Scene) -> None:
    person = scene.person
    await person.press("pagedown")
    await person.until(lambda: not person.on(scene.titles[0]), "another row")
    await scene.press()
    await person.comes_to(scene.titles[0])


async def marks_read_and_unread(scene: Scene) -> None:
    person = scene.person
    assert person.cursor_mark == "●"
    await scene.press()
    await person.until(lambda: person.cursor_mark == " ", "no mark of unread")
    await person.sees(f"{len(scene.titles) - 1}/{len(scene.titles)}")
    await scene.press()
    await person.until(lambda: person.cursor_mark == "●", "the mark of unread")
    await person.in_pane("Semua")


async def saves_and_lets_go(scene: Scene) -> None:
    person = scene.person
    await scene.press()
    await person.until(lambda: any("★" in line for line in person.cursor_lines), "a star on the row")
    await person.until(lambda: "1/1" in person.pane_lines(0)[2], "one under Tersimpan")
    await scene.press()
    await person.until(lambda: not any("★" in line for line in person.cursor_lines), "no star")
    await person.until(lambda: "1" not in person.pane_lines(0)[2], "none under Tersimpan")


async def opens_the_page_in_the_browser(scene: Scene) -> None:
    await find_market(scene.person)
    await scene.press()
    await scene.person.sees("Dibuka di peramban")
    address = await scene.opened()
    assert address.startswith("http://127.0.0.1:")
    assert "pasar-margorejo-ditata-ulang" in address


async def opens_the_comments_in_the_browser(scene: Scene) -> None:
    await find_market(scene.person)
    await scene.press()
    assert (await scene.opened()).endswith("#komentar")


async def says_that_there_is_no_earlier_version(scene: Scene) -> None:
    await scene.press()
    await scene.person.sees("Berita ini tidak punya versi lama.")


async def opens_the_search(scene: Scene) -> None:
    await scene.press()
    await scene.person.type("margo")
    await scene.person.sees("Cari: margo")


async def asks_the_outlets(scene: Scene) -> None:
    await scene.press()
    await scene.person.until(lambda: "luring · berita per" in scene.person.lines[0], "the header to say offline")


async def puts_aside_for_later(scene: Scene) -> None:
    await scene.press()
    await scene.person.sees("Baca nanti", scene.titles[0][:20])
    await scene.press()
    await scene.person.sees("Tidak lagi disisihkan")


async def marks_everything_read(scene: Scene) -> None:
    await scene.press()
    await scene.person.sees("83 berita ditandai sudah dibaca", "Semua · 83 berita", gone=("belum dibaca ━",))


async def takes_back_what_was_done_last(scene: Scene) -> None:
    await scene.person.press("A")
    await scene.person.sees("83 berita ditandai sudah dibaca")
    await scene.press()
    await scene.person.sees("Diurungkan: semua ditandai sudah dibaca", "Semua · 83/83")
    await scene.press()
    await scene.person.sees("Tidak ada yang bisa diurungkan.")


async def makes_it_again(scene: Scene) -> None:
    await scene.person.press("A", "u")
    await scene.person.sees("Diurungkan: semua ditandai sudah dibaca")
    await scene.press()
    await scene.person.sees("Diulangi: semua ditandai sudah dibaca")
    assert "83/83" not in scene.person.text


async def leaves_pictures_out_and_shows_them(scene: Scene) -> None:
    await scene.press()
    await scene.person.sees(say("Pictures are shown."))
    await scene.press()
    await scene.person.sees(say("Pictures are left out and not fetched; their words stand in the text.")[:20])


async def shows_the_people(scene: Scene) -> None:
    await find_market(scene.person)
    await scene.press()
    await scene.person.sees(
        "Siapa yang membuatnya", "Editor · Rina Wulandari", "Daerah · Metro", "Media · Kabarsiger.id"
    )
    await scene.person.press("enter")
    await scene.person.sees('Cari: orang:"Rina Wulandari"', "Petugas Pasang Rambu Tsunami Baru", "Gajah Liar Kembali")
    await scene.person.press("escape")
    await scene.person.sees(gone=("orang:",))


async def asks_for_an_address(scene: Scene) -> None:
    await scene.press()
    await scene.person.sees("Tambah sumber", "alamat apa saja")
    await scene.person.press("escape")
    await scene.person.sees(gone=("alamat apa saja",))


async def shows_the_themes(scene: Scene) -> None:
    await scene.press()
    await scene.person.sees("DARI LAMPUNGTUI", "kontras-gelap")
    await scene.person.press("escape")
    await scene.person.sees(gone=("DARI LAMPUNGTUI",))


async def shows_the_settings(scene: Scene) -> None:
    await scene.press()
    await scene.person.sees("Lebar teks", "Penandaan terbaca")
    await scene.person.press("escape")
    await scene.person.sees(gone=("Penandaan terbaca",))


async def shows_the_sources(scene: Scene) -> None:
    await scene.press()
    await scene.person.sees("! Gardu Pagi", "meminta kita kembali nanti")
    await scene.person.press("escape")
    await scene.person.sees(gone=("meminta kita kembali nanti",))


async def shows_the_help(scene: Scene) -> None:
    await scene.press()
    await scene.person.sees("Tombol di panel daftar berita", "Gulir berita;")
    await scene.person.press("escape")
    await scene.person.sees(gone=("Tombol di panel",))


async def finds_a_command_by_name(scene: Scene) -> None:
    await scene.press()
    await scene.person.type("sumber: kea")
    await scene.person.sees("Sumber: keadaannya")
    await scene.person.press("enter")
    await scene.person.sees("meminta kita kembali nanti")


async def opens_the_next_article(scene: Scene) -> None:
    person = scene.person
    await person.press("enter")
    await person.reads(scene.titles[0])
    await scene.press()
    await person.reads(scene.titles[1])
    await person.until(lambda: person.panes[2].focused and person.cursor_mark == " ", "it open and read")
    await person.press_at_once("3", scene.key)
    await person.reads(scene.titles[4])


async def opens_the_article_before(scene: Scene) -> None:
    person = scene.person
    await person.press("j", "j", "enter")
    await person.reads(scene.titles[2])
    await scene.press()
    await person.reads(scene.titles[1])
    await scene.press()
    await person.reads(scene.titles[0])
    await scene.press()
    await person.sees("Daftar berakhir di sini.")


async def goes_to_the_category_of_that_number(scene: Scene) -> None:
    person = scene.person
    if scene.key == "0":
        await scene.press()
        await person.press("j")
        await person.comes_to(scene.titles[1])
        await person.press_at_once("1", "0", "j")
        await person.comes_to(scene.titles[11])
        return
    name = next(line for line in person.pane_lines(0) if f" {scene.key} " in line[:4]).split(scene.key, 1)[1]
    await scene.press()
    await person.in_pane(name.split("  ")[0].strip())


async def marks_a_part_of_the_list(scene: Scene) -> None:
    person, total = scene.person, len(scene.titles)
    await person.press("j", "j")
    await scene.press()
    await person.sees("Tandai sudah dibaca", "Di atas kursor", "Lebih lama dari tiga hari")
    await person.press("a")
    await person.sees("2 berita ditandai sudah dibaca", f"{total - 2}/{total}")
    await person.press("u")
    await person.sees(f"{total}/{total}")
    await scene.press()
    await person.press("b")
    await person.sees(f"{total - 3} berita ditandai sudah dibaca", f"3/{total}")


async def shows_the_links(scene: Scene) -> None:
    person = scene.person
    await find_market(person)
    await person.reads(MARKET)
    await scene.press()
    await person.sees("Tautan", "angka atau Enter membuka", "berita ini di medianya")
    number = next(line for line in person.lines if "berita ini di medianya" in line).split("127.0.0.1")[0].split()[-1]
    await person.press(*number)
    assert "pasar-margorejo-ditata-ulang" in await scene.opened()


async def copies_a_citation(scene: Scene) -> None:
    person = scene.person
    await find_market(person)
    await scene.press()
    await person.sees("Salin atau bagikan", "Sitasi untuk BibTeX", "WhatsApp")
    await person.press("c")
    await person.sees("Sitasi disalin")
    copied = person.app.clipboard
    assert f"“{MARKET}”. Kabarsiger.id (Metro), " in copied
    assert "WIB. Editor: Rina Wulandari. http://127.0.0.1:" in copied


async def finds_words_in_the_article(scene: Scene) -> None:
    person = scene.person
    await find_market(person)
    await person.press("enter")
    await person.reads(MARKET)
    await scene.press()
    await person.type("pedagang")
    await person.sees("1 dari ")
    await person.press("enter")
    total = person.panes_subtitle(2).split("dari ")[1].split()[0]
    await person.press("n")
    await person.sees(f"2 dari {total}")
    await person.press("N", "N")
    await person.sees(f"{total} dari {total}")
    await person.press("escape")
    await person.sees(gone=(f"dari {total} ",))
    assert person.panes[2].focused


async def searches_from_the_article(scene: Scene) -> None:
    await scene.person.press("enter")
    await scene.person.until(lambda: scene.person.panes[2].focused, "the article")
    await opens_the_search(scene)


async def shows_the_article_alone(scene: Scene) -> None:
    person = scene.person
    await scene.press()
    await person.sees(gone=("Rubrik", "lampungtui ·"))
    assert scene.titles[0].split()[0] in person.text
    await scene.press()
    await person.sees("Rubrik", "lampungtui ·")


async def hides_the_categories(scene: Scene) -> None:
    person = scene.person
    assert len(person.panes) == 3
    await scene.press()
    await person.until(lambda: len(person.panes) == 2, "no categories")
    await scene.press()
    await person.until(lambda: len(person.panes) == 3, "categories again")


async def widens_the_lines(scene: Scene) -> None:
    await scene.press()
    await scene.person.sees("Baris paling panjang 76 huruf")
    await scene.person.press_at_once("3", scene.key)
    await scene.person.sees("Baris paling panjang 88 huruf")


async def narrows_the_lines(scene: Scene) -> None:
    person = scene.person
    await person.press_at_once("9", scene.key)
    await person.sees("Baris paling panjang 40 huruf")
    await scene.press()
    await person.sees("antara 40 dan 120 huruf")
    assert max(len(line.rstrip(SCROLLBAR).strip()) for line in person.pane_lines(2)) <= 40


async def gives_the_article_more_room(scene: Scene) -> None:
    before = scene.person.panes[1].width
    await scene.press()
    await scene.person.until(lambda: scene.person.panes[1].width == before - 2, "a slimmer list")


async def gives_the_headlines_more_room(scene: Scene) -> None:
    before = scene.person.panes[1].width
    await scene.person.press_at_once("3", scene.key)
    await scene.person.until(lambda: scene.person.panes[1].width == before + 6, "a broader list")


async def goes_on_where_nothing_can_be_suspended(scene: Scene) -> None:
    # Without a terminal there is no shell to go to; with one: tests/e2e.
    await scene.press()
    await scene.person.press("j")
    await scene.person.comes_to(scene.titles[1])


async def tags_and_takes_the_tag_away(scene: Scene) -> None:
    person = scene.person
    await scene.press()
    await person.type("penting")
    await person.sees("[ ] penting", "baru")
    await person.press("enter")
    await person.sees("Diberi tag #penting", "#penting")
    await scene.press()
    await person.sees("[✓] penting", "1 berita")
    await person.press("enter")
    await person.sees("Tag #penting dilepas")
    await person.press("u")
    await person.sees("Diurungkan: tag dilepas")


async def hides_it_and_brings_it_back(scene: Scene) -> None:
    person, total = scene.person, len(scene.titles)
    await scene.press()
    await person.sees("Disembunyikan; u mengembalikannya", f"{total - 1}/{total - 1}")
    await person.comes_to(scene.titles[1])
    await person.press("u")
    await person.sees(f"{total}/{total}")
    await person.comes_to(scene.titles[0])


async def mutes_a_word_for_thirty_days(scene: Scene) -> None:
    person, total = scene.person, len(scene.titles)
    await scene.press()
    await person.sees("Bungkam atau tandai apa?", "Medianya: Warta Way Kambas")
    await person.press("w")
    await person.sees("seterusnya", "di semua media")
    await person.type("gajah")
    await person.sees("Berlaku untuk ")
    await person.press("down", "down", "down", "right", "right", "right")
    await person.sees("30 hari, sampai ")
    await person.press("enter")
    await person.sees("berita dibungkam; u mengurungkannya")
    await person.until(lambda: not person.on(scene.titles[0]), "the article on elephants gone")
    await person.press("u")
    await person.sees(f"{total}/{total}", "Diurungkan: aturan dibuat")


async def tells_what_others_have_of_it(scene: Scene) -> None:
    await scene.press()
    await scene.person.sees("Belum ada media lain dengan liputan ini.")


async def keeps_a_search_as_a_view(scene: Scene) -> None:
    person = scene.person
    await scene.press()
    await person.sees("Cari sesuatu dulu (/)")
    await person.press("slash")
    await person.type("kopi daerah:liwa")
    await person.sees("Cari: kopi daerah:liwa")
    await person.press("enter")
    await person.in_pane("Cari: kopi daerah:liwa")
    await scene.press()
    await person.sees("Simpan pencarian ini sebagai tampilan bernama")
    await person.press(*["backspace"] * 16)
    await person.type("Kopi Liwa")
    await person.press("enter")
    await person.in_pane("Kopi Liwa")
    await person.sees("TAMPILAN ANDA", "Disimpan sebagai tampilan")
    await scene.press()
    await person.sees("Nama lain ...", "Hapus tampilan ini")
    await person.press("x")
    await person.in_pane("Semua")
    await person.press("u")
    await person.sees("TAMPILAN ANDA", "Diurungkan: tampilan dihapus")


async def orders_and_groups_the_list(scene: Scene) -> None:
    person = scene.person
    await scene.press()
    await person.sees("Urutan dan kelompok", "Terbaru dulu")
    await person.press("o")
    await person.press("g")
    await person.comes_to(scene.titles[-1])
    await scene.press()
    await person.press("n")
    await scene.press()
    await person.press("m")
    await person.press("g")
    await person.until(lambda: "───" in "".join(person.pane_lines(1)), "the name of a group")


async def shows_the_rules(scene: Scene) -> None:
    person = scene.person
    await scene.press()
    await person.sees("Belum ada aturan: a membuatnya.")
    await person.press("a")
    await person.type("media:siger")
    await person.sees("Berlaku untuk ")
    await person.press("down", "right", "enter")
    await person.sees("1 aturan", "! media:siger", "Ditandai")
    await person.press("d")
    await person.sees("Aturan dilepas; u mengembalikannya", "0 aturan")
    await person.press("u")
    await person.sees("1 aturan")
    await person.press("escape")
    await person.in_pane("Semua")
    await person.sees("◆ ")


async def quits(scene: Scene) -> None:
    assert scene.person.app.is_running
    await scene.person.pilot.press(scene.key)
    await scene.person.until(lambda: not scene.person.app.is_running, "the program to end")


async def find_market(person: Person) -> None:
    """Puts the cursor on an article that has comments."""
    await person.press("slash")
    await person.type("margo")
    await person.sees("Cari: margo")
    await person.press("enter")
    await person.comes_to(MARKET)


DEEDS: dict[str, Deed] = {
    "move.down": goes_a_row_down,
    "move.up": goes_a_row_up,
    "move.in": opens_what_the_cursor_is_on,
    "move.out": goes_back_a_pane,
    "move.pane": steps_through_the_panes,
    "move.pane_back": steps_back_through_the_panes,
    "move.on": reads_on_from_article_to_article,
    "move.next_unread": goes_to_the_next_unread,
    "move.previous_unread": goes_to_the_unread_before,
    "move.next_category": steps_to_the_next_category,
    "move.previous_category": steps_to_the_category_before,
    "move.top": goes_to_the_top,
    "move.bottom": goes_to_the_end,
    "move.page_down": goes_a_page_down,
    "move.page_up": goes_a_page_up,
    "move.next_article": opens_the_next_article,
    "move.previous_article": opens_the_article_before,
    "move.category": goes_to_the_category_of_that_number,
    "article.many_read": marks_a_part_of_the_list,
    "article.links": shows_the_links,
    "article.copy": copies_a_citation,
    "article.find": finds_words_in_the_article,
    "news.search_all": searches_from_the_article,
    "view.zen": shows_the_article_alone,
    "view.sections": hides_the_categories,
    "view.wider": widens_the_lines,
    "view.narrower": narrows_the_lines,
    "view.split_left": gives_the_article_more_room,
    "view.split_right": gives_the_headlines_more_room,
    "program.suspend": goes_on_where_nothing_can_be_suspended,
    "article.tag": tags_and_takes_the_tag_away,
    "article.hide": hides_it_and_brings_it_back,
    "article.mute": mutes_a_word_for_thirty_days,
    "article.story": tells_what_others_have_of_it,
    "news.save_view": keeps_a_search_as_a_view,
    "news.list_as": orders_and_groups_the_list,
    "news.rules": shows_the_rules,
    "article.read": marks_read_and_unread,
    "article.save": saves_and_lets_go,
    "article.browse": opens_the_page_in_the_browser,
    "article.later": puts_aside_for_later,
    "article.all_read": marks_everything_read,
    "state.undo": takes_back_what_was_done_last,
    "state.redo": makes_it_again,
    "article.people": shows_the_people,
    "article.comments": opens_the_comments_in_the_browser,
    "article.pictures": leaves_pictures_out_and_shows_them,
    "article.version": says_that_there_is_no_earlier_version,
    "news.search": opens_the_search,
    "news.refresh": asks_the_outlets,
    "news.add": asks_for_an_address,
    "news.sources": shows_the_sources,
    "program.themes": shows_the_themes,
    "program.settings": shows_the_settings,
    "program.help": shows_the_help,
    "program.palette": finds_a_command_by_name,
    "program.quit": quits,
}
"""What a person sees who presses a key of each command, by the command's id."""


@pytest.fixture
def browsed(home: Path, tmp_path: Path) -> Path:
    """The file into which the browser of the settings writes the address that it is called with."""
    written = tmp_path / "browsed"
    program = tmp_path / "browser.py"
    program.write_text(
        "import pathlib, sys\n"
        f"part = pathlib.Path({str(written)!r} + '.part')\n"
        "part.write_text(sys.argv[1], 'utf-8')\n"
        f"part.rename({str(written)!r})\n",
        encoding="utf-8",
    )
    settings(home, f'{QUIET}browser = ["{sys.executable}", "{program}"]\n')
    return written


@pytest.mark.parametrize(("command_id", "key"), [(command.id, key) for command in COMMANDS for key in command.keys])
async def test_a_key_does_what_its_label_says(
    command_id: str, key: str, home: Path, titles: list[str], browsed: Path
) -> None:
    if command_id == "news.refresh":
        await age_polls(home)
    async with at_reader(home) as person:
        await person.comes_to(titles[0])
        await DEEDS[command_id](Scene(person, key, titles, browsed))


def test_no_deed_is_of_a_command_that_is_gone() -> None:
    assert set(DEEDS) == {command.id for command in COMMANDS}


def test_a_key_calls_one_command_in_a_pane() -> None:
    for pane in Pane:
        keys = [key for command in COMMANDS if pane in command.panes for key in command.keys]
        assert len(keys) == len(set(keys))
