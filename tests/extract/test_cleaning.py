"""Text from outside is cleaned: nothing that steers a terminal, hides or turns text round gets through."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lampungtui.foreign import (
    ADDRESS_LIMIT,
    COMBINING_LIMIT,
    LINE_LIMIT,
    Foreign,
    clean_address,
    clean_code,
    clean_line,
    clean_prose,
    clean_run,
)

CLEANERS = [clean_line, clean_prose, clean_run, clean_code]

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
UNSEEN = "\u00ad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\u206a\u206f\ufeff\u115f\u1160\u3164\uffa0\ufff9\ufffb"
TAGS = "".join(chr(code) for code in range(0xE0000, 0xE0080))
CONTROLS = "".join(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\v\f\r\x85")

SEQUENCES = [
    "\x1b[31m",
    "\x1b]0;JUDUL\x07",
    "\x1b]2;JUDUL\x1b\\",
    "\x1b]8;;https://jahat.example\x1b\\",
    "\x1b]52;c;UFdORUQ=\x1b\\",
    "\x1bP1$r\x1b\\",
    "\x1b_Gf=100;\x1b\\",
    "\x1bc",
    "\x1b[6n\x1b[c",
    "\x1b[2J\x1b[1;1H",
    "\x1b[?1049l",
    "\x9b2J",
    "\x9d52;c;UFdORUQ=\x9c",
    "\x85\x84\x8d",
    "\x00\x0e\x0f\x1a\x1c\x7f",
    "\x08\x08\x08",
]
"""What really did something in a terminal (reference/hazards.md, E1)."""


def dangerous(text: str, *, breaks: bool) -> list[str]:
    """What of a text could move a cursor, hide or turn round what is shown."""
    kept = "\n" if breaks else ""
    return [
        character
        for character in text
        if (unicodedata.category(character) in ("Cc", "Cs") and character not in kept)
        or character in BIDI + UNSEEN + TAGS + "\u2028\u2029"
    ]


@pytest.mark.parametrize("sequence", SEQUENCES, ids=ascii)
@pytest.mark.parametrize("clean", CLEANERS)
def test_no_escape_sequence_reaches_the_screen(sequence: str, clean: object) -> None:
    assert callable(clean)
    text = clean(f"Harga {sequence}kopi")
    assert dangerous(text, breaks=True) == []
    assert text.startswith("Harga ")
    assert text.endswith("kopi")


@pytest.mark.parametrize("character", [*CONTROLS], ids=ascii)
def test_a_control_is_shown_as_a_replacement(character: str) -> None:
    """Dropped in silence, `sud\x08o` would read as another word; and what began as `ESC [` must not join up again."""
    assert clean_line(f"ko{character}pi") == "ko\ufffdpi"
    assert clean_prose(f"ko{character}pi") == "ko\ufffdpi"


@pytest.mark.parametrize("character", [*BIDI, *UNSEEN, TAGS[0x41]], ids=ascii)
def test_what_is_not_seen_goes_and_the_word_stays_whole(character: str) -> None:
    for clean in CLEANERS:
        assert clean(f"ko{character}pi") == "kopi"


@pytest.mark.parametrize("character", ["\u200c", "\u200d", "\ufe0f"], ids=ascii)
def test_joiners_that_scripts_and_emoji_need_stay(character: str) -> None:
    assert clean_line(f"\U0001f468{character}\U0001f469") == f"\U0001f468{character}\U0001f469"


@pytest.mark.parametrize("space", ["\t", "\n", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029", "\xa0", "\u3000", "   "])
def test_a_line_is_one_line_with_single_spaces(space: str) -> None:
    assert clean_line(f"{space}kopi{space}robusta{space}") == "kopi robusta"


def test_prose_keeps_its_lines_and_at_most_one_empty_one() -> None:
    assert clean_prose("  Air naik. \r\n Pasar tutup.\r\r\n\n\n\nLampu menyala.  ") == (
        "Air naik.\nPasar tutup.\n\nLampu menyala."
    )
    assert clean_prose("Air naik.\u2028Pasar\x85tutup.") == "Air naik. Pasar tutup."


def test_a_piece_of_a_paragraph_keeps_the_space_at_its_ends() -> None:
    assert clean_run("  kopi \t ") == " kopi "


def test_code_keeps_its_spaces() -> None:
    assert clean_code("\nKopi   64\n\tLada\n") == "Kopi   64\n    Lada"


def test_lone_surrogates_do_not_stop_storing_or_printing() -> None:
    for clean in CLEANERS:
        assert clean("kopi \ud800\udfff enak").encode() == "kopi \ufffd\ufffd enak".encode()


def test_marks_do_not_climb_over_other_rows() -> None:
    assert clean_line("k" + "\u0336\u0353" * 200 + "opi e\u0301") == "k" + "\u0336\u0353" * 2 + "opi e\u0301"
    assert COMBINING_LIMIT == 4


@pytest.mark.parametrize("text", ["Kopi 珈琲 قهوة קפה กาแฟ 커피 🇮🇩 é", "“Siap” – katanya…", "[b]tebal[/b] <b>", "café"])
def test_honest_text_stays_as_it_is(text: str) -> None:
    for clean in CLEANERS:
        assert clean(text) == text


def test_a_title_without_end_is_cut_and_shows_it() -> None:
    text = clean_line("kopi " * 1_000_000)
    assert len(text) <= LINE_LIMIT
    assert text.endswith(("kopi…", "kop…"))
    assert clean_line("kopi robusta", 7) == "kopi r…"


strange = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.one_of(
            st.sampled_from([*BIDI, *UNSEEN, *CONTROLS, *SEQUENCES, "\ud800", " ", "\n", "\r", "\t", "\u0301", "a"]),
            st.characters(),
        ),
        max_size=60,
    ).map("".join),
)


@settings(max_examples=500)
@given(strange)
def test_twice_is_the_same_as_once_and_nothing_dangerous_is_left(text: str) -> None:
    for clean in (clean_line, clean_prose, clean_run, clean_code):
        once = clean(text)
        assert clean(once) == once
        assert dangerous(once, breaks=clean is not clean_line) == []
        assert once.encode("utf-8")[:0] == b""
    line = clean_line(text)
    assert line == line.strip()
    assert "  " not in line


@settings(max_examples=300)
@given(strange)
def test_foreign_text_shows_nothing_of_itself(text: str) -> None:
    foreign = Foreign(f"rahasia{text}")
    assert "rahasia" not in f"{foreign} {foreign!r}"
    assert clean_line(foreign) == clean_line(f"rahasia{text}")


# ------------------------------------------------------------------------ addresses


@pytest.mark.parametrize(
    ("raw", "base", "address"),
    [
        ("https://kabar.example/metro", None, "https://kabar.example/metro"),
        ("  HTTPS://Kabar.Example/Metro \n", None, "https://kabar.example/Metro"),
        ("/metro?x=a b", "https://kabar.example/ekbis/", "https://kabar.example/metro?x=a%20b"),
        ("//img.example/a.jpg", "https://kabar.example/", "https://img.example/a.jpg"),
        ("https://kabar.example/a%26b?q=%26b%3Dc", None, "https://kabar.example/a%26b?q=%26b%3Dc"),
        (
            "https://kabar.example/berita/kopi-“robusta”",
            None,
            "https://kabar.example/berita/kopi-%E2%80%9Crobusta%E2%80%9D",
        ),
        ("https://kopi\u00e9.example/", None, "https://xn--kopi-epa.example/"),
        ("https://[::1]:8080/a", None, "https://[::1]:8080/a"),
    ],
)
def test_an_address_is_what_a_browser_would_call(raw: str, base: str | None, address: str) -> None:
    assert clean_address(raw, base) == address


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "javascript:alert(1)",
        "%6Aavascript:alert(1)",
        "j\tavascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "--help",
        "-P jahat",
        "vscode://buka",
        "smb://berkas",
        "http://",
        "http:///metro",
        "http://-kabar.example/",
        "http://nama:sandi@kabar.example/",
        "http://a@b@kabar.example/",
        "http://kabar.example/\r\nHost: jahat.example",
        "http://kabar.example/\x1b]52;c;x\x07",
        "http://kabar.example/\x9b2J",
        "http://kabar example/",
        "http://kabar.example:harga/",
        "http://kabar.example/\ud800",
        "http://[::1/",
        "http://kabar.example/" + "a" * ADDRESS_LIMIT,
    ],
    ids=ascii,
)
def test_what_nobody_should_open_is_no_address(raw: str) -> None:
    assert clean_address(raw) is None


@settings(max_examples=500)
@given(st.one_of(strange, strange.map(lambda text: f"https://kabar.example/{text}"), strange.map("https://".__add__)))
def test_an_address_is_printable_ascii_and_stays_itself(raw: str) -> None:
    address = clean_address(raw)
    if address is not None:
        assert address.isascii()
        assert address.isprintable()
        assert " " not in address
        assert address.startswith(("http://", "https://"))
        assert clean_address(address) == address
