"""The linear reader as a person uses it: lines in, lines out, through a pipe and in a terminal that can do nothing."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest
from tests.cli.command import STEERING, CommandLine, Ran

MARKET = "Pasar Margorejo Ditata Ulang Mulai Desember"
DRAWN = re.compile("[\u2500-\u259f\u2190-\u21ff\u2800-\u28ff]")
"""Frames, blocks, arrows and spinners: what has no words."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A person whose demo newsroom was opened once, so that its headlines are stored; since then, nobody is asked."""
    home = tmp_path_factory.mktemp("plain") / "home"
    home.mkdir()
    ran = visit(home)
    assert (ran.code, ran.err) == (0, "")
    settings = home / "demo" / "config" / "config.toml"
    settings.write_text("refresh = false\nprefetch = false\n" + settings.read_text("utf-8"), "utf-8")
    return home


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    """The same, for a test to change."""
    return Path(shutil.copytree(filled, tmp_path / "home"))


def visit(home: Path, *lines: str) -> Ran:
    """Types lines into the linear reader while the outlets of the demo newsroom listen and are asked."""
    return read(home, *lines, more=("--demo",))


def read(home: Path, *lines: str, language: str = "id", more: tuple[str, ...] = ()) -> Ran:
    """Types lines into the linear reader on what is stored of the demo newsroom; what came of it."""
    typed = "".join(f"{line}\n" for line in lines).encode()
    words: tuple[str | Path, ...] = (*more, "--plain", "--lang", language, "--home", home / "demo")
    return CommandLine(home).run(*words, typed=typed, environment={"TERM": "dumb"})


def number_of(out: str, title: str) -> str:
    """The number that a headline has in the list that was told last."""
    found = re.findall(rf"^(\d+)\. {re.escape(title)}", out, re.MULTILINE)
    assert found, out
    return str(found[-1])


# --------------------------------------------------------------------------- through a pipe


@pytest.mark.parametrize(("language", "words"), [("id", "pembaca baris"), ("en", "the linear reader")])
def test_it_begins_with_the_headlines_and_ends_with_the_input(language: str, words: str, home: Path) -> None:
    ran = read(home, language=language)
    assert (ran.code, ran.err) == (0, "")
    assert words in ran.out.splitlines()[0]
    assert re.search(r"^1\. \S.*, (belum dibaca|unread)$", ran.out, re.MULTILINE)
    assert STEERING.search(ran.out) is None
    assert DRAWN.search(ran.out) is None


def test_an_article_is_opened_by_its_number_with_who_when_where_text_and_links(tmp_path: Path) -> None:
    # A first visit: the outlets' addresses are those of this run, and its text is fetched when it is opened.
    home = tmp_path / "new"
    home.mkdir()
    out = visit(home, "cari margorejo", "1").out
    number = number_of(out, MARKET)
    article = out[out.index(f"Nomor {number} dari") :].splitlines()
    assert article[1] == MARKET
    for words in ("Media: Kabarsiger.id", "Rubrik: Lampung Raya, Metro", "Tempat: Metro", "Editor: Rina Wulandari"):
        assert words in article
    assert any(line.startswith("Terbit: ") and line.endswith(" WIB") for line in article)
    assert "Subjudul: Pindah bertahap" in article
    assert "- Lorong ikan dan daging, mulai tanggal 10 bulan depan" in article
    assert "Blok: Ikan; Jumlah lapak: 41; Sewa lama: Rp7.500; Sewa baru: Rp7.500" in article
    assert any(line.startswith("Kutipan:") for line in article)
    paragraph = next(line for line in article if line.startswith("Keterangan lengkap"))
    link = re.search(r"\[(\d+)\]", paragraph)
    assert link is not None
    assert any(line.startswith(f"{link[0]} http://") for line in article)
    assert any(line.startswith("Sumber: http://") for line in article)


def test_next_previous_and_unread_lead_through_the_list(home: Path) -> None:
    out = read(home, "list", "next", "next", "previous", "unread", "mark", "again", language="en").out
    opened = re.findall(r"^Number (\d+) of ", out, re.MULTILINE)
    assert opened[:3] == ["1", "2", "1"]
    assert int(opened[3]) > 2, "what was read is not unread"
    assert "Marked unread: " in out
    assert opened[4] == opened[3]


def test_saving_is_seen_in_the_saved_ones_and_can_be_taken_back(home: Path) -> None:
    out = read(home, "simpan 2", "rubrik tersimpan", "urung", "rubrik tersimpan", "jadi", "urung").out
    title = re.search(r"^Tersimpan: (.+)$", out, re.MULTILINE)
    assert title is not None
    assert re.search(rf"^1\. {re.escape(title[1])}.*, tersimpan$", out, re.MULTILINE)
    assert "Tersimpan, 0 berita" in out


def test_categories_are_chosen_by_number_and_by_name(home: Path) -> None:
    out = read(home, "rubrik", "rubrik metro", "rubrik atlantis").out
    listed = re.search(r"^(\d+)\. Metro, (\d+) berita", out, re.MULTILINE)
    assert listed is not None
    by_number = read(home, "rubrik", f"rubrik {listed[1]}").out
    for each in (out, by_number):
        assert f"Metro, {listed[2]} berita" in each[each.index("Ketik rubrik") :]
    assert "Tidak ada rubrik atlantis." in out


