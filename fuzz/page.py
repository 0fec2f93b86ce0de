"""Article pages: `python -m fuzz.page -max_total_time=180`."""

from __future__ import annotations

from datetime import UTC, datetime

import atheris

with atheris.instrument_imports(include=["lampungtui"]):
    from lampungtui.extract.page import read_page
    from lampungtui.foreign import Address

from fuzz.watching import fuzz

TEXT = "Pemerintah kota menata ulang pasar di tepi kali mulai pekan depan, kata kepala dinas di kantornya."
SEEDS = [
    f"<!DOCTYPE html><html><head><title>Pasar - Kabar</title></head><body><h1>Pasar</h1><article><p>METRO (Kabar): {TEXT}</p>"
    f"<p>{TEXT}</p><p>Editor: Rina Sari</p></article></body></html>",
    f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "A", "author": {{"name": "Rina"}}}}</script><p>{TEXT}',
    f'<figure><img src="/x.jpg" alt="x"><figcaption>Foto: Rina</figcaption></figure><p>{TEXT}</p><ul><li>{TEXT}</ul>',
    f"<table><tr><th>A<tr><td>{TEXT}</table><blockquote><p>{TEXT}</p></blockquote><pre>{TEXT}</pre>",
    f'<meta property="og:title" content="A"><meta name="author" content="Rina"><time datetime="2026-11-23">x</time><p>{TEXT}',
    f'<p>{TEXT}</p><a rel="next" href="?page=2">2</a><iframe src="https://www.youtube.com/embed/x"></iframe>',
]
WORDS = [
    "<p>", "<div>", "</div>", "<table>", "<td>", "<ul><li>", "<blockquote>", "<figure>", "<img src=", "<a href=", "javascript:", "Editor: ",
    "Penulis: ", "(***)", "Baca juga", "METRO (Kabar): ", "<br>", "&#27;", "&shy;", "<svg>", "<math>", "<template>", "<ruby><rt>", "hidden",
]  # fmt: skip
FETCHED = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


def read(document: bytes) -> object:
    """The document as an article's page."""
    url = Address("https://kabar.example/2026/11/a")
    return read_page(document, content_type="text/html", url=url, outlet=None, fetched_at=FETCHED)


if __name__ == "__main__":
    fuzz("page", read, [seed.encode() for seed in SEEDS], WORDS)
