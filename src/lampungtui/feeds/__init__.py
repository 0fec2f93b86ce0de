"""Feeds: bytes in, entries out. Pure; runs in the workshop."""

from lampungtui.feeds.reading import read_feed

__all__ = ["read_feed"]
