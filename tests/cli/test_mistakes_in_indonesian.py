"""Mistakes as an Indonesian person is told them, with no English: in files, lists of feeds and the words of a command."""

from __future__ import annotations

import os
import re
from html import escape
from pathlib import Path

import pytest
from tests.cli.command import CommandLine
from tests.cli.documents import PROFILE
from tests.e2e.terminal import Terminal
from tests.ui.source_desk import english_in

from lampungtui.config.values import SETTINGS, Choice

UNUSABLE = 2

INDONESIAN = {"LANG": "id_ID.UTF-8"}
IN_THE_SETTINGS = 'language = "id"\n'
"""The other way in which a person asks for it."""

QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|\[[^\]]*\]")
"""What stands in quotes or brackets is of the file, or of no language: names of keys, values, tables."""

NAMES = {name for each in SETTINGS for name in (each.name, *(each.kind.names if isinstance(each.kind, Choice) else ()))}
"""What the settings and their values are called in the file, in any language."""


def english_told(text: str) -> list[str]:
    """English words in what was told, but for those that are the file's."""
    return [word for word in english_in(QUOTED.sub("", text)) if word not in NAMES]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("mesure = 60", "2: kunci 'mesure' tidak dikenal; maksudnya 'measure'?"),
        ("measure = 400", "2: measure harus bilangan bulat dari 40 sampai 120"),
        ('refresh = "ya"', "2: refresh harus true atau false"),
        ('mark_read = "nanti"', "2: mark_read harus salah satu dari open, scroll"),
        ("theme = 3", "2: theme harus berupa teks di antara tanda kutip"),
        ("theme = tapis", "2: bukan TOML yang sah di kolom 9 (nilainya tidak sah; teks ditulis di antara tanda kutip)"),
        ("outlets = [", "3: bukan TOML yang sah di akhir berkasnya (nilainya tidak sah; "),
        ("[browser]\ncomand = []", "3: kunci 'comand' tidak dikenal di [browser]; yang dikenal di sini: command"),
        ("[keys]\nmove.down = 3", "3: keys.move.down harus berupa daftar tombol di antara tanda kutip"),
        ("keys = 3", "2: keys harus berupa tabel: [keys]"),
        ('[share]\nx = "kabar"', "3: share.x harus berupa alamat yang diawali https://, http://, mailto:"),
        ('outlets = ["koran-hilang"]', "2: outlets: tidak ada media 'koran-hilang'"),
    ],
)
def test_a_mistake_in_the_settings_is_told(settings: str, told: str, lampungtui: CommandLine) -> None:
    path = lampungtui.write("config.toml", f"{IN_THE_SETTINGS}{settings}\n")
    ran = lampungtui.run("feeds")
    assert ran.code == UNUSABLE
    assert ran.sentence.startswith(f"lampungtui: {path}:{told}")
    assert english_told(ran.sentence) == []


