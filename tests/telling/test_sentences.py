"""The sentences of failures in a person's language: every one that the code can raise, and how they are put together."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import lampungtui
from lampungtui.fetch.errors import by_status
from lampungtui.language import use_language
from lampungtui.telling.sentences import SENTENCES, sentence_words

SOURCE = Path(lampungtui.__file__).parent
RAISED = (
    "ReadingError",
    "NotAFeed",
    "EmptyDocument",
    "NoArticle",
    "Unfetched",
    "WorkshopError",
    "_Refusal",
    "Unusable",
    "NoBrowser",
)
"""What is raised with a sentence that ends up in a list of sources, beside a file, in a toast, or in what `probe` says."""

ELSEWHERE = {
    "the server {} (HTTP {})",  # by its status: `test_every_status_has_words`
    "the server sent a page instead of a picture",  # of pictures, which nobody is told: their words stand there
    "the picture is too small or too slim to show",
    "the picture is damaged or breaks off",
    "the picture has too many pixels",
    "this is no picture that can be shown",
    "the workshop answered a feed with something else",  # faults of ours
    "the workshop answered a page with something else",
    "the workshop answered a question for pointers with something else",
    "the workshop answered a picture with something else",
    "the workshop answered a drawing with something else",
    "{}: cannot be read: {}",  # of the words of a command, which are told as every mistake in them is
    "there is no category '{}'; 'lampungtui feeds --json' shows those in use",
}


@pytest.fixture(autouse=True)
def in_indonesian() -> Iterator[None]:
    use_language("id")
    yield
    use_language("en")


def sentences_raised() -> set[str]:
    """Every sentence that stands in the source where one of those errors is made; what is filled in stands as `{}`."""
    found = set()
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            if name in RAISED and isinstance(node, ast.Call):
                found |= {words for given in node.args for words in _words(given)}
    return found


def _words(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    elif isinstance(node, ast.IfExp):
        yield from _words(node.body)
        yield from _words(node.orelse)


def test_every_sentence_that_can_be_raised_has_words() -> None:
    known = {re.sub(r"\{\w+\}", "{}", sentence) for sentence in SENTENCES}
    raised = sentences_raised()
    assert len(raised) > 50
    assert raised - known - ELSEWHERE == set()
    assert raised >= ELSEWHERE, "those that are gone need no exception"


@pytest.mark.parametrize("status", [304, 401, 402, 403, 404, 410, 418, 429, 451, 500, 502, 503])
def test_every_status_has_words(status: int) -> None:
    told = sentence_words(str(by_status(status, None)))
    assert f"(HTTP {status})" in told
    assert "Inggris" not in told


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("the server refuses connections", "servernya menolak sambungan"),
        ("no whole answer within 30 seconds", "tidak ada jawaban utuh dalam 30 detik"),
        (
            "the server's certificate cannot be trusted (certificate has expired)",
            "sertifikat servernya tidak dapat dipercaya (sertifikatnya kedaluwarsa)",
        ),
        (
            "the server's certificate cannot be trusted (EE certificate key too weak)",
            "sertifikat servernya tidak dapat dipercaya (EE certificate key too weak)",
        ),
        (
            "the feed is not well-formed; what could be read was read; only the first 2 of 3 items were read",
            "bentuk feed itu tidak benar; yang terbaca sudah dibaca; hanya 2 dari 3 butir pertama yang dibaca",
        ),
        (
            "a further page: the server did not answer in time",
            "halaman lanjutan: servernya tidak menjawab pada waktunya",
        ),
        ("a moth sat on the wire", "a moth sat on the wire (hanya dalam bahasa Inggris)"),
        (
            "a moth sat on the wire; the connection broke off",
            "a moth sat on the wire (hanya dalam bahasa Inggris); sambungannya terputus",
        ),
        ("https://kabar.example/feed/", "https://kabar.example/feed/"),
    ],
)
def test_a_sentence_is_told_in_the_language_of_the_screen(english: str, indonesian: str) -> None:
    assert sentence_words(english) == indonesian
    use_language("en")
    assert sentence_words(english) == english
