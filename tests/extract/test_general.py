"""The general path: pages of outlets without rules, in the shapes that Indonesian news pages have."""

from __future__ import annotations

import json

import pytest
from tests.extract.pieces import HERE, LIGHTS, MARKET, RAIN, cells, page, texts

from lampungtui.errors import ReadingError
from lampungtui.extract.figures import caption_and_credit
from lampungtui.foreign import Address, Line
from lampungtui.model import Embed, Heading, Image, Listing, PageReading, Paragraph, Quote, Role, Table

COFFEE = "Malam harinya seorang bapak membagikan kopi dari termos kepada para pedagang yang masih menata lapak."
PICTURE = "https://kabar.example/gambar/pasar-margorejo.jpg"
OTHER = "Petani Liwa Panen Kopi Lebih Awal"
TEASER = "Petani kopi di Liwa memanen dua pekan lebih awal karena hujan datang ketika buah sudah mulai merah di dahan."


def whole(*parts: str, around: str = "", above: str = "", css: str = "", head: str = "") -> str:
    """A page with a title, the parts in one box under it, and what stands around."""
    return (
        f'<html lang="id"><head>{head}</head><body class="{css}"><nav><a href="/">Beranda</a></nav>'
        f"<div><h1>Pasar Margorejo Ditata Ulang</h1>{above}<div>{''.join(parts)}</div></div>{around}</body></html>"
    )


def told(*lines: str) -> list[str]:
    """The lines as paragraphs."""
    return [f"<p>{line}</p>" for line in lines]


def cards(number: int, css: str = "kartu") -> str:
    """Cards of other articles, each with title, day and first words."""
    return "".join(
        f'<div class="{css}"><h3><a href="/berita/{n}">{OTHER} di Kebun Nomor {n}</a></h3>'
        f"<span>23 Nov</span><p>{TEASER}</p></div>"
        for n in range(number)
    )


# ------------------------------------------------------------------------ what stands between paragraphs


@pytest.mark.parametrize(
    "furniture",
    [
        '<div class="share-buttons"><span>Bagikan:</span><a href="#">Facebook</a><a href="#">WhatsApp</a></div>',
        '<div class="jeg_share_button"><a href="#">Share on Facebook</a></div>',
        f'<div class="baca-juga"><p>Baca Juga:</p><ul><li><a href="/1">{OTHER}</a></li></ul></div>',
        f'<div><h3>Berita Lain</h3><ul><li><a href="/1">{OTHER}</a></li><li><a href="/2">{OTHER} Lagi</a></li></ul></div>',
        f'<table class="linksisip"><tr><td><strong>Baca juga: </strong><a href="/1">{OTHER}</a></td></tr></table>',
        f'<div class="picked"><div class="judul"><a href="/1">{OTHER}</a></div><p>{TEASER[:60]}</p></div>',
        f'<div class="jnews_inline_related_post">{cards(2)}</div>',
        '<div class="ads-wrapper"><span>ADVERTISEMENT</span><ins class="adsbygoogle"></ins></div>',
        '<p class="para_caption">SCROLL TO CONTINUE WITH CONTENT</p>',
        "<p>[Gambas:Video 20detik]</p>",
        f'<p>Simak juga: <a href="/1">{OTHER}</a></p>',
        f'<p><a href="/1">{OTHER}</a></p>',
        '<span class="sr-only">Iklan mulai</span>',
        '<div class="newsletter-box"><p>Dapatkan kabar setiap pagi langsung di kotak surat Anda, tanpa biaya.</p></div>',
    ],
)
def test_furniture_between_paragraphs_is_left_out(furniture: str) -> None:
    found = page(whole(*told(MARKET), furniture, *told(RAIN, LIGHTS)))
    assert texts(found.blocks) == [MARKET, RAIN, LIGHTS]


@pytest.mark.parametrize(
    "behind",
    [
        '<div class="tags"><span>Tags:</span><a href="/t">Metro</a><a href="/t">Pasar</a></div>',
        "<p>Tags: metro, pasar</p>",
        '<p>Artikel ini telah tayang di <a href="/">Kabarsiger.id</a> dengan judul Pasar Ditata</p>',
        f'<div class="related-posts"><h3>Berita Terkait</h3>{cards(4)}</div>',
        f"<h3>Rekomendasi</h3>{cards(3)}",
        '<h3>Komentar</h3><p id="kirim">Kirim</p>',
        '<div class="author-box"><h4>Rina</h4><p>Wartawan sejak 2019, meliput pemerintahan dan pendidikan.</p></div>',
        '<div id="comments"><p>Semoga cepat selesai karena kami yang lewat tiap pagi sudah lama menunggu.</p></div>',
    ],
)
def test_what_follows_the_article_in_its_box_is_left_out(behind: str) -> None:
    assert texts(page(whole(*told(MARKET, RAIN, LIGHTS), behind)).blocks) == [MARKET, RAIN, LIGHTS]


