"""Public sets of pages with known articles, read from a folder where somebody unpacked them. None is part of this project.

* article-extraction-benchmark (Scrapinghub, MIT): `ground-truth.json` and `html/*.html.gz`
* Readability's test pages (Mozilla, Apache 2.0): `*/source.html` and `*/expected.html`, which its own algorithm made
* Fundus' test pages (MIT): `<country>/<publisher>.json` and `<publisher>_<day>.html.gz`
* Trafilatura's evaluation (Apache 2.0): `evaldata.json` with phrases, pages in `eval/` and `cache/`
* WCXB (CC BY 4.0), its pages of the type article: `ground-truth/*.json` and `html/*.html.gz` in `dev/` and in `test/`
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from bench.scoring import Case


class UnknownSet(Exception):
    """A folder that holds no set that we know."""


def read_set(folder: Path) -> tuple[str, list[Case]]:
    """A set's name and its pages. Raises UnknownSet."""
    for name, mark, read in (
        ("article-extraction-benchmark", "ground-truth.json", _benchmark),
        ("Trafilatura's evaluation", "evaldata.json", _phrases),
        ("Fundus' test pages", "*/meta.info", _publishers),
        ("Readability's test pages", "*/expected.html", _readable),
        ("WCXB's articles", "dev/ground-truth/*.json", _typed),
    ):
        found = sorted(folder.rglob(mark))
        if found:
            return name, list(read(_root(found[0], mark)))
    raise UnknownSet(f"{folder}: none of the sets that bench/page_sets.py names")


def half(case: Case) -> str:
    """In which half of its set a page is: `development`, which may be looked at while rules are made, or `held-out`."""
    return case.half or ("development", "held-out")[hashlib.sha256(case.name.encode()).digest()[0] & 1]


def _root(found: Path, mark: str) -> Path:
    return found.parents[mark.count("/")]


def _benchmark(folder: Path) -> Iterator[Case]:
    told = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for key, known in told.items():
        page = folder / "html" / f"{key}.html.gz"
        yield Case(key, gzip.decompress(page.read_bytes()), known.get("url"), text=known["articleBody"])


def _phrases(folder: Path) -> Iterator[Case]:
    told = json.loads((folder / "evaldata.json").read_text(encoding="utf-8"))
    for url, known in told.items():
        page = next((path for part in ("cache", "eval") if (path := folder / part / known["file"]).is_file()), None)
        if page is not None:
            yield Case(url, page.read_bytes(), url, wanted=tuple(known["with"]), unwanted=tuple(known["without"]))


def _publishers(folder: Path) -> Iterator[Case]:
    for told in sorted(folder.glob("*/*.json")):
        # A publisher's parsers and its saved pages both go from old to new.
        versions = json.loads(told.read_text(encoding="utf-8"))
        pages = sorted(told.parent.glob(f"{told.stem}_*.html.gz"))
        meta = json.loads((told.parent / "meta.info").read_text(encoding="utf-8"))
        for page, version in zip(pages, versions.values(), strict=True):
            body = version.get("body")
            if body is None:
                continue
            lines = list(body["summary"])
            for section in body["sections"]:
                lines.extend((*section["headline"], *section["paragraphs"]))
            url = meta.get(page.name, {}).get("url")
            name = f"{told.parent.name}/{page.name}"
            # A summary is a standfirst, which many outlets repeat as the head's description: it may be left.
            yield Case(name, gzip.decompress(page.read_bytes()), url, text="\n".join(lines))


def _typed(folder: Path) -> Iterator[Case]:
    for part, half_of_it in (("dev", "development"), ("test", "held-out")):
        for told in sorted((folder / part / "ground-truth").glob("*.json")):
            known = json.loads(told.read_text(encoding="utf-8"))
            text = known["ground_truth"].get("main_content") or ""
            if known["_internal"]["page_type"]["primary"] == "article" and text:
                page = folder / part / "html" / f"{told.stem}.html.gz"
                yield Case(
                    f"{part}/{told.stem}",
                    gzip.decompress(page.read_bytes()),
                    known.get("url"),
                    text=text,
                    half=half_of_it,
                )


def _readable(folder: Path) -> Iterator[Case]:
    from selectolax.lexbor import LexborHTMLParser

    for expected in sorted(folder.glob("*/expected.html")):
        tree = LexborHTMLParser(expected.read_text(encoding="utf-8"))
        tree.strip_tags(["script", "style", "noscript"])
        text = tree.body.text(deep=True, separator=" ") if tree.body is not None else ""
        page = expected.parent / "source.html"
        yield Case(expected.parent.name, page.read_bytes(), f"http://fakehost/test/{expected.parent.name}", text=text)
