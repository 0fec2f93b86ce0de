"""The pure parts of the client, by property: bodies decoded however they arrive, addresses judged, headers read."""

from __future__ import annotations

import gzip
import ipaddress
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from lampungtui.fetch import Trouble, Unfetched, origin_of
from lampungtui.fetch.decoding import Decoder
from lampungtui.fetch.headers import caching, date, validators
from lampungtui.fetch.private import is_public

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
LIMIT = 100_000

bodies = st.one_of(
    st.binary(max_size=400),
    st.builds(bytes.__mul__, st.binary(min_size=1, max_size=20), st.integers(1, LIMIT // 20)),
)
server_clocks = st.integers(6 * 10**8, 38 * 10**8).map(lambda at: datetime.fromtimestamp(at, UTC))
encodings = st.sampled_from(["identity", "gzip", "deflate", "zstd"])


def pressed(encoding: str, body: bytes) -> bytes:
    match encoding:
        case "gzip":
            return gzip.compress(body)
        case "deflate":
            return zlib.compress(body)
        case "zstd":
            return zstandard.compress(body)
    return body


def decoded(encoding: str | None, wire: bytes, sizes: list[int], limit: int = LIMIT) -> bytes:
    """The body when the wire hands it over in pieces of these sizes, then the rest."""
    decoder = Decoder(encoding, limit)
    at = 0
    for size in sizes:
        decoder.feed(wire[at : at + size])
        at += size
    decoder.feed(wire[at:])
    return decoder.finish()


pieces = st.lists(st.integers(0, 200), max_size=20)


@settings(deadline=None)
@given(encodings, bodies, pieces)
def test_a_body_is_the_same_in_whatever_pieces_it_arrives(encoding: str, body: bytes, sizes: list[int]) -> None:
    assert decoded(encoding, pressed(encoding, body), sizes) == body


@settings(deadline=None)
@given(encodings, bodies, pieces)
def test_a_body_is_refused_exactly_where_it_passes_the_limit(encoding: str, body: bytes, sizes: list[int]) -> None:
    wire = pressed(encoding, body)
    assert decoded(encoding, wire, sizes, limit=len(body)) == body
    if body:
        with pytest.raises(Unfetched) as caught:
            decoded(encoding, wire, sizes, limit=len(body) - 1)
        assert caught.value.kind is Trouble.TOO_BIG


@settings(deadline=None)
@given(st.sampled_from(["gzip", "deflate", "zstd"]), bodies, st.data())
def test_a_compressed_body_cut_anywhere_is_never_taken_for_a_shorter_one(
    encoding: str, body: bytes, data: st.DataObject
) -> None:
    wire = pressed(encoding, body)
    with pytest.raises(Unfetched) as caught:
        decoded(encoding, wire[: data.draw(st.integers(0, len(wire) - 1))], [])
    assert caught.value.kind is Trouble.CUT_SHORT


@settings(deadline=None)
@given(st.sampled_from(["gzip", "deflate", "x-gzip", "zstd"]), st.binary(max_size=300), pieces)
def test_noise_under_a_compressed_name_is_an_error_of_ours(encoding: str, noise: bytes, sizes: list[int]) -> None:
    try:
        decoded(encoding, noise, sizes)
    except Unfetched as failure:
        assert failure.kind in (Trouble.BAD_ENCODING, Trouble.CUT_SHORT, Trouble.TOO_BIG)


# ------------------------------------------------------------------------ addresses


PRIVATE = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "224.0.0.0/4",
    "240.0.0.0/4",
    "::1/128",
    "::/128",
    "fc00::/7",
    "fe80::/10",
    "ff00::/8",
    "64:ff9b::/96",
    "64:ff9b:1::/48",
    "2002::/16",
    "2001::/32",
    "2001:db8::/32",
    "192.0.0.0/24",
    "192.88.99.0/24",
    "3fff::/20",
    "5f00::/16",
]


@settings(deadline=None)
@given(st.sampled_from(PRIVATE), st.data())
def test_no_address_of_a_private_range_is_public(network: str, data: st.DataObject) -> None:
    inside = ipaddress.ip_network(network)
    ip = inside[data.draw(st.integers(0, inside.num_addresses - 1))]
    assert not is_public(str(ip))
    assert not is_public(f"{ip}%eth0")
    if isinstance(ip, ipaddress.IPv4Address):
        assert not is_public(f"::ffff:{ip}")


@pytest.mark.parametrize("address", ["8.8.8.8", "103.28.12.1", "2606:4700::1111", "::ffff:8.8.8.8", "2404:8000::1"])
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_what_is_no_address_is_not_public(text: str) -> None:
    try:
        ipaddress.ip_address(text.split("%", 1)[0])
    except ValueError:
        assert not is_public(text)


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://lampungpro.co/berita/1?hal=2", "https://lampungpro.co"),
        ("http://127.0.0.1:8080/umpan", "http://127.0.0.1:8080"),
        ("http://[::1]:8080/", "http://[::1]:8080"),
    ],
)
def test_an_origin_is_scheme_host_and_port(url: str, origin: str) -> None:
    assert origin_of(url) == origin


