"""Reading outlet profiles: one TOML file per outlet, ours from this package, the reader's from a folder of their own.

The keys are those of `model.Outlet` and of what it holds; docs/adding-an-outlet.md explains each. Validation is
strict, because a key that is silently passed over is the hardest mistake to find for the person who made it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lampungtui.config.handwritten import nearest, unreadable, values_of
from lampungtui.errors import ProfileError
from lampungtui.foreign import clean_line
from lampungtui.model import (
    ApiRules,
    Confidence,
    Feed,
    FeedKind,
    ListingRules,
    NamedLink,
    Outlet,
    PageRules,
    Role,
    Scope,
    ShelfName,
    ShelfRule,
)
from lampungtui.outlets.categories import category, category_tree, common_labels
from lampungtui.outlets.expressions import check_expressions
from lampungtui.outlets.selectors import check_selectors
from lampungtui.outlets.source import Source
from lampungtui.outlets.table import Table

HOME_OUTLET = "lampungpro"
"""The outlet that the reader was made for comes first."""

OUR_PROFILES: Final = Path(__file__).parent / "profiles"
"""The folder of the profiles that come with the program."""

PROFILE_LIMIT: Final = 1_048_576
"""Bytes of the largest profile file that is read."""

USUAL_MINUTES: Final = 60

_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_FRAGMENT: Final = re.compile(r"[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]+")
_TAXONOMY: Final = re.compile(r"[a-z0-9_-]+|\*")
_A_SLUG: Final = "small letters, digits and hyphens, such as 'lampung-post'"


def load_outlets(extra: Path | None = None) -> tuple[Outlet, ...]:
    """Every outlet: ours, and those of the `*.toml` files in the folder `extra`, which replace ours of the same id.

    In the order of the picker: outlets that are on by default first, then the surer ones, then by name. A folder
    `extra` that does not exist is an empty one. Raises `ProfileError` for the first profile that cannot be used.
    """
    outlets = {outlet.id: outlet for outlet in _our_outlets()}
    if extra is not None:
        outlets.update(_outlets_of(extra))
    confidence = list(Confidence)
    return tuple(
        sorted(
            outlets.values(),
            key=lambda o: (o.id != HOME_OUTLET, not o.on, confidence.index(o.confidence), o.name.casefold()),
        )
    )


@cache
def _our_outlets() -> tuple[Outlet, ...]:
    # Our selectors are compiled by the tests; doing it at every start would cost the import of the HTML engine.
    return tuple(load_profile(path, compile_selectors=False) for path in sorted(OUR_PROFILES.glob("*.toml")))


def _outlets_of(folder: Path) -> dict[str, Outlet]:
    outlets: dict[str, Outlet] = {}
    written: dict[str, Path] = {}
    try:
        paths = sorted(path for path in folder.glob("*.toml") if not path.name.startswith("."))
    except OSError as error:
        raise unreadable(folder, error, ProfileError) from error
    for path in paths:
        outlet = load_profile(path)
        if outlet.id in written:
            raise ProfileError(path, None, f"the outlet {outlet.id!r} is also in {written[outlet.id].name}")
        written[outlet.id] = path
        outlets[outlet.id] = outlet
    return outlets


def load_profile(path: Path, *, compile_selectors: bool = True) -> Outlet:
    """The outlet that the file at `path` describes.

    `compile_selectors` also tries every CSS selector and every JMESPath expression, for which their libraries are
    imported. Raises `ProfileError` with file, line and what is wrong.
    """
    source = read_source(path)
    outlet = _outlet(Table(source, values_of(source.text, path, ProfileError)))
    if compile_selectors:
        check_selectors(outlet, source)
        check_expressions(outlet, source)
    return outlet


def read_source(path: Path) -> Source:
    """The text of a TOML file that a person wrote. Raises ProfileError."""
    try:
        with path.open("rb") as file:
            raw = file.read(PROFILE_LIMIT + 1)
    except OSError as error:
        raise unreadable(path, error, ProfileError) from error
    if len(raw) > PROFILE_LIMIT:
        raise ProfileError(path, None, f"is larger than {PROFILE_LIMIT} bytes")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise unreadable(path, error, ProfileError) from error
    return Source(path, text.replace("\r\n", "\n"))


def _outlet(table: Table) -> Outlet:
    outlet_id = table.matching("id", _SLUG, _A_SLUG)
    if outlet_id is None:
        raise table.missing("id")
    outlet = Outlet(
        id=outlet_id,
        name=table.needed_text("name"),
        home=table.address("home"),
        language=table.matching("language", _LANGUAGE, "a language code such as 'id'") or "id",
        zone=_zone(table),
        confidence=table.choice("confidence", Confidence, Confidence.UNTRIED),
        scope=table.choice("scope", Scope, Scope.NATIONAL),
        names=table.texts("names"),
        hosts=table.hosts("hosts"),
        on=table.flag("on", True),
        comments=table.matching("comments", _FRAGMENT, "what stands after # in the address of the comments"),
        wordpress_editors=table.matching("wordpress_editors", _TAXONOMY, "the name of a WordPress taxonomy, or '*'"),
        author_role=table.choice("author_role", Role, Role.WRITER),
        partners=_links(table, "partners"),
        network=_links(table, "network"),
        categories=_labels(table),
        page=_page(table.table("page")),
        listing=_listing(table.table("listing")),
        api=_api(table.table("api")),
    )
    outlet = replace(outlet, feeds=_feeds(table, outlet))
    table.finish()
    return outlet


def _zone(table: Table) -> str:
    zone = table.text("zone")
    if zone is None:
        return "Asia/Jakarta"
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise table.error("zone", f"'zone' {zone!r} is not a time zone such as 'Asia/Jakarta'") from None
    return zone


def _feeds(table: Table, outlet: Outlet) -> tuple[Feed, ...]:
    feeds: list[Feed] = []
    for entry in table.tables("feeds"):
        feed_id = entry.matching("id", _SLUG, _A_SLUG)
        if feed_id is None:
            raise entry.missing("id")
        # Feeds are told apart across outlets, in the store and in what the reader saved.
        full_id = f"{outlet.id}/{feed_id}"
        if any(feed.id == full_id for feed in feeds):
            raise entry.error("id", f"the feed id {feed_id!r} is used twice")
        feed = Feed(
            id=full_id,
            outlet_id=outlet.id,
            kind=entry.choice("kind", FeedKind),
            url=entry.address("url"),
            title=entry.needed_text("title"),
            category=category_path(entry, "category"),
            interval_minutes=entry.number("interval", USUAL_MINUTES, 1, 10_080),
            pages=entry.number("pages", 1, 1, 20),
        )
        # Who writes down less than the usual hour wants just that.
        feed = replace(feed, adaptive=feed.interval_minutes >= USUAL_MINUTES)
        entry.finish()
        if feed.kind is FeedKind.API and outlet.api is None:
            raise entry.error("kind", "a feed of the kind 'api' needs an [api] table that says where its items are")
        feeds.append(feed)
    if not feeds:
        raise table.error(None, "there is no [[feeds]] table: nothing to fetch")
    return tuple(feeds)


def category_path(table: Table, key: str) -> str | None:
    """The path of one of our rubrics, or None where the key is not given. Raises ProfileError."""
    path = table.text(key)
    if path is not None:
        _known_category(table, key, path)
    return path


def _known_category(table: Table, key: str, path: str) -> None:
    if category(path) is None:
        near = nearest(path, (known.path for known in category_tree()))
        raise table.error(
            key,
            f"unknown category {path!r}; did you mean {near!r}?" if near is not None else f"unknown category {path!r}",
        )


def _labels(table: Table) -> tuple[tuple[str, str], ...]:
    """The outlet's own labels, then the common ones that it does not use in a sense of its own."""
    labels = table.table("categories")
    mapped: dict[str, str] = {}
    if labels is not None:
        for label, path in labels.labels():
            folded = clean_line(label).casefold()
            if not folded:
                raise labels.error(label, "a label is empty")
            if folded in mapped:
                raise labels.error(label, f"the label {label!r} is mapped twice (capitals do not count)")
            _known_category(labels, label, path)
            mapped[folded] = path
    return tuple({**mapped, **{label: path for label, path in common_labels().items() if label not in mapped}}.items())


