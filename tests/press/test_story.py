"""Which headlines tell of one event."""

from __future__ import annotations

import pytest

from lampungtui.press.story import SECONDS, Told, gist, one_event, stories

ONE_EVENT = [
    ("Polisi Tangkap Pencuri Motor di Metro", "Pencuri Sepeda Motor di Kota Metro Ditangkap Polisi"),
    ("Wali Kota Resmikan Pasar Margorejo Metro", "Pasar Margorejo di Metro Diresmikan Wali Kota"),
    ("Banjir Rendam Ratusan Rumah di Way Kanan", "Ratusan rumah di Way Kanan terendam banjir, warga mengungsi"),
    ("199 Personel Dikirim Amankan KPU Kota Metro", "Amankan KPU Metro, 199 Personel Brimob Dikirim"),
]
OTHER_EVENTS = [
    ("Harga kopi di Lampung naik", "Harga kopi di Lampung turun"),
    ("Polisi tangkap pencuri motor di Metro", "Polisi tangkap bandar sabu di Krui"),
    ("Wali Kota Metro resmikan pasar", "Wali Kota Metro lantik pejabat baru"),
    ("Jadwal salat Bandar Lampung", "Jadwal salat Bandar Lampung"),
    ("", ""),
]


@pytest.mark.parametrize(("one", "other"), ONE_EVENT)
def test_one_event_in_other_words(one: str, other: str) -> None:
    assert one_event(gist(one), gist(other))


@pytest.mark.parametrize(("one", "other"), [pair for pair in OTHER_EVENTS if pair[0] != pair[1]])
def test_events_that_only_sound_alike(one: str, other: str) -> None:
    assert not one_event(gist(one), gist(other))


def told(article_id: int, outlet: str, title: str, at: int = 0, story: int | None = None) -> Told:
    return Told(article_id, outlet, title, at, story)


MARKET, MARKET_AGAIN = ONE_EVENT[1]


def test_a_story_needs_two_outlets_and_two_days() -> None:
    first = told(1, "siger", MARKET)
    assert stories([first, told(2, "siger", MARKET_AGAIN)], [1, 2]) == {}
    assert stories([first, told(2, "kini", MARKET_AGAIN, at=SECONDS + 1)], [1, 2]) == {}
    assert stories([first, told(2, "kini", MARKET_AGAIN, at=SECONDS)], [1, 2]) == {1: 1, 2: 1}


def test_a_story_keeps_its_name_when_others_join() -> None:
    headlines = [told(5, "siger", MARKET, story=3), told(9, "kini", MARKET_AGAIN), told(11, "sekampung", "Harga lada")]
    assert stories(headlines, [9, 11]) == {9: 3}