# ------------------------------------------------------------------------ headers


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["cache-control", "expires", "date", "retry-after"]), st.text(max_size=60)))
def test_headers_of_any_text_are_read(headers: dict[str, str]) -> None:
    waiting = caching(headers, NOON)
    assert waiting.max_age_seconds is None or waiting.max_age_seconds >= 0
    assert waiting.expires_at is None or waiting.expires_at > NOON
    assert waiting.retry_after_seconds is None or waiting.retry_after_seconds >= 0


@pytest.mark.parametrize(
    ("control", "seconds"),
    [
        ("max-age=900", 900),
        ("public, MAX-AGE = 900", 900),
        ('max-age="900"', 900),
        ("s-maxage=900", None),
        ("no-store, max-age=900", None),
        ("max-age=-1", None),
        ("max-age=sejam", None),
        ("", None),
    ],
)
def test_how_long_a_cache_may_keep_a_feed(control: str, seconds: int | None) -> None:
    assert caching({"cache-control": control}, NOON).max_age_seconds == seconds


@settings(deadline=None)
@given(
    server_clocks,
    st.timedeltas(max_value=timedelta()),
)
def test_a_document_that_expired_already_asks_for_no_wait(server_now: datetime, before: timedelta) -> None:
    past = server_now + max(before, timedelta(days=-7_000))
    headers = {"date": format_datetime(server_now, usegmt=True), "expires": format_datetime(past, usegmt=True)}
    assert caching(headers, NOON).expires_at is None


@settings(deadline=None)
@given(server_clocks, st.integers(1, 10**8))
def test_dates_count_against_the_servers_own_clock(server_now: datetime, ahead: int) -> None:
    later = format_datetime(server_now + timedelta(seconds=ahead), usegmt=True)
    headers = {"date": format_datetime(server_now, usegmt=True), "expires": later, "retry-after": later}
    waiting = caching(headers, NOON)
    assert waiting.expires_at == NOON + timedelta(seconds=ahead)
    assert waiting.retry_after_seconds == ahead


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120),
        (" 120 ", 120),
        ("0", 0),
        ("-5", None),
        ("1.5", None),
        ("٣٠", None),
        ("9" * 400, None),
        ("Mon, 23 Nov 2026 05:02:00 GMT", 120),
        ("Mon, 23 Nov 2026 04:00:00 GMT", 0),
        ("Senin depan", None),
    ],
)
def test_how_long_to_stay_away(text: str, seconds: int | None) -> None:
    assert caching({"retry-after": text}, NOON).retry_after_seconds == seconds


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Mon, 23 Nov 2026 05:00:00 GMT", NOON),
        ("Monday, 23-Nov-26 05:00:00 GMT", NOON),
        ("Mon, 23 Nov 2026 12:00:00 +0700", NOON),
        ("Mon, 23 Nov 2026 05:00:00", NOON),
        ("Mon, 99 Nov 2026 05:00:00 GMT", None),
        ("besok", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_of_headers(text: str | None, at: datetime | None) -> None:
    assert date(text) == at


@settings(deadline=None)
@given(st.text(max_size=2_000), st.text(max_size=2_000))
def test_validators_are_kept_as_they_are_or_not_at_all(etag: str, modified: str) -> None:
    kept = validators({"etag": etag, "last-modified": modified})
    assert kept.etag in (etag or None, None)
    assert kept.last_modified in (modified or None, None)
    assert validators({}).etag is None
    if 0 < len(etag) <= 1_000 and etag.isascii() and etag.isprintable():
        assert kept.etag == etag
