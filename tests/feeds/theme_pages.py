"""Listing pages in the forms of common themes, written for these tests: the list with all that stands around one."""

# Markup of whole pages: breaking its lines would change what is read.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

HEADLINES = (
    "Petani Kopi Liwa Mulai Panen Raya di Tengah Hujan",
    "Jembatan Way Sekampung Dibuka Kembali untuk Kendaraan Berat",
    "Harga Lada Naik 12 Persen, Pengepul Kotabumi Kewalahan",
    "Banjir Rendam Kotaagung",
    "Jadwal Kapal Cepat Bakauheni 24 November 2026",
    "“Kami Hanya Ingin Sekolah Dekat Rumah,” Kata Murid SD di Pulau Sebesi yang Setiap Hari Menyeberang Selat",
    "Wali Kota Metro Resmikan Taman Baca di Lima Kelurahan",
    "Pasar Margorejo Ditata Ulang Mulai Desember",
    "Nelayan Kuala Teladas Tolak Tambang Pasir Laut",
    "DPRD Pesawaran Sahkan APBD 2027",
    "Festival Krakatau Digelar Tiga Hari, Hotel di Bandar Lampung Penuh",
    "Guru Honorer Way Kanan Terima SK Pengangkatan",
)
ELSEWHERE = (
    "Tujuh Tempat Sarapan di Telukbetung yang Ramai Sejak Subuh",
    "Cara Merawat Sepeda Motor Matik di Musim Hujan",
    "Kisah Pembuat Perahu Terakhir di Teluk Semaka",
    "Lima Curug di Tanggamus untuk Akhir Pekan",
    "Resep Seruit Ikan Baung ala Menggala",
)
RUBRICS = (
    "Bandar Lampung",
    "Lampung Selatan",
    "Lampung Tengah",
    "Tulang Bawang Barat",
    "Ekonomi dan Bisnis",
    "Olahraga",
)
TAGS = ("harga kopi hari ini", "kapal cepat bakauheni", "festival krakatau 2026", "jalan tol trans sumatera")


@dataclass(frozen=True)
class News:
    """An article as a listing shows it."""

    title: str
    path: str
    day: str
    iso: str
    lead: str
    picture: str


def slug(title: str) -> str:
    """A title as themes make it an address."""
    kept = "".join(letter if letter.isalnum() and letter.isascii() else " " for letter in title.lower())
    return "-".join(kept.split())


def news(form: str = "/berita/{slug}/", titles: Sequence[str] = HEADLINES) -> list[News]:
    """The articles of a page, with addresses of the given form."""
    return [
        News(
            title,
            form.format(slug=slug(title), id=41_000 + number, day=f"{23 - number // 4:02}"),
            f"{23 - number // 4} November 2026",
            f"2026-11-{23 - number // 4:02}T{11 - number % 4:02}:15:00+07:00",
            f"Warga setempat menyambutnya dengan lega setelah menunggu {number + 2} bulan lamanya, kata ketua panitia.",
            f"/unggah/{41_000 + number}.jpg",
        )
        for number, title in enumerate(titles)
    ]


def _menu(tag: str = "nav", name: str = "menu-utama") -> str:
    links = "".join(f'<li><a href="/kategori/{slug(rubric)}/">{rubric} dan Sekitarnya</a></li>' for rubric in RUBRICS)
    return f'<{tag} class="{name}"><ul><li><a href="/">Beranda</a></li>{links}</ul></{tag}>'


def _foot(tag: str = "footer", name: str = "kaki") -> str:
    house = (
        "Pedoman Pemberitaan Media Siber",
        "Kebijakan Privasi dan Data Pribadi",
        "Karier dan Magang di Redaksi Kami",
    )
    links = "".join(f'<li><a href="/{slug(name)}">{name}</a></li>' for name in house)
    return (
        f'<{tag} class="{name}"><ul>{links}</ul><a href="https://mitra.example/berita/kerja-sama-dengan-kampus-kami">'
        f"Mitra kami: universitas di seluruh Lampung</a><p>Hak cipta 2026</p></{tag}>"
    )


def _share(address: str) -> str:
    return (
        f'<div class="social-share"><a href="https://www.facebook.com/sharer.php?u={address}">Bagikan ke Facebook sekarang</a>'
        f'<a href="https://wa.me/?text={address}">Bagikan ke WhatsApp sekarang</a></div>'
    )


