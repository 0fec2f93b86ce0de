"""What goes into the store and comes out of it beside the model's own values: intents, known articles, feed states."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from lampungtui.blockform import pack
from lampungtui.foreign import Address, Line
from lampungtui.model import (
    Article,
    Blocks,
    BodyOrigin,
    Credit,
    Dated,
    Dateline,
    Image,
    PackedBody,
    Region,
    ShelfName,
    blocks_text,
)


@dataclass(frozen=True, slots=True)
class Known:
    """An article that the store has already, as deciding needs it.

    `content_hash` is the digest of the words that the same feed gave last time; None where it never gave this one.
    """

    article_id: int
    outlet_id: str
    title: Line
    content_hash: str | None


def _packed(body: Blocks, origin: BodyOrigin) -> PackedBody:
    return PackedBody(pack(body) if body else b"", blocks_text(body), origin, "")


@dataclass(frozen=True, slots=True)
class AddArticle:
    """A new article. `categories` are paths, the one to show first; their parents are listed by the store.

    Its body is `packed` where the workshop has packed it already, else `body`. Out of a backup it has `digests` of keys.
    """

    keys: tuple[str, ...]
    outlet_id: str
    outlet_name: Line
    title: Line
    url: Address | None
    published: Dated | None
    sort_at: datetime
    first_seen_at: datetime
    categories: tuple[str, ...]
    updated_at: datetime | None = None
    region: Region | None = None
    dateline: Dateline | None = None
    credits: tuple[Credit, ...] = ()
    labels: tuple[Line, ...] = ()
    image: Image | None = None
    views: int | None = None
    comments_url: Address | None = None
    body: Blocks = ()
    origin: BodyOrigin = BodyOrigin.SUMMARY
    packed: PackedBody | None = None
    content_hash: str | None = None
    read: bool = False
    wanted: bool = True
    digests: tuple[bytes, ...] = ()

    @property
    def stored(self) -> PackedBody:
        """The body as the store keeps it."""
        return self.packed or _packed(self.body, self.origin)


@dataclass(frozen=True, slots=True)
class ChangeArticle:
    """An article whose outlet changed its words: the earlier version is kept, the page is wanted again.

    Not `wanted`, only the page of one that was read whole before is.
    """

    article_id: int
    keys: tuple[str, ...]
    title: Line
    updated_at: datetime
    categories: tuple[str, ...] = ()
    views: int | None = None
    image: Image | None = None
    body: Blocks = ()
    origin: BodyOrigin = BodyOrigin.SUMMARY
    packed: PackedBody | None = None
    content_hash: str | None = None
    wanted: bool = True

    @property
    def stored(self) -> PackedBody:
        """The body as the store keeps it."""
        return self.packed or _packed(self.body, self.origin)


@dataclass(frozen=True, slots=True)
class TouchArticle:
    """An article seen again as it was: further keys and rubrics, fresh counts, a surer date."""

    article_id: int
    keys: tuple[str, ...]
    categories: tuple[str, ...] = ()
    views: int | None = None
    published: Dated | None = None
    content_hash: str | None = None


Intent = AddArticle | ChangeArticle | TouchArticle


@dataclass(frozen=True, slots=True)
class ShelfIntent:
    """A side list as it now stands on an outlet's page; each item by its identity keys."""

    name: ShelfName
    outlet_id: str
    keys: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class KeptCounts:
    """What storing one feed changed."""

    new_ids: tuple[int, ...] = ()
    changed_ids: tuple[int, ...] = ()

    @property
    def new(self) -> int:
        """How many articles are new."""
        return len(self.new_ids)


@dataclass(frozen=True, slots=True)
class FeedState:
    """A feed's validators, timing and health between two polls. Times are UTC.

    `etag` and `last_modified` are the server's own words, byte for byte. `trouble` names a kind of failure, stable
    across versions; `trouble_text` is an English sentence. `wait_reason` says why `next_poll_at` is what it is.
    `written_url` is the feed's address as it was written when this state came about; `address` where it is polled since
    it moved for good. `per_week` is how many entries it publishes, `newest_at` the time of its newest one; `remarks` what
    was wrong with its last document, which was read all the same, and the `ttl` and `skip` fields what that asked for.
    `day` (`2026-11-25`, UTC) is the day that `day_requests` and `day_bytes` count.
    """

    feed_id: str
    etag: str | None = None
    last_modified: str | None = None
    next_poll_at: datetime | None = None
    wait_reason: str | None = None
    last_try_at: datetime | None = None
    last_success_at: datetime | None = None
    failing_since: datetime | None = None
    failures: int = 0
    trouble: str | None = None
    trouble_text: str | None = None
    entries: int = 0
    moved_to: Address | None = None
    moved_count: int = 0
    moved_since: datetime | None = None
    written_url: Address | None = None
    address: Address | None = None
    per_week: float | None = None
    newest_at: datetime | None = None
    remarks: str | None = None
    ttl_minutes: int | None = None
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[str, ...] = ()
    day: str | None = None
    day_requests: int = 0
    day_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Deed:
    """A change that a person made and that can be undone.

    `what` is `read`, `unread`, `saved`, `let-go`, `later`, `not-later`, `hidden`, `shown` or `all-read`, with `about` the
    title of its article, or where it happened; `tagged` or `untagged`, with the tag; `view-made`, `view-changed`,
    `view-moved` or `view-deleted`, with the view's name; `rule-made`, `rule-changed` or `rule-deleted`, with its query.
    """

    id: int
    what: str
    about: Line
    articles: int


@dataclass(frozen=True, slots=True)
class WantedBody:
    """An article whose whole text is not stored yet."""

    article_id: int
    url: Address
    outlet_id: str


@dataclass(frozen=True, slots=True)
class ArticleVersion:
    """An earlier version of an edited article."""

    title: Line
    blocks: Blocks
    origin: BodyOrigin
    replaced_at: datetime

    def over(self, article: Article) -> Article:
        """`article` as it read in this version."""
        return replace(
            article,
            headline=replace(article.headline, title=self.title),
            blocks=self.blocks,
            origin=self.origin,
        )


@dataclass(frozen=True, slots=True)
class StoreSize:
    """How much the store holds; `bytes` counts its files."""

    bytes: int
    articles: int


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is kept at most, of a feed or of everything: articles, days since an article came, bytes; None for no bound.

    What is saved, put aside or tagged stays whatever the bound, and so do unread articles unless `unread` says that they
    may go.
    """

    articles: int | None = None
    days: int | None = None
    bytes: int | None = None
    unread: bool = False

    @property
    def any(self) -> bool:
        """Whether there is a bound at all."""
        return (self.articles, self.days, self.bytes) != (None, None, None)


@dataclass(frozen=True, slots=True)
class Walk:
    """How far letting go has come: from the oldest article on, those up to `sort_at` and `article_id` were looked at;
    `through` the lists, what is away from them follows, then it is `done`.

    `rest` articles are still to go because there are too many, and those that came before `before` because they are old.
    What went of the lists because there are too many reaches up to `until`.
    """

    rest: int
    before: int
    until: int = -(2**62)
    sort_at: int = -(2**62)
    article_id: int = 0
    gone: int = 0
    through: bool = False
    done: bool = False
