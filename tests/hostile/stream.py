"""What a program wrote to a terminal, taken apart as a terminal takes it (ECMA-48): text, and what it would act upon."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

SEQUENCE = re.compile(
    r"\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])"
    r"|\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b(?P<string>[PX^_])(?P<body>.*?)\x1b\\"
    r"|\x1b(?P<plain>[ -/]*[0-~])",
    re.DOTALL,
)

OWN_CSI = re.compile(
    r"[\d;:]*m|[\d;]*H|[\d;]*[ABCDGJK]|\??[\d;]*[hl]|[>=<]?[\d;]*u|\??[\d;]*\$p|[\d;]*t|c|[\d;]* q|>[\d;]*[mq]"
)
"""The sequences that the library and we write: colours, places, modes, keyboards, questions at the start."""

OWN_OSC = re.compile(r"1[01];\?|22;.*|52;c;[A-Za-z0-9+/=]+")
OWN_PLAIN = frozenset("78=>")

MODES = frozenset((1, 7, 12, 25, 1000, 1002, 1003, 1004, 1006, 1015, 1016, 1049, 2004, 2026, 2027, 2031, 2048))
FORBIDDEN = re.compile(
    "[\x00-\x07\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Characters that no text on a terminal has: controls, what steers the direction, what is not seen."""


def troubles(raw: bytes) -> Iterator[str]:
    """What a terminal would do beyond showing text, and what is no text; nothing for a stream of ours.

    Bytes that are no UTF-8 are told, too: a C1 control may hide in them.
    """
    text = raw.decode("utf-8", errors="surrogateescape")
    for found in SEQUENCE.finditer(text):
        csi, osc, string, _, plain = found.groups()
        if csi is not None:
            modes = re.fullmatch(r"\?([\d;]*)[hl]", csi)
            if OWN_CSI.fullmatch(csi) is None or (modes and not set(map(int, modes[1].split(";"))) <= MODES):
                yield f"CSI {csi!r}"
        elif osc is not None:
            if OWN_OSC.fullmatch(osc) is None:
                yield f"OSC {osc!r}"
        elif string is not None:
            yield f"string {found[0]!r}"
        elif plain not in OWN_PLAIN:
            yield f"ESC {plain!r}"
    rest = SEQUENCE.sub("", text)
    if "\x1b" in rest:
        yield f"a lost ESC before {rest[rest.index(chr(27)) :][:20]!r}"
    for character in sorted(set(FORBIDDEN.findall(rest))):
        yield f"U+{ord(character):04X}"
    yield from climbing(rest)


def climbing(text: str) -> Iterator[str]:
    """Runs of more marks than a letter carries in any script."""
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run == 5:
            yield "marks that climb over other rows"
            return