def _links(table: Table, key: str) -> tuple[NamedLink, ...]:
    links: list[NamedLink] = []
    for entry in table.tables(key):
        links.append(NamedLink(entry.needed_text("name"), entry.address("url")))
        entry.finish()
    return tuple(links)


def _page(table: Table | None) -> PageRules:
    if table is None:
        return PageRules()
    rules = PageRules(
        title=table.texts("title"),
        body=table.texts("body"),
        date=table.texts("date"),
        author=table.texts("author"),
        label=table.texts("label"),
        image=table.texts("image"),
        caption=table.texts("caption"),
        views=table.texts("views"),
        next=table.texts("next"),
        drop=table.texts("drop"),
    )
    table.finish()
    return rules


def _listing(table: Table | None) -> ListingRules | None:
    if table is None:
        return None
    rules = ListingRules(
        item=table.needed_text("item"),
        title=table.needed_text("title"),
        title_attribute=table.text("title_attribute"),
        title_prefix=table.text("title_prefix"),
        date=table.text("date"),
        views=table.text("views"),
        label=table.text("label"),
        summary=table.text("summary"),
        image=table.text("image"),
        next=table.text("next"),
        skip=table.texts("skip"),
        shelves=tuple(_shelf(entry) for entry in table.tables("shelves")),
    )
    table.finish()
    return rules


def _api(table: Table | None) -> ApiRules | None:
    if table is None:
        return None
    rules = ApiRules(
        items=table.needed_text("items"),
        title=table.needed_text("title"),
        id=table.text("id"),
        url=table.text("url"),
        date=table.text("date"),
        updated=table.text("updated"),
        summary=table.text("summary"),
        content=table.text("content"),
        image=table.text("image"),
        labels=table.text("labels"),
        authors=table.text("authors"),
        editors=table.text("editors"),
        publisher=table.text("publisher"),
        views=table.text("views"),
        comments=table.text("comments"),
        next=table.text("next"),
        error=table.text("error"),
    )
    table.finish()
    return rules


def _shelf(table: Table) -> ShelfRule:
    rule = ShelfRule(
        name=table.choice("name", ShelfName),
        heading=table.needed_text("heading"),
        container=table.needed_text("container"),
        item=table.needed_text("item"),
        title=table.needed_text("title"),
        date=table.text("date"),
        views=table.text("views"),
        label=table.text("label"),
        summary=table.text("summary"),
    )
    table.finish()
    return rule
