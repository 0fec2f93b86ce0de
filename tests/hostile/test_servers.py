"""Servers of ill will: what they cost is bounded, where they lead is looked at, and what they say is not repeated.

One refresh by the real program asks all of them; each case is one feed, looked at in what the program printed, in the
servers' own logs, in the cache, and in whom the program called.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.hostile import cache
from tests.hostile.house import Asked, House, Spill, answered, headed, item, rss
from tests.hostile.program import Program, Ran, profile
from tests.hostile.stream import troubles

MIB = 2**20
SECRET = "hunter2-sangat-rahasia"
NEWS = rss(item("Kabar dari rumah seram", "https://seram.example/kisah")).encode()


def zeros(mib: int) -> bytes:
    """So many mebibytes of nothing, as gzip."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = bytes(MIB)
    return b"".join(packer.compress(block) for _ in range(mib)) + packer.flush()


def deflated(data: bytes) -> bytes:
    """Raw deflate, without head or checksum."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def chunked_without_end() -> Spill:
    yield headed("Content-Type: application/rss+xml", "Transfer-Encoding: chunked")
    while True:
        yield b"10000\r\n" + b"x" * 0x10000 + b"\r\n"


def body_without_end() -> Spill:
    yield headed("Content-Type: application/rss+xml") + b"<rss><channel>"
    while True:
        yield b"<item><title>Kabar</title></item>" * 2_000


def heads_without_end() -> Spill:
    yield b"HTTP/1.1 200 Kabar\r\n"
    while True:
        yield b"X-Seram: " + b"y" * 8_000 + b"\r\n"


def one_long_head() -> Spill:
    yield b"HTTP/1.1 200 Kabar\r\nX-Seram: "
    while True:
        yield b"y" * 65_536


def hints_without_end() -> Spill:
    while True:
        yield b"HTTP/1.1 103 Petunjuk\r\nLink: </x>; rel=preload\r\n\r\n" * 500


def gzip_of_nothing_without_end() -> Spill:
    yield headed("Content-Type: application/rss+xml", "Content-Encoding: gzip") + b"\x1f\x8b\x08\0\0\0\0\0\0\x03"
    while True:
        yield b"\x00\x00\x00\xff\xff" * 10_000


BOMBS: dict[str, bytes | Callable[[], Spill]] = {
    "gzip of many mebibytes": answered(zeros(256), "Content-Encoding: gzip"),
    "gzip in gzip": answered(gzip.compress(zeros(256)), "Content-Encoding: gzip, gzip"),
    "gzip in gzip over two heads": answered(
        gzip.compress(zeros(64)), "Content-Encoding: gzip", "Content-Encoding: gzip"
    ),
    "deflate": answered(zlib.compress(bytes(64 * MIB), 9), "Content-Encoding: deflate"),
    "raw deflate": answered(deflated(bytes(64 * MIB)), "Content-Encoding: deflate"),
    "brotli that nobody asked for": answered(b"\x0b\x80" + b"\x00" * 200, "Content-Encoding: br"),
    "zstandard that nobody asked for": answered(b"\x28\xb5\x2f\xfd" + b"\x00" * 200, "Content-Encoding: zstd"),
    "an encoding of its own": answered(NEWS, "Content-Encoding: rot13"),
    "gzip of gzip files without end": answered(gzip.compress(bytes(16 * MIB)) * 64, "Content-Encoding: gzip"),
    "gzip of nothing without end": gzip_of_nothing_without_end,
    "a gzip file as the feed": answered(zeros(256), kind="application/gzip"),
    "chunks without end": chunked_without_end,
    "a body without end": body_without_end,
    "heads without end": heads_without_end,
    "one head without end": one_long_head,
    "hints without end": hints_without_end,
    "a length of a terabyte": headed("Content-Type: text/xml", "Content-Length: 1099511627776") + b"<rss>",
    "a length of forty digits": headed("Content-Type: text/xml", f"Content-Length: {'9' * 40}") + b"<rss>",
    "a length below nothing": headed("Content-Type: text/xml", "Content-Length: -1") + NEWS,
    "two lengths": headed("Content-Length: 3", f"Content-Length: {len(NEWS)}") + NEWS,
    "a length in words": headed("Content-Length: banyak") + NEWS,
    "longer than it says": headed("Content-Type: text/xml", "Content-Length: 20") + NEWS,
    "shorter than it says": headed("Content-Type: text/xml", f"Content-Length: {len(NEWS) + 900}") + NEWS,
    "a chunk of a terabyte": headed("Transfer-Encoding: chunked") + b"FFFFFFFFFFF\r\nx",
    "a chunk below nothing": headed("Transfer-Encoding: chunked") + b"-5\r\nhello\r\n",
    "both length and chunks": headed("Content-Length: 5", "Transfer-Encoding: chunked") + b"5\r\nhello\r\n0\r\n\r\n",
    "no HTTP": b"\x00\x01\x02 SSH-2.0-seram\r\n\r\n",
    "an old form": b"<rss/>",
    "a status of nothing": b"HTTP/1.1 000 \r\n\r\n",
    "a status of five digits": b"HTTP/1.1 20000 Kabar\r\n\r\n",
    "an upgrade": b"HTTP/1.1 101 Pindah\r\nUpgrade: seram\r\nConnection: Upgrade\r\n\r\n" + b"\x00" * 100,
    "a head that breaks": b"HTTP/1.1 200 Kabar\r\nContent-Type: text/xml\r\n  lipat\x00: x\r\n\r\n" + NEWS,
    "a partial answer": answered(NEWS, status=206),
    "no change that was never asked about": headed(status=304),
}
"""Answers that cost or confuse; each must end in a trouble of a known kind, and none in another feed's loss."""

