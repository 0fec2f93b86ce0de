"""What a person follows: outlets of the catalogue, feeds of their own, and settings for any feed, in one TOML file.

    outlets = ["lampungpro", "antara-lampung"]     # leave it out for those that are on by default

    [[feeds]]
    id = "kabar-way-seputih"
    url = "https://kabar.example/feed/"
    name = "Kabar Way Seputih"
    category = "lampung-raya/lampung-tengah"

    [settings."lampungpro/politik"]
    paused = true

A person edits the file by hand; `subscribing.py` edits it without losing their comments.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from lampungtui.config.handwritten import unreadable, values_of
from lampungtui.discretion import discreet
from lampungtui.errors import ProfileError
from lampungtui.foreign import Address, Line, clean_address, clean_line
from lampungtui.identity import canonical
from lampungtui.log import logger
from lampungtui.model import Feed, FeedKind, FeedSettings, Outlet, Scope
from lampungtui.outlets.categories import common_labels
from lampungtui.outlets.loader import category_path, read_source
from lampungtui.outlets.source import Source
from lampungtui.outlets.table import Table

OWN: Final = "own"
"""The outlet part of the ids of a person's own feeds: `own/kabar-way-seputih`."""

LONGEST_MINUTES: Final = 10_080
HEADER_LIMIT: Final = 2_000
"""Characters of a header's value."""