@pytest.mark.parametrize("command", [("doctor",), ("refresh",), ("add", "a.example"), ("--plain",), ()])
def test_whatever_needs_the_settings_tells_it_so(command: tuple[str, ...], lampungtui: CommandLine) -> None:
    path = lampungtui.write("config.toml", "mesure = 60\n")
    ran = lampungtui.run(*command, environment=INDONESIAN)
    assert ran.code == UNUSABLE
    assert ran.sentence == f"lampungtui: {path}:1: kunci 'mesure' tidak dikenal; maksudnya 'measure'?"


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (PROFILE.replace('kind = "page"', 'kind = "pagge"'), "7: 'kind' harus salah satu dari rss, jsonfeed, "),
        (PROFILE.replace('title = "h3', 'titel = "h3'), "16: kunci 'titel' tidak dikenal; maksudnya 'title'?"),
        (PROFILE.replace('item = "div.kartu"', 'item = "div["'), "12: 'item' bukan selektor CSS: 'div['"),
        (PROFILE.replace("https://kabar.example/metro", "kabar"), "8: 'url' bukan alamat http atau https: 'kabar'"),
        (PROFILE.replace('id = "', 'id = "A', 1), "1: 'id' harus berupa huruf kecil, angka, dan tanda hubung, seperti"),
        (PROFILE.replace("home = ", "rumah = "), "'home' tidak ada"),
        (
            PROFILE + '[api]\nitems = "a["\ntitle = "b"\n',
            "'items' bukan ekspresi JMESPath: 'a[': terputus sebelum selesai",
        ),
        ('id = "a"\nname = 3\n', "2: 'name' harus berupa teks di antara tanda kutip"),
    ],
)
def test_a_broken_profile_is_told(broken: str, told: str, lampungtui: CommandLine) -> None:
    path = lampungtui.write("outlets/kabar-siger.toml", broken)
    ran = lampungtui.run("feeds", environment=INDONESIAN)
    assert ran.code == UNUSABLE
    assert ran.sentence.startswith(f"lampungtui: {path}:")
    assert told in ran.sentence
    assert english_told(ran.sentence) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b'outlet = ["lampungpro"]\n', "1: kunci 'outlet' tidak dikenal; maksudnya 'outlets'?"),
        (b'[[feeds]]\nid = "a"\n', "1: 'url' tidak ada"),
        (b'[settings."a/b"]\ninterval = 99999\n', "2: 'interval' harus di antara 0 dan 10080, bukan 99999"),
        (b'[settings."a/b"]\ncategory = "lampung-raya/mtero"\n', "2: rubrik 'lampung-raya/mtero' tidak dikenal; maksudnya"),
        (b'[settings."a/b".headers]\nCookie = "a"\n', "2: kepala 'Cookie' tidak dapat diatur"),
        (b'outlets = ["\xff"]\n', "1: bukan teks UTF-8; simpan sebagai UTF-8"),
    ],
)  # fmt: skip
def test_a_broken_file_of_sources_is_told(text: bytes, told: str, lampungtui: CommandLine) -> None:
    path = lampungtui.write("subscriptions.toml", "")
    path.write_bytes(text)
    ran = lampungtui.run("feeds", environment=INDONESIAN)
    assert ran.code == UNUSABLE
    assert ran.sentence.startswith(f"lampungtui: {path}:{told}")
    assert english_told(ran.sentence) == []


def test_config_check_tells_every_mistake(lampungtui: CommandLine) -> None:
    lampungtui.write("config.toml", 'theme = "sigar"\noutlets = ["tiada"]\n')
    lampungtui.write("themes/mine.toml", 'background = "merah"\n')
    lampungtui.write("themes/Tema Saya.toml", "")
    lampungtui.write("subscriptions.toml", "outlets = 3\n")
    ran = lampungtui.run("config", "--check", environment=INDONESIAN)
    assert ran.code == UNUSABLE
    assert [line.rpartition("/")[2] for line in ran.err.splitlines()] == [
        "Tema Saya.toml: nama berkas tema terdiri dari huruf kecil, angka, - dan _, misalnya my-theme.toml",
        "mine.toml:1: background harus berupa warna seperti '#e0b252'",
        "config.toml:1: theme: tidak ada tema 'sigar'",
        "config.toml:2: outlets: tidak ada media 'tiada'",
        "subscriptions.toml:1: 'outlets' harus berupa teks di antara tanda kutip atau daftarnya",
    ]
    assert english_told(ran.err) == []


def test_the_reader_in_a_terminal_is_refused_in_the_language_of_its_settings(lampungtui: CommandLine) -> None:
    lampungtui.write("config.toml", f"{IN_THE_SETTINGS}mesure = 60\n")
    terminal = Terminal(home=lampungtui.home, language="C.UTF-8", columns=300)
    try:
        told = terminal.wait_for("config.toml:2: kunci 'mesure' tidak dikenal; maksudnya 'measure'?")
        assert english_told(told) == []
        assert terminal.wait_for_end() == UNUSABLE
    finally:
        terminal.close()


# --------------------------------------------------------------------------- folders and the cache


def test_a_folder_that_cannot_be_made_is_told(lampungtui: CommandLine) -> None:
    lampungtui.data.parent.mkdir(parents=True)
    lampungtui.data.write_text("bukan folder")
    ran = lampungtui.run("feeds", environment=INDONESIAN)
    assert ran.sentence == f"lampungtui: {lampungtui.data}: tidak dapat dibuat atau dibuka: sudah ada"


def test_another_programs_file_in_the_place_of_the_cache_is_told(lampungtui: CommandLine) -> None:
    lampungtui.data.mkdir(parents=True)
    file = lampungtui.data / "lampungtui.db"
    file.write_bytes(b"Catatan belanja: cabai, bawang, kopi.\n" * 40)
    ran = lampungtui.run("feeds", environment=INDONESIAN)
    assert ran.sentence == f"lampungtui: {file}: bukan simpanan lampungtui; pindahkan untuk mulai dari awal"


# --------------------------------------------------------------------------- lists of feeds


def outline(address: str, title: str, more: str = "") -> str:
    return f'<outline type="rss" text="{title}" xmlUrl="{escape(address)}" {more}/>'