ZONE = {
    "dalam.example": "10.0.0.1", "awan.example": "169.254.169.254", "mesin.example": "127.0.0.1", "enam.example": "::1",
    "peta.example": "::ffff:127.0.0.1", "jembatan.example": "64:ff9b::7f00:1", "nol.example": "0.0.0.0",
    "umum.example": "100.64.0.1", "ramai.example": "224.0.0.1", "lokal.example": "fe80::1", "unik.example": "fd00::1",
}  # fmt: skip
"""Names that an enemy's name server leads into a private network."""

PRIVATE = {
    "by its number": "http://127.0.0.1:{port}/dalam", "by another number": "http://127.0.0.2:{port}/dalam",
    "by name": "http://localhost:{port}/dalam", "as one number": "http://2130706433:{port}/dalam",
    "in hexadecimal": "http://0x7f000001:{port}/dalam", "shortened": "http://127.1:{port}/dalam",
    "in octal": "http://0177.0.0.1:{port}/dalam", "in version 6": "http://[::1]:{port}/dalam",
    "mapped into version 6": "http://[::ffff:127.0.0.1]:{port}/dalam", "with a user": "http://aman.example@127.0.0.1:{port}/dalam",
    "without a scheme": "//127.0.0.1:{port}/dalam", "behind a backslash": "http:\\\\127.0.0.1:{port}\\dalam",
    **{f"by {name}": f"http://{name}:{{port}}/dalam" for name in ZONE},
}  # fmt: skip
"""Where redirects lead that no feed may make us call."""

NOWHERE = {
    "a file": "file:///etc/passwd", "a script": "javascript:alert(1)", "data": "data:application/rss+xml,<rss/>", "ftp": "ftp://seram.example/",
    "gopher": "gopher://127.0.0.1:6379/_FLUSHALL", "an option": "-oProxyCommand=id", "nothing": "", "a lone scheme": "http://",
    "a head in it": "http://127.0.0.1/%0d%0aX-Seram: 1\r\n", "a port beyond": "http://seram.example:99999/",
    "a very long one": "/" + "a" * 9_000,
}  # fmt: skip
"""Where redirects lead that is no address of ours to open."""


@dataclass(frozen=True)
class Round:
    """One refresh of everything."""

    answers: dict[str, dict[str, Any]]
    ran: Ran
    program: Program
    house: House
    inside: tuple[House, ...]
    patient: list[House]

    def feed(self, name: str) -> dict[str, Any]:
        """What the program said of a case."""
        return self.answers[name]

    def asked(self, name: str) -> list[Asked]:
        """The requests that a case's server got."""
        return self.house.asked_for(f"/{_slug(name)}")


