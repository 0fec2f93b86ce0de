"""Every message of the source is in the catalogue, is translated, and keeps its placeholders."""

from __future__ import annotations

import ast
import io
import re
import string
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from tests.arch.source import SOURCE, called, trees

LOCALE = SOURCE / "lampungtui" / "locale"
TEMPLATE = LOCALE / "lampungtui.pot"
INDONESIAN = LOCALE / "id" / "LC_MESSAGES" / "lampungtui.po"

ARGUMENTS = {"say": 1, "later": 1, "counted": 2}
"""The functions whose first arguments are messages, and how many of them."""

Id = str | tuple[str, ...]


def catalogue(path: Path) -> Catalog:
    """A catalogue as Babel reads it."""
    with path.open("rb") as file:
        return read_po(file, locale="id")


def messages(of: Catalog) -> dict[Id, Message]:
    """The messages of a catalogue by id, without its header."""
    return {_id(message): message for message in of if message.id}


def _id(message: Message) -> Id:
    return tuple(message.id) if isinstance(message.id, (list, tuple)) else message.id


def forms(entry: Message) -> list[str]:
    """The translation's forms: one, or one for each plural."""
    return [entry.string] if isinstance(entry.string, str) else list(entry.string or ())


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call that takes a message, with where it stands."""
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and called(node) in ARGUMENTS:
                yield f"{path}:{node.lineno}", node


def literal(node: ast.Call) -> Id | None:
    """The message that a call takes, where it is written there; None for a value (`say(command.label)`)."""
    words = node.args[: ARGUMENTS[called(node)]]
    texts = [word.value for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str)]
    if len(texts) < len(words):
        return None
    return texts[0] if len(texts) == 1 else tuple(texts)


def written() -> dict[Id, str]:
    """Every message written in the source, with one place of it."""
    return {message: place for place, node in calls() if (message := literal(node)) is not None}


def placeholders(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_no_message_stands_inside_an_f_string() -> None:
    inside = [
        f"{path}:{node.lineno}"
        for path, tree in trees()
        for joined in ast.walk(tree)
        if isinstance(joined, ast.JoinedStr)
        for node in ast.walk(joined)
        if isinstance(node, ast.Call) and called(node) in ARGUMENTS
    ]
    assert inside == []


def test_no_message_is_put_together_where_it_is_said() -> None:
    composed = [
        place
        for place, node in calls()
        if any(isinstance(word, ast.JoinedStr | ast.BinOp) for word in node.args[: ARGUMENTS[called(node)]])
    ]
    assert composed == []


def test_every_message_was_gathered() -> None:
    found = written()
    assert len(found) > 100
    gathered = messages(catalogue(TEMPLATE))
    assert {message: place for message, place in found.items() if message not in gathered} == {}
    assert set(gathered) <= set(found)


def test_every_message_has_an_indonesian_translation() -> None:
    translated = messages(catalogue(INDONESIAN))
    missing = []
    for message, place in written().items():
        entry = translated.get(message)
        strings = forms(entry) if entry is not None else []
        if entry is None or entry.fuzzy or not strings or not all(text.strip() for text in strings):
            missing.append(f"{place}: {message}")
    assert missing == []


def test_a_translation_keeps_the_placeholders_of_its_message() -> None:
    wrong = []
    for message, entry in messages(catalogue(INDONESIAN)).items():
        wanted = placeholders(message if isinstance(message, str) else message[-1])
        wrong += [f"{message}: {text}" for text in forms(entry) if placeholders(text) != wanted]
    assert wrong == []


def test_the_compiled_catalogue_is_the_written_one() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(INDONESIAN))
    compiled.seek(0)
    with INDONESIAN.with_suffix(".mo").open("rb") as file:
        shipped = {key: entry.string for key, entry in messages(read_mo(file)).items()}
    assert shipped == {key: entry.string for key, entry in messages(read_mo(compiled)).items()}


def test_what_is_polled_has_one_word_in_indonesian() -> None:
    """Sumber. `feeds` is a command and a table, JSON Feed a format."""
    other = re.compile(r"(?<!JSON )\b(feed|umpan)\b", re.IGNORECASE)
    messages_by_id = messages(catalogue(INDONESIAN))
    assert [text for entry in messages_by_id.values() for text in forms(entry) if other.search(text)] == []
