"""Fetching, politely: the only place that speaks HTTP. Importing it loads no HTTP library."""

from lampungtui.fetch.client import Client, origin_of
from lampungtui.fetch.errors import UNREACHED, Trouble, Unfetched
from lampungtui.fetch.outcome import Accept, Caching, Fetched, NotModified, Request, Validators

__all__ = [
    "UNREACHED",
    "Accept",
    "Caching",
    "Client",
    "Fetched",
    "NotModified",
    "Request",
    "Trouble",
    "Unfetched",
    "Validators",
    "origin_of",
]