REFUSED = {
    outline("file:///etc/passwd", "Berkas"): "menyebut berkas di komputer; hanya alamat http dan https yang dibaca",
    outline("exec:curl", "Program"): "berupa keluaran program; lampungtui tidak menjalankan program untuk sumber",
    outline("query:x:y", "Cari"): "berupa pencarian newsboat atas sumber lain, bukan sumber",
    outline("javascript:x", "Skrip"): "berupa skrip, bukan alamat",
    outline("gopher://a.example/", "Lama"): "alamatnya diawali 'gopher:'; hanya alamat http dan https yang dibaca",
    outline("kabar", "Separuh"): "alamatnya tidak utuh: https:// dan nama situsnya tidak ada",
    outline("https://ani:rahasia@a.example/", "Rahasia"): "alamatnya memuat nama pengguna atau kata sandi, yang tidak",
    outline("https://a.example/" + "x" * 9_000, "Panjang"): "alamatnya lebih panjang daripada ",
    outline("", "Kosong"): "tidak ada alamat sumbernya",
    outline("https://a.example/f", "Catatan", 'isComment="true"'): "di daftarnya ditandai sebagai komentar",
    outline("https://a.example/f", "Saring", 'filterCmd="sed"'): "harus lewat program dahulu; lampungtui tidak",
    '<outline type="include" text="Daftar" url="https://a.example/l.opml"/>': "memuat daftar lain; impor daftar itu",
    '<outline type="HTML+XPath" text="Aturan" xmlUrl="https://a.example/h"/>': "dibaca dengan aturan program lain",
    outline("https://ada.example/feed", "Kopi Lagi"): "sudah ada di daftar itu, sebagai 'Kopi'",
    outline("https://sudah.example/feed", "Sudah"): "sudah diikuti, sebagai 'Sudah Ada'",
}  # fmt: skip


def test_every_feed_of_a_list_that_is_refused_is_told_why(lampungtui: CommandLine) -> None:
    lampungtui.write(
        "subscriptions.toml",
        'outlets = []\n[[feeds]]\nid = "s"\nurl = "https://sudah.example/feed"\nname = "Sudah Ada"\n',
    )
    outlines = [outline("https://ada.example/feed", "Kopi"), *REFUSED]
    path = lampungtui.write("teman.opml", f'<opml version="2.0"><body>{"".join(outlines)}</body></opml>')
    ran = lampungtui.run("import", path, environment=INDONESIAN)
    assert ran.out == f"1 sumber diikuti mulai sekarang, {len(REFUSED)} ditolak\n"
    lines = ran.err.splitlines()
    assert len(lines) == len(REFUSED)
    assert [words for words in REFUSED.values() if not any(f": {words}" in line for line in lines)] == []
    assert english_told(ran.err) == []


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("kosong.opml", b"", "berkasnya kosong"),
        (
            "halaman.opml",
            b"<!doctype html><html><body>Halo</body></html>",
            "berkasnya halaman web, bukan daftar sumber",
        ),
        (
            "feed.opml",
            b'<rss version="2.0"><channel><title>a</title></channel></rss>',
            "berkasnya sendiri sebuah sumber, ",
        ),
        ("tanpa.opml", b"<opml/>", "tidak ada sumber di dalam daftarnya"),
        ("mampat.opml", b"\x1f\x8b\x08\x00", "berkasnya dimampatkan; buka dahulu mampatannya"),
        ("surat.opml", b"Halo, apa kabar?\n", "berkasnya bukan OPML dan bukan daftar alamat"),
        ("tiada.opml", None, "tidak dapat dibaca: tidak ada berkas atau folder itu"),
        (".", None, "tidak dapat dibaca: itu folder"),
    ],
)
def test_what_is_no_list_is_told(name: str, content: bytes | None, told: str, lampungtui: CommandLine) -> None:
    if content is not None:
        lampungtui.write(name, "").write_bytes(content)
    lampungtui.config.mkdir(parents=True, exist_ok=True)
    ran = lampungtui.run("import", lampungtui.config / name, environment=INDONESIAN)
    assert ran.code == UNUSABLE
    assert told in ran.sentence
    assert english_told(ran.sentence) == []


def test_a_list_that_breaks_off_is_told(lampungtui: CommandLine) -> None:
    lampungtui.write("subscriptions.toml", "outlets = []\n")
    typed = f"<opml><body>{outline('https://kopi.example/feed', 'Kopi')}".encode()
    ran = lampungtui.run("import", "-", typed=typed, environment=INDONESIAN)
    assert ran.err == "! berkasnya terputus sebelum selesai; yang sebelumnya sudah dibaca\n"


