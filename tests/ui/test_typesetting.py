"""An article's blocks as lines: nothing wider than the measure, no word of a table lost, lists and quotes in place."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.extract.pieces import blocks

from lampungtui.foreign import Address, Line
from lampungtui.model import Article, Blocks, BodyOrigin, Dated, DateSource, Headline
from lampungtui.ui.typeset import set_article

TOWNS = (
    "<table><caption>Produksi padi</caption><tr><th>Kecamatan</th><th>Luas (ha)</th><th>Keterangan</th></tr>"
    "<tr><td>Metro Pusat</td><td>1.120</td><td>Sebagian sawah tadah hujan belum ditanami ulang</td></tr>"
    "<tr><td>Metro Utara</td><td>95</td><td>-</td></tr></table>"
)
MONTHS = (
    "<table><tr>" + "".join(f"<th>Bulan {n}</th>" for n in range(1, 13)) + "</tr><tr>"
    + "".join(f"<td>{n}.500 ton</td>" for n in range(1, 13)) + "</tr></table>"
)  # fmt: skip
LONG = "<table><tr><th>No</th><th>Nama</th></tr>" + "".join(
    f"<tr><td>{n}</td><td>Regu ke-{n}</td></tr>" for n in range(300)
) + "</table>"  # fmt: skip
SCRIPTS = (
    "<p>" + "中文段落很长" * 30 + "</p><p>" + "هذا نص عربي طويل يقرأ من اليمين إلى اليسار " * 8 + "</p>"
    "<p>ไทย ภาษาไทย 한국어 日本語 👨\u200d👩\u200d👧 🇮🇩 ꦱꦶꦒꦼꦂ</p>"
    "<table><tr><th>名前</th><th>الاسم</th></tr><tr><td>東京都千代田区丸の内</td><td>مدينة طويلة الاسم جدا</td></tr></table>"
)


def lines(body: Blocks, measure: int) -> list[str]:
    """The set article, after it was seen that no line is wider than the measure."""
    headline = Headline(
        id=1, outlet_id="kabar", outlet_name=Line("Kabar Siger"), title=Line("Padi"), category="lampung-raya",
        sort_at=datetime(2026, 11, 23, tzinfo=UTC), published=None, read=False, saved=False, stored=True,
    )  # fmt: skip
    article = Article(headline, None, body, BodyOrigin.RULES)
    page = set_article(article, measure=measure, categories=(), outlet=None, online=True)
    assert max(line.content.cell_length for line in page.lines) <= measure
    return [line.content.plain.rstrip() for line in page.lines]


def test_a_table_stands_in_columns_with_figures_flush_right() -> None:
    text = lines(blocks(TOWNS), 72)
    assert "Kecamatan   │ Luas (ha) │ Keterangan" in text
    assert "Metro Utara │        95 │ -" in text
    assert text.index("Produksi padi") < text.index("Kecamatan   │ Luas (ha) │ Keterangan")


@pytest.mark.parametrize("measure", [72, 48, 20])
def test_columns_without_room_become_lines_and_no_cell_is_lost(measure: int) -> None:
    text = lines(blocks(MONTHS), measure)
    for month in range(1, 13):
        assert f"Bulan {month}: {month}.500 ton" in text


@pytest.mark.parametrize("measure", [120, 72, 30, 16])
def test_every_word_of_a_table_is_there_at_every_width(measure: int) -> None:
    words = " ".join(" ".join(lines(blocks(TOWNS), measure)).replace("│", " ").split())
    for word in ("Kecamatan", "Luas", "Keterangan", "Pusat", "1.120", "Sebagian", "tadah", "ditanami", "Utara", "95"):
        assert word in words, (measure, word)


def test_a_long_table_has_all_its_rows() -> None:
    text = lines(blocks(LONG), 72)
    assert [line for line in text if "Regu ke-" in line] == [f"{n:>3} │ Regu ke-{n}" for n in range(300)]


@pytest.mark.parametrize("measure", [120, 72, 33, 16])
def test_wide_and_right_to_left_scripts_keep_within_the_measure(measure: int) -> None:
    text = "".join(lines(blocks(SCRIPTS), measure)).replace(" ", "")
    assert "中文段落很长" * 30 in text
    assert "ꦱꦶꦒꦼꦂ" in text
    assert "اليسار" in text


def test_lists_count_on_and_stand_under_their_text() -> None:
    markup = "<ol start=9><li>satu<ul><li>dalam</li></ul></li><li>dua yang panjang sekali sampai melipat</li></ol>"
    text = lines(blocks(markup), 24)
    start = text.index(" 9. satu")
    assert text[start : start + 4] == [" 9. satu", "    • dalam", "10. dua yang panjang", "    sekali sampai"]


def test_a_quote_has_its_bar_on_every_line() -> None:
    text = lines(
        blocks("<blockquote><p>Kami bersyukur panen tahun ini baik sekali.</p><p>Sungguh.</p></blockquote>"), 24
    )
    quoted = [line for line in text if line.startswith("│")]
    assert [line.removeprefix("│").strip() for line in quoted] == [
        "Kami bersyukur panen", "tahun ini baik sekali.", "", "Sungguh.",
    ]  # fmt: skip


@pytest.mark.parametrize("measure", [30, 44, 72])
def test_an_address_is_broken_where_its_parts_end(measure: int) -> None:
    address = Address("https://kabar.example/berita/904797/kelahiran-anak-gajah-disambut-petugas-konservasi-way-kambas")
    headline = Headline(
        id=1, outlet_id="kabar", outlet_name=Line("Kabar Siger"), title=Line("Padi"), category="lampung-raya",
        sort_at=datetime(2026, 11, 23, tzinfo=UTC), published=None, read=False, saved=False, stored=True,
    )  # fmt: skip
    article = Article(headline, address, blocks("<p>Padi.</p>"), BodyOrigin.RULES, comments_url=Address(f"{address}#k"))
    page = set_article(article, measure=measure, categories=(), outlet=None, online=True)
    text = [line.content.plain.rstrip() for line in page.lines]
    for word in ("Source", "Comments"):
        (first,) = [number for number, line in enumerate(text) if line.startswith(f"{word} ")]
        told = [text[first].removeprefix(f"{word} ")]
        while first + len(told) < len(text) and text[first + len(told)].startswith(" "):
            told.append(text[first + len(told)].strip())
        assert len(told) > 1
        assert all(line[-1] in "/-" for line in told[:-1])
        assert "".join(told).removesuffix("#k") == address.removeprefix("https://")


@pytest.mark.parametrize("measure", range(16, 90, 3))
def test_a_figure_stays_with_what_it_counts_and_an_hour_with_its_zone(measure: int) -> None:
    headline = Headline(
        id=1, outlet_id="kabar", outlet_name=Line("Kabar Siger"), title=Line("Padi"), category="lampung-raya",
        sort_at=datetime(2026, 11, 23, tzinfo=UTC),
        published=Dated(datetime(2026, 11, 23, 4, 30, tzinfo=UTC), DateSource.FEED),
        read=False, saved=False, stored=True, views=412,
    )  # fmt: skip
    article = Article(headline, None, blocks("<p>Padi.</p>"), BodyOrigin.RULES)
    page = set_article(article, measure=measure, categories=(), outlet=None, online=True)
    text = [line.content.plain for line in page.lines]
    facts = text[text.index("Kabar Siger") + 1 : next(n for n, line in enumerate(text) if line.startswith("─"))]
    assert sum(words in line for words in ("11:30 WIB", "412 views", "1 minute read") for line in facts) == 3
    assert not any(line.strip().startswith("·") or line.strip().endswith("·") for line in facts)
    assert " · ".join(facts).replace(" · ", " ") == "Monday, 23 November 2026 11:30 WIB 1 minute read 412 views"
