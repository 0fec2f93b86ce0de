"""Documents that are gzip files themselves, as sitemaps often are (sitemaps.org, protocol): not by the server's encoding."""

from __future__ import annotations

import zlib
from typing import Final

from lampungtui.errors import ReadingError

MAGIC: Final = b"\x1f\x8b\x08"
LIMIT_BYTES: Final = 10 * 2**20


def unzipped(document: bytes) -> bytes:
    """The document inside a gzip file; any other document as it is.

    Raises ReadingError for a file that is damaged, breaks off or holds more than 10 MiB.
    """
    if not document.startswith(MAGIC):
        return document
    inflate = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        inside = inflate.decompress(document, LIMIT_BYTES + 1)
    except zlib.error as error:
        raise ReadingError("the document is a damaged gzip file") from error
    if len(inside) > LIMIT_BYTES:
        raise ReadingError(f"the document is a gzip file of more than {LIMIT_BYTES >> 20} MiB")
    if not inflate.eof:
        raise ReadingError("the document is a gzip file that breaks off")
    return inside
