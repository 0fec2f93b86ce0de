"""The extractors that are measured, each in a process of its own: ours, and the libraries that are installed.

    python -m bench.extractors NAME CASES ANSWERS [rounds]

CASES holds (name, document, url) of each page, pickled one after the other; what was found goes into ANSWERS, pickled.
"""

from __future__ import annotations

import contextlib
import pickle
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

Extract = Callable[[bytes, str | None], str]

TINY = (
    b"<html><head><title>Kabar</title></head><body><h1>Kabar</h1><p>Pedagang pindah ke blok baru selama pasar ditata."
    + b"</p></body></html>"
)


def ours() -> Extract:
    from datetime import UTC, datetime

    from lampungtui.errors import ReadingError
    from lampungtui.extract.page import read_page
    from lampungtui.foreign import clean_address
    from lampungtui.model import blocks_text

    at = datetime.now(UTC)

    def extract(document: bytes, url: str | None) -> str:
        address = clean_address(url) if url else None
        try:
            reading = read_page(document, content_type=None, url=address, outlet=None, fetched_at=at)
        except ReadingError:
            return ""
        return blocks_text(reading.blocks)

    return extract


def _trafilatura(**settings: bool) -> Extract:
    import trafilatura

    def extract(document: bytes, url: str | None) -> str:
        return trafilatura.extract(document, url=url, include_comments=False, **settings) or ""

    return extract


def trafilatura() -> Extract:
    return _trafilatura()


def trafilatura_precision() -> Extract:
    return _trafilatura(favor_precision=True)


def readability_lxml() -> Extract:
    import html_text
    from readability import Document

    from lampungtui.extract.charset import decode

    def extract(document: bytes, url: str | None) -> str:
        return html_text.extract_text(Document(decode(document, None).markup).summary(), guess_layout=True)

    return extract


def newspaper4k() -> Extract:
    import newspaper

    from lampungtui.extract.charset import decode

    def extract(document: bytes, url: str | None) -> str:
        article = newspaper.Article(url or "http://kabar.example/berita", language=None, fetch_images=False)
        article.download(input_html=decode(document, None).markup)
        article.parse()
        return article.text

    return extract


EXTRACTORS: dict[str, tuple[Callable[[], Extract], str | None]] = {
    "lampungtui": (ours, None),
    "trafilatura": (trafilatura, "trafilatura"),
    "trafilatura, precision": (trafilatura_precision, "trafilatura"),
    "readability-lxml": (readability_lxml, "readability"),
    "newspaper4k": (newspaper4k, "newspaper"),
}
"""Each extractor: what makes it, and the module that must be installed for it."""


def _pages(path: Path) -> Iterator[tuple[str, bytes, str | None]]:
    with path.open("rb") as file, contextlib.suppress(EOFError):
        while True:
            yield pickle.load(file)


def main() -> None:
    """Reads all pages with one extractor."""
    name, cases, answers = sys.argv[1:4]
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    started = time.perf_counter()
    extract = EXTRACTORS[name][0]()
    extract(TINY, None)
    ready = time.perf_counter() - started
    texts: dict[str, str] = {}
    seconds: dict[str, float] = {}
    errors: dict[str, str] = {}
    for key, document, url in _pages(Path(cases)):
        taken = []
        for _ in range(rounds):
            began = time.process_time()
            try:
                texts[key] = extract(document, url)
            except Exception as error:  # noqa: BLE001  # a library that raises has found nothing; the report says how often
                texts[key], errors[key] = "", f"{type(error).__name__}: {error}"[:200]
            taken.append(time.process_time() - began)
        seconds[key] = min(taken)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
    Path(answers).write_bytes(pickle.dumps((texts, seconds, errors, ready, peak)))


if __name__ == "__main__":
    main()
