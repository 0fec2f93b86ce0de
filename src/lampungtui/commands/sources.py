"""`lampungtui feeds` and `lampungtui doctor`: what is followed, and how it is."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lampungtui.commands.newsroom import in_newsroom
from lampungtui.commands.output import cell, console, json_line, line
from lampungtui.discretion import discreet
from lampungtui.foreign import clean_line
from lampungtui.language import INDONESIAN, counted, current_language, say
from lampungtui.newsroom.opening import Opened
from lampungtui.newsroom.polling import address_of
from lampungtui.newsroom.probe import timestamp
from lampungtui.newsroom.room import SourceHealth
from lampungtui.outlets.categories import category
from lampungtui.telling.foundations import foundations
from lampungtui.telling.health import health_of, next_poll, per_week, size, source_name, stored_size, traffic_today
from lampungtui.telling.moments import when

if TYPE_CHECKING:
    from rich.console import Console

WITH_ADDRESS_FROM = 140
"""Columns from which the list of feeds has room for their addresses."""

SIGNS = {
    "well": ("✓", "green"), "moved": ("✓", "green"),
    "unasked": ("·", "dim"), "empty": ("·", "dim"), "stale": ("·", "dim"),
    "paused": ("=", "dim"),
}  # fmt: skip
"""Of what is in trouble no sign is here: it has its own."""


def feeds(*, as_json: bool, home: Path | None) -> int:
    """Prints every feed that is followed; returns 0."""

    async def run(opened: Opened) -> int:
        sources = opened.room.health()
        if as_json:
            for source in sources:
                json_line(_feed_object(source))
        else:
            _feed_table(sources)
        return 0

    return in_newsroom(home, run)


def _feed_object(source: SourceHealth) -> dict[str, Any]:
    feed, state = source.feed, source.state
    return {
        "id": feed.id,
        "outlet": source.outlet.name,
        "title": feed.title,
        "kind": str(feed.kind),
        "url": discreet(feed.url),
        "category": feed.category,
        "interval_minutes": feed.interval_minutes,
        "paused": feed.settings.paused,
        "muted": feed.settings.muted,
        "state": health_of(feed, state, datetime.now(UTC)).state,
        "last_success": timestamp(state.last_success_at) if state else None,
        "next_poll": timestamp(state.next_poll_at) if state else None,
    }


def _feed_table(sources: list[SourceHealth]) -> None:
    from rich.table import Table

    now = datetime.now(UTC)
    out = console()
    table = Table(box=None, pad_edge=False, header_style="bold")
    wide = out.width >= WITH_ADDRESS_FROM
    headings = [say("Outlet"), say("Source"), say("Category"), say("State")] + ([say("Address")] if wide else [])
    for heading in headings:
        table.add_column(heading, overflow="ellipsis", no_wrap=True)
    for source in sources:
        health = health_of(source.feed, source.state, now)
        path = category(source.feed.category) if source.feed.category else None
        cells = [
            cell(source.outlet.name),
            cell(source.feed.title),
            cell((path.name_id if current_language() == INDONESIAN else path.name_en) if path else ""),
            cell(health.words, "yellow" if health.failing else ""),
        ]
        table.add_row(*cells, *([cell(discreet(source.feed.url), "dim")] if wide else []))
    out.print(table)
    outlets = len({source.outlet.id for source in sources})
    sentence = say("{sources} of {outlets}").format(
        sources=counted("{n} source", "{n} sources", len(sources)),
        outlets=counted("{n} outlet", "{n} outlets", outlets),
    )
    out.print()
    out.print(cell(sentence))


def doctor(*, as_json: bool, home: Path | None) -> int:
    """Prints how every feed is and what can be done; returns 0 when all are well, 1 when any is in trouble."""

    async def run(opened: Opened) -> int:
        now = datetime.now(UTC)
        sources = sorted(opened.room.health(), key=lambda each: not health_of(each.feed, each.state, now).failing)
        out = console()
        if not as_json and opened.room.nobody_answers():
            out.print(
                cell(say("Nobody could be reached the last time: this machine seems to have no network."), "bold")
            )
            out.print()
        for source in sources:
            if as_json:
                json_line(_health_object(source, now))
            else:
                _tell_health(out, source, now)
        failing = sum(health_of(each.feed, each.state, now).failing for each in sources)
        _tell_foundations(out, as_json=as_json)
        if not as_json:
            stored = opened.room.store.size()
            line("")
            backup, at = opened.room.store.safekeeping.newest_backup, opened.room.store.safekeeping.backed_up_at
            if backup is None or at is None:
                line(say("no backup yet"))
            else:
                line(say("newest backup: {when}, {file}").format(when=when(at, now), file=clean_line(str(backup), 500)))
            line(
                say("{sources}, {failing}; {articles}, {size} on disk").format(
                    sources=counted("{n} source", "{n} sources", len(sources)),
                    failing=counted("{n} failing", "{n} failing", failing),
                    articles=counted("{n} article", "{n} articles", stored.articles),
                    size=stored_size(stored.bytes, opened.room.bytes_allowed),
                )
            )
        return 1 if failing else 0

    return in_newsroom(home, run)


def _health_object(source: SourceHealth, now: datetime) -> dict[str, Any]:
    feed, state = source.feed, source.state
    health = health_of(feed, state, now)
    requests, received = traffic_today(state, now) if state else (0, 0)
    return {
        "id": feed.id,
        "outlet": source.outlet.name,
        "title": feed.title,
        "url": discreet(feed.url),
        "polled_url": discreet(address_of(feed, state) if state else feed.url),
        "state": health.state,
        "failing": health.failing,
        "words": health.words,
        "advice": health.advice,
        "detail": health.detail,
        "since": timestamp(health.since),
        "last_success": timestamp(state.last_success_at) if state else None,
        "next_poll": timestamp(state.next_poll_at) if state else None,
        "next_poll_reason": state.wait_reason if state else None,
        "entries": state.entries if state else 0,
        "entries_per_week": state.per_week if state else None,
        "requests_today": requests,
        "bytes_today": received,
    }


def _tell_foundations(out: Console, *, as_json: bool) -> None:
    """What the program stands on: each as an object, or, for a person, those with a hole that is known."""
    from rich.padding import Padding
    from rich.text import Text

    for each in foundations():
        if as_json:
            json_line(
                {
                    "foundation": each.name,
                    "version": each.version,
                    "holes": [hole.name for hole in each.holes],
                    "words": each.words,
                }
            )
        elif each.holes:
            names = ", ".join(hole.name for hole in each.holes)
            version = cell(f"{each.name} {each.version}", "bold")
            words = cell(say("has a known hole ({names})").format(names=names))
            out.print(Text.assemble(("! ", "bold yellow"), version, "  ", words))
            advice = say("A newer {name} closes it; a distribution may have closed it under the old number.").format(
                name=each.name
            )
            out.print(Padding(cell(f"{each.words} {advice}"), (0, 0, 0, 2), expand=False))


def _tell_health(out: Console, source: SourceHealth, now: datetime) -> None:
    from rich.padding import Padding
    from rich.text import Text

    feed, state = source.feed, source.state
    health = health_of(feed, state, now)
    sign, style = SIGNS.get(health.state, ("!", "bold yellow"))
    name = cell(source_name(source.outlet.name, feed.title), "bold")
    out.print(Text.assemble((f"{sign} ", style), name, "  ", cell(health.words)))
    facts = [say("since {when}").format(when=when(health.since, now))] if health.since is not None else []
    if state is not None:
        if state.last_success_at is not None:
            facts.append(say("last answered {when}").format(when=when(state.last_success_at, now)))
        upcoming = next_poll(feed, state, now)
        if upcoming is not None:
            facts.append(say("next {time}").format(time=upcoming))
        facts += [each for each in (per_week(state),) if each]
        requests, received = traffic_today(state, now)
        if requests:
            facts.append(
                say("today {requests}, {bytes}").format(
                    requests=counted("{n} request", "{n} requests", requests), bytes=size(received)
                )
            )
    # `cell` would take the margin off: it cleans.
    margin = (0, 0, 0, 2)
    if facts:
        out.print(Padding(cell(" · ".join(facts)), margin, expand=False))
    if health.advice:
        out.print(Padding(cell(health.advice), margin, expand=False))
    if health.detail:
        out.print(Padding(cell(health.detail_words, "dim"), margin, expand=False))
