"""The sentences of failures in a person's language: every one that the code can say, and how they are put together."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.arch.source import trees
from tests.telling.spoken import GAP, Spoken, spoken, without_places

from lampungtui.config.handwritten import values_of
from lampungtui.errors import ConfigError, StoreError
from lampungtui.fetch.errors import by_status
from lampungtui.foreign import Address
from lampungtui.language import say, use_language
from lampungtui.newsroom.candidates import Step
from lampungtui.newsroom.sights import NAMES_NONE, Missed, NothingFound
from lampungtui.newsroom.typed_address import NoAddress, Unusable
from lampungtui.store.waiting import NotYetStored
from lampungtui.telling.failures import error_words
from lampungtui.telling.known import SENTENCES, elsewhere
from lampungtui.telling.sentences import sentence_words

UNTOLD = {
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
}

FOLLOWED_ELSEWHERE = {
    "what": "what `_File.error` is given",
    "reason": "what `_Found.refuse` is given",
    "answer.sentence": "what the workshop's child was refused with",
    "str(error)": "an error's sentence, kept",
    "str(error.__cause__ or error)": "SQLite's own words for what is damaged",
    "found": "SQLite's own words for what is damaged",
    "tuple(troubles)": "a list that is added to",
    "broken if len(posts) <= ITEM_LIMIT else (*broken, f'only the first {ITEM_LIMIT} posts were read')": "the same",
    "(*reading.troubles, f'a further page: {error}')": "the same",
}
"""What is given as a sentence, and is made where it is heard too."""

FILLED = ("kopi", "it's", "'a' or \"b\"", "a: b", "a; b", "https://kabar.example/?a=1&b=2", "a\nb")
"""What may stand in a gap."""

WORDS_OF_OURS = {
    "sentence": "the server did not answer in time",
    "form": "a whole number",
    "reason": "Permission denied",
}


@pytest.fixture(autouse=True)
def in_indonesian() -> Iterator[None]:
    use_language("id")
    yield
    use_language("en")


@pytest.fixture(scope="module")
def heard() -> Spoken:
    """What the source says."""
    return spoken()


def test_every_sentence_that_can_be_said_has_words(heard: Spoken) -> None:
    known = {re.sub(r"\{\w+\}", GAP, sentence) for sentence in SENTENCES}
    said = {without_places(sentence) for sentence in heard.sentences}
    assert len(said) > 200
    assert said - known - UNTOLD == set()
    assert said >= UNTOLD, "those that are gone need no exception"


def test_no_sentence_is_passed_over(heard: Spoken) -> None:
    assert {words: place for words, place in heard.unseen.items() if words not in FOLLOWED_ELSEWHERE} == {}
    assert set(heard.unseen) == set(FOLLOWED_ELSEWHERE)


def test_there_are_no_words_for_what_nobody_says(heard: Spoken) -> None:
    said = {without_places(sentence) for sentence in heard.sentences}
    ours = [sentence for sentence in SENTENCES if sentence not in elsewhere.SENTENCES]
    unsaid = {sentence for sentence in ours if re.sub(r"\{\w+\}", GAP, sentence) not in said}
    assert {sentence for sentence in unsaid if "(HTTP {status})" not in sentence} == {
        "the JSON breaks off; what came before was read"  # handed on as a constant
    }


def test_no_person_is_told_an_error_as_it_is() -> None:
    assert set(told_as_they_are()) == {
        "lampungtui/commands/documents.py",  # for programs, as JSON
        "lampungtui/ui/screens/reading.py",  # kept, and told by its sentence
        "lampungtui/ui/screens/sharing.py",  # looked at
    }


def told_as_they_are() -> Iterator[str]:
    """The files in which an error that was caught is made text by itself, where a person is spoken to."""
    for path, tree in trees():
        if not path.startswith(("lampungtui/ui/", "lampungtui/commands/", "lampungtui/plain/", "lampungtui/cli.py")):
            continue
        for caught in (node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)):
            for node in ast.walk(caught):
                match node:
                    case ast.Call(func=ast.Name(id="str"), args=[ast.Name(id=name)]) if name == caught.name:
                        yield path
                    case ast.FormattedValue(value=ast.Name(id=name)) if name == caught.name:
                        yield path


@pytest.mark.parametrize("filled", FILLED)
def test_no_sentence_is_taken_for_another(filled: str) -> None:
    wrong = {}
    for template in SENTENCES:
        names = {name for _, name, _, _ in string.Formatter().parse(template) if name}
        english = template.format(**{name: WORDS_OF_OURS.get(name, filled) for name in names})
        words = {name: say(WORDS_OF_OURS[name]) if name in WORDS_OF_OURS else filled for name in names}
        indonesian = say(template).format(**words)
        for place in ("", "/home/ani/.config/lampungtui/config.toml:3: ", "/rumah: ani; siti/a: "):
            if sentence_words(place + english) != place + indonesian:
                wrong[place + english] = sentence_words(place + english)
    assert wrong == {}


@pytest.mark.parametrize(
    "text",
    [
        "a = tapis", "= 1", "a 1", "a = 1 2", "[a\n", "[[a]\n", 'a = "kopi', "a = [1, 2", "a = {b = 1", "a = 1\na = 2",
        "[a]\n[a]\n", "a.b = 1\n[a]\nc = 2\n[a.b]\n", "a = {b = 1, b = 2}", "a = 2024-13-45", 'a = "\\q"', 'a = "\\uD800"',
        'a = "\x01"', "a = {b = 1}\n[a.c]\n", "a = 'x\ny'", 'a = "\\u12"', "a\x00 = 1", "a = 1\r", "[a]\nb = 1\n[a.b]\n",
        "a = {b.c = 1, b.c.d = 2}",
    ],
)  # fmt: skip
def test_what_is_no_toml_is_told_with_its_place_and_no_english(text: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        values_of(text, tmp_path / "config.toml")
    with pytest.raises(tomllib.TOMLDecodeError) as theirs:
        tomllib.loads(text)
    told = error_words(caught.value)
    assert re.match(rf"{re.escape(str(tmp_path))}/config\.toml:\d+: bukan TOML yang sah (di kolom \d+|di akhir)", told)
    assert "Inggris" not in told
    # Their first words, but for what is quoted of the file.
    assert str(theirs.value)[:8] not in told


@pytest.mark.parametrize("reason", Unusable)
def test_every_reason_why_an_address_is_none_has_words(reason: Unusable) -> None:
    told = error_words(NoAddress(reason))
    assert told
    assert told != str(NoAddress(reason))
    assert "Inggris" not in told


def test_what_was_tried_in_vain_is_told_piece_by_piece() -> None:
    home = Address("https://kabar.example/")
    missed = [
        Missed(Step.TYPED, home, NAMES_NONE, "the page names no feed"),
        Missed(Step.USUAL, Address("https://kabar.example/feed/"), "refused", "the server refuses connections"),
        Missed(Step.USUAL, Address("https://kabar.example/rss"), "refused", "the server refuses connections"),
    ]
    error = NothingFound(home, missed, cut=True)
    assert error_words(error) == (
        "tidak ada yang dapat diikuti di https://kabar.example (/: halamannya tidak menyebut sumber; "
        "/feed/, /rss: servernya menolak sambungan; setelah 12 permintaan tidak ada lagi yang dicoba)"
    )
    use_language("en")
    assert error_words(error) == str(error)


def test_what_waits_to_be_stored_is_told_by_what_the_disk_said() -> None:
    try:
        raise NotYetStored("not stored yet, kept in memory and tried again: ...") from StoreError("...")
    except NotYetStored as error:
        assert error_words(error).startswith("Cakram tidak bisa ditulisi.")


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
            "bentuk sumber itu tidak benar; yang terbaca sudah dibaca; hanya 2 dari 3 butir pertama yang dibaca",
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


def test_an_address_tried_with_both_schemes_is_told_in_full() -> None:
    home, other = Address("http://localhost:1/"), Address("https://localhost:1/")
    missed = [Missed(Step.TYPED, each, "refused", "the server refuses connections") for each in (other, home)]
    error = NothingFound(home, missed, cut=False)
    assert str(error).endswith("(https://localhost:1/, http://localhost:1/: the server refuses connections)")
