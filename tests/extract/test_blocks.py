"""Markup to blocks: each kind of block, what is left out, white space, links, and markup that means harm."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.extract.pieces import HERE, blocks, cells, depth, only, paragraph, plain, texts

from lampungtui.extract.blocks import BLOCK_LIMIT, CELL_LIMIT, NEST_LIMIT, blocks_from_html
from lampungtui.foreign import Address, Foreign, Line, Prose, clean_line, clean_prose
from lampungtui.model import (
    Code,
    Embed,
    Heading,
    Image,
    Listing,
    Paragraph,
    Quote,
    Span,
    Table,
    blocks_text,
    spans_text,
)

# ------------------------------------------------------------------------ paragraphs


def test_paragraphs_and_headings_come_in_their_order() -> None:
    found = blocks("<h2>Pindah bertahap</h2><p>Lorong sayur lebih dulu.</p><h3>Jadwal</h3><p>Mulai Selasa.</p>")
    assert found == (
        Heading(2, plain("Pindah bertahap")),
        paragraph("Lorong sayur lebih dulu."),
        Heading(3, plain("Jadwal")),
        paragraph("Mulai Selasa."),
    )


def test_white_space_collapses_as_a_browser_does_it() -> None:
    markup = "<p>\n  Air   naik\n\tsampai <b> mata </b>  kaki\xa0 \n</p>"
    assert texts(blocks(markup)) == ["Air naik sampai mata kaki"]


def test_small_letters_over_a_word_do_not_stand_in_its_middle() -> None:
    bracketed = "<ruby>律<rp>（</rp><rt>りつ</rt><rp>）</rp></ruby>"
    assert texts(blocks(f"<p>法{bracketed}ができて、<ruby><rb>親</rb><rt>おや</rt></ruby>が</p>")) == [
        "法律（りつ）ができて、親が"
    ]


def test_two_breaks_part_paragraphs_and_one_is_a_line_break() -> None:
    markup = "Air naik.<br>Pasar tutup.<br><br>Pedagang pindah.<br />\n<br/>Lampu menyala."
    assert blocks(markup) == (
        paragraph("Air naik.\nPasar tutup."),
        paragraph("Pedagang pindah."),
        paragraph("Lampu menyala."),
    )


def test_a_styled_paragraph_keeps_its_styles_when_breaks_part_it() -> None:
    found = blocks("<b>Pasar tutup.<br><br>Pedagang pindah</b> ke <i>terminal</i>.")
    assert found == (
        Paragraph((Span(Prose("Pasar tutup."), strong=True),)),
        Paragraph(
            (
                Span(Prose("Pedagang pindah"), strong=True),
                Span(Prose(" ke ")),
                Span(Prose("terminal"), emphasis=True),
                Span(Prose(".")),
            )
        ),
    )


def test_text_outside_any_tag_is_paragraphs_too() -> None:
    assert texts(blocks("Air naik.<div>Pasar tutup.</div>Pedagang pindah.")) == [
        "Air naik.",
        "Pasar tutup.",
        "Pedagang pindah.",
    ]


def test_plain_text_without_any_markup_is_read_by_its_empty_lines() -> None:
    assert texts(blocks("Air naik\nsampai mata kaki.\n\nPasar tutup.")) == [
        "Air naik sampai mata kaki.",
        "Pasar tutup.",
    ]


@pytest.mark.parametrize("markup", ["", " ", "<p></p>", "<p>&nbsp;</p><br><br><div> </div>", "<!-- kosong -->"])
def test_what_holds_no_words_gives_no_blocks(markup: str) -> None:
    assert blocks(markup) == ()


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("Tahu &amp; tempe", "Tahu & tempe"),
        ("&ldquo;Siap,&rdquo; katanya", "“Siap,” katanya"),
        ("Rp64.500&ndash;70.000", "Rp64.500–70.000"),
        ("caf&eacute;&#32;kopi", "café kopi"),
        ("5 &lt; 7", "5 < 7"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("R&D kopi", "R&D kopi"),
        ("Jum&#39;at", "Jum'at"),
    ],
)
def test_entities_are_decoded_once(markup: str, shown: str) -> None:
    assert texts(blocks(f"<p>{markup}</p>")) == [shown]
    assert texts(blocks(markup)) == [shown]


# ------------------------------------------------------------------------ quotes and lists


def test_a_quote_holds_its_paragraphs() -> None:
    found = only(blocks("<blockquote><p>Kami tidak menarik sewa.</p><p>Sampai Januari.</p></blockquote>"))
    assert found == Quote((paragraph("Kami tidak menarik sewa."), paragraph("Sampai Januari.")))


def test_lists_nest_and_keep_their_numbers() -> None:
    markup = """<ol start=3><li>Lorong sayur<ul><li>Bayam</li><li>Kangkung</li></ul></li><li>Lorong ikan</li></ol>"""
    assert only(blocks(markup)) == Listing(
        ordered=True,
        items=(
            (
                paragraph("Lorong sayur"),
                Listing(ordered=False, items=((paragraph("Bayam"),), (paragraph("Kangkung"),))),
            ),
            (paragraph("Lorong ikan"),),
        ),
        start=3,
    )


def test_an_empty_item_is_no_item_and_a_list_of_none_no_list() -> None:
    assert only(blocks("<ul><li> </li><li>Bayam</li></ul>")) == Listing(ordered=False, items=((paragraph("Bayam"),),))
    assert blocks("<ul><li></li></ul>") == ()


@pytest.mark.parametrize(
    "markup",
    [
        "<ul><li>Lorong sayur</li><ul><li>Bayam</li></ul><li>Lorong ikan</li></ul>",
        "<ul><li>Lorong sayur<ul><li>Bayam</li></ul></li><div><li>Lorong ikan</li></div></ul>",
    ],
)
def test_a_list_directly_in_a_list_and_items_in_wrappers_are_read(markup: str) -> None:
    bayam = Listing(ordered=False, items=((paragraph("Bayam"),),))
    assert only(blocks(markup)) == Listing(
        ordered=False, items=((paragraph("Lorong sayur"), bayam), (paragraph("Lorong ikan"),))
    )


def test_a_list_that_begins_with_a_list_keeps_its_words() -> None:
    assert texts(blocks("<ul><ul><li>Bayam</li></ul><a href='/b'>Kangkung</a></ul>")) == ["Bayam", "Kangkung"]


def test_a_hidden_item_is_no_item() -> None:
    assert texts(blocks("<ul><li>Bayam</li><li style='display: none'>Kangkung</li></ul>")) == ["Bayam"]


@pytest.mark.parametrize("start", ["-4", "siji", "1e9", "99999999999999999999", ""])
def test_a_list_that_counts_from_nonsense_counts_from_one(start: str) -> None:
    found = only(blocks(f'<ol start="{start}"><li>Bayam</li></ol>'))
    assert isinstance(found, Listing)
    assert found.start == 1


def test_preformatted_text_keeps_its_lines_and_columns() -> None:
    assert only(blocks("<pre>Kopi   64.500\n\tLada  90.000\n</pre>")) == Code(Prose("Kopi   64.500\n    Lada  90.000"))


@pytest.mark.parametrize(
    "markup", ["Kopi  1<br>Lada  2", "<div>Kopi  1</div><div>Lada  2</div>", "<code>Kopi  1\n</code><b>Lada  2</b>"]
)
def test_lines_of_preformatted_text_may_be_parted_by_markup(markup: str) -> None:
    assert only(blocks(f"<pre>{markup}</pre>")) == Code(Prose("Kopi  1\nLada  2"))


# ------------------------------------------------------------------------ tables


def test_a_table_has_its_header_and_caption() -> None:
    markup = """<table><caption>Harga pekan ini</caption><thead><tr><th>Komoditas</th><th>Harga</th></tr></thead>
    <tbody><tr><td>Kopi <b>robusta</b></td><td>64.500</td></tr><tr><td>Lada</td><td>90.000</td></tr></tbody></table>"""
    found = only(blocks(markup))
    assert isinstance(found, Table)
    assert cells(found) == [["Komoditas", "Harga"], ["Kopi robusta", "64.500"], ["Lada", "90.000"]]
    assert [spans_text(cell) for cell in found.header] == ["Komoditas", "Harga"]
    assert found.caption == "Harga pekan ini"
    assert found.rows[0][0][1] == Span(Prose("robusta"), strong=True)


def test_a_table_without_marked_heads_has_none() -> None:
    found = only(blocks("<table><tr><td>Kopi</td><td>64.500</td></tr><tr><td>Lada</td><td></td></tr></table>"))
    assert isinstance(found, Table)
    assert found.header == ()
    assert cells(found) == [["Kopi", "64.500"], ["Lada", ""]]


def test_a_table_of_one_cell_is_a_frame_around_text() -> None:
    assert blocks("<table><tr><td><p>Air naik.</p><p>Pasar tutup.</p></td></tr></table>") == (
        paragraph("Air naik."),
        paragraph("Pasar tutup."),
    )


def test_paragraphs_in_a_cell_are_one_line() -> None:
    found = only(blocks("<table><tr><td><p>Kopi</p><p>robusta</p></td><td>64.500</td></tr></table>"))
    assert isinstance(found, Table)
    assert cells(found) == [["Kopi robusta", "64.500"]]


def test_lists_and_preformatted_text_in_a_cell_keep_their_words() -> None:
    found = only(blocks("<table><tr><td>Blok A</td><td><ul><li>Bayam</li><li>Lada</li></ul></td></tr></table>"))
    assert isinstance(found, Table)
    assert cells(found) == [["Blok A", "Bayam Lada"]]
    assert texts(blocks("<h2><pre>Kopi   1</pre></h2>")) == ["Kopi 1"]


LONG = "Pedagang pindah ke halaman terminal lama selama pekerjaan berlangsung. " * 6


@pytest.mark.parametrize(
    "table",
    [
        '<table role="presentation"><tr><td><p>{0}</p></td><td><ul><li>Bayam</li></ul></td></tr></table>',
        "<table><tr><td>{0}<table><tr><td>x</td></tr></table></td><td><ul><li>Bayam</li></ul></td></tr></table>",
        "<table><tr><td><p>{0}</p><p>{0}</p></td><td><ul><li>Bayam</li></ul></td></tr></table>",
        "<table><tr><td><h2>Pasar</h2>{0}</td></tr><tr><td><ul><li>Bayam</li></ul></td></tr></table>",
    ],
)
def test_a_table_that_only_arranges_a_page_is_a_frame_around_text(table: str) -> None:
    found = blocks(table.format(LONG))
    assert not any(isinstance(block, Table) for block in found)
    assert found[-1] == Listing(ordered=False, items=((paragraph("Bayam"),),))


def test_a_table_without_end_is_cut() -> None:
    found = only(blocks("<table>" + "<tr><td>Kopi</td><td>1</td></tr>" * 10_000 + "</table>"))
    assert isinstance(found, Table)
    assert len(found.rows) == CELL_LIMIT // 2


# ------------------------------------------------------------------------ pictures and embeds


def test_a_figure_has_its_caption_and_who_took_it() -> None:
    markup = """<figure><img src="/gambar/pasar.jpg" alt="Lorong sayur">
    <figcaption>Pedagang menata dagangan. (Foto: Dok. Kominfo)</figcaption></figure>"""
    assert only(blocks(markup)) == Image(
        Address("https://kabar.example/gambar/pasar.jpg"),
        alt=Line("Lorong sayur"),
        caption=Line("Pedagang menata dagangan."),
        credit=Line("Dok. Kominfo"),
    )


def test_a_picture_inside_a_paragraph_stands_between_its_words() -> None:
    found = blocks('<p>Air naik.<img src="a.jpg">Pasar tutup.</p>')
    assert found == (
        paragraph("Air naik."),
        Image(Address("https://kabar.example/metro/a.jpg")),
        paragraph("Pasar tutup."),
    )


def test_a_lazy_picture_is_the_one_that_would_be_shown() -> None:
    markup = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="https://img.example/pasar.jpg">'
    assert only(blocks(markup)) == Image(Address("https://img.example/pasar.jpg"))


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="https://hitung.example/p.gif" width="1" height="1">',
        '<img src="data:image/png;base64,AAAA">',
        '<img src="javascript:alert(1)">',
        '<img src="file:///etc/passwd">',
        "<img>",
    ],
)
def test_pixels_and_what_cannot_be_fetched_are_no_pictures(markup: str) -> None:
    assert blocks(f"<p>Air naik.</p>{markup}") == (paragraph("Air naik."),)


def test_a_video_is_a_named_link() -> None:
    found = blocks('<iframe src="//www.youtube.com/embed/kopi" title="Panen kopi"></iframe>')
    assert found == (Embed(Address("https://www.youtube.com/embed/kopi"), Line("YouTube: Panen kopi")),)


def test_a_post_of_another_site_is_a_link_to_it_and_not_its_words() -> None:
    markup = '<blockquote class="twitter-tweet"><p>cuit</p><a href="https://twitter.com/a/status/1">x</a></blockquote>'
    assert blocks(markup) == (Embed(Address("https://twitter.com/a/status/1"), Line("X")),)


# ------------------------------------------------------------------------ links


def test_links_are_resolved_against_the_page() -> None:
    found = only(blocks('<p>Lihat <a href="../peta?x=1">peta</a> dan <a href="https://siger.example/">siger</a>.</p>'))
    assert isinstance(found, Paragraph)
    assert [(span.text, span.link) for span in found.spans] == [
        ("Lihat ", None),
        ("peta", "https://kabar.example/peta?x=1"),
        (" dan ", None),
        ("siger", "https://siger.example/"),
        (".", None),
    ]


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "%6Aavascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "vscode://buka",
        "mailto:redaksi@kabar.example",
        "https://nama:sandi@kabar.example/",
        "http://kabar.example/\x1b]52;c;UFdORUQ=\x07",
        "#komentar",
        "http://-kabar.example/",
    ],
)
def test_only_http_links_lead_anywhere(target: str) -> None:
    found = only(blocks(f'<p><a href="{target}">peta</a></p>', base=None))
    assert isinstance(found, Paragraph)
    assert spans_text(found.spans) == "peta"
    assert [span.link for span in found.spans] == [None]


def test_a_link_over_several_paragraphs_is_in_each() -> None:
    found = blocks('<a href="/peta"><p>Pasar lama</p><p>Pasar baru</p></a>')
    assert [block.spans[0].link for block in found if isinstance(block, Paragraph)] == [f"{HERE[:21]}/peta"] * 2


# ------------------------------------------------------------------------ what is not text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = 'jahat';</script>",
        "<style>p { color: red }</style>",
        "<noscript>jahat</noscript>",
        "<template><p>jahat</p></template>",
        "<svg><text>jahat</text></svg>",
        "<form><button>jahat</button><textarea>jahat</textarea></form>",
        "<nav><a href='/'>jahat</a></nav>",
        "<p hidden>jahat</p>",
        "<p style='display: none'>jahat</p>",
        "<span style='COLOR:red; Visibility : Hidden'>jahat</span>",
        "<!-- jahat -->",
        "<select><option>jahat</option></select>",
        "<dialog open>jahat</dialog>",
        "<p " + " ".join(f"a{number}='1'" for number in range(1_200)) + ">jahat</p>",
    ],
    ids=lambda markup: markup[:24],
)
def test_what_a_browser_would_not_show_is_left_out(hidden: str) -> None:
    assert texts(blocks(f"<p>Air naik.</p>{hidden}<p>Pasar tutup.</p>")) == ["Air naik.", "Pasar tutup."]


@pytest.mark.parametrize("markup", ["&#27;[31mAir&#7; naik&#x9b;2J.", "\x1b]0;jahat\x07Air naik.", "Air \u202enaik."])
def test_no_control_passes_an_entity_or_a_tag(markup: str) -> None:
    for found in (blocks(f"<p>{markup}</p>"), blocks(f"<ul><li>{markup}</li></ul>"), blocks(f"<pre>{markup}</pre>")):
        text = blocks_text(found)
        assert "Air" in text
        assert not any(sign in text for sign in ("\x1b", "\x07", "\x9b", "\u202e"))


# ------------------------------------------------------------------------ markup that means harm


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "p", "em", "section", "a href='/x'"])
def test_tags_without_end_do_not_lose_the_words_before_them(tag: str) -> None:
    assert texts(blocks("<p>Air naik.</p>" + f"<{tag}>" * 3_000 + "Dasar"))[0] == "Air naik."


def test_lists_and_quotes_nest_no_deeper_than_can_be_shown() -> None:
    lists = blocks("<ul><li>Bayam" * 60)
    quotes = blocks("<blockquote>Kata " * 60)
    for found in (lists, quotes):
        deepest = max(depth(block) for block in found)
        assert 3 < deepest <= NEST_LIMIT + 2
    assert texts(lists)[0] == "Bayam"
    assert blocks_text(quotes).count("Kata") == 60


def test_a_page_without_end_is_cut() -> None:
    assert len(blocks("<p>Air naik.</p>" * (BLOCK_LIMIT + 500))) == BLOCK_LIMIT


def test_half_a_page_is_half_an_article() -> None:
    markup = "<div><p>Air naik.</p><ul><li>Bayam</li><li>Kang"
    assert texts(blocks(markup)) == ["Air naik.", "Bayam", "Kang"]


PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<b>", "</b>", "<ul>", "</ul>", "<li>", "</li>", "<ol start=4>", "<table>", "<tr>", "<td>", "<th>",
        "</table>", "<br>", "<blockquote>", "</blockquote>", "<a href='/x'>", "</a>", "<img src=a.jpg>", "<pre>", "</pre>",
        "<h2>", "</h2>", "<figure>", "<figcaption>", "</figure>", "<!--", "-->", "<![CDATA[", "]]>", "<script>", "</script>",
        "&amp;", "&#27;", "&#x202e;", "&#xD800;", "&#0;", "\x1b[2J", "\u202e", "Kopi", " ", "\n", "Air naik.", "<hr>",
        "</div>",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@example("<h2><blockquote>&amp; ")
@given(st.lists(PIECES, max_size=40).map("".join))
def test_whatever_the_markup_only_clean_text_comes_out(markup: str) -> None:
    for block in blocks(markup):
        match block:
            case Paragraph(spans) | Heading(_, spans):
                text = spans_text(spans)
                assert text == text.strip(" \n")
                assert text
            case _:
                text = blocks_text((block,))
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "\x00" not in text
        text.encode("utf-8")


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(exclude_characters="<&", codec="utf-8"), max_size=200))
def test_no_word_of_text_without_markup_is_lost(text: str) -> None:
    found = blocks_text(blocks_from_html(Foreign(text)))
    assert clean_line(found, 10_000).split() == clean_line(clean_prose(text), 10_000).split()
