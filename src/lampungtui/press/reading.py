"""Reading a body as a journalist does: dateline, credits and end mark understood, furniture out, the words untouched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from lampungtui.foreign import Prose, clean_prose
from lampungtui.model import (
    Block,
    Blocks,
    Credit,
    Dateline,
    Heading,
    Listing,
    Paragraph,
    Region,
    Span,
    Spans,
    spans_text,
)
from lampungtui.press.credits import (
    bracket_parts,
    credit_line_parts,
    label_alone,
    name_for,
    read_credit_line,
    signed_below,
)
from lampungtui.press.dateline import read_dateline
from lampungtui.press.endings import (
    end_mark_start,
    ends_strongly,
    ends_with_initials,
    glued_credits,
    trailing_bracket,
)
from lampungtui.press.furniture import ends_body, inline_furniture, is_furniture, opens_comments, opens_tags
from lampungtui.press.regions import region_of_place
from lampungtui.press.spans import cut, lines, trimmed, without

TAIL: Final = 8
"""Lines at the end of a text in which credits are looked for."""

HEAD: Final = 4
"""Lines at its head."""

CRUMB: Final = 90
"""Characters of the longest crumb: a leftover of sidebars behind the credits."""

TAG: Final = 40
"""Characters of the longest tag."""

_SENTENCE_END: Final = re.compile(r"[.!?…](?:[\"”'’\s]|\([^()]{0,160}\)\.?)*$")
"""The end of a sentence, brackets behind it included: `... sore hari." (Kontributor A, B)`."""


_BRACKETS: Final = re.compile(r"\s*(?:\([^()]{1,160}\)\s*)+")
"""A line's head that is nothing but brackets: `(@sindonews) (sto)`."""

_OF_A_WORK: Final = re.compile(
    r"(?:judul|penerbit|cetakan|tebal|isbn|sutradara|pemain|pemeran|produser|skenario|genre|durasi)"
    r"(?:\s+(?:buku|film|novel|asli))?\s*:",
    re.IGNORECASE,
)
"""Lines that say whose a book or film is: what is called writer and editor under them is its own."""

_HEADS_OF_TITLES: Final = frozenset({"baca juga", "baca", "simak juga", "lihat juga", "pilihan editor"})
"""Lines behind which titles of other articles stand in a line or list of their own."""


@dataclass(frozen=True, slots=True)
class PressReading:
    """A body and what was said around it. `ended`: whether an end mark closed it."""

    blocks: Blocks
    credits: tuple[Credit, ...] = ()
    dateline: Dateline | None = None
    region: Region | None = None
    ended: bool = False


def read_plain(text: str, *, names: Sequence[str] = ()) -> PressReading:
    """Reads plain text, one paragraph a line."""
    paragraphs = (clean_prose(line) for line in text.splitlines())
    return read_body(tuple(Paragraph((Span(line),)) for line in paragraphs if line), names=names)


def read_body(blocks: Blocks, *, names: Sequence[str] = ()) -> PressReading:
    """Reads the blocks of a body. `names` are the forms in which the outlet names itself."""
    reader = _Reader(list(_split(blocks)), tuple(names))
    reader.cut_tail()
    reader.drop_furniture()
    reader.read_head()
    reader.read_tail()
    dateline = reader.read_dateline()
    region = region_of_place(dateline.place) if dateline is not None and dateline.place else None
    return PressReading(_rejoined(reader.blocks), tuple(dict.fromkeys(reader.credits)), dateline, region, reader.ended)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a paragraph, or another block. `joined`: it goes on in the paragraph of the line before."""

    block: Block
    joined: bool = False
    text: str | None = field(init=False)
    """The line's words; None for a block that is no paragraph or heading."""

    def __post_init__(self) -> None:
        words = spans_text(self.block.spans) if isinstance(self.block, Paragraph | Heading) else None
        object.__setattr__(self, "text", words)


def _split(blocks: Blocks) -> list[_Line]:
    """Blocks line by line: credits often stand behind a <br> in the last paragraph."""
    found = []
    for block in blocks:
        if isinstance(block, Paragraph):
            for number, line in enumerate(lines(block.spans)):
                found.append(_Line(Paragraph(line), joined=number > 0))
        else:
            found.append(_Line(block))
    return found


def _rejoined(found: Sequence[_Line]) -> Blocks:
    blocks: list[Block] = []
    for line in found:
        before = blocks[-1] if blocks else None
        if not isinstance(line.block, Paragraph):
            blocks.append(line.block)
            continue
        spans = trimmed(line.block.spans)
        if not spans:
            continue
        if line.joined and isinstance(before, Paragraph):
            blocks[-1] = Paragraph((*before.spans, Span(Prose("\n")), *spans))
        else:
            blocks.append(Paragraph(spans))
    return tuple(blocks)