# --------------------------------------------------------------------------- the words of a command


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("koran",), "galat: PERINTAH: tidak ada pilihan 'koran' (yang ada: "),
        (("add",), "galat: yang ini harus disebut: URL"),
        (("probe",), "galat: yang ini harus disebut: SASARAN"),
        (("--semua",), "galat: tidak dikenal: --semua"),
        (("--lang",), "galat: --lang: harus disertai satu nilai"),
        (("--lang", "jv"), "galat: --lang: tidak ada pilihan 'jv' (yang ada: "),
        (("feeds", "--json=ya"), "galat: --json: tidak menerima nilai 'ya'"),
        (("--h",), "galat: opsi --h bermakna ganda: bisa berarti --help, --home"),
    ],
)
@pytest.mark.parametrize("in_settings", [False, True], ids=["locale", "settings"])
def test_words_that_are_no_command_are_told(
    words: tuple[str, ...], told: str, in_settings: bool, lampungtui: CommandLine
) -> None:
    if in_settings:
        lampungtui.write("config.toml", IN_THE_SETTINGS)
    ran = lampungtui.run(*words, environment=None if in_settings else INDONESIAN)
    assert (ran.code, ran.out) == (UNUSABLE, "")
    assert ran.err.startswith("pemakaian: lampungtui")
    assert told in ran.err.splitlines()[-1]
    assert english_told(ran.err) == []
    for theirs in ("usage", "error", "argument", "choice", "required", "expected"):
        assert theirs not in ran.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "kabar"), "Itu bukan alamat: alamat punya nama dengan titik di dalamnya, misalnya lampungpro.co."),
        (("add", "a.example", "--category", "mtro"), "tidak ada rubrik 'mtro'; 'lampungtui feeds --json' memperlihatkan"),
        (("probe", "--outlet", "tiada", "-"), "tidak ada media 'tiada'; yang ada: "),
        (("probe", "--url", "kabar", "-"), "--url meminta alamat http atau https"),
        (("probe", "tiada.xml"), "tiada.xml: berkasnya tidak dapat dibaca: tidak ada berkas atau folder itu"),
        (("extract", "."), ".: berkasnya tidak dapat dibaca: itu folder"),
        (("add", "http://127.0.0.1:9/"), "tidak ada yang dapat diikuti di http://127.0.0.1:9 (/: servernya menolak "),
    ],
)  # fmt: skip
def test_what_a_command_cannot_use_is_told(words: tuple[str, ...], told: str, lampungtui: CommandLine) -> None:
    lampungtui.write("subscriptions.toml", "outlets = []\n")
    ran = lampungtui.run(*words, environment=INDONESIAN)
    assert ran.code > 0
    assert told in ran.err
    assert english_told(ran.err) == []


@pytest.mark.parametrize(
    "command", ["probe", "extract", "add", "import", "export", "feeds", "refresh", "config", "doctor"], ids=str
)
def test_the_help_of_every_command_is_indonesian_by_the_settings_too(command: str, tmp_path: Path) -> None:
    home = tmp_path / "rumah"
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text(IN_THE_SETTINGS, "utf-8")
    out = CommandLine(tmp_path).run("--home", home, command, "--help").out
    assert out.startswith("pemakaian: lampungtui")
    assert english_in(re.sub(rf"--?[a-z]+|\{{[a-z,]+\}}|\b{command}\b", "", out)) == []


def test_what_is_asked_for_by_hand_goes_before_the_settings(lampungtui: CommandLine) -> None:
    lampungtui.write("config.toml", f"{IN_THE_SETTINGS}mesure = 60\n")
    assert "unknown key 'mesure'" in lampungtui.run("--lang", "en", "feeds").sentence
    assert "unknown key" not in lampungtui.run("feeds").sentence
    lampungtui.write("config.toml", '[browser]\nlanguage = "id"\n')
    assert "unknown key 'language'" in lampungtui.run("feeds").sentence


@pytest.mark.skipif(os.geteuid() == 0, reason="the system's owner may read everywhere")
def test_settings_that_may_not_be_read_are_told(lampungtui: CommandLine) -> None:
    path = lampungtui.write("config.toml", "")
    path.chmod(0)
    ran = lampungtui.run("feeds", environment=INDONESIAN)
    assert ran.sentence == f"lampungtui: {path}: tidak dapat dibaca: tidak diizinkan"