def test_links_lists_tables_quotes_and_headings_are_kept_as_they_are() -> None:
    table = "<table><tr><th>Blok</th><th>Lapak</th></tr><tr><td>A</td><td>40</td></tr><tr><td>B</td><td>52</td></tr></table>"
    listing = "<ul><li>Lorong sayur pindah lebih dulu</li><li>Lorong ikan menyusul</li></ul>"
    quote = f"<blockquote><p>{LIGHTS}</p></blockquote>"
    linked = MARKET.replace("Pasar Margorejo", '<a href="/pasar"><em>Pasar Margorejo</em></a>')
    found = page(whole(*told(linked), "<h2>Tiga tahap</h2>", listing, *told(RAIN), table, quote))
    first, heading, items, _, grid, said = found.blocks
    assert isinstance(first, Paragraph)
    (name,) = [span for span in first.spans if span.link]
    assert (name.text, name.emphasis, name.link) == ("Pasar Margorejo", True, "https://kabar.example/pasar")
    assert isinstance(heading, Heading)
    assert isinstance(items, Listing)
    assert texts((items,)) == ["Lorong sayur pindah lebih dulu", "Lorong ikan menyusul"]
    assert isinstance(grid, Table)
    assert cells(grid) == [["Blok", "Lapak"], ["A", "40"], ["B", "52"]]
    assert isinstance(said, Quote)
    assert texts((said,)) == [LIGHTS]


# ------------------------------------------------------------------------ which part it is


@pytest.mark.parametrize(
    "body",
    [
        "<section>{0}</section><div class='slot-iklan'>Iklan</div><section>{1}</section>",
        "<div class='bagian'><p>{0}</p></div><div class='iklan'>ADVERTISEMENT</div><div class='bagian'><p>{1}</p></div>",
        "<div class='item-page'><div class='item-content'><p>{0}</p></div></div>"
        "<div class='item-page'><div class='item-content'><p>{1}</p></div></div>",
        "<div class='css-1a'><p>{0}</p></div><div class='css-2b'><p>{1}</p></div>",
        "<div style='text-align: justify'>{0}</div><div>&nbsp;</div><div style='text-align: justify'>{1}</div>",
        "<div><span>{0}</span></div><div><br></div><div><span>{1}</span></div>",
        "{0}<br><br>{1}",
        "<font face=verdana>{0}<br><br>{1}</font>",
        "<form id='aspnetForm'><div>{0}<br><br>{1}</div></form>",
    ],
)
def test_a_body_in_pieces_is_read_whole(body: str) -> None:
    first, last = f"{MARKET} {LIGHTS}", f"{RAIN} {COFFEE}"
    found = page(f"<body><h1>Pasar</h1><div class='badan'>{body.format(first, last)}</div>{cards(5)}</body>")
    assert texts(found.blocks) == [first, last]


@pytest.mark.parametrize(
    "around",
    [
        cards(9),
        cards(9, css="flex flex-row gap-3"),
        f'<div class="sidebar">{cards(6)}</div>',
        "<div class='comments-area'>" + f"<div class='comment'><p>{TEASER} {TEASER}</p></div>" * 6 + "</div>",
        "<div id='comments'><ol>" + f"<li class='comment'><p>{TEASER} {TEASER}</p></li>" * 40 + "</ol></div>",
        "<div id='komentar'>" + f"<p>{TEASER} {TEASER}</p>" * 40 + "</div>",
        f"<footer><p>{TEASER} {TEASER} {TEASER}</p></footer>",
        f'<div id="onetrust-consent"><p>{TEASER} {TEASER} {TEASER}</p></div>',
    ],
)
def test_three_sentences_are_found_beside_pages_of_other_words(around: str) -> None:
    assert texts(page(whole(*told(MARKET), around=around)).blocks) == [MARKET]


def test_a_page_of_a_photo_alone_is_not_said_to_be_its_comment_form() -> None:
    form = "<p>Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai * harus diisi oleh pengirim.</p>"
    answers = f'<div id="respond" class="comment-respond"><form class="comment-form">{form}</form></div>'
    with pytest.raises(ReadingError):
        page(whole(f'<img src="{PICTURE}">', answers))


