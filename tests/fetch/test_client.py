"""What the client sends and what it makes of ordinary answers: validators, redirects, statuses, manners."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace

import pytest
from tests.fetch.outletserver import NEWS, Asked, OutletServer, answer, fetched, trouble

from lampungtui.fetch import UNREACHED, Accept, Client, NotModified, Request, Trouble
from lampungtui.foreign import Address, clean_address

# ------------------------------------------------------------------------ what is asked


async def test_a_request_says_who_asks_and_nothing_that_tells_readers_apart(
    client: Client, outlet: OutletServer
) -> None:
    outlet.serve("/umpan", answer())
    await fetched(client, outlet.ask("/umpan"))
    (asked,) = outlet.asked
    assert asked.path == "/umpan"
    assert re.fullmatch(r"lampungtui/1\.0 \(\+https://\S+\)", asked.headers["user-agent"])
    assert asked.headers["accept-encoding"] == "gzip, deflate, zstd"
    assert "application/rss+xml" in asked.headers["accept"]
    assert set(asked.headers) == {"host", "connection", "user-agent", "accept", "accept-encoding"}


async def test_a_page_is_asked_for_as_a_page(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/berita/1", answer(body=b"<p>Petani panen raya.</p>"))
    await fetched(client, outlet.ask("/berita/1", accept=Accept.PAGE))
    assert outlet.asked[0].headers["accept"].startswith("text/html")


async def test_a_query_is_sent_as_it_stands_and_a_fragment_is_not(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/?feed=rss2&cat=%C3%A9", answer())
    await fetched(client, outlet.ask("/?feed=rss2&cat=%C3%A9#atas"))
    assert outlet.asked[0].path == "/?feed=rss2&cat=%C3%A9"


async def test_cookies_are_neither_kept_nor_sent(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/umpan", answer(Set_Cookie="pembaca=1207; Path=/"))
    outlet.serve("/lama", answer(302, b"", Location="/umpan", Set_Cookie="pembaca=1208; Path=/"))
    for path in ("/umpan", "/lama", "/umpan"):
        await fetched(client, outlet.ask(path))
    assert len(outlet.asked) == 4
    assert not any("cookie" in asked.headers for asked in outlet.asked)


# ------------------------------------------------------------------------ validators


ETAGS = ['"kopi-1"', 'W/"kopi-1"', "kopi tanpa kutip", '"a,b"', '"2026-11-23 05:00"']
MODIFIED = ["Mon, 23 Nov 2026 05:00:00 GMT", "Mon, 23 Nov 2026 12:00:00 +0700", "kemarin sore", "0"]


@pytest.mark.parametrize("etag", ETAGS)
async def test_an_etag_goes_back_byte_for_byte(client: Client, outlet: OutletServer, etag: str) -> None:
    outlet.serve("/umpan", answer(ETag=etag), answer(304, b""))
    first = await fetched(client, outlet.ask("/umpan"))
    assert first.validators.etag == etag
    again = await client.get(outlet.ask("/umpan", etag=first.validators.etag))
    assert isinstance(again, NotModified)
    assert [asked.headers.get("if-none-match") for asked in outlet.asked] == [None, etag]


@pytest.mark.parametrize("modified", MODIFIED)
async def test_a_last_modified_goes_back_byte_for_byte(client: Client, outlet: OutletServer, modified: str) -> None:
    outlet.serve("/umpan", answer(Last_Modified=modified), answer(304, b""))
    first = await fetched(client, outlet.ask("/umpan"))
    assert first.validators.last_modified == modified
    again = await client.get(outlet.ask("/umpan", last_modified=first.validators.last_modified))
    assert isinstance(again, NotModified)
    assert [asked.headers.get("if-modified-since") for asked in outlet.asked] == [None, modified]


async def test_a_304_brings_new_validators_and_how_long_to_wait(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/umpan", answer(304, b"", ETag='"kopi-2"', Cache_Control="max-age=7200"))
    again = await client.get(outlet.ask("/umpan", etag='"kopi-1"'))
    assert isinstance(again, NotModified)
    assert again.validators.etag == '"kopi-2"'
    assert again.caching.max_age_seconds == 7200
    assert again.url == outlet.at("/umpan")


async def test_a_validator_as_long_as_a_document_is_not_kept(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/umpan", answer(ETag='"' + "k" * 20_000 + '"', Last_Modified="Mon, 23 Nov 2026 05:00:00 GMT"))
    got = await fetched(client, outlet.ask("/umpan"))
    assert got.validators.etag is None
    assert got.validators.last_modified == "Mon, 23 Nov 2026 05:00:00 GMT"


async def test_validators_go_along_through_a_redirect(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/lama", answer(301, b"", Location="/baru"))
    outlet.serve("/baru", answer(304, b""))
    again = await client.get(outlet.ask("/lama", etag='"kopi-1"'))
    assert isinstance(again, NotModified)
    assert outlet.asked[-1].headers["if-none-match"] == '"kopi-1"'
    assert (again.url, again.permanent_url) == (outlet.at("/baru"), outlet.at("/baru"))


# ------------------------------------------------------------------------ documents


async def test_a_document_comes_with_its_type_and_size(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/umpan", answer(Content_Type="application/rss+xml; charset=x-siger", Cache_Control="max-age=900"))
    got = await fetched(client, outlet.ask("/umpan"))
    assert (got.status, got.body, got.received_bytes) == (200, NEWS, len(NEWS))
    assert got.content_type == "application/rss+xml; charset=x-siger"
    assert got.caching.max_age_seconds == 900
    assert (got.url, got.permanent_url, got.hops) == (outlet.at("/umpan"), None, 0)


async def test_an_empty_document_is_a_document(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/umpan", answer(body=b""))
    assert (await fetched(client, outlet.ask("/umpan"))).body == b""


async def test_a_body_in_chunks_is_put_together(client: Client, outlet: OutletServer) -> None:
    chunked = b"4\r\n<rss\r\n3\r\n/>\n\r\n0\r\n\r\n"
    outlet.serve("/umpan", b"HTTP/1.1 200 OK\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked)
    assert (await fetched(client, outlet.ask("/umpan"))).body == b"<rss/>\n"


async def test_a_body_that_ends_with_the_connection_is_whole(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/umpan", b"HTTP/1.0 200 OK\r\n\r\n" + NEWS)
    assert (await fetched(client, outlet.ask("/umpan"))).body == NEWS


async def test_hints_before_the_answer_are_passed_over(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/umpan", b"HTTP/1.1 103 Early Hints\r\nLink: </gaya.css>\r\n\r\n" + answer())
    assert (await fetched(client, outlet.ask("/umpan"))).body == NEWS


# ------------------------------------------------------------------------ redirects


@pytest.mark.parametrize("status", [301, 308])
async def test_a_permanent_redirect_is_followed_and_told(client: Client, outlet: OutletServer, status: int) -> None:
    outlet.serve("/lama", answer(status, b"", Location="/baru"))
    outlet.serve("/baru", answer())
    got = await fetched(client, outlet.ask("/lama"))
    assert (got.body, got.url, got.permanent_url, got.hops) == (NEWS, outlet.at("/baru"), outlet.at("/baru"), 1)


@pytest.mark.parametrize("status", [302, 303, 307])
async def test_a_passing_redirect_is_followed_and_not_remembered(
    client: Client, outlet: OutletServer, status: int
) -> None:
    outlet.serve("/lama", answer(status, b"", Location="/sementara"))
    outlet.serve("/sementara", answer())
    got = await fetched(client, outlet.ask("/lama"))
    assert (got.body, got.url, got.permanent_url, got.hops) == (NEWS, outlet.at("/sementara"), None, 1)


@pytest.mark.parametrize("steps", [(301, 302), (302, 301), (308, 307, 301)])
async def test_one_passing_step_makes_the_whole_way_passing(
    client: Client, outlet: OutletServer, steps: tuple[int, ...]
) -> None:
    for number, status in enumerate(steps):
        outlet.serve(f"/{number}", answer(status, b"", Location=f"/{number + 1}"))
    outlet.serve(f"/{len(steps)}", answer())
    got = await fetched(client, outlet.ask("/0"))
    assert (got.permanent_url, got.hops) == (None, len(steps))


async def test_a_redirect_may_name_its_target_in_any_way(
    client: Client, outlet: OutletServer, other: OutletServer
) -> None:
    client.trust(other.origin)
    other.serve("/kanal/umpan", answer(302, b"", Location="../akhir?hal=1"))
    other.serve("/akhir?hal=1", answer())
    outlet.serve("/lama", answer(301, b"", Location=f"//127.0.0.1:{other.port}/kanal/umpan"))
    got = await fetched(client, outlet.ask("/lama"))
    assert got.url == other.at("/akhir?hal=1")


async def test_five_redirects_are_followed_and_six_are_not(client: Client, outlet: OutletServer) -> None:
    for number in range(6):
        outlet.serve(f"/{number}", answer(301, b"", Location=f"/{number + 1}"))
    outlet.serve("/6", answer())
    assert (await fetched(client, outlet.ask("/1"))).hops == 5
    assert (await trouble(client, outlet.ask("/0"))).kind is Trouble.TOO_MANY_REDIRECTS


async def test_a_redirect_in_a_circle_ends(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/umpan", answer(302, b"", Location="/umpan"))
    assert (await trouble(client, outlet.ask("/umpan"))).kind is Trouble.TOO_MANY_REDIRECTS
    assert len(outlet.asked) == 1


async def test_a_redirect_back_to_where_it_came_from_ends_there(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/umpan", answer(302, b"", Location="/masuk"))
    outlet.serve("/masuk", answer(302, b"", Location="/umpan"))
    assert (await trouble(client, outlet.ask("/umpan"))).kind is Trouble.TOO_MANY_REDIRECTS
    assert [asked.path for asked in outlet.asked] == ["/umpan", "/masuk"]


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://kabar.example/umpan",
        "http://pembaca:rahasia@kabar.example/",
        "http://kabar.example/" + "u" * 5_000,
        "",
    ],
)
async def test_a_redirect_to_what_is_never_opened_is_refused(client: Client, outlet: OutletServer, target: str) -> None:
    outlet.serve("/umpan", answer(302, b"", Location=target))
    assert (await trouble(client, outlet.ask("/umpan"))).kind is Trouble.BAD_REDIRECT


@pytest.mark.parametrize("target", ["javascript:alert(1)", "http://[::1/umpan", "data:text/html,kopi"])
async def test_a_redirect_to_what_is_no_address_is_refused(client: Client, outlet: OutletServer, target: str) -> None:
    outlet.serve("/umpan", answer(302, b"", Location=target))
    assert (await trouble(client, outlet.ask("/umpan"))).kind in (Trouble.BAD_REDIRECT, Trouble.BAD_RESPONSE)


async def test_a_redirect_without_a_target_is_refused(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/umpan", answer(301, b""))
    assert (await trouble(client, outlet.ask("/umpan"))).kind is Trouble.BAD_REDIRECT


async def test_the_text_of_a_redirect_is_not_waited_for(client: Client, outlet: OutletServer) -> None:
    never = asyncio.Event()

    async def endless(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(answer(301, b"", Location="/baru", Content_Length="1000000"))
        await never.wait()

    outlet.serve("/lama", endless)
    outlet.serve("/baru", answer())
    assert (await fetched(client, outlet.ask("/lama"))).body == NEWS


# ------------------------------------------------------------------------ statuses


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (404, Trouble.NOT_FOUND),
        (410, Trouble.GONE),
        (401, Trouble.BLOCKED),
        (403, Trouble.BLOCKED),
        (451, Trouble.BLOCKED),
        (429, Trouble.RATE_LIMITED),
        (503, Trouble.RATE_LIMITED),
        (500, Trouble.SERVER_ERROR),
        (502, Trouble.SERVER_ERROR),
        (400, Trouble.BAD_RESPONSE),
        (204, Trouble.BAD_RESPONSE),
        (206, Trouble.BAD_RESPONSE),
        (300, Trouble.BAD_RESPONSE),
    ],
)
async def test_a_status_without_a_document_says_which_it_was(
    client: Client, outlet: OutletServer, status: int, kind: Trouble
) -> None:
    outlet.serve("/umpan", answer(status, b""))
    failure = await trouble(client, outlet.ask("/umpan"))
    assert (failure.kind, failure.status, failure.retry_after_seconds) == (kind, status, None)
    assert f"HTTP {status}" in str(failure)
    assert failure.kind not in UNREACHED


@pytest.mark.parametrize("status", [429, 503])
async def test_a_server_that_asks_for_patience_says_how_much(client: Client, outlet: OutletServer, status: int) -> None:
    outlet.serve("/detik", answer(status, b"", Retry_After="3600"))
    # Its clock is years off; only the distance between its own two dates counts.
    dates = {"Date": "Sat, 01 Jan 2000 00:00:00 GMT", "Retry_After": "Sat, 01 Jan 2000 00:30:00 GMT"}
    outlet.serve("/tanggal", answer(status, b"", **dates))
    outlet.serve("/entah", answer(status, b"", Retry_After="nanti sore"))
    waits = [(await trouble(client, outlet.ask(path))).retry_after_seconds for path in ("/detik", "/tanggal", "/entah")]
    assert waits == [3600, 1800, None]


# ------------------------------------------------------------------------ who may be called


async def test_the_guard_stands_before_every_connection(client: Client, outlet: OutletServer) -> None:
    """It hangs on a private part of the HTTP library: this fails where an upgrade moved it."""
    outlet.serve("/", answer())
    failure = await trouble(client, Request(outlet.at("/")))
    assert failure.kind is Trouble.PRIVATE_ADDRESS
    assert outlet.asked == []


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST", "127.1", "2130706433", "0x7f000001", "0.0.0.0", "[::ffff:127.0.0.1]", "[::1]"]
)
async def test_this_machine_is_not_called_by_any_of_its_names(client: Client, outlet: OutletServer, host: str) -> None:
    outlet.serve("/", answer())
    failure = await trouble(client, Request(outlet.at("/", host=host)))
    assert failure.kind is Trouble.PRIVATE_ADDRESS
    assert outlet.asked == []


async def test_a_named_outlet_may_not_lead_on_to_a_private_address(
    client: Client, outlet: OutletServer, other: OutletServer
) -> None:
    outlet.serve("/umpan", answer(302, b"", Location=other.serve("/pengaturan", answer())))
    assert (await trouble(client, outlet.ask("/umpan"))).kind is Trouble.PRIVATE_ADDRESS
    assert other.asked == []


async def test_a_named_outlet_may_not_lead_on_by_another_name_of_itself(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/umpan", answer(302, b"", Location=outlet.at("/akhir", host="localhost")))
    outlet.serve("/akhir", answer())
    assert (await trouble(client, outlet.ask("/umpan"))).kind is Trouble.PRIVATE_ADDRESS
    assert [asked.path for asked in outlet.asked] == ["/umpan"]


async def test_what_the_reader_named_once_stays_allowed(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/umpan", answer())
    outlet.serve("/berita/1", answer(body=b"<p>Isi berita</p>"))
    await fetched(client, outlet.ask("/umpan"))
    assert (await fetched(client, Request(outlet.at("/berita/1")))).body == b"<p>Isi berita</p>"


# ------------------------------------------------------------------------ one at a time


async def test_an_origin_gets_one_request_at_a_time_and_others_do_not_wait(
    client: Client, outlet: OutletServer, other: OutletServer
) -> None:
    arrived, go_on = asyncio.Event(), asyncio.Event()

    async def slow(asked: Asked, writer: asyncio.StreamWriter) -> None:
        arrived.set()
        await go_on.wait()
        writer.write(answer())

    for number in range(5):
        outlet.serve(f"/kanal/{number}", slow)
    other.serve("/umpan", answer())
    waiting = [asyncio.create_task(fetched(client, outlet.ask(f"/kanal/{number}"))) for number in range(5)]
    await arrived.wait()
    for _ in range(5):
        await fetched(client, other.ask("/umpan"))
    assert len(outlet.asked) == 1
    go_on.set()
    assert [got.body for got in await asyncio.gather(*waiting)] == [NEWS] * 5
    assert outlet.most_at_once == 1
    assert [asked.path for asked in outlet.asked] == [f"/kanal/{number}" for number in range(5)]


async def test_one_that_waits_its_turn_can_be_called_off(client: Client, outlet: OutletServer) -> None:
    arrived, go_on = asyncio.Event(), asyncio.Event()

    async def slow(asked: Asked, writer: asyncio.StreamWriter) -> None:
        arrived.set()
        await go_on.wait()
        writer.write(answer())

    outlet.serve("/lambat", slow)
    outlet.serve("/batal", answer())
    outlet.serve("/umpan", answer())
    first = asyncio.create_task(fetched(client, outlet.ask("/lambat")))
    await arrived.wait()
    second = asyncio.create_task(fetched(client, outlet.ask("/batal")))
    third = asyncio.create_task(fetched(client, outlet.ask("/umpan")))
    second.cancel()
    go_on.set()
    assert (await first).body == (await third).body == NEWS
    assert second.cancelled()
    assert [asked.path for asked in outlet.asked] == ["/lambat", "/umpan"]


async def test_a_request_called_off_midway_leaves_the_origin_free(client: Client, outlet: OutletServer) -> None:
    arrived, never = asyncio.Event(), asyncio.Event()

    async def silent(asked: Asked, writer: asyncio.StreamWriter) -> None:
        arrived.set()
        await never.wait()

    outlet.serve("/diam", silent)
    outlet.serve("/umpan", answer())
    task = asyncio.create_task(client.get(outlet.ask("/diam")))
    await arrived.wait()
    task.cancel()
    assert (await fetched(client, outlet.ask("/umpan"))).body == NEWS
    assert task.cancelled()


async def test_only_so_many_hosts_are_called_at_once(client: Client, outlet: OutletServer, other: OutletServer) -> None:
    arrived, go_on = asyncio.Event(), asyncio.Event()

    async def slow(asked: Asked, writer: asyncio.StreamWriter) -> None:
        arrived.set()
        await go_on.wait()
        writer.write(answer())

    outlet.serve("/lambat", slow)
    other.serve("/umpan", answer())
    other.serve("/kanal", answer())
    narrow = Client(version="1.0", hosts_at_once=1)
    first = asyncio.create_task(fetched(narrow, outlet.ask("/lambat")))
    await arrived.wait()
    second = asyncio.create_task(fetched(narrow, other.ask("/umpan")))
    for _ in range(5):
        await fetched(client, other.ask("/kanal"))
    assert [asked.path for asked in other.asked] == ["/kanal"] * 5
    go_on.set()
    assert (await first).body == (await second).body == NEWS
    await narrow.close()


async def test_a_closed_client_opens_again(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/umpan", answer())
    await client.close()
    await fetched(client, outlet.ask("/umpan"))
    await client.close()
    assert (await fetched(client, outlet.ask("/umpan"))).body == NEWS


async def test_an_address_without_sense_is_a_failure_like_others(client: Client, outlet: OutletServer) -> None:
    request = replace(outlet.ask("/"), url=Address("http://0177.0.0.1/umpan"))
    assert (await trouble(client, request)).kind is Trouble.BAD_RESPONSE


# ------------------------------------------------------------------------ what a first client got wrong


async def test_an_etag_that_cannot_be_sent_back_is_forgotten(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/umpan", answer(ETag='"kopi-é"'))
    got = await fetched(client, outlet.ask("/umpan"))
    assert got.validators.etag is None


async def test_an_expires_at_the_end_of_time_is_far_enough(client: Client, outlet: OutletServer) -> None:
    outlet.serve("/umpan", answer(Date="Mon, 23 Nov 2020 04:59:58 GMT", Expires="Fri, 31 Dec 9999 23:59:59 GMT"))
    got = await fetched(client, outlet.ask("/umpan"))
    assert got.caching.expires_at is not None


async def test_a_redirect_waits_its_turn_at_the_other_origin(
    client: Client, outlet: OutletServer, other: OutletServer
) -> None:
    arrived, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(asked: Asked, writer: asyncio.StreamWriter) -> None:
        arrived.set()
        await go_on.wait()
        writer.write(answer())

    other.serve("/lambat", slowly)
    other.serve("/tujuan", answer())
    outlet.serve("/umpan", answer(301, b"", Location=other.at("/tujuan")))
    client.trust(other.origin)
    slow = asyncio.ensure_future(client.get(other.ask("/lambat")))
    await arrived.wait()
    led_on = asyncio.ensure_future(client.get(outlet.ask("/umpan")))
    # The way through a third document shows that the loop has had time to send what would be sent.
    await fetched(client, Request(outlet.serve("/lain", answer()), named_by_reader=True))
    go_on.set()
    await asyncio.gather(slow, led_on)
    assert other.most_at_once == 1


async def test_an_address_in_brackets_is_called_when_the_reader_named_it(client: Client) -> None:
    server = await asyncio.start_server(lambda reader, writer: writer.close(), "::1", 0)
    port = server.sockets[0].getsockname()[1]
    address = clean_address(f"http://[::1]:{port}/")
    assert address is not None
    assert (await trouble(client, Request(address, named_by_reader=True))).kind is not Trouble.PRIVATE_ADDRESS
    server.close()


@pytest.mark.parametrize("target", ["javascript:alert(1)", "http://[::1/"])
async def test_a_redirect_to_no_address_is_told_as_one(client: Client, outlet: OutletServer, target: str) -> None:
    outlet.serve("/umpan", answer(302, b"", Location=target))
    assert (await trouble(client, outlet.ask("/umpan"))).kind is Trouble.BAD_REDIRECT
