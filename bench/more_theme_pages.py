"""More shapes of Indonesian news pages: photo pages, endless scrolling, AMP, page builders, generated class names."""

# Markup of whole pages: breaking its lines would change what is measured.
# ruff: noqa: E501

from __future__ import annotations

import re
from typing import Final

from bench.theme_pages import ADVERT, THEMES, YOUTUBE, also, between, broken, credit_lines, figure, json_ld
from bench.themes import Story, comments, crumbs, footer, menu, page, share, tags, teasers, titles, words

TWEET: Final = (
    '<blockquote class="twitter-tweet"><p>Jalan sudah dibuka kembali sejak pagi.</p>&mdash; Dinas (@dinas) '
    '<a href="https://twitter.com/dinas/status/1">23 November 2026</a></blockquote>'
)


def photo_page(story: Story) -> str:
    """A photo page: pictures with a caption each, few words."""
    pictures = "".join(
        f'<div class="foto-item">{figure(story, "foto")}<div class="no">{n}/3</div></div>' for n in (1, 2, 3)
    )
    text = "".join(story.html(0, 3))
    rest = "".join(story.html(3))
    return page(
        story,
        f"""{menu("div", "nav")}<div class="foto-page"><h1>{words(story.title)}</h1><div class="penulis">Foto: {words(story.editor)}</div>
<div class="slider">{pictures}</div><div class="foto-text">{text}{rest}</div>{share()}<div class="foto-lain"><h3>Foto Lainnya</h3>
{teasers(story, 8, css="grid-foto", excerpts=False)}</div></div>{footer()}""",
    )


def kompas(story: Story) -> str:
    """A Kompas page: adverts and videos in the text, a line about its channel, long comments."""
    channel = (
        '<div class="kompasidRec"></div><div class="fb-quote"></div><p><i>Dapatkan update <strong>berita pilihan</strong> setiap hari '
        'dari Kabar Siger. Mari bergabung di Grup Telegram "Kabar Update", caranya klik tautan lalu bergabung.</i></p>'
    )
    body = between(story.html(), also(story, 1), f'<div class="ads-on-body">{ADVERT}</div>', also(story, 4))
    return page(
        story,
        f"""<div class="wrap">{menu()}<div class="container">{crumbs(story)}<h1 class="read__title">{words(story.title)}</h1>
<div class="read__header"><div class="read__time">Kabar.com - 23/11/2026, 10:00 WIB</div></div>
<div class="credit"><div class="credit-title"><div class="credit-title-name">{words(story.editor)}, Indra Kesuma</div>
<p>Tim Redaksi</p></div></div><div class="photo"><img src="/g.jpg"><div class="photo__caption">{words(story.caption)}
<span>({words(story.photo_credit)})</span></div></div>{share("social--inline")}
<div class="read__content"><div class="clearfix">{body}{channel}</div></div>{tags(story, "tag tag--article")}
<div class="read__related"><h3>Terkini Lainnya</h3>{teasers(story, 8, at=2, css="article__list")}</div>{comments(story, 8, "comment__wrap")}
</div></div>{footer()}""",
    )