def _slug(name: str) -> str:
    return "".join(each if each.isalnum() else "-" for each in name.lower())


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Round]:
    house, inside = House().start(), House(host="127.0.0.2").start()
    same = House(host="127.0.0.1").start()
    for each in (inside, same):
        each.serve("/dalam", answered(NEWS))
    program = Program(tmp_path_factory.mktemp("servers"), zone=ZONE)
    names = {}
    for name, answer in BOMBS.items():
        names[name] = house.serve(f"/{_slug(name)}", answer)
    for name, target in PRIVATE.items():
        port = inside.port if "127.0.0.2" in target else same.port
        names[f"private {name}"] = _redirect(house, f"private {name}", target.format(port=port))
    for name, target in NOWHERE.items():
        names[f"nowhere {name}"] = _redirect(house, f"nowhere {name}", target)
    patient = [House().start() for _ in range(2)]
    names |= _others(house, same, *patient)
    program.write(
        "outlets/seram.toml", profile("seram", "Rumah Seram", house.origin, {_slug(n): url for n, url in names.items()})
    )
    program.write("config.toml", 'outlets = ["seram"]\nrefresh = false\n')
    program.write(
        "subscriptions.toml",
        f'[settings."seram/secret-head"]\nheaders = {{ "X-Auth-Token" = "{SECRET}", Authorization = "Bearer {SECRET}" }}\n',
    )
    ran = program.run("refresh", "--force", "--articles", "--json")
    by_slug = {each["id"].partition("/")[2]: each for each in ran.objects}
    yield Round({name: by_slug[_slug(name)] for name in names}, ran, program, house, (inside, same), patient)
    for each in (house, inside, same, *patient):
        each.stop()


def _redirect(house: House, name: str, target: str) -> str:
    return house.serve(f"/{_slug(name)}", headed(f"Location: {target}", "Content-Length: 0", status=302))


def _others(house: House, same: House, calm: House, calmer: House) -> dict[str, str]:
    found = {}
    found["cookies"] = house.serve("/cookies", answered(NEWS, "Set-Cookie: sid=seram; Path=/", "Set-Cookie2: a=b"))
    found["behind the cookies"] = house.serve("/behind-the-cookies", answered(NEWS))
    found["a circle"] = _redirect(house, "a circle", "/a-circle")
    found["a long way"] = _redirect(house, "a long way", "/langkah-1")
    for step in range(1, 12):
        _redirect(house, f"langkah 1{'x' * step}", "/x")
        house.serve(f"/langkah-{step}", headed(f"Location: /langkah-{step + 1}", "Content-Length: 0", status=302))
    found["years of patience"] = calm.serve("/years-of-patience", answered(b"", f"Retry-After: {'9' * 12}", status=429))
    found["patience until 9999"] = calmer.serve(
        "/patience-until-9999", answered(b"", "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT", status=503)
    )
    found["a caching of ages"] = house.serve(
        "/a-caching-of-ages",
        answered(NEWS, f"Cache-Control: max-age={'9' * 30}", "Expires: Fri, 31 Dec 9999 23:59:59 GMT"),
    )
    found["validators that steer"] = house.serve(
        "/validators-that-steer", answered(NEWS, 'ETag: "\x1b]2;PALSU\x07"', "Last-Modified: \x1b[31mbesok")
    )
    found["an error page that steers"] = house.serve(
        "/an-error-page-that-steers", answered(b"\x1b]2;PALSU\x07", status=500, kind="text/\x1b[31mhtml")
    )
    found["secret head"] = house.serve(
        "/secret-head", headed(f"Location: {same.origin}/dalam", "Content-Length: 0", status=307)
    )
    found["a secret in the address"] = house.serve(f"/a-secret?token={SECRET}", answered(b"", status=500))
    inward = item("Tautan ke dalam", f"{same.origin}/dalam", f'<enclosure url="{same.origin}/dalam" type="image/png"/>')
    found["an article inside"] = house.serve("/an-article-inside", answered(rss(inward).encode()))
    found["honest"] = house.serve("/honest", answered(rss(item("Kabar jujur", "https://jujur.example/1")).encode()))
    return found


# --------------------------------------------------------------------------- what it costs


@pytest.mark.parametrize("name", BOMBS)
def test_what_costs_or_confuses_ends_in_a_sentence(asked: Round, name: str) -> None:
    told = asked.feed(name)
    assert asked.asked(name)
    if name in ("longer than it says", "an old form"):
        return
    assert not told["ok"] and told["error"], told
    assert list(troubles(json.dumps(told, ensure_ascii=False).encode())) == []


def test_all_of_them_together_took_little_memory(asked: Round) -> None:
    # The program itself takes some 60 MB, a child that unpacked a gigabyte would take that gigabyte.
    assert asked.ran.peak_bytes < 300 * MIB


