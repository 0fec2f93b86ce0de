"""What a terminal answers late, in pieces or unasked is told apart from keys; what was typed always comes through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lampungtui.ui.terminal_answers import LETTER_SECONDS, LONGEST, REST_SECONDS, Answers, Ground

LIGHT = "\x1b]11;rgb:fafa/f4f4/e6e6\x1b\\"
DARK = "\x1b]11;rgb:1e1e/1e1e/2e2e\x07"
ANSWERS = (
    LIGHT,
    DARK,
    "\x1b[?62;22c",
    "\x1b[?997;1n",
    "\x1bP>|kitty(0.32.1)\x1b\\",
    "\x1b_Gi=1;OK\x1b\\",
    "\x1b[>0;276;0c",
)
TYPED = (
    "q",
    "j",
    "kopi",
    "\x1b[A",
    "\x1bOA",
    "\x1b[<0;3;4M",
    "\x1b[200~halo ]11;\x1b[201~",
    "\x1b[?2026;2$y",
    "\x1b[I",
    "ã",
)


def taken(*chunks: str) -> tuple[str, list[bool]]:
    """What was typed, and the grounds that were told, of chunks that come at once."""
    answers = Answers()
    pieces = [piece for chunk in chunks for piece in answers.take(chunk, 0.0)]
    held = answers.waited(REST_SECONDS)
    typed = "".join(piece for piece in pieces if isinstance(piece, str))
    return typed + held, [piece.dark for piece in pieces if isinstance(piece, Ground)]


@pytest.mark.parametrize(
    ("came", "typed", "dark"),
    [
        (LIGHT, "", [False]),
        (f"ko{DARK}pi", "kopi", [True]),
        ("\x1b]11;#faf4e6\x07", "", [False]),
        (f"{LIGHT}\x1b[?62;22c", "", [False]),
        ("\x1b[?997;1n", "", [True]),
        ("\x1b[?997;2nq", "q", [False]),
        ("\x1b]4;1;rgb:00/00/00\x1b\\j", "j", []),
        ("\x1bP>|kitty(0.32.1)\x1b\\", "", []),
        ("\x1b[A\x1b[?2026;2$y", "\x1b[A\x1b[?2026;2$y", []),
        ("\x1b", "\x1b", []),
        ("\x1b]", "\x1b]", []),
        ("\x1bj", "\x1bj", []),
    ],
)
def test_an_answer_is_told_apart_from_keys(came: str, typed: str, dark: list[bool]) -> None:
    assert taken(came) == (typed, dark)


@given(st.lists(st.sampled_from(ANSWERS + TYPED), max_size=6), st.data())
def test_no_answer_is_typed_however_it_is_cut(parts: list[str], data: st.DataObject) -> None:
    came = "".join(parts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(came)), max_size=4)))
    chunks = [came[start:end] for start, end in zip([0, *cuts], [*cuts, len(came)], strict=True)]
    assert taken(*chunks) == taken(came)
    assert taken(came)[0] == "".join(part for part in parts if part in TYPED)


def test_the_escape_key_waits_no_longer_than_it_does_in_textual() -> None:
    answers = Answers()
    assert answers.take("\x1b", 0.0) == []
    assert answers.waited(LETTER_SECONDS / 2) == ""
    assert answers.waited(LETTER_SECONDS) == "\x1b"
    assert answers.waited(9.0) == ""


def test_an_answer_that_breaks_off_is_thrown_away() -> None:
    answers = Answers()
    assert answers.take("\x1b]11;rgb:fa", 5.0) == []
    assert answers.waited(5.0 + LETTER_SECONDS) == ""
    assert answers.waited(5.0 + REST_SECONDS) == ""
    assert answers.take("j", 8.0) == ["j"]


def test_an_answer_without_end_does_not_swallow_the_keys_for_ever() -> None:
    answers = Answers()
    assert answers.take("\x1b]11;" + "x" * LONGEST, 5.0) == []
    assert answers.take("j", 5.0) == ["j"]