def test_a_search_says_what_it_did_not_understand_and_ends_without_words(home: Path) -> None:
    out = read(home, "/kopi status:ungu", "cari").out
    assert "status:ungu: status itu tidak ada" in out
    assert out.rindex("Semua, ") > out.index("Cari: ")


def test_more_headlines_come_with_an_empty_line_until_the_list_ends(home: Path) -> None:
    out = read(home, *[""] * 8).out
    numbers = [int(each) for each in re.findall(r"^(\d+)\. ", out, re.MULTILINE)]
    assert numbers == list(range(1, max(numbers) + 1))
    assert "Daftar berakhir di sini." in out


@pytest.mark.parametrize(
    ("language", "typed", "told"),
    [
        ("id", "lompat", "Tidak ada perintah lompat."),
        ("en", "jump", "There is no command jump."),
        ("id", "9999", "Tidak ada nomor itu; daftar ini dari 1 sampai 83."),
        ("id", "0", "Tidak ada nomor itu"),
        ("id", "99999999999999999999", "Tidak ada nomor itu"),
        ("en", "save", "Which article? Give its number, or open it first."),
        ("id", "\x1b[31mmerah", "Tidak ada perintah"),
    ],
)
def test_what_is_not_understood_is_told_in_words(language: str, typed: str, told: str, home: Path) -> None:
    ran = read(home, typed, language=language)
    assert told in ran.out
    assert STEERING.search(ran.out) is None


@pytest.mark.parametrize(("language", "own", "other"), [("id", "simpan", "save"), ("en", "save", "simpan")])
def test_the_help_names_every_command_and_both_languages_are_understood(
    language: str, own: str, other: str, home: Path
) -> None:
    out = read(home, "bantuan", language=language).out
    assert re.search(rf"^{own} \(.*{other}.*\): ", out, re.MULTILINE)
    assert _ageless(out) == _ageless(read(home, "help", language=language).out)


def _ageless(text: str) -> str:
    """Without the ages of articles, which grow from one run to the next."""
    return re.sub(r"\b(\d+ (menit|jam) lalu|\d+ (minutes?|hours?) ago|baru saja|just now)\b", "", text)


def test_the_sources_are_told_with_what_can_be_done(home: Path) -> None:
    out = visit(home, "muat", "sumber").out
    assert "1 galat." in out
    assert "meminta kita kembali nanti. Akan dicoba lagi dengan sendirinya." in out


def test_the_place_is_kept_and_quitting_needs_a_word_of_either_language(home: Path) -> None:
    assert read(home, "rubrik metro", "1", "keluar", "rubrik").out.count("Ketik rubrik") == 0
    again = read(home, "quit").out
    assert re.search(r"^Metro, \d+ berita", again, re.MULTILINE)


def test_textual_is_not_loaded(home: Path) -> None:
    words = "import sys; from lampungtui.cli import main; main(sys.argv[1:]); print('textual' in sys.modules)"
    command = CommandLine(home)
    ran = subprocess.run(
        [sys.executable, "-c", words, "--demo", "--plain", "--home", str(home / "demo")],
        input=b"1\nhelp\n", capture_output=True, env=command.environment(), timeout=60, check=True,
    )  # fmt: skip
    assert ran.stdout.decode().splitlines()[-1] == "False"


# --------------------------------------------------------------------------- in a terminal


@pytest.fixture
def terminal(home: Path) -> Iterator[pexpect.spawn[str]]:
    """The linear reader in a pty whose terminal can do nothing."""
    child: pexpect.spawn[str] = pexpect.spawn(
        sys.executable, ["-m", "lampungtui", "--plain", "--home", str(home / "demo")],
        env=CommandLine(home).environment({"TERM": "dumb", "LANG": "id_ID.UTF-8"}), encoding="utf-8", timeout=30,
    )  # fmt: skip
    yield child
    child.close(force=True)


def test_a_terminal_is_prompted_in_words_and_gets_no_steering(terminal: pexpect.spawn[str]) -> None:
    said = ""
    for typed in ("cari margorejo", "1", "simpan", "urung", "keluar"):
        terminal.expect_exact("Nomor atau perintah: ")
        said += str(terminal.before)
        terminal.sendline(typed)
    terminal.expect(pexpect.EOF)
    said += str(terminal.before)
    terminal.close()
    assert terminal.exitstatus == 0
    assert MARKET in said
    assert "Tersimpan: " in said
    assert said.count(MARKET) >= 3
    assert STEERING.search(said.replace("\r\n", "\n")) is None
    assert DRAWN.search(said) is None


def test_a_terminal_that_can_do_nothing_is_told_of_the_linear_reader(home: Path) -> None:
    child: pexpect.spawn[str] = pexpect.spawn(
        sys.executable, ["-m", "lampungtui", "--demo"],
        env=CommandLine(home).environment({"TERM": "dumb", "LANG": "C.UTF-8"}), encoding="utf-8", timeout=30,
    )  # fmt: skip
    child.expect_exact("'lampungtui --plain' reads line by line")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 2


def test_interrupting_at_the_prompt_ends_it_without_a_trace(terminal: pexpect.spawn[str]) -> None:
    terminal.expect_exact("Nomor atau perintah: ")
    terminal.sendintr()
    terminal.expect(pexpect.EOF)
    assert "Traceback" not in str(terminal.before)
    terminal.close()
    assert terminal.exitstatus == 130
