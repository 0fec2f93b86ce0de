"""What the demo newsroom prints, as a reader has it in the end: enough of it, from everywhere, credited, of today."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

from tests.demo.conftest import Archive

from lampungtui.model import (
    Article,
    Role,
    blocks_text,
)

KABUPATEN_AND_KOTA = {
    "Bandar Lampung",
    "Metro",
    "Lampung Selatan",
    "Lampung Tengah",
    "Lampung Timur",
    "Lampung Utara",
    "Lampung Barat",
    "Pesawaran",
    "Pringsewu",
    "Pesisir Barat",
    "Mesuji",
    "Tanggamus",
    "Tulang Bawang",
    "Tulang Bawang Barat",
    "Way Kanan",
}
WORDS = frozenset({"yang", "dan", "di", "dari", "untuk", "dengan", "ke", "pada", "ini", "itu", "tidak", "akan", "juga"})


def text_of(article: Article) -> str:
    return blocks_text(article.blocks)


def test_there_are_more_than_eighty_articles_all_of_them_whole(archive: Archive) -> None:
    assert len(archive.articles) >= 80
    assert [article.headline.title for article in archive.articles if not article.whole] == []
    assert {article.headline.outlet_id for article in archive.articles} == {
        "kabar-siger",
        "warta-way-kambas",
        "lampung-kini",
        "nusantara-pagi",
        "sekura",
        "radio-krakatau",
    }


def test_every_kabupaten_and_kota_of_lampung_is_in_the_news(archive: Archive) -> None:
    told = {str(article.region.name) for article in archive.articles if article.region is not None}
    assert told >= KABUPATEN_AND_KOTA
    rubrics = {article.headline.category for article in archive.articles}
    by_slug = {f"lampung-raya/{name.lower().replace(' ', '-')}" for name in KABUPATEN_AND_KOTA}
    assert len(rubrics & by_slug) >= 12


def test_the_rubrics_of_a_newspaper_are_filled(archive: Archive) -> None:
    tops = Counter(article.headline.category.split("/")[0] for article in archive.articles)
    assert {"lampung-raya", "ekbis", "politik", "olahraga", "nasional", "humaniora", "rileks", "opini"} <= set(tops)


def test_no_article_goes_without_its_people(archive: Archive) -> None:
    # The advertisement is signed "Redaksi", which names nobody.
    nobodys = [article.headline.title for article in archive.articles if not article.credits]
    assert nobodys == ["Bank Sampah Digital Hadir di Kemiling"]
    roles = Counter(credit.role for article in archive.articles for credit in article.credits)
    assert {Role.EDITOR, Role.WRITER, Role.REPORTER} <= set(roles)
    assert len(roles) >= 5


def test_credits_datelines_and_end_marks_are_not_left_in_the_text(archive: Archive) -> None:
    for article in archive.articles:
        text = text_of(article)
        assert "(***)" not in text
        assert not re.search(r"^(?:Editor|Penulis|Pewarta|Reporter)\s*:", text, re.MULTILINE), article.headline.title
        assert not re.search(r"^[A-Z][A-Z ]+ \([\w. ]+\)\s*[:\-–]", text), article.headline.title
        assert not re.search(r"^Baca juga", text, re.MULTILINE | re.IGNORECASE), article.headline.title


def test_articles_are_of_today_and_of_the_weeks_before(archive: Archive) -> None:
    now = archive.clock.now
    dates = [article.headline.published for article in archive.articles]
    assert None not in dates
    times = sorted(dated.at for dated in dates if dated is not None)
    assert times[-1] <= now + timedelta(seconds=1)
    assert now - times[-1] < timedelta(hours=2)
    assert times[0] > now - timedelta(days=120)
    assert sum(now - at < timedelta(days=1) for at in times) >= 15
    assert all(dated is not None and not dated.whole_day for dated in dates)


def test_it_is_indonesian_prose_and_no_filler(archive: Archive) -> None:
    every: list[str] = []
    for article in archive.articles:
        title, body = article.headline.title, text_of(article).lower()
        words = re.findall(r"[a-zé-]+", body)
        assert len(words) >= 25, title
        for filler in ("lorem", "ipsum", "dolor sit", "todo", "xxx", "contoh teks", "asdf"):
            assert filler not in body, title
        every += words
    assert sum(word in WORDS for word in every) / len(every) > 0.1


def test_days_told_in_the_text_are_as_far_back_as_its_date(archive: Archive) -> None:
    told = re.compile(r"\((\d{1,2})/(\d{1,2})/(\d{4})\)")
    days = [
        (article.headline.published.at.date(), date(int(year), int(month), int(day)))
        for article in archive.articles
        if article.headline.published is not None
        for day, month, year in told.findall(text_of(article))
    ]
    assert len(days) >= 15
    assert all(abs((published - day).days) <= 15 for published, day in days)
