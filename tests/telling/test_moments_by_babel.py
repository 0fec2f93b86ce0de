"""Dates, numbers and plurals against Unicode's own data (CLDR, by Babel): what we write by hand is what they write."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from babel.plural import to_gettext
from hypothesis import given
from hypothesis import strategies as st

import lampungtui
from lampungtui.language import counted, decimal, number, use_language
from lampungtui.model import Dated, DateSource
from lampungtui.telling.moments import WIB, ago, clock, full_date, full_day, short_day

LANGUAGES = ("id", "en")
TERRITORIES = {"id": "id_ID", "en": "en_GB"}
"""English as it is written where the day stands before the month, as it does here."""

YEAR = [datetime(2026, 1, 1, 5, tzinfo=UTC) + timedelta(days=day, minutes=37 * day) for day in range(365)]


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    use_language("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_and_months_are_named_as_unicode_names_them(language: str) -> None:
    use_language(language)
    locale = Locale.parse(TERRITORIES[language])
    for at in YEAR:
        here = at.astimezone(WIB)
        assert full_day(at) == format_date(here, "EEEE, d MMMM y", locale=locale)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_order_of_a_full_date_is_the_languages_own(language: str) -> None:
    use_language(language)
    at = datetime(2024, 11, 21, 7, 5, tzinfo=UTC)
    theirs = format_date(at.astimezone(WIB), "full", locale=TERRITORIES[language])
    # British English in CLDR 44 and later leaves out the comma behind the weekday; both are correct.
    assert full_day(at).replace(",", "") == theirs.replace(",", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_short_day_names_the_month_as_unicode_does(language: str) -> None:
    use_language(language)
    # Unicode's Indonesian short names are ours; the British September is written Sept there, Sep in newsrooms.
    for at in YEAR:
        theirs = format_date(at.astimezone(WIB), "d MMM", locale=TERRITORIES[language])
        assert short_day(at, at) == theirs.replace("Sept", "Sep")
    last_year = YEAR[0] - timedelta(days=200)
    assert short_day(last_year, YEAR[0]).endswith(" 2025")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_clock_is_written_with_the_languages_mark(language: str) -> None:
    use_language(language)
    for at in YEAR:
        assert clock(at) == format_time(at.astimezone(WIB), "short", locale=TERRITORIES[language])
        assert full_date(at).endswith(f" {clock(at)} WIB")


@pytest.mark.parametrize("language", LANGUAGES)
@given(n=st.integers(min_value=0, max_value=10**12))
def test_whole_numbers_have_the_languages_thousands(language: str, n: int) -> None:
    use_language(language)
    assert number(n) == format_decimal(n, locale=TERRITORIES[language])


@pytest.mark.parametrize("language", LANGUAGES)
@given(tenths=st.integers(min_value=0, max_value=10**9))
def test_decimals_have_the_languages_mark(language: str, tenths: int) -> None:
    use_language(language)
    assert decimal(tenths / 10) == format_decimal(tenths / 10, format="#,##0.0", locale=TERRITORIES[language])


def test_the_catalogues_plurals_are_unicodes() -> None:
    path = Path(lampungtui.__file__).parent / "locale" / "id" / "LC_MESSAGES" / "lampungtui.mo"
    with path.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    assert to_gettext(Locale.parse("id").plural_form) in ("nplurals=1; plural=0;", "nplurals=1; plural=(0);")
    assert "nplurals=1; plural=0;" in catalogue.info()["plural-forms"]


@pytest.mark.parametrize(("n", "indonesian", "english"), [(0, "0 berita", "0 articles"), (1, "1 berita", "1 article"),
                                                         (2, "2 berita", "2 articles"),
                                                         (12480, "12.480 berita", "12,480 articles")])  # fmt: skip
def test_a_count_is_in_the_form_of_its_number(n: int, indonesian: str, english: str) -> None:
    for language, words in (("id", indonesian), ("en", english)):
        use_language(language)
        assert counted("{n} article", "{n} articles", n) == words


@pytest.mark.parametrize(
    ("passed", "indonesian", "english"),
    [
        (timedelta(seconds=20), "baru saja", "just now"),
        (timedelta(minutes=1), "1 menit lalu", "1 minute ago"),
        (timedelta(minutes=59), "59 menit lalu", "59 minutes ago"),
        (timedelta(hours=1), "1 jam lalu", "1 hour ago"),
        (timedelta(hours=23), "23 jam lalu", "23 hours ago"),
        (timedelta(days=1, hours=2), "kemarin", "yesterday"),
        (timedelta(days=3), "3 hari lalu", "3 days ago"),
        (timedelta(days=8), "15 Nov", "15 Nov"),
        (timedelta(days=365), "23 Nov 2025", "23 Nov 2025"),
    ],
)
def test_how_long_ago_it_was(passed: timedelta, indonesian: str, english: str) -> None:
    now = datetime(2026, 11, 23, 16, 30, tzinfo=UTC)
    for language, words in (("id", indonesian), ("en", english)):
        use_language(language)
        assert ago(Dated(now - passed, DateSource.FEED), now) == words
