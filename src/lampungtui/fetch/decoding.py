"""Bodies off the wire, decoded under a limit.

The HTTP library's own decoding has none: 3,477 bytes of doubly compressed zeros became 2 GiB there. Here one encoding at
most is undone, with a bound on what may come out, and a body that ends early is an error rather than a shorter one.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

from lampungtui.fetch.errors import Trouble, Unfetched

GZIP: Final = 16 + zlib.MAX_WBITS
GZIP_MAGIC: Final = b"\x1f\x8b"
PLAIN: Final = frozenset({b"<", b"{", b"[", b" ", b"\t", b"\r", b"\n", b"\xef"})
"""First bytes of feeds, pages and JSON, a byte order mark among them."""

CHUNK: Final = 1 << 16

WINDOW: Final = 8 << 20
"""Bytes of the window that a zstd body may ask for (RFC 9659, section 3)."""

SIP: Final = 256
"""Bytes of a zstd body that are taken at a time: a block of four bytes can become 128 KiB, and the library has no bound of
its own, so that one sip becomes 8 MiB at most."""

NOT_ENCODINGS: Final = frozenset({"none", "utf-8", "utf8", "iso-8859-1"})
"""What some write in Content-Encoding for none, or meaning the charset."""


class Unzstd:
    """A zstd body (RFC 8878), taken in sips."""

    def __init__(self) -> None:
        # Few servers speak it: the library is loaded when one does.
        import zstandard

        self._wrong = zstandard.ZstdError
        self._library = zstandard.ZstdDecompressor(max_window_size=WINDOW)
        self._frame = self._library.decompressobj()

    def pieces(self, chunk: bytes) -> Iterator[bytes]:
        """What the bytes become, piece by piece. Raises Unfetched."""
        while chunk:
            if self._frame.eof:
                # A body may have several frames (RFC 8878, section 3.1).
                self._frame = self._library.decompressobj()
            try:
                yield self._frame.decompress(chunk[:SIP])
            except self._wrong as error:
                raise Unfetched(
                    Trouble.BAD_ENCODING, "the body is not in the encoding that the server named"
                ) from error
            chunk = (self._frame.unused_data if self._frame.eof else b"") + chunk[SIP:]

    @property
    def whole(self) -> bool:
        """Whether the body has come to its end."""
        return bool(self._frame.eof)


class Decoder:
    """Undoes one content encoding (gzip, deflate, zstd or none) of at most `limit_bytes` decoded bytes."""

    def __init__(self, encoding: str | None, limit_bytes: int) -> None:
        self._limit = limit_bytes
        self._received = 0
        self._body = bytearray()
        name = (encoding or "identity").strip().lower().removesuffix(", identity")
        if name in NOT_ENCODINGS:
            name = "identity"
        self._gzip = False
        self._start = bytearray()
        self._unzstd: Unzstd | None = None
        match name:
            case "identity" | "":
                self._inflate = None
            case "gzip" | "x-gzip":
                self._inflate = zlib.decompressobj(GZIP)
                self._gzip = True
            case "deflate":
                self._inflate = zlib.decompressobj()
            case "zstd":
                self._inflate = None
                self._unzstd = Unzstd()
            case _:
                raise Unfetched(Trouble.BAD_ENCODING, "the server sent an encoding that was not asked for")
        self._deflate = name == "deflate"

    def feed(self, chunk: bytes) -> None:
        """Takes bytes off the wire. Raises Unfetched: too big, or not in the encoding that was announced."""
        # An encoded body can go on for ever without giving a byte: of empty blocks, of what stands behind its end.
        self._received += len(chunk)
        if self._received > self._limit + CHUNK:
            raise self._too_big()
        if self._unzstd is not None:
            for piece in self._unzstd.pieces(chunk):
                self._grow(piece)
            return
        if self._gzip and self._received == len(chunk) and chunk[:1] in PLAIN:
            # What begins as a document does was never compressed; gzip has a mark of its own (RFC 1952, section 2.3.1).
            self._inflate = None
        if self._inflate is None:
            self._grow(chunk)
            return
        data = self._begun(chunk)
        while data:
            if self._inflate.eof:
                if not (self._gzip and data.startswith(GZIP_MAGIC)):
                    return
                # A gzip file may have several members (RFC 1952, section 2.2).
                self._inflate = zlib.decompressobj(GZIP)
            try:
                self._grow(self._inflate.decompress(data, CHUNK))
            except zlib.error as error:
                raise Unfetched(
                    Trouble.BAD_ENCODING, "the body is not in the encoding that the server named"
                ) from error
            data = self._inflate.unused_data if self._inflate.eof else self._inflate.unconsumed_tail

    def _begun(self, chunk: bytes) -> bytes:
        """What can be inflated by now. By `deflate` some servers mean raw deflate (RFC 9110, section 8.4.1.2, note): the
        first two bytes tell (RFC 1950, section 2.2)."""
        if not self._deflate:
            return chunk
        self._start += chunk
        if len(self._start) < 2:
            return b""
        self._deflate = False
        if self._start[0] & 0x0F != zlib.DEFLATED or int.from_bytes(self._start[:2]) % 31:
            self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        return bytes(self._start)

    def finish(self) -> bytes:
        """The whole decoded body. Raises Unfetched where it ended too early."""
        if self._unzstd is not None and not self._unzstd.whole:
            raise Unfetched(Trouble.CUT_SHORT, "the answer broke off before its end")
        if self._inflate is not None:
            self._grow(self._inflate.flush())
            if not self._inflate.eof:
                raise Unfetched(Trouble.CUT_SHORT, "the answer broke off before its end")
        return bytes(self._body)

    def _grow(self, piece: bytes) -> None:
        if len(self._body) + len(piece) > self._limit:
            raise self._too_big()
        self._body += piece

    def _too_big(self) -> Unfetched:
        return Unfetched(Trouble.TOO_BIG, f"the document is larger than {self._limit // 2**20} MiB")