def test_the_honest_feed_among_them_was_read(asked: Round) -> None:
    assert asked.feed("honest")["ok"]
    assert cache.rows(asked.program.database, "SELECT count(*) FROM article WHERE title = 'Kabar jujur'") == [(1,)]
    assert cache.soundness(asked.program.database) == "ok"


# --------------------------------------------------------------------------- where it leads


@pytest.mark.parametrize("name", PRIVATE)
def test_no_redirect_leads_into_a_private_network(asked: Round, name: str) -> None:
    told = asked.feed(f"private {name}")
    assert not told["ok"]
    assert asked.asked(f"private {name}")


@pytest.mark.parametrize("name", NOWHERE)
def test_no_redirect_leads_to_what_is_never_opened(asked: Round, name: str) -> None:
    assert not asked.feed(f"nowhere {name}")["ok"]


def test_nobody_was_called_but_the_houses_that_are_followed(asked: Round) -> None:
    ports = {each.port for each in (asked.house, *asked.patient)}
    places = asked.program.events("socket.connect")
    called = {(each[0], int(each[1])) for each in places if isinstance(each, list)}
    assert called == {("127.0.0.1", port) for port in ports}
    assert [each.asked for each in asked.inside] == [[], []]
    assert asked.program.started() == []


def test_a_circle_and_a_long_way_end(asked: Round) -> None:
    assert not asked.feed("a circle")["ok"]
    assert not asked.feed("a long way")["ok"]
    assert len(asked.asked("a circle")) <= 6
    assert asked.house.asked_for("/langkah-5")
    assert not asked.house.asked_for("/langkah-6")


# --------------------------------------------------------------------------- what is told and kept


def test_no_cookie_comes_back(asked: Round) -> None:
    assert asked.feed("cookies")["ok"]
    assert not any("cookie" in each.headers or "referer" in each.headers for each in asked.house.asked)


@pytest.mark.parametrize("name", ["years of patience", "patience until 9999", "a caching of ages"])
def test_no_head_silences_a_feed_for_longer_than_a_day_or_so(asked: Round, name: str) -> None:
    ((state,),) = cache.rows(asked.program.database, "SELECT state FROM feed WHERE id = ?", f"seram/{_slug(name)}")
    from datetime import UTC, datetime, timedelta

    at = json.loads(state)["next_poll_at"]
    moment = datetime.fromtimestamp(at, UTC) if isinstance(at, int) else datetime.fromisoformat(at)
    assert moment < datetime.now(UTC) + timedelta(hours=27)


def test_heads_that_steer_go_nowhere(asked: Round) -> None:
    assert asked.feed("validators that steer")["ok"]
    assert list(troubles(asked.ran.both)) == []
    assert list(troubles(asked.program.log.encode())) == []
    for _, text in cache.texts(asked.program.database):
        assert list(troubles(text.encode())) == []


def test_a_secret_head_goes_to_its_own_server_alone(asked: Round) -> None:
    (own,) = asked.asked("secret head")
    assert own.headers["x-auth-token"] == SECRET
    others = [each for each in asked.house.asked if each != own]
    assert not any(SECRET in value for each in others for value in each.headers.values())


def test_no_secret_is_in_the_log_nor_printed(asked: Round) -> None:
    assert asked.house.asked_for(f"/a-secret?token={SECRET}")
    assert "a-secret" in asked.program.log
    assert SECRET not in asked.program.log
    assert SECRET.encode() not in asked.ran.both
    for words in (("feeds",), ("feeds", "--json"), ("doctor",), ("doctor", "--json")):
        assert SECRET.encode() not in asked.program.run(*words).both, words


def test_what_an_article_points_to_inside_was_not_fetched(asked: Round) -> None:
    assert asked.feed("an article inside")["ok"]
    assert cache.rows(asked.program.database, "SELECT count(*) FROM article WHERE title = 'Tautan ke dalam'") == [(1,)]
    assert [each.asked for each in asked.inside] == [[], []]


def test_what_is_kept_is_for_its_owner_alone(asked: Round) -> None:
    for folder in ("data", "state"):
        assert _mode(asked.program.home / folder) == 0o700
    for file in (asked.program.home / "data").iterdir():
        assert _mode(file) & 0o077 == 0 or _mode(file.parent) == 0o700


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777