def _tag_cloud(name: str = "tagcloud") -> str:
    return f'<div class="{name}">' + "".join(f'<a href="/tag/{slug(tag)}/">#{tag}</a> ' for tag in TAGS) + "</div>"


def _page(body: str, head: str = "") -> str:
    return f"<!doctype html><html lang=id><head><title>Kabar Siger</title>{head}</head>{body}</html>"


# --------------------------------------------------------------------------- themes


def jnews(listed: Sequence[News]) -> str:
    """JNews (WordPress): a hero above the list, a menu that shows articles, a column of small cards."""

    def post(each: News, kind: str, heading: str = "h3", excerpt: bool = True) -> str:
        more = f'<div class="jeg_post_excerpt"><p>{each.lead}</p><a href="{each.path}" class="jeg_readmore">Baca selengkapnya</a></div>'
        return f"""<article class="jeg_post {kind} format-standard"><div class="jeg_thumb"><a href="{each.path}">
<div class="thumbnail-container"><img data-src="{each.picture}" src="data:image/gif;base64,R0" alt=""></div></a></div>
<div class="jeg_postblock_content"><div class="jeg_post_category"><span><a href="/category/lampung/" class="category-lampung">Lampung</a>
</span></div><{heading} class="jeg_post_title"><a href="{each.path}">{escape(each.title)}</a></{heading}>
<div class="jeg_post_meta"><div class="jeg_meta_author">oleh <a href="/author/rina-sari-wulandari/">Rina Sari Wulandari</a></div>
<div class="jeg_meta_date"><a href="{each.path}"><i class="fa fa-clock-o"></i> {each.day}</a></div>
<div class="jeg_meta_comment"><a href="{each.path}#comments"><i></i> 0</a></div></div>{more if excerpt else ""}</div></article>"""

    side = news(titles=ELSEWHERE)
    hero = "".join(post(each, f"jeg_hero_item_{number + 1}", "h2", False) for number, each in enumerate(listed[:3]))
    return _page(f"""<body class="archive category jeg_toggle_light jnews"><div class="jeg_header"><div class="jeg_navbar jeg_mainmenu">
<ul class="jeg_menu">{"".join(f'<li><a href="/category/{slug(rubric)}/">{rubric}</a></li>' for rubric in RUBRICS)}
<li><div class="jeg_megamenu"><div class="newsfeed_container">{"".join(post(each, "jeg_pl_md_5", excerpt=False) for each in side)}</div>
</div></li></ul></div></div><div class="jeg_main"><div class="jeg_heroblock"><div class="jeg_hero_wrapper">{hero}</div></div>
<div class="jeg_cat_content row"><div class="jeg_main_content jeg_column col-sm-8"><div class="jeg_postblock_3 jeg_postblock
jeg_pagination_nav_1"><div class="jeg_posts jeg_load_more_flag">{"".join(post(each, "jeg_pl_md_2") for each in listed[3:])}</div>
<div class="jeg_navigation jeg_pagination"><a class="page_number" href="/category/lampung/page/2/">2</a>
<a class="page_nav next" href="/category/lampung/page/2/">Selanjutnya</a></div></div></div>
<div class="jeg_sidebar col-sm-4"><div class="widget widget_jnews_popular"><h3 class="jeg_block_title">Terpopuler</h3>
{"".join(post(each, "jeg_pl_sm", excerpt=False) for each in side)}</div><div class="widget widget_tag_cloud">{_tag_cloud()}</div></div>
</div></div>{_foot("div", "jeg_footer")}</body>""")


