"""What terminals answer when they are asked how they show pictures, as they were heard, and what is made of it."""

from __future__ import annotations

import pytest

from lampungtui.ui.terminal_graphics import Graphics, bands_by_answer

VS_CODE = {"TERM_PROGRAM": "vscode"}

HEARD = {
    "xterm as VT340": (b"\x1bP>|XTerm(379)\x1b\\\x1b[?1;0;1024S\x1b[?63;1;2;4;6;9;15;16;22;28c", {}, Graphics.SIXEL),
    "xterm": (b"\x1bP>|XTerm(379)\x1b\\\x1b[?1;3S\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c", {}, Graphics.BLOCKS),
    "foot": (b"\x1bP>|foot(1.13.1)\x1b\\\x1b[?1;0;1024S\x1b[6;14;7t\x1b[?62;4;22c", {}, Graphics.SIXEL),
    "mlterm": (b"\x1b[?1;0;1024S\x1b[6;19;10t\x1b[?63;1;2;3;4;6;7;15;18;22;29c", {}, Graphics.SIXEL),
    "konsole": (b"\x1bP>|Konsole 22.12.3\x1b\\\x1b[?1;0;256S\x1b[6;17;8t\x1b[?62;1;4c", {}, Graphics.BLOCKS),
    "xterm.js": (b"\x1b[?1;0;256S\x1b[6;15;8t\x1b[?62;4;9;22c", VS_CODE, Graphics.INLINE),
    "tmux": (b"\x1bP>|tmux 3.3a\x1b\\\x1b[?1;2c", {}, Graphics.BLOCKS),
}
"""Real terminals."""

MADE = {
    "WezTerm": (b"\x1bP>|WezTerm 20240203-110809-5046fc22\x1b\\\x1b[?65;4;6;18;22c", {}, Graphics.INLINE),
    "iTerm2": (b"\x1bP>|iTerm2 3.5.10\x1b\\\x1b[?1;2c", {}, Graphics.INLINE),
    "mintty": (b"\x1bP>|mintty 3.7.1\x1b\\\x1b[?64;1;2;4;6;9;15;21;22;28;29c", {}, Graphics.INLINE),
    "sixteen colours": (b"\x1bP>|XTerm(330)\x1b\\\x1b[?1;0;16S\x1b[?63;1;2;4;6;9;15;22c", {}, Graphics.BLOCKS),
    "VS Code without images": (b"\x1b[?1;2c", VS_CODE, Graphics.BLOCKS),
    "another one started in VS Code": (b"\x1bP>|Konsole 22.12.3\x1b\\\x1b[?62;1;4c", VS_CODE, Graphics.BLOCKS),
    "one whose number has a four in it": (b"\x1bP>|XTerm(379)\x1b\\\x1b[?64;1;2;14;40c", {}, Graphics.BLOCKS),
    "silence": (b"", {}, Graphics.BLOCKS),
}
"""What others would answer, by their documentation, and what none does."""


@pytest.mark.parametrize("who", [*HEARD, *MADE])
def test_pictures_are_sent_in_the_form_that_a_terminal_shows_well(who: str) -> None:
    answer, environment, graphics = (HEARD | MADE)[who]
    assert bands_by_answer(answer, environment) is graphics
