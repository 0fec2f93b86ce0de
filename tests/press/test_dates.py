"""Dates in every form that Indonesian outlets write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lampungtui.model import Dated, DateSource
from lampungtui.press.dates import MONTHS_EN, MONTHS_ID, MONTHS_SHORT_EN, MONTHS_SHORT_ID, read_date

WIB = timezone(timedelta(hours=7))
WITA = timezone(timedelta(hours=8))
WIT = timezone(timedelta(hours=9))
FETCHED = datetime(2025, 7, 25, 3, 30, tzinfo=UTC)  # a Friday, 10.30 WIB


def read(text: str, zone: str = "Asia/Jakarta", source: DateSource = DateSource.PAGE) -> Dated | None:
    return read_date(text, zone=zone, fetched_at=FETCHED, source=source)


def at(year: int, month: int, day: int, hour: int, minute: int, second: int = 0, zone: timezone = WIB) -> datetime:
    return datetime(year, month, day, hour, minute, second, tzinfo=zone)


WITH_AN_HOUR = [
    ("Rabu, 23 Juli 2025 10:44 WIB", at(2025, 7, 23, 10, 44)),
    ("Selasa, 14 Juli 2020 9:59 Wib", at(2020, 7, 14, 9, 59)),
    ("Jumat, 25 Jul 2025 07:40 WIB", at(2025, 7, 25, 7, 40)),
    ("Sabtu, 31 Mei  2025 12:03 WIB", at(2025, 5, 31, 12, 3)),
    ("Kompas.com- 18/06/2025, 21:35 WIB", at(2025, 6, 18, 21, 35)),
    ("Kompas.com- Diperbarui 19/06/2025, 10:25 WIB", at(2025, 6, 19, 10, 25)),
    ("Diperbarui 18 Jun 2025, 14:05 WIB", at(2025, 6, 18, 14, 5)),
    ("18 Juni 2025 | 20.04 WIB", at(2025, 6, 18, 20, 4)),
    ("Rabu   18 Jun 2025  22:02 WIB", at(2025, 6, 18, 22, 2)),
    (",\u00a0Jurnalis-Jum'at, 13 Juni 2025 |19:04 WIB", at(2025, 6, 13, 19, 4)),
    ("Jum\u2019at, 13 Juni 2025 |19:04 WIB", at(2025, 6, 13, 19, 4)),
    ("Tayang: Selasa, 10 Juni 2025 08:52 WIB", at(2025, 6, 10, 8, 52)),
    ("Selasa, 10 Juni 2025 - 07:00 WIB", at(2025, 6, 10, 7, 0)),
    ("Senin, 08 Juli 2024 \u2013 13:11 WIB", at(2024, 7, 8, 13, 11)),
    ("Selasa, 3 Juni 2025-  13:35 WIB", at(2025, 6, 3, 13, 35)),
    ("24/07/25 - 10:00", at(2025, 7, 24, 10, 0)),
    ("Ahad, 5 Okt 2025 06.15 WIB", at(2025, 10, 5, 6, 15)),
    ("Senin\u00a01\u00a0September\u00a02025\u00a005:09\u00a0WIB", at(2025, 9, 1, 5, 9)),
    ("23 Juli 2025 pukul 10.44 wib", at(2025, 7, 23, 10, 44)),
    ("Rabu, 23 Juli 2025 10:44 WITA", at(2025, 7, 23, 10, 44, zone=WITA)),
    ("Rabu, 23 Juli 2025 10:44 Wita", at(2025, 7, 23, 10, 44, zone=WITA)),
    ("Rabu, 23 Juli 2025 10:44 WIT", at(2025, 7, 23, 10, 44, zone=WIT)),
    ("Thu, 30 Jul 2026 19:51:57 +0700", at(2026, 7, 30, 19, 51, 57)),
    ("Thu, 30 Jul 2026 12:51:57 GMT", at(2026, 7, 30, 19, 51, 57)),
    ("2025-07-23T10:44:00+07:00", at(2025, 7, 23, 10, 44)),
    ("2025-07-23T03:44:00Z", at(2025, 7, 23, 10, 44)),
    ("2025-07-23T03:44:00.123456Z", at(2025, 7, 23, 10, 44)),
    ("2025-07-23T10:44:00", at(2025, 7, 23, 10, 44)),
    ("2025-07-23 10:44:00", at(2025, 7, 23, 10, 44)),
    ("July 23, 2025 10:44", at(2025, 7, 23, 10, 44)),
    ("Jul 23, 2025 1:05 pm", at(2025, 7, 23, 13, 5)),
    ("23 July 2025 12:05 AM", at(2025, 7, 23, 0, 5)),
    ("Sabtu, 28 November 2026 - 09:15:22 WIB", at(2026, 11, 28, 9, 15, 22)),
    ("2026-11-30T07:05+07:00", at(2026, 11, 30, 7, 5)),
    ("2026-11-30T07:05:00.000+0700", at(2026, 11, 30, 7, 5)),
    ("2026/11/30 07:05:00", at(2026, 11, 30, 7, 5)),
    ("30.11.2026, 07:05", at(2026, 11, 30, 7, 5)),
    ("Senin,30 November 2026|07:05 WIB", at(2026, 11, 30, 7, 5)),
    ("Senin (30/11/2026) 07:05 WIB", at(2026, 11, 30, 7, 5)),
    ("Dipublikasikan pada Senin, 30/11/2026 jam 07.05", at(2026, 11, 30, 7, 5)),
    ("November 30, 2026 at 7:05 AM", at(2026, 11, 30, 7, 5)),
    ("Senin, 30 November 2026 / 07:05 WIB", at(2026, 11, 30, 7, 5)),
    ("Senin, 30 November 2026 : 07.05 WIB", at(2026, 11, 30, 7, 5)),
    ("30 Nov 2026 \u2022 07:05 WIB", at(2026, 11, 30, 7, 5)),
    ("30 November 2026 07:05 (GMT+7)", at(2026, 11, 30, 7, 5)),
    ("30 November 2026 07:05 UTC+8", at(2026, 11, 30, 7, 5, zone=WITA)),
    ("Mon Nov 30 2026 07:05:00 GMT+0700 (Western Indonesia Time)", at(2026, 11, 30, 7, 5)),
    ("Tanggal: 30-11-2026 Pukul: 14.05", at(2026, 11, 30, 14, 5)),
    ("Galih Wicaksana | 30 Nov 2026 | 14:05", at(2026, 11, 30, 14, 5)),
    # The hour before the day.
    ("07:05 WIB, 30 November 2026", at(2026, 11, 30, 7, 5)),
    ("07.05 WITA, Senin, 30 November 2026", at(2026, 11, 30, 7, 5, zone=WITA)),
    ("07:05 - 30 November 2026", at(2026, 11, 30, 7, 5)),
    ("07.05 WIB | 30/11/2026", at(2026, 11, 30, 7, 5)),
    ("7:05 pm, 30 November 2026", at(2026, 11, 30, 19, 5)),
]


@pytest.mark.parametrize(("text", "moment"), WITH_AN_HOUR, ids=[text for text, _ in WITH_AN_HOUR])
def test_a_date_with_an_hour(text: str, moment: datetime) -> None:
    dated = read(text)
    assert dated == Dated(moment.astimezone(UTC), DateSource.PAGE)
    assert dated is not None
    assert dated.at.tzinfo is UTC


WITHOUT_AN_HOUR = [
    ("02-Apr-2025", 2025, 4, 2),
    ("25-Jul-2025", 2025, 7, 25),
    ("02-Dec-2024", 2024, 12, 2),
    ("21 Jul 2025", 2025, 7, 21),
    ("24/07/2025", 2025, 7, 24),
    ("03/04/2025", 2025, 4, 3),
    ("3-4-25", 2025, 4, 3),
    ("Kamis, 07 Oktober 2021", 2021, 10, 7),
    ("Kamis, 07 Oktober 2021 \u00b7 89 Views \u00b7 Rara \u00b7 Pesisir Barat", 2021, 10, 7),
    ("Minggu 22 Juni 2025", 2025, 6, 22),
    ("Minggu (15/06/2025)", 2025, 6, 15),
    ("Selasa, (17/6/2025)", 2025, 6, 17),
    ("12 Agt 2024", 2024, 8, 12),
    ("12 Ags 2024", 2024, 8, 12),
    ("12 Agu. 2024", 2024, 8, 12),
    ("12 Agustus 2024", 2024, 8, 12),
    ("9 Sept 2024", 2024, 9, 9),
    ("1 Nopember 2024", 2024, 11, 1),
    ("2024-02-29", 2024, 2, 29),
    ("June 18, 2025", 2025, 6, 18),
    ("25-Jul-2025 1.204", 2025, 7, 25),
    ("25 Jul 2025, 12.500 kali dilihat", 2025, 7, 25),
    ("18 Juni 2025 25:70", 2025, 6, 18),
    ("Jumat 27/11/2026", 2026, 11, 27),
    ("27 Nov 26", 2026, 11, 27),
    ("27th November 2026", 2026, 11, 27),
    ("Nov. 27, 2026", 2026, 11, 27),
    ("27/Nov/2026", 2026, 11, 27),
    ("2026/11/27", 2026, 11, 27),
    ("20 Agust 2026", 2026, 8, 20),
    ("Jumat Pon, 27 November 2026", 2026, 11, 27),
    ("1.204 kali dilihat, 27 November 2026", 2026, 11, 27),
    ("12.45, 31.90: 27 November 2026", 2026, 11, 27),
]


@pytest.mark.parametrize(("text", "year", "month", "day"), WITHOUT_AN_HOUR, ids=[case[0] for case in WITHOUT_AN_HOUR])
def test_a_date_without_an_hour_is_a_whole_day_from_its_start(text: str, year: int, month: int, day: int) -> None:
    assert read(text) == Dated(at(year, month, day, 0, 0).astimezone(UTC), DateSource.PAGE, whole_day=True)


def test_an_outlet_of_another_zone_means_its_own_hours() -> None:
    assert read("23 Juli 2025 10:44", zone="Asia/Makassar") == Dated(
        at(2025, 7, 23, 10, 44, zone=WITA).astimezone(UTC), DateSource.PAGE
    )
    assert read("2025-07-23T10:44:00", zone="Asia/Jayapura") == Dated(
        at(2025, 7, 23, 10, 44, zone=WIT).astimezone(UTC), DateSource.PAGE
    )


def test_a_zone_in_the_text_outranks_the_outlets() -> None:
    assert read("23 Juli 2025 10:44 WIB", zone="Asia/Jayapura") == Dated(
        at(2025, 7, 23, 10, 44).astimezone(UTC), DateSource.PAGE
    )


def test_the_source_is_told() -> None:
    dated = read("25-Jul-2025", source=DateSource.LISTING)
    assert dated is not None
    assert dated.source is DateSource.LISTING


RELATIVE = [
    ("3 jam lalu", FETCHED - timedelta(hours=3), False),
    ("12 jam yang lalu", FETCHED - timedelta(hours=12), False),
    ("26 menit lalu", FETCHED - timedelta(minutes=26), False),
    ("10 mnt lalu", FETCHED - timedelta(minutes=10), False),
    ("1j lalu", FETCHED - timedelta(hours=1), False),
    ("15m lalu", FETCHED - timedelta(minutes=15), False),
    ("45 detik lalu", FETCHED - timedelta(seconds=45), False),
    ("2h ago", FETCHED - timedelta(hours=2), False),
    ("5 minutes ago", FETCHED - timedelta(minutes=5), False),
    ("an hour ago", FETCHED - timedelta(hours=1), False),
    ("sejam lalu", FETCHED - timedelta(hours=1), False),
    ("Baru saja", FETCHED, False),
    ("2h lalu", at(2025, 7, 23, 0, 0), True),
    ("3 hari lalu", at(2025, 7, 22, 0, 0), True),
    ("Kemarin", at(2025, 7, 24, 0, 0), True),
    ("kemarin", at(2025, 7, 24, 0, 0), True),
    ("Hari ini", at(2025, 7, 25, 0, 0), True),
    ("2 minggu lalu", at(2025, 7, 11, 0, 0), True),
    ("Kemarin, 14.05 WIB", at(2025, 7, 24, 14, 5), False),
    ("Kemarin lusa", at(2025, 7, 23, 0, 0), True),
    ("dua jam lalu", FETCHED - timedelta(hours=2), False),
    ("Diperbarui 3 jam 20 menit lalu", FETCHED - timedelta(hours=3, minutes=20), False),
    ("1 jam yg lalu", FETCHED - timedelta(hours=1), False),
    ("semenit yang lalu", FETCHED - timedelta(minutes=1), False),
    ("barusan", FETCHED, False),
    ("dua hari lalu", at(2025, 7, 23, 0, 0), True),
    ("sepekan lalu", at(2025, 7, 18, 0, 0), True),
    ("2 pekan lalu", at(2025, 7, 11, 0, 0), True),
    ("yesterday, 20:15", at(2025, 7, 24, 20, 15), False),
    ("Hari ini pukul 06:15", at(2025, 7, 25, 6, 15), False),
]


@pytest.mark.parametrize(("text", "moment", "whole_day"), RELATIVE, ids=[case[0] for case in RELATIVE])
def test_a_relative_date_counts_from_the_fetch_and_says_so(text: str, moment: datetime, whole_day: bool) -> None:
    assert read(text) == Dated(moment.astimezone(UTC), DateSource.RELATIVE, whole_day)


def test_yesterday_is_the_outlets_yesterday() -> None:
    just_after_midnight_in_jakarta = datetime(2025, 7, 24, 17, 5, tzinfo=UTC)
    dated = read_date("Kemarin", zone="Asia/Jakarta", fetched_at=just_after_midnight_in_jakarta)
    assert dated == Dated(at(2025, 7, 24, 0, 0).astimezone(UTC), DateSource.RELATIVE, whole_day=True)


NO_DATE = [
    "",
    " ",
    "Lampung Raya",
    "15260",
    "31 Februari 2025",
    "32/01/2025",
    "07/25/2025",
    "29 Februari 2023",
    "2025-13-01",
    "12 Maretan 2025",
    "1204 kali dilihat",
    "Jumat (13/6)",
    "pukul 13.20 WIB",
    "0 Juli 2025",
    "1 Januari 0001",
    "Harga cabai Rp 24.500",
    "besok",
    "2 jam lagi",
    "3 jam perjalanan",
    "Telp 0721-555-123",
    "Perda 5 Tahun 2026",
    "30 November",
    "November 2026",
    "versi 1.2.2026.4",
    "127.0.0.1",
    "Putusan Nomor 1/11/2026/PUU",
    "Kemarinnya ia pulang",
    "9" * 5_000,
    "(" * 5_000 + "24/07/2025",
]


@pytest.mark.parametrize("text", NO_DATE, ids=[text[:20] for text in NO_DATE])
def test_what_is_no_date_or_no_possible_one_gives_none(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("index", range(12))
def test_every_month_in_every_form(index: int) -> None:
    for months in (MONTHS_ID, MONTHS_EN, MONTHS_SHORT_ID, MONTHS_SHORT_EN):
        for word in (months[index], months[index].upper(), months[index].lower()):
            dated = read(f"5 {word} 2025")
            assert dated is not None, word
            assert dated.at.astimezone(WIB).month == index + 1, word


@pytest.mark.parametrize("zone", ["w\u0131b", "W\u0130B"])
def test_letters_that_only_fold_to_a_zone_are_no_zone(zone: str) -> None:
    assert read(f"23 Juli 2025 10:44 {zone}", zone="Asia/Makassar") == Dated(
        at(2025, 7, 23, 10, 44, zone=WITA).astimezone(UTC), DateSource.PAGE
    )


@pytest.mark.parametrize("text", ["2 hour\u017f ago", "5 menit \u017falu", "3 min\u017f ago"])
def test_letters_that_only_fold_to_a_unit_are_no_unit(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "\0"])
def test_a_zone_that_nobody_knows_counts_as_wib(zone: str) -> None:
    assert read("23 Juli 2025 10:44", zone=zone) == Dated(at(2025, 7, 23, 10, 44).astimezone(UTC), DateSource.PAGE)


_PIECES = st.sampled_from(
    [
        "23",
        "07",
        "2025",
        "99",
        "/",
        "-",
        ".",
        ":",
        " ",
        "Juli",
        "Mei",
        "WIB",
        "+07:00",
        "T",
        "Z",
        "lalu",
        "jam",
        "\u0663",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=14).map("".join)))
def test_no_text_breaks_it_and_every_date_is_utc_and_plausible(text: str) -> None:
    dated = read(text)
    if dated is not None:
        assert dated.at.tzinfo is UTC
        assert 1000 < dated.at.year < 2300
