"""`lampungtui export`: what is followed, as an OPML file that other readers and another lampungtui take."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from lampungtui.commands.newsroom import in_newsroom
from lampungtui.commands.output import line
from lampungtui.discretion import discreet
from lampungtui.errors import Unusable
from lampungtui.feeds.opml import Outline, write_opml
from lampungtui.foreign import Line, clean_line
from lampungtui.language import counted, say
from lampungtui.model import FeedKind
from lampungtui.newsroom.opening import Opened
from lampungtui.newsroom.room import SourceHealth
from lampungtui.outlets.categories import category_tree
from lampungtui.telling.health import source_name
from lampungtui.telling.views import category_names

KNOWN_TO_OTHERS: Final = frozenset({FeedKind.RSS, FeedKind.JSONFEED})
"""Kinds of source that other readers follow too; pages, APIs and sitemaps are followed by lampungtui alone."""


def export(file: str | None, *, home: Path | None) -> int:
    """Writes everything that is followed as OPML, into a new file or to the standard output; returns 0.

    A source lies in a folder with the name of its category, those without a category outside of any. Raises Unusable for a
    file that is there already or cannot be written.
    """

    async def run(opened: Opened) -> int:
        outlines = list(_outlines(opened.room.health()))
        document = write_opml(Line(say("Sources of lampungtui")), outlines, datetime.now(UTC))
        secrets = sum(discreet(outline.url) != outline.url for outline in outlines)
        if file is None or file == "-":
            sys.stdout.buffer.write(document)
            sys.stdout.buffer.flush()
        else:
            _write(Path(file), document, private=secrets > 0)
        _tell(outlines, secrets)
        return 0

    return in_newsroom(home, run)


def _outlines(sources: Iterable[SourceHealth]) -> Iterable[Outline]:
    """The sources by category, in the order of the screen."""
    places = {category.path: place for place, category in enumerate(category_tree(), 1)}
    for source in sorted(sources, key=lambda each: places.get(each.feed.category or "", 0)):
        feed = source.feed
        yield Outline(
            feed.url,
            source_name(source.outlet.name, feed.title),
            source.outlet.home,
            tuple(map(clean_line, category_names(feed.category or ""))),
            feed.kind,
        )


def _write(path: Path, document: bytes, *, private: bool) -> None:
    """Writes a file that is not there yet, the owner's alone where it is `private`."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if private else 0o666)
        with os.fdopen(descriptor, "wb") as written:
            written.write(document)
    except FileExistsError as error:
        raise Unusable(f"{clean_line(str(path))}: is there already; nothing was written") from error
    except OSError as error:
        raise Unusable(f"{clean_line(str(path))}: cannot be written: {error.strerror or error}") from error


def _tell(outlines: Sequence[Outline], secrets: int) -> None:
    """Says what was written, where it does not mix with the list itself."""
    others = sum(outline.kind in KNOWN_TO_OTHERS for outline in outlines)
    line(
        say("{sources} written, {feeds} that other readers know").format(
            sources=counted("{n} source", "{n} sources", len(outlines)),
            feeds=counted("{n} feed", "{n} feeds", others),
        ),
        error=True,
    )
    if secrets:
        line(
            counted(
                "! {n} address holds a key or a password: keep the list to yourself",
                "! {n} addresses hold a key or a password: keep the list to yourself",
                secrets,
            ),
            error=True,
        )