def antara(story: Story) -> str:
    """An ANTARA bureau: paragraphs ended by breaks, credits and copyright in the text, a list of what readers also read."""
    reads = (
        '<br /><span class="baca-juga"><b>Baca juga: <a href="/b">'
        + words(story.other(2)[0])
        + "</a></b></span><br /><br />"
    )
    half = max(1, len(story.blocks) // 2)
    names = f"Pewarta : {words(story.editor)}<br />Editor: Indra Kesuma<br />COPYRIGHT &copy; ANTARA 2026"
    return page(
        story,
        f"""<div id="wrapper">{menu("div", "navbar")}<section id="content"><div class="container"><div class="row"><div class="col-md-8">
<article class="post-wrapper"><header class="post-header"><h1 class="post-title">{words(story.title)}</h1><p class="simple-share">
<span>Senin, 23 November 2026 10:00 WIB</span></p></header>{figure(story, "image-overlay")}
<div class="post-content clearfix">{broken(story, 0, half, "<br /><br />")}<br />{reads}{broken(story, half, None, "<br /><br />")}
<br /><br /><p class="text-muted small mt10">{names}</p></div><footer class="post-meta">{tags(story, "tags-widget")}
{share("share-social")}</footer></article><section class="related-posts"><h3>Berita Terkait</h3>{teasers(story, 4, css="related")}
</section></div><aside class="col-md-4"><h3>Terpopuler</h3>{teasers(story, 5, at=3, css="simple-post")}</aside></div></div></section>
</div>{footer()}""",
    )


def hashed(story: Story) -> str:
    """A page drawn by a framework: generated class names, <div> everywhere, its text also in JSON-LD."""
    body = "".join(f'<div class="css-{n:x}9k2p">{block}</div>' for n, block in enumerate(story.html()))
    cards = "".join(
        f'<div class="css-1x7{n}"><div class="css-77a"><a href="/b"><div class="css-9f">{words(story.other(n)[0])}</div></a>'
        f'<div class="css-3c"><p>{words(story.other(n)[1])}</p></div></div></div>'
        for n in range(8)
    )
    return page(
        story,
        f"""<div id="__next"><div class="css-1abc">{menu("div", "css-0m")}</div><div class="css-2def"><div class="css-8aa">
<h1 class="css-h1">{words(story.title)}</h1><div class="css-by">{words(story.editor)}</div><div class="css-img"><img src="/g.jpg">
<div class="css-cap">{words(story.caption)}</div></div><div class="css-body">{body}</div><div class="css-tags"><a href="/t">lampung</a>
<a href="/t">pasar</a></div></div><div class="css-5fe">{cards}</div></div><div class="css-foot"><p>Kabar Siger, media siber dari Lampung
yang menyajikan kabar dari lima belas kabupaten dan kota setiap hari.</p></div></div>""",
        head=json_ld(story, body=len(story.blocks) % 2 == 0),
    )


def liputan(story: Story) -> str:
    """A page in numbered parts with headings of their own, collections of links between paragraphs."""
    collection = (
        f'<div class="baca-juga-collections"><p class="baca-juga__title">Baca Juga</p><ul class="baca-juga-collections__list">'
        f'<li class="baca-juga-collections__item"><a href="/b">{words(story.other(1)[0])}</a></li>'
        f'<li class="baca-juga-collections__item"><a href="/b">{words(story.other(2)[0])}</a></li></ul></div>'
    )
    blocks = story.html()
    half = max(1, len(blocks) // 2)
    first = between(blocks[:half], collection, '<p class="baca-juga">Advertisement</p>')
    return page(
        story,
        f"""{menu("div", "navbar--menu")}<div class="container-main"><article class="read-page--wrapper hentry main"><header>
<h1 class="read-page--header--title">{words(story.title)}</h1><p class="read-page--header--author">{words(story.editor)}
<time>Diperbarui 23 Nov 2026, 10:00 WIB</time></p></header>{share("read-page--social-share")}
<div class="read-page--top-media">{figure(story, "read-page--photo-gallery--item")}</div><div class="article-content-body">
<div class="article-content-body__item-page" data-page="1"><div class="article-content-body__item-content">{first}</div></div>
<div class="article-content-body__item-page" data-page="2"><div class="article-content-body__item-media">{YOUTUBE}</div>
<div class="article-content-body__item-content">{"".join(blocks[half:])}</div></div></div>{tags(story, "tags--snippet")}
<ul class="read-page--related"><h4>Lanjutkan Membaca</h4>{teasers(story, 5, at=2, css="articles--rows--item")}</ul></article>
<aside class="sidebar">{teasers(story, 8, at=3, css="articles--numbered-list--item", excerpts=False)}</aside></div>{footer()}""",
    )


def amp(story: Story) -> str:
    """An AMP page."""
    body = between(
        story.html(),
        '<amp-ad width="300" height="250" type="doubleclick"></amp-ad>',
        f'<section class="amp-related"><strong>Baca Juga</strong>{teasers(story, 2, excerpts=False, css="amp-rel")}</section>',
    )
    return page(
        story,
        f"""<amp-sidebar id="sb">{menu("div", "amp-menu")}</amp-sidebar><header class="amp-header"><a href="/">Kabar Siger</a></header>
<main class="amp-wp-article"><h1 class="amp-wp-title">{words(story.title)}</h1><div class="amp-wp-meta">oleh {words(story.editor)}</div>
<figure class="amp-wp-article-featured-image"><amp-img src="/g.jpg" width="600" height="400"></amp-img><figcaption>
{words(story.caption)}</figcaption></figure><div class="amp-wp-article-content">{body}{credit_lines(story)}</div>
<div class="amp-wp-tax-tag">Tags: <a href="/t">lampung</a></div></main>{titles(story, 6, css="amp-list")}{footer()}""",
    )


def cards(story: Story) -> str:
    """A small outlet's Bootstrap page: the article in a card like every other box of the page."""
    boxes = "".join(
        f'<div class="card mb-3"><div class="card-body"><h5 class="card-title">{words(story.other(n)[0])}</h5>'
        f'<p class="card-text">{words(story.other(n)[1])}...</p><a href="/b" class="btn">Selengkapnya</a></div></div>'
        for n in range(9)
    )
    return page(
        story,
        f"""{menu("div", "navbar")}<div class="container"><div class="row"><div class="col-md-8"><div class="card"><img src="/g.jpg">
<div class="card-body"><h3 class="card-title">{words(story.title)}</h3><small>Oleh {words(story.editor)}, 23 Nov 2026</small>
<div class="card-text">{"".join(story.html())}{credit_lines(story)}</div></div></div>{titles(story, 3, heading="Baca Juga")}</div>
<div class="col-md-4">{boxes}</div></div></div>{footer()}""",
    )


def justified(story: Story) -> str:
    """A government office's page: each paragraph a <div> or <span> of its own, no <p> at all."""
    inner = [re.sub(r"^<p>(.*)</p>$", r"\1", block, flags=re.DOTALL) for block in story.html()]
    body = "".join(
        f'<div style="text-align: justify;">{text}</div><div style="text-align: justify;">&nbsp;</div>'
        for text in inner
    )
    return page(
        story,
        f"""<div class="body"><div class="container">{menu("div", "navigation")}<div class="row-fluid"><div id="content" class="span9">
<div class="item-page"><div class="page-header"><h2>{words(story.title)}</h2></div><dl class="article-info muted"><dt>Rincian</dt>
<dd>Kategori: <a href="/k">Berita</a></dd><dd>Dilihat: 122</dd></dl><div itemprop="articleBody">{body}</div>
<ul class="pager pagenav"><li class="previous"><a href="/p">Sebelumnya</a></li><li class="next"><a href="/n">Selanjutnya</a></li></ul>
</div></div><div class="span3"><div class="well"><h3>Pengumuman</h3>{teasers(story, 5, css="mod", tag="div")}</div></div></div></div></div>
{footer()}""",
    )


def endless(story: Story) -> str:
    """A page that goes on with the next article, whole, below the first."""
    following = "".join(f"<p>{words(story.other(n)[1])} {words(story.other(n + 1)[1])}.</p>" for n in range(5))
    return page(
        story,
        f"""{menu()}<div class="elementor"><div class="article-wrap"><article class="post-1 post"><h1 class="entry-title">{words(story.title)}
</h1>{share()}<div class="elementor-widget-theme-post-content"><div class="elementor-widget-container">
{between(story.html(), also(story, 1, "div"), TWEET)}{credit_lines(story)}</div></div>{tags(story)}</article></div>
<div class="next-article"><article class="post-2 post"><h2 class="entry-title">{words(story.other(0)[0])}</h2>
<div class="elementor-widget-theme-post-content"><div class="elementor-widget-container">{following}</div></div></article></div></div>
{footer()}""",
    )


def suara(story: Story) -> str:
    """A Suara-like page: the name of the outlet in bold before the text, boxes of links between paragraphs."""
    blocks = story.html()
    blocks[0] = blocks[0].replace("<p>", "<p><strong>Kabarsiger.id - </strong>", 1)
    box = f'<div class="baca-juga-new"><p>Baca Juga:</p><ul><li><a href="/b">{words(story.other(0)[0])}</a></li></ul></div>'
    return page(
        story,
        f"""<div class="wrap">{menu("div", "main-nav")}<div class="base-content"><div class="content"><article class="detail-article">
{crumbs(story)}<div class="info"><h1>{words(story.title)}</h1><div class="writer"><span>{words(story.editor)}</span></div></div>
<div class="img-cover"><img src="/g.jpg"><div class="caption">{words(story.caption)}</div></div>{share("share-baru-header")}
<div class="detail-content"><article class="content-article">{between(blocks, box, ADVERT, box)}</article></div>
<div class="tag-header">Tag</div>{tags(story, "list-tag")}</article><div class="terkait"><h4>Terkait</h4>
{teasers(story, 4, css="item")}</div></div><aside class="sidebar">{teasers(story, 9, at=2, css="item")}</aside></div></div>{footer()}""",
    )


THEMES.update(
    {
        theme.__name__: theme
        for theme in (photo_page, kompas, antara, hashed, liputan, amp, cards, justified, endless, suara)
    }
)
