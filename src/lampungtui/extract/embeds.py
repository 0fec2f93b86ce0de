"""Videos, posts and maps of other sites in a page: each becomes a named link."""

from __future__ import annotations

from typing import Final

from selectolax.lexbor import LexborNode

from lampungtui.extract.naming import names_of
from lampungtui.foreign import Address, clean_address, clean_line
from lampungtui.model import Embed

_HOSTS: Final = (
    ("youtube", "YouTube"), ("youtu.be", "YouTube"), ("instagram", "Instagram"), ("twitter", "X"), ("x.com", "X"),
    ("facebook", "Facebook"), ("tiktok", "TikTok"), ("dailymotion", "Dailymotion"), ("vimeo", "Vimeo"),
    ("google.com/maps", "Google Maps"), ("spotify", "Spotify"), ("soundcloud", "SoundCloud"),
)  # fmt: skip
_POSTS: Final = (("twitter", "X"), ("instagram", "Instagram"), ("tiktok", "TikTok"))
_SOURCES: Final = ("src", "data-src", "data-lazy-src", "data-litespeed-src", "data-href")
_BY_ID: Final = {
    "amp-youtube": ("data-videoid", "https://www.youtube.com/watch?v={}"),
    "lite-youtube": ("videoid", "https://www.youtube.com/watch?v={}"),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/{}/"),
    "amp-twitter": ("data-tweetid", "https://x.com/i/status/{}"),
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/video/{}"),
}
_NOTHING_TO_SEE: Final = (
    "doubleclick", "googlesyndication", "googletagmanager", "google.com/recaptcha", "adservice", "taboola", "outbrain",
    "mgid", "dable", "facebook.com/plugins/like", "facebook.com/plugins/share", "facebook.com/plugins/page",
    "facebook.com/plugins/comments", "platform.twitter.com/widgets/follow", "about:blank",
)  # fmt: skip

EMBEDDING: Final = frozenset(
    {"iframe", "video", "embed", "amp-iframe", "amp-facebook", "amp-tiktok", "amp-video", "amp-video-iframe", *_BY_ID}
)
"""Tags that bring something of another site into a page."""


def embed_of(node: LexborNode, base: Address | None) -> Embed | None:
    """The link to what an element embeds; None for adverts, counters and what has no address."""
    attributes = node.attributes
    key, form = _BY_ID.get(node.tag or "", ("", ""))
    source = form.format(value) if (value := attributes.get(key)) else ""
    source = source or next((value for name in _SOURCES if (value := attributes.get(name))), "")
    if not source and (inner := node.css_first("source")) is not None:
        source = inner.attributes.get("src") or ""
    address = clean_address(source, base)
    if address is None or any(part in address for part in _NOTHING_TO_SEE):
        return None
    title = clean_line(attributes.get("title") or "")
    place = address.split("?", 1)[0]
    name = next((word for host, word in _HOSTS if host in place), "Video")
    return Embed(address, clean_line(f"{name}: {title}" if title and title != name else name))


def is_embedded_post(node: LexborNode) -> bool:
    """Whether a <blockquote> is a post of another site, which a script there would draw."""
    names = names_of(node)
    return any(name in names for name, _ in _POSTS)


def post_embed(node: LexborNode, base: Address | None) -> Embed | None:
    """The link to an embedded post."""
    names = names_of(node)
    name = next((word for kind, word in _POSTS if kind in names), "X")
    attributes = node.attributes
    links = node.css("a[href]")
    last = links[-1].attributes.get("href") if links else None
    address = clean_address(attributes.get("cite") or attributes.get("data-instgrm-permalink") or last or "", base)
    return Embed(address, clean_line(name)) if address is not None else None