def newspaper(listed: Sequence[News]) -> str:
    """Newspaper (tagDiv): rows of two modules, a ticker, a column."""

    def module(each: News, kind: str = "td_module_1") -> str:
        title = escape(each.title, quote=True)
        return f"""<div class="{kind} td_module_wrap td-animation-stack"><div class="td-module-image"><div class="td-module-thumb">
<a href="{each.path}" rel="bookmark" title="{title}"><img class="entry-thumb" src="{each.picture}" alt="" width="324"></a></div>
<a href="/category/daerah/" class="td-post-category">Daerah</a></div><h3 class="entry-title td-module-title">
<a href="{each.path}" rel="bookmark" title="{title}">{escape(each.title if len(each.title) < 70 else each.title[:60] + "...")}</a></h3>
<div class="td-module-meta-info"><span class="td-post-author-name"><a href="/author/redaksi/">redaksi</a> <span>-</span></span>
<span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{each.iso}">{each.day}</time></span></div></div>"""

    rows = "".join(
        f'<div class="td-block-row">{"".join(f"<div class=td-block-span6>{module(each)}</div>" for each in listed[at : at + 2])}</div>'
        for at in range(0, len(listed), 2)
    )
    side = news("/{slug}/", ELSEWHERE)
    ticker = "".join(
        f'<div class="td_module_trending_now"><h3><a href="{each.path}">{each.title}</a></h3></div>' for each in side
    )
    return _page(f"""<body class="archive category"><div class="td-header-wrap">{_menu("div", "td-header-menu-wrap")}</div>
<div class="td-trending-now-wrapper td-news-ticker">{ticker}</div><div class="td-main-content-wrap td-container-wrap"><div class="td-container">
<div class="td-crumb-container"><a href="/">Beranda</a> <a href="/category/daerah/">Daerah</a></div><div class="td-pb-row">
<div class="td-pb-span8 td-main-content"><div class="td-ss-main-content">{rows}<div class="page-nav td-pb-padding-side">
<a href="/category/daerah/page/2/">2</a></div></div></div><div class="td-pb-span4 td-main-sidebar"><div class="td-ss-main-sidebar">
<div class="td_block_wrap td_block_7"><h4 class="td-block-title">Berita Terbaru</h4>
{"".join(module(each, "td_module_6") for each in side)}</div></div></div></div></div></div>{_foot("div", "td-footer-wrapper")}</body>""")


def composer(listed: Sequence[News]) -> str:
    """td-composer (tagDiv, flex modules): everything is a <div>, the share row is in the card."""

    def module(each: News) -> str:
        return f"""<div class="td_module_flex td_module_flex_1 td_module_wrap"><div class="td-module-container td-category-pos-image">
<div class="td-image-container"><div class="td-module-thumb"><a href="{each.path}" class="td-image-wrap"><span class="entry-thumb"
style="background-image: url('{each.picture}')"></span></a></div></div><div class="td-module-meta-info">
<h3 class="entry-title td-module-title"><a href="{each.path}">{escape(each.title)}</a></h3><div class="td-editor-date">
<span class="td-author-date"><span class="td-post-date"><time class="entry-date" datetime="{each.iso}">{each.day}</time></span></span>
</div><div class="td-excerpt">{each.lead}</div>{_share(each.path)}</div></div></div>"""

    return _page(f"""<body class="tag tag-kopi"><div class="tdc-header-wrap">{_menu("div", "tdb-block-menu")}</div><div class="tdc-row"><div
class="vc_row"><div class="vc_column tdc-column vc_column_container"><div class="tdb_loop td_with_ajax_pagination"><div id="tdi_60"
class="td_block_inner">{"".join(module(each) for each in listed)}</div></div></div></div></div>{_foot("div", "tdc-footer-wrap")}</body>""")


def tribun(listed: Sequence[News]) -> str:
    """A list of Tribun's form: figures float beside headings; the column at the right has lists of the same form."""

    def row(each: News) -> str:
        return f"""<li class="p1520 art-list pos_rel"><div class="fr mt5 pos_rel"><a href="{each.path}"><img src="{each.picture}"
class="shou2 bgwhite" width="150" height="90"></a></div><div class="mr140"><h4><a class="fbo2 tsa-2" href="/news/daerah">Daerah</a></h4>
<h3 class="f20 ln24 fbo"><a class="f20 ln24 fbo" href="{each.path}" title="{escape(each.title, quote=True)}">{escape(each.title)}</a></h3>
<div class="grey pt5">{each.lead[:60]}</div><div class="grey pt5"><time class="foot timeago" title="{each.iso[:19]}">{each.day}</time>
</div></div></li>"""

    side = news("/2026/11/20/{slug}", ELSEWHERE)
    popular = "".join(f'<li class="p1520"><h3><a href="{each.path}">{each.title}</a></h3></li>' for each in side)
    return _page(f"""<body><div class="mainmenu">{_menu("div", "nav menu")}</div><div class="fl w677"><div id="latestul_wrap"><ul
class="lsi" id="latestul">{"".join(row(each) for each in listed)}</ul></div><div class="paging"><a href="/news?page=2">Berikutnya</a>
</div></div><div class="fr w300"><div class="hgrey"><h3>TERPOPULER</h3></div><ul class="lsi">{popular}</ul></div>{_foot()}</body>""")


