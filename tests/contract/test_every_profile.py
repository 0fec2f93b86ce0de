"""What holds for every profile that comes with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from lampungtui.model import Confidence, FeedKind, Outlet
from lampungtui.outlets.categories import category
from lampungtui.outlets.loader import OUR_PROFILES, load_outlets, load_profile

PROFILES = sorted(OUR_PROFILES.glob("*.toml"))

HOME_OUTLETS = {"lampungpro", "antara-lampung", "lampung-post", "tribun-lampung", "viva-lampung"}


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_a_profile_loads_with_its_selectors(path: Path) -> None:
    outlet = load_profile(path)
    assert outlet.id == path.stem, "the file is found by the outlet's id"
    assert outlet.home.startswith("https://")
    assert outlet.names, "datelines and credits name the outlet in some form"
    for feed in outlet.feeds:
        assert feed.id.startswith(f"{outlet.id}/")
        assert feed.category is None or category(feed.category) is not None
    for _, place in outlet.categories:
        assert category(place) is not None


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_a_page_feed_has_rules_to_read_it(path: Path) -> None:
    outlet = load_profile(path, compile_selectors=False)
    if any(feed.kind is FeedKind.PAGE for feed in outlet.feeds):
        assert outlet.listing is not None


def test_the_catalogue_is_wide_and_polls_each_address_once() -> None:
    outlets = load_outlets()
    assert len(outlets) >= 30
    addresses = [feed.url for outlet in outlets for feed in outlet.feeds]
    assert len(addresses) == len(set(addresses))


def test_only_outlets_of_lampung_that_we_trust_are_on() -> None:
    on = [outlet for outlet in load_outlets() if outlet.on]
    assert {outlet.id for outlet in on} >= HOME_OUTLETS
    for outlet in on:
        assert outlet.confidence is not Confidence.UNTRIED, outlet.id
        assert {feed.category for feed in outlet.feeds} & {"lampung-raya"}, outlet.id


def test_a_stand_in_is_never_called_sure() -> None:
    stand_ins = [outlet for outlet in load_outlets() if any("news.google.com" in feed.url for feed in outlet.feeds)]
    assert stand_ins
    assert {outlet.confidence for outlet in stand_ins} == {Confidence.UNTRIED}


def _by_id(outlet_id: str) -> Outlet:
    return next(outlet for outlet in load_outlets() if outlet.id == outlet_id)


def test_the_capital_s_metro_is_not_the_town_in_lampung() -> None:
    assert _by_id("sindonews").category_of("Metro") == "nasional"
    assert _by_id("radar-lampung").category_of("Metro") == "lampung-raya/metro"