_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HEADER_NAME: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,80}")
_FORBIDDEN_HEADERS: Final = frozenset(
    {"host", "cookie", "referer", "content-length", "transfer-encoding", "connection", "accept-encoding", "range",
     "if-none-match", "if-modified-since", "user-agent"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Override:
    """What is set for a feed; None leaves what the profile says."""

    name: Line | None = None
    category: str | None = None
    interval_minutes: int | None = None
    settings: FeedSettings = field(default_factory=FeedSettings)


@dataclass(frozen=True, slots=True)
class OwnFeed:
    """A feed that a person added."""

    id: str
    url: Address
    kind: FeedKind
    override: Override

    @property
    def feed_id(self) -> str:
        """The feed's id among all feeds."""
        return f"{OWN}/{self.id}"


@dataclass(frozen=True, slots=True)
class Subscriptions:
    """The file's content. `outlets` is None where the person did not choose any."""

    outlets: tuple[str, ...] | None = None
    feeds: tuple[OwnFeed, ...] = ()
    settings: Mapping[str, Override] = field(default_factory=dict)


def read_subscriptions(path: Path) -> Subscriptions:
    """What the file at `path` says; nothing where there is none. Raises ProfileError with file and line."""
    try:
        if not path.exists():
            return Subscriptions()
    except OSError as error:
        raise unreadable(path, error, ProfileError) from error
    subscriptions = parse_subscriptions(read_source(path))
    if holds_secrets(subscriptions):
        _keep_from_others(path)
    return subscriptions


def holds_secrets(subscriptions: Subscriptions) -> bool:
    """Whether the file gives away what only its owner should know: heads of requests, keys and passwords in addresses."""
    settings = [each.override.settings for each in subscriptions.feeds]
    settings += [each.settings for each in subscriptions.settings.values()]
    return any(each.headers for each in settings) or any(discreet(each.url) != each.url for each in subscriptions.feeds)


def _keep_from_others(path: Path) -> None:
    """Takes from others what they may do with the file; where that cannot be done the log says so."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & 0o077:
            path.chmod(mode & 0o700)
            logger.info("%s holds secrets: it is for its owner alone now", path)
    except OSError as error:
        logger.warning("%s holds secrets, and others can read it: %s", path, error.strerror or error)


def parse_subscriptions(source: Source) -> Subscriptions:
    """What a file's text says. Raises ProfileError with file and line."""
    values = values_of(source.text, source.path, ProfileError)
    table = Table(source, values)
    feeds: list[OwnFeed] = []
    ids: set[str] = set()
    for entry in table.tables("feeds"):
        feed_id = entry.matching("id", _SLUG, "small letters, digits and hyphens, such as 'kabar-kota'")
        if feed_id is None:
            raise entry.missing("id")
        if feed_id in ids:
            raise entry.error("id", f"the feed id {feed_id!r} is used twice")
        ids.add(feed_id)
        feeds.append(
            OwnFeed(feed_id, entry.address("url"), entry.choice("kind", FeedKind, FeedKind.RSS), _override(entry))
        )
        entry.finish()
    settings: dict[str, Override] = {}
    for feed_id, entry in _named(table.table("settings")):
        if feed_id.startswith(f"{OWN}/"):
            raise entry.error(None, f"what is set for {feed_id!r} belongs into its own [[feeds]] table")
        settings[feed_id] = _override(entry)
        entry.finish()
    chosen = table.texts("outlets")
    table.finish()
    # An empty list is a choice too.
    return Subscriptions(chosen if "outlets" in values else None, tuple(feeds), settings)


def _named(table: Table | None) -> Sequence[tuple[str, Table]]:
    return table.named_tables() if table is not None else ()


def _override(table: Table) -> Override:
    path = category_path(table, "category")
    minutes = table.number("interval", 0, 0, LONGEST_MINUTES)
    keep = table.number("keep", 0, 0, 1_000_000)
    agent = table.text("user_agent")
    if agent is not None and not (agent.isascii() and len(agent) <= 500):
        raise table.error("user_agent", "'user_agent' must be plain ASCII of at most 500 characters")
    return Override(
        name=table.text("name"),
        category=path,
        interval_minutes=minutes or None,
        settings=FeedSettings(
            full_text=table.flag("full_text", True),
            images=table.flag("images", True),
            muted=table.flag("muted", False),
            paused=table.flag("paused", False),
            keep=keep or None,
            keep_days=table.number("keep_days", 0, 0, 36_500) or None,
            keep_mb=table.number("keep_mb", 0, 0, 1_000_000) or None,
            user_agent=agent,
            headers=_headers(table.table("headers")),
        ),
    )


def _headers(table: Table | None) -> tuple[tuple[str, str], ...]:
    if table is None:
        return ()
    found = []
    for name, value in table.labels():
        if not header_can_be_set(name):
            raise table.error(name, f"the header {name!r} cannot be set")
        if not header_value_fits(value):
            raise table.error(
                name, f"the value of header {name!r} must be plain ASCII of at most {HEADER_LIMIT} characters"
            )
        found.append((name, value))
    return tuple(found)


def header_can_be_set(name: str) -> bool:
    """Whether a request header may be a person's: one that the client does not need for itself."""
    return _HEADER_NAME.fullmatch(name) is not None and name.lower() not in _FORBIDDEN_HEADERS


def header_value_fits(value: str) -> bool:
    """Whether a header can have this value; it may be a secret, and no error says it."""
    return value.isascii() and value.isprintable() and len(value) <= HEADER_LIMIT


def followed(subscriptions: Subscriptions, outlets: Sequence[Outlet], chosen: Sequence[str] = ()) -> tuple[Outlet, ...]:
    """The outlets that are read, with their feeds as set: those that are chosen (in the file, else `chosen`, else those on
    by default), and whoever publishes the person's own feeds.

    A chosen id that no profile has is passed over: a profile may have been taken away.
    """
    by_id = {outlet.id: outlet for outlet in outlets}
    wanted = subscriptions.outlets if subscriptions.outlets is not None else chosen
    if subscriptions.outlets is not None or chosen:
        read = [by_id[each] for each in dict.fromkeys(wanted) if each in by_id]
    else:
        read = [outlet for outlet in outlets if outlet.on]
    found = {outlet.id: replace(outlet, feeds=_with_settings(outlet.feeds, subscriptions)) for outlet in read}
    publishers = {host: outlet for outlet in reversed(outlets) for host in _hosts(outlet)}
    for own in subscriptions.feeds:
        publisher = publishers.get(_host(own.url)) or _unknown_publisher(own)
        outlet = found.get(publisher.id) or replace(publisher, feeds=())
        found[outlet.id] = replace(outlet, feeds=(*outlet.feeds, _feed(own, outlet)))
    return tuple(found.values())


def publisher_of(url: str, outlets: Sequence[Outlet]) -> Outlet | None:
    """The outlet of the catalogue on whose site an address lies."""
    host = _host(url)
    return next((outlet for outlet in outlets if host in _hosts(outlet)), None)


def _hosts(outlet: Outlet) -> set[str]:
    return {_host(outlet.home), *(_bare(name) for name in outlet.hosts)}


def place_of(url: Address) -> str:
    """An address as it is compared: without scheme, `www.`, what only tracks, and the slash at its end."""
    return canonical(url).split("://", 1)[1].removeprefix("www.").rstrip("/")


def _host(url: str) -> str:
    return _bare(urlsplit(url).netloc.lower())


def _bare(host: str) -> str:
    return host.removeprefix("www.")


def _unknown_publisher(own: OwnFeed) -> Outlet:
    """An outlet for a feed of a site that nobody described."""
    parts = urlsplit(own.url)
    home = clean_address(f"{parts.scheme}://{parts.netloc}/") or own.url
    name = own.override.name or clean_line(_host(own.url), 80)
    return Outlet(
        id=f"{OWN}-{own.id}", name=name, home=home, scope=Scope.OWN, categories=tuple(common_labels().items())
    )


def _feed(own: OwnFeed, outlet: Outlet) -> Feed:
    return Feed(
        id=own.feed_id,
        outlet_id=outlet.id,
        kind=own.kind,
        url=own.url,
        title=own.override.name or outlet.name,
        category=own.override.category,
        interval_minutes=own.override.interval_minutes or 60,
        adaptive=own.override.interval_minutes is None,
        settings=own.override.settings,
    )


def _with_settings(feeds: Sequence[Feed], subscriptions: Subscriptions) -> tuple[Feed, ...]:
    return tuple(_set(feed, subscriptions.settings.get(feed.id)) for feed in feeds)


def _set(feed: Feed, override: Override | None) -> Feed:
    if override is None:
        return feed
    return replace(
        feed,
        title=override.name or feed.title,
        category=override.category or feed.category,
        interval_minutes=override.interval_minutes or feed.interval_minutes,
        adaptive=feed.adaptive and override.interval_minutes is None,
        settings=override.settings,
    )