def plain_list(listed: Sequence[News]) -> str:
    """A hand-made site: a list of links, the date in brackets."""
    rows = "".join(
        f'<li><a href="{each.path}">{escape(each.title)}</a> <small>({each.day})</small></li>' for each in listed
    )
    side = "".join(f'<li><a href="{each.path}">{each.title}</a></li>' for each in news(titles=ELSEWHERE))
    return _page(f"""<body><h1>Kabar Siger</h1><div id="menu"><ul><li><a href="/profil-kabupaten-dan-kota">Profil kabupaten dan kota
se-Lampung</a></li></ul></div><h2>Berita</h2><ul>{rows}</ul><h2>Terpopuler</h2><ul>{side}</ul><p><a href="/berita?hal=2">Berita
sebelumnya dari bulan ini</a></p></body>""")


def bare_links(listed: Sequence[News]) -> str:
    """An index of bare links, without dates or pictures."""
    rows = "".join(f'<li><a href="{each.path}">{escape(each.title)}</a></li>' for each in listed)
    return _page(f"""<body>{_menu("div", "top-menu")}<div id="konten"><h1>Indeks Berita</h1><ul class="indeks">{rows}</ul></div>
<div class="kaki"><ul><li><a href="/pedoman-media-siber">Pedoman Media Siber</a></li><li><a href="/tentang-kami">Tentang Kami</a></li>
<li><a href="/kontak">Kontak</a></li></ul></div></body>""")


def whole_cards(listed: Sequence[News]) -> str:
    """Cards that are links as a whole, headings in them."""
    cards = "".join(
        f"""<a class="kartu" href="{each.path}"><figure><img src="{each.picture}" alt=""></figure><span class="rubrik">Daerah</span>
<h2>{escape(each.title)}</h2><p>{each.lead}</p><time datetime="{each.iso}">{each.day}</time></a>"""
        for each in listed
    )
    return _page(
        f"<body><header>{_menu()}</header><main><h1>Daerah</h1><div class=daftar>{cards}</div></main>{_foot()}</body>"
    )


def bare_cards(listed: Sequence[News]) -> str:
    """Cards that are links as a whole, without a heading: date, title and lead are <div>s."""
    cards = "".join(
        f"""<div class="col"><a href="{each.path}"><div class="foto"><img src="{each.picture}" alt=""></div><div>{each.day}, 08:15 WIB</div>
<div>{escape(each.title)}</div><div>{each.lead}</div></a></div>"""
        for each in listed
    )
    return _page(f"<body>{_menu()}<section><div class=grid>{cards}</div></section>{_foot()}</body>")


def bootstrap(listed: Sequence[News]) -> str:
    """Bootstrap: rows of three columns, and a narrow column at the side."""

    def card(each: News) -> str:
        return f"""<div class="col-md-4"><div class="card mb-4"><img class="card-img-top" src="{each.picture}" alt="">
<div class="card-body"><h5 class="card-title"><a href="{each.path}">{escape(each.title)}</a></h5><p class="card-text">{each.lead}</p>
<p class="card-text"><small class="text-muted">{each.day}</small></p><a href="{each.path}" class="btn btn-primary">Baca selengkapnya</a>
</div></div></div>"""

    rows = "".join(
        f'<div class="row">{"".join(card(each) for each in listed[at : at + 3])}</div>'
        for at in range(0, len(listed), 3)
    )
    side = "".join(
        f'<li class="list-group-item"><a href="{each.path}">{each.title}</a></li>' for each in news(titles=ELSEWHERE)
    )
    return _page(f"""<body><nav class="navbar navbar-expand-lg">{_menu("div", "collapse")}</nav><div class="container"><div class="row">
<div class="col-lg-9">{rows}<ul class="pagination"><li><a class="page-link" href="?page=2">Halaman berikutnya</a></li></ul></div>
<div class="col-lg-3"><h5>Kabar Ringan</h5><ul class="list-group">{side}</ul>{_tag_cloud("tags")}</div></div></div>{_foot()}</body>""")


