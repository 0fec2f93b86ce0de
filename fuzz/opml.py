"""Lists of feeds: `python -m fuzz.opml -max_total_time=180`."""

from __future__ import annotations

import atheris

with atheris.instrument_imports(include=["lampungtui"]):
    from lampungtui.feeds.opml import read_opml

from fuzz.watching import fuzz

SEEDS = [
    '<?xml version="1.0"?><opml version="2.0"><body><outline text="Map"><outline text="A" type="rss" '
    'xmlUrl="https://a.example/f" htmlUrl="https://a.example/"/></outline></body></opml>',
    "<opml><body><outline title='A & B' xmlUrl='http://a.example/?x=1&y=2'><outline xmlUrl=\"feed://b.example\"/></opml>",
    'https://a.example/f map "~Judul"\n# catatan\nexec:touch x\n"query:a:b"\n',
    '<opml><outline text="A" isComment="true" xmlUrl="file:///x"/><!-- <outline xmlUrl="https://c.example/"/> --></opml>',
]
WORDS = [
    "<outline", "xmlUrl=", "htmlUrl=", "text=", "title=", "type=", "</outline>", "<!--", "-->", "<![CDATA[", "<!ENTITY", "&amp;", "&#27;",
    "exec:", "filter:", "query:", "|", "feed://", "https://", "isComment=", "include", ".opml", "lampungtui:kind=", "category=", "'", "\"",
]  # fmt: skip


if __name__ == "__main__":
    fuzz("opml", read_opml, [seed.encode() for seed in SEEDS], WORDS)
