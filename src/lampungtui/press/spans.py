"""Cutting runs of styled text without touching what stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lampungtui.foreign import Prose
from lampungtui.model import Span, Spans, spans_text


def cut(spans: Spans, start: int, end: int | None = None) -> Spans:
    """The characters of `spans` from `start` to `end`, styles kept."""
    if start <= 0 and end is None:
        return spans
    kept: list[Span] = []
    at = 0
    stop = sum(len(span.text) for span in spans) if end is None else end
    for span in spans:
        text = span.text[max(0, start - at) : max(0, stop - at)]
        if len(text) == len(span.text) and text:
            kept.append(span)
        elif text:
            kept.append(replace(span, text=Prose(text)))
        at += len(span.text)
    return tuple(kept)


def without(spans: Spans, ranges: Iterable[tuple[int, int]]) -> Spans:
    """`spans` without the characters of `ranges`, which are in order and apart."""
    kept: Spans = ()
    at = 0
    for start, end in ranges:
        kept += cut(spans, at, start)
        at = end
    return kept + cut(spans, at)


def trimmed(spans: Spans) -> Spans:
    """`spans` without outer white space."""
    text = spans_text(spans)
    bare = text.strip()
    if len(bare) == len(text):
        return spans if text else ()
    start = len(text) - len(text.lstrip())
    return cut(spans, start, start + len(bare)) if bare else ()


def lines(spans: Spans) -> list[Spans]:
    """`spans` line by line: an outlet's <br> stands as a line break."""
    text = spans_text(spans)
    if "\n" not in text:
        return [spans]
    found = []
    at = 0
    for line in text.split("\n"):
        found.append(cut(spans, at, at + len(line)))
        at += len(line) + 1
    return found