def test_the_next_article_of_an_endless_page_is_not_read() -> None:
    following = f"<article><h2>{OTHER}</h2><div class='isi'>{''.join(told(*[TEASER] * 6))}</div></article>"
    found = page(
        f"<body><article><h1>Pasar</h1><div class='isi'><p>{MARKET}</p><p>{RAIN}</p></div></article>{following}</body>"
    )
    assert texts(found.blocks) == [MARKET, RAIN]


@pytest.mark.parametrize(
    "css", ["single has-sidebar", "embed-captions comments-open", "no-share header-fixed widget-area"]
)
def test_what_a_whole_page_is_called_says_nothing_of_its_article(css: str) -> None:
    wrapped = whole(f'<div class="{css}">{"".join(told(MARKET, RAIN, LIGHTS))}</div>', around=cards(3), css=css)
    assert texts(page(wrapped).blocks) == [MARKET, RAIN, LIGHTS]


def test_a_standfirst_goes_along_and_the_dateline_is_read_all_the_same() -> None:
    above = '<p class="subtitle">Pedagang pindah bertahap mulai Desember supaya tidak semua lapak tutup.</p>'
    found = page(whole(*told(f"METRO (Kabarsiger.id): {MARKET}", RAIN), above=above))
    assert texts(found.blocks) == [
        "Pedagang pindah bertahap mulai Desember supaya tidak semua lapak tutup.",
        MARKET,
        RAIN,
    ]
    assert found.dateline is not None
    assert found.dateline.place == "Metro"


# ------------------------------------------------------------------------ what scripts draw


