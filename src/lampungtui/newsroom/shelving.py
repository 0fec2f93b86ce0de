"""The side lists of a page (Terpopuler, Sorotan, Kopi Pahit) as the store keeps them."""

from __future__ import annotations

from lampungtui.model import Feed, FeedReading
from lampungtui.newsroom.decide import entry_keys
from lampungtui.store.records import ShelfIntent


def shelf_intents(reading: FeedReading, feed: Feed) -> list[ShelfIntent]:
    """Each side list as the keys of its articles, in the page's order."""
    return [
        ShelfIntent(name=shelf.name, outlet_id=feed.outlet_id, keys=tuple(entry_keys(shelf.entries, feed)))
        for shelf in reading.shelves
        if shelf.entries
    ]