def flat(listed: Sequence[News]) -> str:
    """No element around a card: heading, day and text follow each other."""
    rows = "".join(
        f'<h3><a href="{each.path}">{escape(each.title)}</a></h3><div class="tgl">{each.day}</div><p>{each.lead}</p>'
        for each in listed
    )
    return _page(f"<body>{_menu('div', 'navigation')}<div id=isi>{rows}</div>{_foot('div', 'footer')}</body>")


def rows_of_a_table(listed: Sequence[News]) -> str:
    """A table: date, headline, rubric."""
    rows = "".join(
        f'<tr><td>{each.day}</td><td><a href="{each.path}">{escape(each.title)}</a></td><td>Daerah</td></tr>'
        for each in listed
    )
    return _page(
        f"<body>{_menu('table', 'menu')}<table><tr><th>Tanggal</th><th>Judul</th></tr>{rows}</table>{_foot()}</body>"
    )


def blogger(listed: Sequence[News]) -> str:
    """Blogger: posts under day headings, label and archive lists at the side."""
    posts = "".join(
        f"""<div class="date-outer"><h2 class="date-header"><span>{each.day}</span></h2><div class="post hentry"><h3 class="post-title
entry-title"><a href="{each.path}">{escape(each.title)}</a></h3><div class="post-body entry-content"><img src="{each.picture}">{each.lead}
</div><div class="post-footer"><span class="post-timestamp">pukul <a class="timestamp-link" href="{each.path}"><abbr class="published"
title="{each.iso}">20.15</abbr></a></span><span class="post-labels"><a href="/search/label/Daerah">Daerah</a></span></div></div></div>"""
        for each in listed
    )
    archive = "".join(
        f'<li><a href="{each.path}">{each.title}</a></li>' for each in news("/2026/10/{slug}.html", ELSEWHERE)
    )
    return _page(f"""<body><div class="tabs">{_menu("div", "PageList menu")}</div><div class="main-outer"><div class="column-center-outer"><div
id="Blog1" class="blog-posts hfeed">{posts}</div></div><div class="column-right-outer"><div class="sidebar section" id="sidebar-right-1">
<div class="widget BlogArchive"><h2>Arsip Blog</h2><ul>{archive}</ul></div></div></div></div></body>""")


def wordpress(listed: Sequence[News]) -> str:
    """A WordPress theme with classes of tags on its articles and a <header> in each."""
    posts = "".join(
        f"""<article id="post-{number}" class="post-{number} post type-post hentry category-daerah tag-menu tag-kopi"><div class="inside-article">
<header class="entry-header"><h2 class="entry-title" itemprop="headline"><a href="{each.path}" rel="bookmark">{escape(each.title)}</a></h2>
<div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="{each.iso}">{each.day}</time></span>
<span class="byline">oleh <a class="url fn n" href="/author/budi/">Budi Utomo Wicaksono</a></span></div></header><div class="post-image">
<a href="{each.path}"><img src="{each.picture}"></a></div><div class="entry-summary"><p>{each.lead} <a class="read-more" href="{each.path}">
Lanjut membaca {escape(each.title)}</a></p></div><footer class="entry-meta"><span class="tags-links"><a href="/tag/harga-kopi-hari-ini/">
harga kopi hari ini</a></span><span class="comments-link"><a href="{each.path}#respond">Tinggalkan komentar di sini</a></span></footer>
</div></article>"""
        for number, each in enumerate(listed, 71)
    )
    side = "".join(f'<li><a href="{each.path}">{each.title}</a></li>' for each in news("/{slug}/", ELSEWHERE))
    return _page(f"""<body class="archive category right-sidebar nav-below-header"><header class="site-header"><p><a href="/">Kabar Siger:
berita dari ujung Sumatera</a></p></header>{_menu("nav", "main-navigation")}<div id="page"><div id="content" class="site-content"><div
id="primary" class="content-area"><main id="main" class="site-main"><header class="page-header"><h1>Daerah</h1></header>{posts}
<nav class="paging-navigation"><a class="next page-numbers" href="/category/daerah/page/2/">Berikutnya</a></nav></main></div>
<div id="right-sidebar" class="widget-area sidebar"><aside class="widget widget_recent_entries"><h2>Pos-pos Terbaru</h2><ul>{side}</ul>
</aside></div></div></div>{_foot("div", "site-footer")}</body>""")