def news(**facts: object) -> str:
    """A head with a news article's JSON-LD."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **facts})}</script>'


ALL_OF_IT = "\n\n".join((MARKET, RAIN, LIGHTS, COFFEE))
COOKIES = "<div><p>Kami memakai kuki supaya halaman ini terbuka lebih cepat bagi pembaca di semua daerah.</p></div>"


def test_first_paragraphs_that_stand_apart_from_the_others_are_read() -> None:
    head = f"<div class='x1'><p>{MARKET}</p></div><div class='ads'><p>Iklan baris mulai dari Rp10.000 saja.</p></div>"
    found = page(
        f"<body><h1>Pasar Margorejo Ditata Ulang</h1>{head}<div class='x2'><div class='x3'><p>{RAIN}</p><p>{LIGHTS}</p>"
        f"<p>{COFFEE}</p></div></div></body>"
    )
    assert texts(found.blocks) == [MARKET, RAIN, LIGHTS, COFFEE]


def test_an_article_of_nothing_but_a_table_is_its_table() -> None:
    rows = "".join(f"<tr><td>{n} Desember</td><td>04.2{n}</td><td>18.1{n}</td></tr>" for n in range(1, 8))
    around = f'<ul><li><a href="/1">{OTHER}</a></li></ul><footer><p>Hak cipta Kabar Siger</p></footer>'
    found = page(
        f"<body><nav><a href='/'>Beranda</a></nav><main><h1>Jadwal Imsakiyah Metro</h1><div class='entry-content'>"
        f"<table>{rows}</table></div></main>{around}</body>"
    )
    (table,) = found.blocks
    assert isinstance(table, Table)
    assert len(table.rows) == 7


def test_a_title_in_a_smaller_heading_is_the_title() -> None:
    head = '<meta property="og:title" content="Pasar Margorejo Ditata Ulang Mulai Desember"><title>x</title>'
    found = page(
        f"<html><head>{head}</head><body><h1>Kabar Siger</h1><div class='a'><h2>Pasar Margorejo Ditata Ulang Mulai Desember"
        f"</h2><p class='ringkasan'>{MARKET}</p></div><div class='b'><p>{RAIN}</p><p>{LIGHTS}</p></div></body></html>"
    )
    assert texts(found.blocks) == [MARKET, RAIN, LIGHTS]


def test_a_page_that_scripts_draw_is_read_from_its_json_ld() -> None:
    found = page(f"<html><head>{news(articleBody=ALL_OF_IT)}</head><body><div id=app></div>{COOKIES}</body></html>")
    assert texts(found.blocks) == [MARKET, RAIN, LIGHTS, COFFEE]


def test_the_page_s_own_paragraphs_go_before_json_ld() -> None:
    found = page(whole(*told(MARKET, RAIN, LIGHTS, COFFEE), head=news(articleBody=ALL_OF_IT.replace("\n\n", " "))))
    assert texts(found.blocks) == [MARKET, RAIN, LIGHTS, COFFEE]


def test_what_is_not_for_everybody_is_not_taken_from_json_ld() -> None:
    head = news(articleBody=ALL_OF_IT, isAccessibleForFree=False)
    assert texts(page(whole(*told(COFFEE[:90] + "."), head=head)).blocks) == [COFFEE[:90] + "."]
    with pytest.raises(ReadingError, match="no article text"):
        page(f"<html><head>{head}</head><body><div id=app></div></body></html>")


# ------------------------------------------------------------------------ pictures and embeds


def picture_of(reading: PageReading) -> tuple[str | None, str | None]:
    """Caption and credit of the lead picture."""
    assert reading.image is not None
    return reading.image.caption, reading.image.credit


OG_IMAGE = f'<meta property="og:image" content="{PICTURE}">'
SHOWN = "Lapak baru."
TAKEN = "Foto: Dok. Warga"


@pytest.mark.parametrize(
    "markup",
    [
        f'<figure><img src="{PICTURE}"><figcaption>{SHOWN} {TAKEN}</figcaption></figure>',
        f'<figure class="wp-block-image"><img src="{PICTURE}?w=700"><figcaption>{SHOWN} ({TAKEN})</figcaption></figure>',
        '<div class="photo"><img src="/gambar/pasar-margorejo-1024x683.jpg">'
        f'<div class="photo__caption">{SHOWN} <span>({TAKEN})</span></div></div>',
        f'<div class="featured_image"><a href="{PICTURE}"><img src="{PICTURE}"></a>'
        f'<p class="wp-caption-text">{SHOWN} ({TAKEN})</p></div>',
        f'<div class="img-cover"><img src="{PICTURE}"><div class="caption">{SHOWN}</div>'
        f'<div class="credit">{TAKEN}</div></div>',
        f'<div class="py-2"><img src="{PICTURE}"><p class="text-xs">{SHOWN} | {TAKEN}</p></div>',
        f'<div id="artimg"><img src="{PICTURE}"><div class="f12">{TAKEN}</div><div class="f12">{SHOWN}</div></div>',
    ],
    ids=["figure", "wordpress", "kompas", "jnews", "suara", "utility classes", "tribun"],
)
@pytest.mark.parametrize("head", [OG_IMAGE, ""], ids=["named in the head", "not named"])
def test_the_picture_above_the_text_is_the_lead_with_caption_and_credit(markup: str, head: str) -> None:
    found = page(whole(*told(MARKET, RAIN), above=markup, head=head))
    assert picture_of(found) == ("Lapak baru.", "Dok. Warga")
    assert texts(found.blocks) == [MARKET, RAIN]
    assert not any(isinstance(block, Image) for block in found.blocks)


@pytest.mark.parametrize(
    ("said", "caption", "credit"),
    [
        ("Warga panen (Antaralampung/ho)", "Warga panen", "Antaralampung/ho"),
        ("Warga panen. ANTARA FOTO/Rina Sari/foc.", "Warga panen.", "ANTARA FOTO/Rina Sari/foc"),
        ("ANTARA/HO-Humas Pemkab", None, "ANTARA/HO-Humas Pemkab"),
        ("Warga panen -Foto ist-", "Warga panen", "ist"),
        ("Warga panen/ist", "Warga panen", "ist"),
        ("Foto:ist/bintangpost.", None, "ist/bintangpost."),
        ("Warga panen. Foto: Dok. DANA", "Warga panen.", "Dok. DANA"),
        ("Pemkab panen raya | Lampungpro.co/Kominfo", "Pemkab panen raya", "Lampungpro.co/Kominfo"),
        ("Ilustrasi panen. Foto: AFP via Getty Images/STR", "Ilustrasi panen.", "AFP via Getty Images/STR"),
        ("dok.BurungBurung kuntul", "dok.BurungBurung kuntul", None),
        ("Dok. Jasa MargaRazia truk di tol", "Dok. Jasa MargaRazia truk di tol", None),
        ("Jembatan di Jalan Antara/Soekarno dibuka", "Jembatan di Jalan Antara/Soekarno dibuka", None),
        ("Bupati dan istri/ibu", "Bupati dan istri/ibu", None),
    ],
)
def test_who_took_a_picture_is_read_in_every_form(said: str, caption: str | None, credit: str | None) -> None:
    assert caption_and_credit(Line(said)) == (caption, credit)


def test_a_picture_in_the_text_stays_there_with_its_caption() -> None:
    inline = (
        '<div class="wp-caption"><img src="/gambar/lorong.jpg">'
        '<p class="wp-caption-text">Lorong ikan. (Foto: ANTARA/Ardi)</p></div>'
    )
    found = page(whole(*told(MARKET), inline, *told(RAIN), head=OG_IMAGE))
    assert found.blocks[1] == Image(
        Address("https://kabar.example/gambar/lorong.jpg"), caption=Line("Lorong ikan."), credit=Line("ANTARA/Ardi")
    )
    assert texts(found.blocks) == [MARKET, RAIN]


def test_a_photo_page_keeps_every_picture_with_its_caption() -> None:
    shots = "".join(
        f'<div class="foto-item"><figure><img src="/foto/{n}.jpg">'
        f"<figcaption>Lapak {n}. Foto: Rina</figcaption></figure></div>"
        for n in (1, 2, 3)
    )
    found = page(whole(*told(MARKET), above=f'<div class="slider">{shots}</div>'))
    assert picture_of(found) == ("Lapak 1.", "Rina")
    assert [(block.caption, block.credit) for block in found.blocks if isinstance(block, Image)] == [
        ("Lapak 2.", "Rina"),
        ("Lapak 3.", "Rina"),
    ]


def test_a_caption_whose_picture_is_not_there_is_no_paragraph() -> None:
    orphan = '<div class="caption">Lapak baru di halaman terminal lama. Foto: Dok. Warga</div>'
    assert texts(page(whole(*told(MARKET), orphan, *told(RAIN))).blocks) == [MARKET, RAIN]


@pytest.mark.parametrize(
    ("markup", "url", "name"),
    [
        ('<iframe src="https://www.youtube.com/embed/kopi"></iframe>', "https://www.youtube.com/embed/kopi", "YouTube"),
        (
            '<iframe data-src="https://www.youtube.com/embed/kopi"></iframe>',
            "https://www.youtube.com/embed/kopi",
            "YouTube",
        ),
        ("<amp-youtube data-videoid=kopi></amp-youtube>", "https://www.youtube.com/watch?v=kopi", "YouTube"),
        ("<lite-youtube videoid=kopi></lite-youtube>", "https://www.youtube.com/watch?v=kopi", "YouTube"),
        (
            '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/x/"><p>Foto</p></blockquote>',
            "https://www.instagram.com/p/x/",
            "Instagram",
        ),
        (
            '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/1"><p>Video</p></blockquote>',
            "https://www.tiktok.com/@a/video/1",
            "TikTok",
        ),
        (
            '<blockquote class="twitter-tweet"><p>Cuit.</p><a href="https://x.com/a/status/1">23 Nov</a></blockquote>',
            "https://x.com/a/status/1",
            "X",
        ),
        (
            '<iframe src="https://www.facebook.com/plugins/video.php?href=v"></iframe>',
            "https://www.facebook.com/plugins/video.php?href=v",
            "Facebook",
        ),
        ("<amp-twitter data-tweetid=7></amp-twitter>", "https://x.com/i/status/7", "X"),
    ],
)
def test_what_is_embedded_of_other_sites_is_a_named_link(markup: str, url: str, name: str) -> None:
    found = page(whole(*told(MARKET), f'<div class="embed-wrap">{markup}</div>', *told(RAIN)))
    assert found.blocks[1] == Embed(Address(url), Line(name))
    assert texts(found.blocks) == [MARKET, RAIN]


@pytest.mark.parametrize(
    "source",
    [
        "https://googleads.g.doubleclick.net/pagead/ads?x=1",
        "https://www.googletagmanager.com/ns.html?id=GTM-1",
        "https://www.facebook.com/plugins/like.php?href=x",
        "about:blank",
    ],
)
def test_adverts_and_counters_are_not_embeds(source: str) -> None:
    found = page(whole(*told(MARKET), f'<iframe src="{source}"></iframe>', *told(RAIN)))
    assert not any(isinstance(block, Embed) for block in found.blocks)


# ------------------------------------------------------------------------ what else the page says


def test_credits_in_the_text_and_the_page_s_language_are_known() -> None:
    found = page(whole(*told(MARKET, RAIN, "Penulis: Sari Puspita | Editor: Rina Wulandari"), around=cards(4)))
    assert [(credit.role, credit.name) for credit in found.credits] == [
        (Role.WRITER, "Sari Puspita"),
        (Role.EDITOR, "Rina Wulandari"),
    ]
    assert found.language == "id"
    assert found.canonical is None
    assert HERE.startswith("https://kabar.example/")
