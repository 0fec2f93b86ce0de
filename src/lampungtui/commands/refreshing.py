"""`lampungtui refresh`: the news fetched without a screen, a line a source; for cron and for scripts."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from lampungtui.commands.newsroom import in_newsroom
from lampungtui.commands.output import json_line, line
from lampungtui.foreign import clean_line
from lampungtui.language import counted, say
from lampungtui.newsroom.opening import Opened
from lampungtui.newsroom.progress import Progress
from lampungtui.telling.health import failure_words, source_name
from lampungtui.telling.moments import when


def refresh(*, as_json: bool, force: bool, articles: bool, home: Path | None) -> int:
    """Asks the sources that are due, or with `force` all that may be asked; with `articles` stores whole texts too.

    Returns 0 when all went well, 1 when some source failed.
    """

    async def run(opened: Opened) -> int:
        failed = asked = 0
        async for progress in opened.room.refresh(by_hand=force):
            if progress.feed is None:
                continue
            asked += 1
            failed += progress.trouble is not None
            _tell(opened, progress, as_json)
        if articles:
            stored = [article_id async for article_id in opened.room.prefetch()]
            await opened.room.prefetch_pictures()
            if not as_json:
                line(counted("{n} article stored in full", "{n} articles stored in full", len(stored)))
        gone = await opened.room.let_old_go()
        if gone and not as_json:
            line(counted("{n} old article let go of", "{n} old articles let go of", gone))
        if not as_json and not asked:
            line(_nothing_asked() if force else _nothing_due(opened))
        if not as_json and opened.room.offline:
            line(say("Nobody could be reached: this machine seems to have no network."))
        return 1 if failed else 0

    return in_newsroom(home, run)


def _tell(opened: Opened, progress: Progress, as_json: bool) -> None:
    feed = progress.feed
    assert feed is not None  # noqa: S101  # asked before
    outlet = opened.room.outlet(feed.outlet_id)
    name = outlet.name if outlet is not None else feed.outlet_id
    if as_json:
        json_line(
            {
                "id": feed.id,
                "outlet": name,
                "title": feed.title,
                "ok": progress.trouble is None,
                "new": progress.new,
                "changed": len(progress.changed_ids),
                "error": progress.trouble,
            }
        )
        return
    head = source_name(name, feed.title)
    if progress.trouble is not None:
        line(clean_line(f"! {head}: {failure_words(progress.kind, progress.trouble)}"))
        return
    news = counted("{n} new", "{n} new", progress.new) if progress.new else say("nothing new")
    line(f"✓ {head}: {news}")


def _nothing_asked() -> str:
    return say("It was asked within the last minute, or its server asked for patience.")


def _nothing_due(opened: Opened) -> str:
    now = datetime.now(UTC)
    times = [
        each.state.next_poll_at for each in opened.room.health() if each.state is not None and each.state.next_poll_at
    ]
    if not times:
        return say("There is nothing to ask.")
    return say("Nothing is due before {time}; --force asks all the same.").format(time=when(min(times), now))