def disway(listed: Sequence[News]) -> str:
    """Disway's form: rows of a picture and a heading, the hour in words."""
    rows = "".join(
        f"""<div class="latest-post"><div class="media post-list"><a href="{each.path}"><img class="lazyload" data-src="{each.picture}"></a>
<div class="media-body"><span class="post-category"><a href="/kategori/458/lampung-raya">Lampung Raya</a></span><h2 class="media-heading">
<a href="{each.path}" class="post-title">{escape(each.title)}</a></h2><span class="post-date">{number + 1} jam</span> <span>{number + 1} jam
lalu</span></div></div></div>"""
        for number, each in enumerate(listed)
    )
    popular = "".join(
        f'<div class="media"><h4><a href="{each.path}">{each.title}</a></h4></div>'
        for each in news("/read/{id}/{slug}", ELSEWHERE)
    )
    return _page(f"""<body>{_menu("div", "main-nav")}<div class="row"><div class="col-md-8">{rows}<a href="/kategori/458/lampung-raya/30"
class="btn">Halaman berikutnya</a></div><div class="col-md-4"><div class="block-title">Terpopuler</div>{popular}</div></div>{_foot()}</body>""")


def numbered(listed: Sequence[News]) -> str:
    """Addresses by number alone; the title is a <div>."""
    rows = "".join(
        f"""<div class="baris"><a href="{each.path}"><img src="{each.picture}"></a><div class="judul"><a href="{each.path}">
{escape(each.title)}</a></div><div class="waktu">Senin, {each.day} | 08.15 WIB</div></div>"""
        for each in listed
    )
    return _page(f"<body>{_menu('div', 'navbar')}<div class=berita>{rows}</div>{_foot('div', 'footer')}</body>")


def front_page(listed: Sequence[News]) -> str:
    """A front page: a section of cards for each rubric, every section headed and closed by links to the rubric."""

    def card(each: News) -> str:
        return f"""<div class="item"><a href="{each.path}"><img src="{each.picture}" alt=""></a><h3><a href="{each.path}">{escape(each.title)}
</a></h3><span class="date">{each.day}</span></div>"""

    sections = "".join(
        f"""<section class="block"><h2><a href="/kategori/{slug(RUBRICS[at // 4])}">{RUBRICS[at // 4]}</a></h2><div class="items">
{"".join(card(each) for each in listed[at : at + 4])}</div><a href="/kategori/{slug(RUBRICS[at // 4])}">Lihat semua berita
{RUBRICS[at // 4]}</a></section>"""
        for at in range(0, len(listed), 4)
    )
    return _page(f"<body><header>{_menu()}</header>{sections}{_tag_cloud('topik tags')}{_foot()}</body>")


THEMES: dict[str, tuple[Callable[[Sequence[News]], str], str]] = {
    "jnews": (jnews, "/lampung/{slug}/"),
    "newspaper": (newspaper, "/2026/11/{day}/{slug}/"),
    "composer": (composer, "/{slug}/"),
    "tribun": (tribun, "/2026/11/{day}/{slug}"),
    "plain list": (plain_list, "/berita/{slug}.html"),
    "bare links": (bare_links, "/baca/{id}/{slug}"),
    "whole cards": (whole_cards, "/read/{id}/{slug}"),
    "bare cards": (bare_cards, "/news/{slug}"),
    "bootstrap": (bootstrap, "/artikel-{id}-{slug}.html"),
    "flat": (flat, "/berita/{slug}"),
    "table": (rows_of_a_table, "/berita.php?id={id}"),
    "blogger": (blogger, "/2026/11/{slug}.html"),
    "wordpress": (wordpress, "/{slug}/"),
    "disway": (disway, "/read/{id}/{slug}"),
    "numbered": (numbered, "/detail/{id}"),
    "front page": (front_page, "/{slug}-{id}"),
}
"""Themes by name: how a page of it is written, and what its articles' addresses look like."""
