"""Article pages of the publishing systems that many outlets share. All of them show what does not belong to the
article."""

from __future__ import annotations

from string import Template

WORDPRESS = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="UTF-8"><title>$title - $outlet</title>
<link rel="alternate" type="application/rss+xml" title="$outlet &raquo; Feed" href="${home}feed/">
<link rel="canonical" href="$url">
<meta property="og:title" content="$title"><meta property="og:image" content="$picture">
<meta property="article:published_time" content="2026-11-19T12:40:00+00:00">
<meta property="article:section" content="$label">
</head><body class="post-template-default single single-post">
<header class="site-header"><nav class="main-navigation"><ul class="menu"><li>
<a href="${home}category/daerah/">Daerah</a></li>
<li><a href="${home}category/ekonomi/">Ekonomi</a></li></ul></nav></header>
<div id="content" class="gmr-content"><main class="site-main-single">
<article class="post type-post status-publish format-standard has-post-thumbnail hentry"><header class="entry-header">
<div class="breadcrumbs"><a href="$home">Beranda</a> / <a href="${home}category/daerah/">$label</a></div>
<h1 class="entry-title">$title</h1>
<div class="gmr-metacontent-single"><span class="byline">Redaksi</span><span class="posted-on">
<time class="entry-date published" datetime="2026-11-19T19:40:00+07:00">Kamis, 19 November 2026</time></span></div>
<div class="gmr-social-share"><ul><li><a href="https://www.facebook.com/sharer.php?u=x">Share</a></li><li>
<a href="#">Tweet</a></li></ul></div>
</header>
<figure class="post-thumbnail"><img src="$picture" alt="">
<figcaption class="wp-caption-text">Bibit siap tanam.</figcaption></figure>
<div class="entry-content entry-content-single">
<p>$dateline$one</p>
<p>$two</p>
<div class="gmr-related-insidepost"><p>
<strong>Baca Juga:</strong> <a href="${home}pupuk-kandang-gratis/">Pupuk Kandang Gratis</a></p></div>
<p>$three</p>
<div class="ads"><ins class="adsbygoogle" data-ad-client="ca-pub-1"></ins></div>
<p>ADVERTISEMENT</p>
<p>$four$ending</p>
$below
<div class="sharedaddy"><h3 class="sd-title">Bagikan ini:</h3><ul><li><a href="$url?share=facebook">Facebook</a></li>
</ul></div>
</div>
<footer class="entry-footer"><span class="tags-links"><a href="${home}tag/pala/" rel="tag">pala</a></span></footer>
<div class="gmr-related-post"><h3 class="related-title">Berita Terkait</h3><ul><li>
<a href="${home}kebun-pala/">Kebun pala dibuka</a>
<p>Kebun pala seluas dua hektare di tepi kota kini dibuka bagi pelajar yang ingin belajar menyemai sendiri.</p></li>
</ul></div>
<div id="comments" class="comments-area"><div id="respond"><h3>Tinggalkan Balasan</h3><p>Alamat email Anda tidak akan
dipublikasikan. Ruas yang wajib ditandai.</p></div></div>
</article></main>
<aside class="widget-area"><h3 class="widget-title">Terpopuler</h3>
<p>Lima kabar yang paling banyak dibaca dalam sepekan ini.</p></aside></div>
<footer class="site-footer"><p>Copyright © 2026 $outlet. Seluruh isi laman ini dilindungi undang-undang hak cipta.</p>
</footer>
</body></html>
""")
"""The themes of most local papers: rubric and hour in the head, the account instead of the writer."""

TAGDIV = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="UTF-8"><title>$title - $outlet</title>
<link rel="canonical" href="$url"><meta property="og:image" content="$picture">
</head><body class="post-template-default single td-standard-pack">
<div class="td-header-wrap"><ul id="menu"><li><a href="${home}category/daerah/">Daerah</a></li></ul></div>
<article class="post type-post"><div class="td-post-header"><ul class="td-category">
<li class="entry-category">$label</li></ul>
<header class="td-post-title"><h1 class="entry-title">$title</h1><div class="td-module-meta-info">
<div class="td-post-author-name"><div class="td-author-by">By</div> <a href="${home}author/ratna/">$writer</a>
<div class="td-author-line"> - </div></div>
<span class="td-post-date">
<time class="entry-date updated td-module-date" datetime="2026-11-19T19:40:00+07:00">November 19, 2026</time></span>
<div class="td-post-views"><i class="td-icon-views"></i>89</div></div></header></div>
<div class="td-post-sharing-top"><a href="#">Facebook</a> <a href="#">WhatsApp</a></div>
<div class="td-post-content tagdiv-type">
<div class="td-post-featured-image"><a href="$picture"><img class="entry-thumb" src="$picture" alt=""></a></div>
<p>$dateline$one</p>
<p>$two</p>
<div class="td-a-rec td-a-rec-id-content_inline"><ins class="adsbygoogle"></ins></div>
<p><strong>Baca: <a href="${home}pupuk-kandang-gratis/">Pupuk Kandang Gratis</a></strong></p>
<p>$three</p>
<p>$four$ending</p>
$below
<p>Tags: <a href="${home}tag/pala/">pala</a></p>
<p>BERBAGI</p>
</div>
<footer><div class="td-post-sharing-bottom">Share</div><div class="td_block_related_posts"><h4>RELATED ARTICLES</h4>
<h3 class="entry-title td-module-title"><a href="${home}kebun-pala/">Kebun pala dibuka</a></h3></div></footer></article>
<div class="comments" id="comments"><div class="comment-respond"><h3>LEAVE A REPLY</h3></div></div>
<div class="td-ss-main-sidebar"><h4>Terpopuler</h4><p>Lima kabar yang paling banyak dibaca orang dalam sepekan ini.</p>
</div>
</body></html>
""")