class _Reader:
    """Takes off a body, step by step, what is not its text."""

    def __init__(self, found: list[_Line], names: tuple[str, ...]) -> None:
        self._lines = found
        self._names = names
        self._tagged = False
        self._credits_behind: list[Credit] = []
        self.credits: list[Credit] = []
        self.ended = False

    @property
    def blocks(self) -> list[_Line]:
        """What is left."""
        return self._lines

    def cut_tail(self) -> None:
        """Cuts behind the line after which nothing belongs to the article, keeping credits that stand just there."""
        for index, line in enumerate(self._lines):
            text = line.text
            if text is not None and index and ends_body(text):
                behind = () if opens_comments(text) else self._lines[index + 1 : index + 1 + HEAD]
                self._tagged = opens_tags(text)
                self._lines = self._lines[:index]
                for further in behind:
                    if further.text is None or ends_body(further.text):
                        break
                    self._credits_behind.extend(read_credit_line(further.text, self._names))
                return
        self._cut_crumbs()

    def _cut_crumbs(self) -> None:
        """Behind an end mark and a credit line, short leftovers of sidebars are no text."""
        for index, line in enumerate(self._lines[:-1]):
            if line.text is None:
                continue
            if not (initials := ends_with_initials(line.text)) and not ends_strongly(line.text):
                continue
            rest = self._lines[index + 1 :]
            credit_lines = 0
            while credit_lines < len(rest) and read_credit_line(rest[credit_lines].text or "", self._names):
                credit_lines += 1
            crumbs = rest[credit_lines:]
            if initials and all(_is_tag(behind) for behind in crumbs):
                # detik's tags follow the initials with no label.
                self._lines = self._lines[: index + 1 + credit_lines]
                return
            if initials and not ends_strongly(line.text):
                continue
            if credit_lines and all(crumb.text is not None and len(crumb.text) <= CRUMB for crumb in crumbs):
                self._lines = self._lines[: index + 1 + credit_lines]
            return

    def drop_furniture(self) -> None:
        """Drops lines of furniture, and furniture inside lines. `Baca Juga` alone takes the titles behind it along."""
        kept: list[_Line] = []
        title_follows = False
        for line in self._lines:
            text = line.text
            if title_follows and _is_linked(line.block):
                title_follows = False
                continue
            title_follows = False
            if text is None:
                kept.append(line)
                continue
            if is_furniture(text):
                title_follows = text.strip().rstrip(":").casefold() in _HEADS_OF_TITLES
                continue
            inside = inline_furniture(text)
            if inside and isinstance(line.block, Paragraph):
                line = _Line(Paragraph(without(line.block.spans, inside)), line.joined)
            kept.append(line)
        self._lines = kept

    def read_head(self) -> None:
        """Takes credit lines off the head: `Laporan Wartawan ...`, `Penulis: a | Editor: b`, `Oleh X`."""
        taken = 0
        for line in self._lines[:HEAD]:
            text = line.text
            if text is None:
                break
            found = credit_line_parts(text, self._names)
            if found is None:
                break
            self.credits.extend(found)
            taken += 1
        if taken < len(self._lines):
            self._lines = self._lines[taken:]
        if self._lines and self._lines[0].joined:
            self._lines[0] = _Line(self._lines[0].block)

    def read_tail(self) -> None:
        """Takes credit lines, closing brackets and end marks off the end, from the last line upward."""
        found: list[Credit] = []
        whole = self._lines.copy()
        for _ in range(TAIL):
            if not self._lines:
                break
            line = self._lines[-1]
            text = line.text
            if text is None or not isinstance(line.block, Paragraph | Heading):
                break
            parts = credit_line_parts(text, self._names)
            if parts is None and self._tagged:
                alone = trailing_bracket(text)
                if alone is not None and not text[: alone[0]].strip():
                    parts = bracket_parts(alone[1], self._names, alone=True, tagged=True)
            if parts is not None or _is_empty_label(text):
                found[:0] = parts or ()
                self._lines.pop()
                continue
            if len(self._lines) > 1 and (above := self._lines[-2].text) is not None and label_alone(above) is not None:
                pair = name_for(above, text)
                if pair:
                    found[:0] = pair
                    del self._lines[-2:]
                    continue
            if len(self._lines) > 2 and (signed := signed_below(self._lines[-2].text or "", text, self._names)):
                found[:0] = signed
                del self._lines[-2:]
                continue
            shorter, credits = self._shorter(text)
            if shorter == len(text):
                break
            found[:0] = credits
            self._lines.pop()
            if shorter:
                self._lines.append(_Line(Paragraph(cut(line.block.spans, 0, shorter)), line.joined))
        if found and self._lines and _OF_A_WORK.match(self._lines[-1].text or ""):
            self._lines = whole
            found = []
        self.credits.extend((*found, *self._credits_behind))

    def _shorter(self, text: str) -> tuple[int, tuple[Credit, ...]]:
        """How much of a line stays when an end mark or a bracket of credits goes off its end, and those credits."""
        mark = end_mark_start(text)
        if mark is not None:
            self.ended = True
            return len(text[:mark].rstrip()), ()
        glued = glued_credits(text, self._names)
        if glued is not None:
            self.ended = self.ended or "*" in text[glued[0] :]
            return len(text[: glued[0]].rstrip()), glued[1]
        bracket = trailing_bracket(text)
        if bracket is not None:
            start, inner = bracket
            alone = not text[:start].strip() or _BRACKETS.fullmatch(text[:start]) is not None
            # Behind a sentence's end a bracket can be a signature; in mid-sentence it is part of it.
            if alone or _SENTENCE_END.search(text[max(0, start - 400) : start]):
                credits = bracket_parts(inner, self._names, alone=alone, tagged=self._tagged)
                if credits is not None:
                    return len(text[:start].rstrip()), credits
        return len(text), ()

    def read_dateline(self) -> Dateline | None:
        """Takes the dateline off the first paragraph."""
        for index, line in enumerate(self._lines[:3]):
            if not isinstance(line.block, Paragraph):
                continue
            spans = line.block.spans
            if (alone := self._dateline_alone(index)) is not None:
                return alone
            if line.text is not None and index + 1 < len(self._lines) and self._lines[index + 1].joined:
                # `Tulang Bawang Barat⏎ - ⏎Haryanto`: the dateline may run over the first lines.
                run = index + 1
                while run < len(self._lines) and self._lines[run].joined and run <= index + 2:
                    run += 1
                joined = _run(self._lines[index:run])
                found = read_dateline(spans_text(joined), self._names)
                if found is not None and found[1] > len(spans_text(spans)):
                    self._lines[index:run] = [_Line(Paragraph(trimmed(cut(joined, found[1]))))]
                    return found[0]
            found = read_dateline(spans_text(spans), self._names)
            if found is None:
                return None
            self._lines[index] = _Line(Paragraph(trimmed(cut(spans, found[1]))), line.joined)
            return found[0]
        return None

    def _dateline_alone(self, index: int) -> Dateline | None:
        """The dateline that is a block of its own, which goes: detik's `<strong>Metro</strong> - <p>Warga ...`."""
        if index + 1 >= len(self._lines) or self._lines[index + 1].joined:
            return None
        head, behind = self._lines[index].text, self._lines[index + 1]
        if not head or not isinstance(behind.block, Paragraph):
            return None
        found = read_dateline(f"{head}\n{behind.text}", self._names)
        if found is None or found[1] != len(head) + 1:
            return None
        del self._lines[index]
        return found[0]


def _run(found: Sequence[_Line]) -> Spans:
    spans: Spans = ()
    for line in found:
        if isinstance(line.block, Paragraph):
            spans = (*spans, Span(Prose("\n")), *line.block.spans) if spans else line.block.spans
    return spans


def _is_linked(block: Block) -> bool:
    """Whether all words of a paragraph, or of a list's items, are links: the titles of other articles."""
    if isinstance(block, Listing):
        return all(_is_linked(inner) for item in block.items for inner in item)
    if not isinstance(block, Paragraph):
        return False
    words = [span for span in block.spans if span.text.strip()]
    return bool(words) and all(span.link is not None or span.strong for span in words)


def _is_tag(line: _Line) -> bool:
    """Whether a line may be a tag: a few words without the end of a sentence, or a list of such."""
    if isinstance(line.block, Listing):
        return all(
            isinstance(block, Paragraph) and _is_tag(_Line(block)) for item in line.block.items for block in item
        )
    text = (line.text or "").strip()
    return isinstance(line.block, Paragraph) and 0 < len(text) <= TAG and text[-1] not in '.!?…:;"”)'


def _is_empty_label(text: str) -> bool:
    """`Sumber:` with nothing behind it."""
    return text.strip().endswith(":") and label_alone(text) is not None
