"""What every target shares: it gives bytes to a reader, and looks at what came out.

A reader may refuse with a ReadingError. Anything else that is raised, any text that a cleaner would change, any link that is
no http or https address, is a finding; so is what takes longer than ten seconds or more than 1.5 GB, which libFuzzer tells.
"""

from __future__ import annotations

import dataclasses
import enum
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

import atheris

from lampungtui.errors import ReadingError
from lampungtui.foreign import clean_address, clean_code

CORPUS = Path(__file__).parent / "corpus"
"""Documents that reached something new; kept between runs, not in the repository."""

LIMITS = ("-timeout=10", "-rss_limit_mb=1500", "-max_len=20000", "-print_final_stats=1")


def fuzz(name: str, read: Callable[[bytes], object], seeds: Iterable[bytes], words: Iterable[str]) -> None:
    """Runs a target until libFuzzer's own arguments end it (`-max_total_time=180`)."""
    corpus = CORPUS / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (corpus / f"seed-{number:03d}").write_bytes(seed)
    dictionary = CORPUS / f"{name}.dict"
    dictionary.write_text("".join(f'"{_quoted(word)}"\n' for word in words), encoding="ascii")

    def target(document: bytes) -> None:
        try:
            found = read(document)
        except ReadingError:
            return
        for where, text in texts(found, name):
            # A break at either end of a piece is none of a cleaner's business.
            if clean_code(f"x{text}x", len(text) + 2) != f"x{text}x":
                raise AssertionError(f"{where} is not clean: {ascii(text)[:200]}")
            if where.endswith(("url", "link", "home")) and clean_address(text) != text:
                raise AssertionError(f"{where} is no address that we would open: {ascii(text)[:200]}")

    given = [*LIMITS, f"-dict={dictionary}", f"-artifact_prefix={CORPUS}/{name}-", *sys.argv[1:], str(corpus)]
    atheris.Setup([sys.argv[0], *given], target)
    atheris.Fuzz()


def texts(value: object, where: str) -> Iterator[tuple[str, str]]:
    """Every text within a value of the model, with the names of the fields that lead there."""
    if isinstance(value, enum.Enum | datetime):
        return
    if isinstance(value, str):
        yield where, value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name), f"{where}.{field.name}")
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts(each, where)


def _quoted(word: str) -> str:
    return "".join(
        each if (each.isascii() and each.isalnum()) or each in " <>/=-_:!?[]" else f"\\x{ord(each):02x}"
        for each in word
    )