JNEWS = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="UTF-8"><title>$title - Lampost.co</title><link rel="canonical" href="$url">
<link rel="https://api.w.org/" href="${home}wp-json/"><meta property="og:image" content="$picture">
<meta property="article:published_time" content="2026-11-19T12:40:00+00:00"></head>
<body class="post-template-default single jeg_toggle_light jnews"><div class="jeg_viewport">
<div class="jeg_header"><ul class="jeg_menu"><li><a href="${home}kategori/lampung/">Lampung</a></li></ul></div>
<div class="jeg_main_content col-md-8"><div class="entry-header"><h1 class="jeg_post_title">$title</h1>
<div class="jeg_meta_container"><div class="jeg_meta_author">
<span class="meta_text">by</span> <a href="${home}author/d/">$editor</a></div>
<div class="jeg_meta_date"><a href="$url">19/11/26 - 19:40</a></div>
<div class="jeg_meta_category"><span>in <a href="${home}kategori/lampung/" rel="category tag">$label</a></span></div>
</div></div>
<div class="jeg_featured featured_image"><img src="$picture" alt="">
<p class="wp-caption-text">Bibit siap tanam. (Foto: Dok. warga)</p></div>
<div class="jeg_share_top_container"><a href="#">Share on Facebook</a></div>
<div class="entry-content no-share"><div class="content-inner ">
<div class="jeg_ad jeg_ad_article"><div class="ads-text">ADVERTISEMENT</div></div>
<p>$dateline$one</p>
<p>$two</p>
<div class="jnews_inline_related_post_wrapper"><div class="jeg_postblock"><h3>Berita Terkait</h3>
<article class="jeg_post">
<h3 class="jeg_post_title"><a href="${home}lampung/kebun-pala/">Kebun Pala Dibuka</a></h3></article></div></div>
<p>$three</p>
<p><strong>Baca Juga:</strong> <a href="${home}lampung/pupuk-kandang/">Pupuk Kandang Gratis</a></p>
<p>$four$ending</p>
$below
<div class="jeg_post_tags"><span>Tags:</span> <a href="${home}tag/pala/" rel="tag">pala</a></div>
</div></div>
<div class="jnews_comment_container"><div id="respond"><h3>Tinggalkan Balasan</h3></div></div></div>
<div class="jeg_sidebar col-md-4"><h3>Terpopuler</h3><h3 class="jeg_post_title"><a href="${home}x/">Berita lain</a>
</h3></div>
</div></body></html>
""")

DISWAY = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title</title><link rel="canonical" href="$url">
<meta property="og:title" content="$title"><meta property="og:image" content="$picture"></head>
<body><nav class="navbar"><ul><li><a href="${home}kategori/458/lampung-raya">Lampung Raya</a></li></ul></nav>
<div class="container"><div class="col-md-8"><div class="post-detail"><h1 class="post-title">$title</h1>
<div class="post-meta"><span class="post-date">Kamis 19-11-2026,19:40 WIB</span></div>
<div class="share-box"><a href="#">Facebook</a><a href="#">WhatsApp</a></div>
<figure class="post-image"><img src="$picture" alt=""><figcaption>Bibit siap tanam.-Foto ist-</figcaption></figure>
<div class="post-content" itemprop="articleBody">
<p>$dateline$one</p>
<p>$two</p>
<p><strong>BACA JUGA: <a href="${home}read/700001/pupuk-kandang-gratis">Pupuk Kandang Gratis</a></strong></p>
<div class="ads-mid"><p>Advertisement</p></div>
<p>$three</p>
<p>BACA JUGA  <a href="${home}read/700002/kebun-pala">Kebun Pala Dibuka</a></p>
<p>$four$ending</p>
$below
</div>
<div class="pagination"><a class="active" href="$url">1</a><a href="$url/15">2</a><a href="$url/15">Selanjutnya</a></div>
<div class="post-tags"><h5>Tag</h5><a href="${home}tag/pala">pala</a></div>
<div class="cek-berita"><p>Cek Berita dan Artikel yang lain di Google News</p></div></div></div>
<aside class="col-md-4"><h4>Terpopuler</h4><a class="post-title" href="${home}read/1/x">Berita lain</a></aside></div>
<footer><p>Copyright 2026 Disway Network, seluruh hak cipta dilindungi undang-undang.</p></footer></body></html>
""")

