"""A home with so many stored articles of 3 kB, made once and kept for the next run.

Forty invented outlets; titles begin with the article's number, the newest has the highest. A third of them is read.
"""

from __future__ import annotations

import asyncio
import random
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from bench.farm import Writer

from lampungtui.blockform import pack
from lampungtui.folders import Folders
from lampungtui.foreign import Line, Prose
from lampungtui.model import Blocks, BodyOrigin, PackedBody, Paragraph, Region, Span, blocks_text
from lampungtui.stems import derived
from lampungtui.store import Store
from lampungtui.store.records import AddArticle, FeedState

CHARACTERS: Final = 3_000
OUTLETS: Final = 40
TOPICS: Final = ("mengamankan", "keamanan", "banjir", "kebanjiran", "kopi", "konser", "pemilihan", "perbaikan jalan")
CATEGORIES: Final = ("lampung-raya/metro", "lampung-raya/pesawaran", "politik", "ekbis", "olahraga", "hukum")
REGIONS: Final = ("metro", "pesawaran", "lampung-barat", "pringsewu")
SPAN: Final = timedelta(days=600)


def archive(folder: Path, articles: int) -> Path:
    """The home with so many articles; made if it is not there."""
    home = folder / f"home-{articles}"
    if not (home / "made").exists():
        shutil.rmtree(home, ignore_errors=True)
        write_settings(home)
        asyncio.run(_fill(home, articles))
        (home / "made").touch()
    return home


def write_settings(home: Path, *, refresh: bool = False) -> None:
    """The outlets, each with a feed that nobody asks; the settings say so."""
    profiles = home / "config" / "outlets"
    profiles.mkdir(parents=True, exist_ok=True)
    for number in range(OUTLETS):
        feed = '[[feeds]]\nid = "f"\nkind = "rss"\nurl = "http://127.0.0.1:9/rss"\ntitle = "Kabar"\n'
        (profiles / f"media-{number}.toml").write_text(
            f'id = "media-{number}"\nname = "Media {number}"\nhome = "http://127.0.0.1:9/"\n\n{feed}', encoding="utf-8"
        )
    listed = ", ".join(f'"media-{number}"' for number in range(OUTLETS))
    (home / "config" / "config.toml").write_text(
        f'outlets = [{listed}]\nrefresh = {str(refresh).lower()}\nprefetch = false\npictures = "off"\nkeep_mb = 0\n',
        encoding="utf-8",
    )


async def _fill(home: Path, articles: int) -> None:
    folders = Folders.under(home)
    folders.data.mkdir(parents=True, exist_ok=True)
    store = Store.open(folders.data)
    writer, chance = Writer(7), random.Random(7)
    now = datetime.now(UTC)
    later = now + timedelta(days=30)
    for first in range(0, articles, 100):
        added = [_article(number, articles, now, writer, chance) for number in range(first, min(articles, first + 100))]
        feed = f"media-{first // 100 % OUTLETS}/f"
        texts = [text for each in added for text in (each.title, each.stored.text)]
        await store.keep_feed(
            feed,
            keys=[],
            decide=lambda known, added=added: added,  # type: ignore[misc]
            state=FeedState(feed, last_try_at=now, last_success_at=now, next_poll_at=later),
            derived=derived(texts),
        )
    for number in range(OUTLETS):
        feed = f"media-{number}/f"
        await store.set_feed_state(FeedState(feed, last_try_at=now, last_success_at=now, next_poll_at=later))
    await store.end_visit()
    store.close()


def _article(number: int, articles: int, now: datetime, writer: Writer, chance: random.Random) -> AddArticle:
    at = now - SPAN * (1 - number / articles)
    topic = chance.choice(TOPICS) if chance.random() < 0.2 else ""
    region = chance.choice(REGIONS)
    blocks = _blocks(number, topic, writer)
    return AddArticle(
        keys=(f"id:media-{number % OUTLETS}:{number}", f"url:media.example/berita/{number}"),
        outlet_id=f"media-{number % OUTLETS}",
        outlet_name=Line(f"Media {number % OUTLETS}"),
        title=Line(f"{number:06} {writer.title()} {topic}".strip()),
        url=None,
        published=None,
        sort_at=at,
        first_seen_at=at,
        categories=(chance.choice(CATEGORIES),),
        region=Region(region, Line(region)) if chance.random() < 0.5 else None,
        packed=PackedBody(pack(blocks), blocks_text(blocks), BodyOrigin.FEED, str(number)),
        content_hash=str(number),
        read=chance.random() < 0.33,
    )


def _blocks(number: int, topic: str, writer: Writer) -> Blocks:
    first = f"Nomor {number:06}. {topic} "
    texts = writer.paragraphs(CHARACTERS)
    return tuple(Paragraph((Span(Prose(first + text if place == 0 else text)),)) for place, text in enumerate(texts))
