"""Servers that fail on the wire: silent, slow, endless, cut short, swollen, or not speaking HTTP at all."""

from __future__ import annotations

import asyncio
import functools
import gzip
import socket
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import zstandard
from tests.fetch.conftest import MIB
from tests.fetch.outletserver import NEWS, Asked, OutletServer, answer, fetched, trouble

from lampungtui.fetch import UNREACHED, Client, Request, Trouble
from lampungtui.foreign import clean_address

STORY = b"Warga Metro menanam seribu pohon di tepi bendungan. " * 400


@functools.cache
def zipped(body: bytes) -> bytes:
    """A gzip that does not say when it was made."""
    return gzip.compress(body, mtime=0)


def gzip_of_zeros(size: int) -> bytes:
    """`size` zero bytes, compressed a piece at a time."""
    press = zlib.compressobj(9, wbits=16 + zlib.MAX_WBITS)
    pieces = [press.compress(bytes(MIB)) for _ in range(size // MIB)]
    return b"".join([*pieces, press.flush()])


@contextmanager
def within(limit: int) -> Iterator[None]:
    """Fails where more than `limit` bytes of memory were in use at once."""
    tracemalloc.start()
    try:
        yield
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < limit


# ------------------------------------------------------------------------ nobody there, or nobody talking


async def test_a_port_where_nobody_listens_refuses(client: Client, outlet: OutletServer) -> None:
    request = outlet.ask("/umpan")
    await outlet.stop()
    failure = await trouble(client, request)
    assert (failure.kind, failure.status) == (Trouble.REFUSED, None)
    assert failure.kind in UNREACHED


async def test_a_silent_server_is_given_up(hasty: Client, outlet: OutletServer) -> None:
    never = asyncio.Event()

    async def silent(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await never.wait()

    outlet.serve("/umpan", silent)
    assert (await trouble(hasty, outlet.ask("/umpan"))).kind is Trouble.TIMEOUT


async def test_a_server_that_accepts_and_never_reads_is_given_up(hasty: Client) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        address = clean_address(f"http://127.0.0.1:{deaf.getsockname()[1]}/umpan")
        assert address is not None
        request = Request(address, named_by_reader=True)
        assert (await trouble(hasty, request)).kind is Trouble.TIMEOUT


@pytest.mark.parametrize(
    "start",
    [b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1000000\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Kabar: "],
    ids=["body", "header"],
)
async def test_a_drip_is_given_up_although_bytes_keep_coming(hasty: Client, outlet: OutletServer, start: bytes) -> None:
    hung_up = asyncio.Event()

    async def drip(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        for _ in range(1_000):
            writer.write(b"a")
            await writer.drain()
            # The pace of the drip: nobody sets this event until the client has gone.
            try:
                await asyncio.wait_for(hung_up.wait(), 0.005)
            except TimeoutError:
                continue
            return

    outlet.serve("/umpan", drip)
    outlet.serve("/lain", answer())
    assert (await trouble(hasty, outlet.ask("/umpan"))).kind is Trouble.TIMEOUT
    hung_up.set()
    assert (await fetched(hasty, outlet.ask("/lain"))).body == NEWS


async def test_the_deadline_of_one_does_not_run_while_it_waits_its_turn(hasty: Client, outlet: OutletServer) -> None:
    never = asyncio.Event()

    async def silent(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await never.wait()

    outlet.serve("/diam", silent)
    outlet.serve("/umpan", answer())
    late = [asyncio.create_task(trouble(hasty, outlet.ask("/diam"))) for _ in range(2)]
    last = asyncio.create_task(fetched(hasty, outlet.ask("/umpan")))
    assert [(await each).kind for each in late] == [Trouble.TIMEOUT] * 2
    assert (await last).body == NEWS


# ------------------------------------------------------------------------ cut short


CUT = {
    "no answer": b"",
    "half a header": b"HTTP/1.1 200 OK\r\nContent-Le",
    "half a body": b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + NEWS,
    "half a chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n<rss>",
    "no last chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n",
    "half a gzip": answer(body=zipped(STORY)[:-40], Content_Encoding="gzip"),
    "a gzip without its checksum": answer(body=zipped(STORY)[:-8], Content_Encoding="gzip"),
    "half a deflate": answer(body=zlib.compress(STORY)[:-40], Content_Encoding="deflate"),
}


@pytest.mark.parametrize("wire", CUT.values(), ids=CUT.keys())
async def test_an_answer_that_breaks_off_is_no_document(client: Client, outlet: OutletServer, wire: bytes) -> None:
    outlet.serve("/umpan", wire, answer())
    assert (await trouble(client, outlet.ask("/umpan"))).kind is Trouble.CUT_SHORT
    assert (await fetched(client, outlet.ask("/umpan"))).body == NEWS


async def test_a_reset_connection_is_no_document(client: Client, outlet: OutletServer) -> None:
    async def reset(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<rss>")
        await writer.drain()
        writer.transport.abort()

    outlet.serve("/umpan", reset)
    assert (await trouble(client, outlet.ask("/umpan"))).kind is Trouble.CUT_SHORT


# ------------------------------------------------------------------------ no HTTP


NO_HTTP = {
    "a header without end": b"HTTP/1.1 200 OK\r\nX-Kabar: " + b"a" * 300_000 + b"\r\n\r\n",
    "headers without end": b"HTTP/1.1 200 OK\r\n" + b"X-Kabar: a\r\n" * 30_000 + b"\r\n",
    "a negative length": b"HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\nok",
    "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok",
    "another protocol": b"SSH-2.0-OpenSSH_9.9\r\n\r\n",
    "zeros": bytes(2_000) + b"\r\n\r\n",
    "a chunk of no size": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nbesar\r\n<rss>\r\n0\r\n\r\n",
}


@pytest.mark.parametrize("wire", NO_HTTP.values(), ids=NO_HTTP.keys())
async def test_an_answer_that_is_no_http_is_said_to_be_none(client: Client, outlet: OutletServer, wire: bytes) -> None:
    outlet.serve("/umpan", wire)
    assert (await trouble(client, outlet.ask("/umpan"))).kind is Trouble.BAD_RESPONSE


# ------------------------------------------------------------------------ too big


async def test_a_body_of_just_the_limit_is_taken_and_one_byte_more_is_not(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/pas", answer(body=b"a" * MIB))
    outlet.serve("/lebih", answer(body=b"a" * (MIB + 1)))
    assert len((await fetched(client, outlet.ask("/pas"))).body) == MIB
    failure = await trouble(client, outlet.ask("/lebih"))
    assert failure.kind is Trouble.TOO_BIG
    assert "1 MiB" in str(failure)


@pytest.mark.parametrize("status", [200, 404, 500])
async def test_a_body_without_end_is_not_read_to_its_end(client: Client, outlet: OutletServer, status: int) -> None:
    hung_up = asyncio.Event()

    async def endless(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(f"HTTP/1.1 {status} Kabar\r\n\r\n".encode())
        try:
            while True:
                writer.write(b"<item/>" * 10_000)
                await writer.drain()
        except ConnectionError:
            hung_up.set()

    outlet.serve("/umpan", endless)
    failure = await trouble(client, outlet.ask("/umpan"))
    assert failure.kind is {200: Trouble.TOO_BIG, 404: Trouble.NOT_FOUND, 500: Trouble.SERVER_ERROR}[status]
    await hung_up.wait()


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "GZIP"])
async def test_a_gzip_bomb_is_stopped_at_the_limit(client: Client, outlet: OutletServer, encoding: str) -> None:
    bomb = gzip_of_zeros(128 * MIB)
    assert len(bomb) < MIB
    outlet.serve("/", answer())
    outlet.serve("/umpan", answer(body=bomb, Content_Encoding=encoding))
    await fetched(client, outlet.ask("/"))
    with within(16 * MIB):
        assert (await trouble(client, outlet.ask("/umpan"))).kind is Trouble.TOO_BIG


def zstd_of_zeros(size: int) -> bytes:
    """A frame of blocks of four bytes, each of which becomes 128 KiB: the densest that zstd can say."""
    block = (128 * 1024 << 3 | 1 << 1).to_bytes(3, "little") + b"\0"
    blocks = size // (128 * 1024)
    last = (128 * 1024 << 3 | 1 << 1 | 1).to_bytes(3, "little") + b"\0"
    return b"\x28\xb5\x2f\xfd\x00\x58" + block * (blocks - 1) + last


async def test_a_zstd_bomb_is_stopped_at_the_limit(client: Client, outlet: OutletServer) -> None:
    bomb = zstd_of_zeros(8_192 * MIB)
    assert len(bomb) < MIB
    assert zstandard.ZstdDecompressor().decompressobj().decompress(zstd_of_zeros(MIB)) == bytes(MIB)
    outlet.serve("/", answer(body=zstandard.compress(STORY), Content_Encoding="zstd"))
    outlet.serve("/umpan", answer(body=bomb, Content_Encoding="zstd"))
    await fetched(client, outlet.ask("/"))
    with within(32 * MIB):
        assert (await trouble(client, outlet.ask("/umpan"))).kind is Trouble.TOO_BIG


async def test_a_zstd_body_that_asks_for_a_huge_window_is_refused(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/umpan", answer(body=b"\x28\xb5\x2f\xfd\x00\xb8" + b"\x01\x00\x00", Content_Encoding="zstd"))
    assert (await trouble(client, outlet.ask("/umpan"))).kind is Trouble.BAD_ENCODING


# ------------------------------------------------------------------------ encodings


def encoded() -> Iterator[tuple[str, bytes]]:
    press = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    yield "gzip", zipped(STORY)
    yield "x-gzip", zipped(STORY)
    yield "deflate", zlib.compress(STORY)
    yield "deflate", press.compress(STORY) + press.flush()  # what some servers mean by it
    half = len(STORY) // 2
    yield "gzip", zipped(STORY[:half]) + zipped(STORY[half:])  # of several members
    yield "identity", STORY
    yield " Gzip ", zipped(STORY)
    yield "zstd", zstandard.compress(STORY)
    yield "zstd", zstandard.compress(STORY[:half]) + zstandard.compress(STORY[half:])  # of several frames


@pytest.mark.parametrize(("encoding", "body"), list(encoded()))
async def test_an_encoded_body_is_decoded(client: Client, outlet: OutletServer, encoding: str, body: bytes) -> None:
    outlet.serve("/umpan", answer(body=body, Content_Encoding=encoding))
    got = await fetched(client, outlet.ask("/umpan"))
    assert got.body == STORY
    assert got.received_bytes == len(body)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip, gzip", zipped(zipped(STORY))),
        ("gzip,deflate", zlib.compress(zipped(STORY))),
        ("identity, gzip", zipped(STORY)),
        ("br", b"\x0b\x02\x80kopi\x03"),
        ("aes128gcm", STORY),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
async def test_an_encoding_that_was_not_asked_for_is_refused(
    client: Client, outlet: OutletServer, encoding: str, body: bytes
) -> None:
    outlet.serve("/umpan", answer(body=body, Content_Encoding=encoding))
    assert (await trouble(client, outlet.ask("/umpan"))).kind is Trouble.BAD_ENCODING


async def test_encodings_stacked_over_two_headers_are_refused(client: Client, outlet: OutletServer) -> None:
    bomb = gzip.compress(gzip_of_zeros(128 * MIB))
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Encoding: gzip\r\nContent-Length: {len(bomb)}\r\n\r\n"
    outlet.serve("/", answer())
    outlet.serve("/umpan", head.encode() + bomb)
    await fetched(client, outlet.ask("/"))
    with within(16 * MIB):
        assert (await trouble(client, outlet.ask("/umpan"))).kind is Trouble.BAD_ENCODING


@pytest.mark.parametrize("said", ["gzip", "x-gzip", "none", "utf-8", "UTF-8", "identity, identity"])
async def test_a_plain_body_under_the_name_of_an_encoding_is_read_as_it_is(
    client: Client, outlet: OutletServer, said: str
) -> None:
    outlet.serve("/umpan", answer(body=NEWS, Content_Encoding=said))
    assert (await fetched(client, outlet.ask("/umpan"))).body == NEWS


async def test_a_body_that_is_neither_gzip_nor_a_document_is_refused(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/umpan", answer(body=b"\x00" + NEWS, Content_Encoding="gzip"))
    assert (await trouble(client, outlet.ask("/umpan"))).kind is Trouble.BAD_ENCODING


@pytest.mark.parametrize("encoding", ["deflate", "zstd"])
async def test_a_plain_body_under_a_compressed_name_is_refused(
    client: Client, outlet: OutletServer, encoding: str
) -> None:
    outlet.serve("/umpan", answer(body=NEWS, Content_Encoding=encoding))
    assert (await trouble(client, outlet.ask("/umpan"))).kind is Trouble.BAD_ENCODING


async def test_a_gzip_with_a_wrong_checksum_is_refused(client: Client, outlet: OutletServer) -> None:
    spoilt = bytearray(zipped(STORY))
    spoilt[-6] ^= 0xFF
    outlet.serve("/umpan", answer(body=bytes(spoilt), Content_Encoding="gzip"))
    assert (await trouble(client, outlet.ask("/umpan"))).kind is Trouble.BAD_ENCODING