VARIENT = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title - $outlet</title><link rel="canonical" href="$url">
<meta property="og:title" content="$title"/><meta property="og:image" content="$picture"/>
<meta property="article:published_time" content="2026-11-19 19:40:00"/><meta property="article:tag" content="pala"/>
</head>
<body><nav><a href="${home}category/daerah">Daerah</a><a href="${home}rss-feeds">RSS Feeds</a></nav>
<section class="section"><div class="post-content"><h1 class="title">$title</h1>
<div class="post-details-meta"><ul><li><a href="${home}profile/ratna-puspitasari">$writer</a></li>
<li>Kamis, 19 November 2026 | 19:40 WIB</li></ul></div>
<div class="post-share"><a href="#">Facebook</a><a href="#">Twitter</a></div>
<div class="post-image"><img src="$picture" alt=""><p>Bibit siap tanam./Ist</p></div>
<div class="post-text mt-30">
<p>$dateline$one</p>
<p>$two</p>
<p><strong>Baca juga:</strong> <a href="${home}pupuk-kandang-gratis">Pupuk Kandang Gratis</a></p>
<p>$three</p>
<p>$four$ending</p>
$below
</div>
<div class="post-tags"><a href="${home}tag/pala">pala</a></div>
<div class="next-prev"><a href="${home}kebun-pala">Kebun Pala Dibuka</a></div></div></section>
<div class="related-posts"><h4>Berita Terkait</h4><div class="bussiness-post-item"><h3 class="title">
<a href="${home}x">Berita lain</a></h3></div></div>
<div class="comments"><h4>Komentar</h4><p>Jadilah yang pertama memberi komentar pada berita ini.</p></div></body></html>
""")

NEWS_SITE = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title | $outlet</title><link rel="canonical" href="$url">
<meta property="og:title" content="$title"><meta property="og:image" content="$picture">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[]}</script>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"$title",
"image":{"@type":"ImageObject","url":"$picture"},"datePublished":"2026-11-19T19:40:00+07:00",
"dateModified":"2026-11-19T20:10:00+07:00","articleSection":"$label",
"author":{"@type":"Person","name":"$writer"},"publisher":{"@type":"Organization","name":"$outlet"}}</script>
</head><body>
<header><nav><ul><li><a href="${home}nasional">Nasional</a></li><li><a href="${home}ekonomi">Ekonomi</a></li></ul>
</nav></header>
<main><div class="detail-wrap"><h1>$title</h1>
<div class="detail-info">$byline<span class="tanggal">Kamis, 19/11/2026 19:40 WIB</span></div>
<div class="share-row"><a href="#">Facebook</a><a href="#">X</a><a href="#">Salin Tautan</a></div>
<figure><img src="$picture" alt=""><figcaption>Bibit siap tanam. (Foto: Dok. warga)</figcaption></figure>
<div class="detail-text">
<p>$dateline$one</p>
<p>$two</p>
<p>ADVERTISEMENT<br>SCROLL TO CONTINUE WITH CONTENT</p>
<p>$three</p>
<p>Baca juga: <a href="${home}nasional/pupuk-kandang-gratis">Pupuk Kandang Gratis</a></p>
<p>$four$ending</p>
$below
</div>
<div class="tag-list"><a href="${home}tag/pala">pala</a></div>
<div class="terkait"><h3>Berita Terkait</h3><ul><li>
<a href="${home}nasional/kebun-pala">Kebun pala seluas dua hektare dibuka</a></li></ul></div></div>
</main><aside><h3>Terpopuler</h3><p>Lima kabar yang paling banyak dibaca orang dalam sepekan ini di seluruh negeri.</p>
</aside>
<footer><p>Hak cipta © 2026 $outlet. Seluruh isi laman ini dilindungi undang-undang.</p></footer></body></html>
""")
"""Sites of which no part of the page is known by name: what they say of themselves in JSON-LD, and running text."""

BARE = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title - $outlet</title>
<meta property="og:title" content="$title"><meta property="og:image" content="$picture">
<meta property="article:published_time" content="2026-11-19T19:40:00+07:00"></head>
<body><table class="kepala"><tr><td><a href="$home">Beranda</a></td><td><a href="${home}daerah">Daerah</a></td></tr>
</table>
<div class="kiri"><h1>$title</h1><div class="keterangan">19 Nov 2026 19:40 WIB</div>
<img src="$picture" alt="">
<div class="isi">
<p>$dateline$one</p>
<p>$two</p>
<p>Baca juga:<a href="${home}daerah/pupuk-kandang-gratis">Pupuk Kandang Gratis</a></p>
<p>$three</p>
<p>$four$ending</p>
$below
</div><div class="bagikan"><a href="#">Bagikan</a> <a href="#">Suka</a></div></div>
<div class="kanan"><b>Terpopuler</b><br><a href="${home}daerah/kebun-pala">Kebun pala dibuka</a></div>
<div class="kaki">Hak cipta 2026 $outlet</div></body></html>
""")
"""A system of the outlet's own, without JSON-LD and without a word for its parts."""
