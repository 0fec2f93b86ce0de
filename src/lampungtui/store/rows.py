"""Rows of the cache to values of the model and back: the store's edge."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, TypeVar

from lampungtui.blockform import COMPACT, image_from_plain, image_to_plain
from lampungtui.foreign import Address, Line, clean_address, clean_line
from lampungtui.model import (
    Credit,
    Dated,
    Dateline,
    DateSource,
    Headline,
    Image,
    Region,
    Role,
)

COLUMNS: Final = (
    "article.id, article.outlet, outlet.name, article.title, article.category, article.sort_at, article.published_at, "
    "article.date_source, article.whole_day, article.read, article.saved, article.whole, article.views, article.later, "
    "article.hidden, article.muted, article.highlighted, article.story"
)
"""What a headline is made of; every query that gives headlines selects these, in this order."""

Row = tuple[Any, ...]

IdentityKey = TypeVar("IdentityKey", str, bytes)
"""By what an article is known: in words, or the digest of them as it comes out of a cache or a backup."""


def digest(key: str | bytes) -> bytes:
    """An identity key as the cache has it: 12 bytes instead of an address, which stands in its article already.

    Two keys alike by chance are not to be feared below some 10^14 of them.
    """
    if isinstance(key, bytes):
        return key
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=12).digest()


def by_digest(keys: Iterable[IdentityKey]) -> dict[str, IdentityKey]:
    """Identity keys by their digests in hexadecimal, as JSON can ask for them."""
    return {digest(key).hex(): key for key in keys}


def seconds(at: datetime | None) -> int | None:
    """A time as whole seconds UTC."""
    return None if at is None else int(at.timestamp())


def moment(at: int | None) -> datetime | None:
    """Whole seconds as a time in UTC."""
    return None if at is None else datetime.fromtimestamp(at, UTC)


def headline_of(row: Row, visited: int) -> Headline:
    """A row of `COLUMNS` as a headline; it is fresh where its id is above `visited`."""
    return Headline(
        id=row[0],
        outlet_id=row[1],
        outlet_name=Line(row[2]),
        title=Line(row[3]),
        category=row[4],
        sort_at=datetime.fromtimestamp(row[5], UTC),
        published=dated_of(row[6], row[7], row[8]),
        read=bool(row[9]),
        saved=bool(row[10]),
        stored=bool(row[11]),
        views=row[12],
        later=bool(row[13]),
        hidden=bool(row[14]),
        muted=bool(row[15]),
        highlighted=bool(row[16]),
        story=row[17],
        fresh=row[0] > visited,
    )


def dated_of(at: int | None, source: str | None, whole_day: int) -> Dated | None:
    """The three date columns as a time with its source."""
    if at is None or source is None:
        return None
    return Dated(datetime.fromtimestamp(at, UTC), DateSource(source), bool(whole_day))


def dated_columns(dated: Dated | None) -> tuple[int | None, str | None, int]:
    """A time with its source as its three columns."""
    return (None, None, 0) if dated is None else (seconds(dated.at), str(dated.source), int(dated.whole_day))


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an article beside its headline and body."""

    credits: tuple[Credit, ...] = ()
    dateline: Dateline | None = None
    region: Region | None = None
    image: Image | None = None
    labels: tuple[Line, ...] = ()
    comments_url: Address | None = None
    language: Line | None = None

    def to_json(self) -> str:
        """The facts as JSON, what is missing left out."""
        plain: dict[str, Any] = {}
        if self.credits:
            plain["credits"] = [[str(credit.role), credit.name, credit.initials] for credit in self.credits]
        if self.dateline is not None:
            plain["dateline"] = [self.dateline.place, self.dateline.agency]
        if self.region is not None:
            plain["region"] = [self.region.slug, self.region.name, self.region.inferred]
        if self.image is not None:
            plain["image"] = image_to_plain(self.image)
        if self.labels:
            plain["labels"] = list(self.labels)
        if self.comments_url is not None:
            plain["comments"] = self.comments_url
        if self.language is not None:
            plain["language"] = self.language
        return COMPACT(plain)

    @classmethod
    def from_json(cls, text: str) -> Facts:
        """The facts of `to_json`, read back, every text cleaned again."""
        plain = json.loads(text)
        dateline = plain.get("dateline")
        region = plain.get("region")
        comments = plain.get("comments")
        return cls(
            credits=tuple(Credit(Role(role), clean_line(name), bool(i)) for role, name, i in plain.get("credits", ())),
            dateline=Dateline(*(clean_line(part) if part else None for part in dateline)) if dateline else None,
            region=Region(region[0], clean_line(region[1]), bool(region[2])) if region else None,
            image=image_from_plain(plain.get("image")),
            labels=tuple(clean_line(label) for label in plain.get("labels", ())),
            comments_url=clean_address(comments) if comments else None,
            language=clean_line(str(plain.get("language") or ""), 20) or None,
        )
