"""Edits of any file of subscriptions that a person might write: they mean what they say and keep every other line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lampungtui.foreign import Address, Line
from lampungtui.model import FeedKind
from lampungtui.outlets.source import Source
from lampungtui.outlets.subscribing import Setting, Subscribing
from lampungtui.outlets.subscriptions import (
    Override,
    OwnFeed,
    Subscriptions,
    parse_subscriptions,
    read_subscriptions,
)

KOPI = Address("https://kopi.example/feed")


@dataclass(frozen=True)
class Sheet:
    """A file that a person might write: its text in pieces, and what it says."""

    head: str
    pieces: tuple[str, ...]
    said: Subscriptions

    @property
    def text(self) -> str:
        return self.head + "".join(self.pieces)


REMARKS = ("", "", "\n", "# catatan\n", "\n# [[feeds]] 'dan\" lain-lain\n\n", "\n\n\n", '# """ {[\n', "#\u2028\n\n")
IDS = ("a", "b", "kabar-kota")
LISTED = ("siger/politik", "siger/ekbis", "sekura/a-b")
SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(("Kabar", "[[feeds]]", "a # b", "Kabar 'Kota'", 'Pasar "Induk"', "kopi\\teh", "é…")),
        "muted": st.booleans(),
        "paused": st.booleans(),
        "keep": st.integers(1, 9_999),
        "interval": st.integers(1, 999),
    },
)
VALUES = st.dictionaries(
    st.sampled_from(("paused", "muted", "keep", "interval", "images")), st.integers(1, 500), min_size=1, max_size=3
).map(lambda found: {key: value if key in ("keep", "interval") else value % 2 == 0 for key, value in found.items()})


@st.composite
def keys(draw: st.DrawFn, values: Mapping[str, Setting]) -> str:
    """Keys with odd spacing and comments."""
    lines = []
    for key, value in values.items():
        if isinstance(value, bool):
            said = "true" if value else "false"
        elif isinstance(value, int):
            said = str(value)
        else:
            escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
            said = draw(st.sampled_from((f'"{escaped}"', f'"""{escaped}"""', f'"""\\\n   {escaped}"""')))
        mark = draw(st.sampled_from((" = ", "=", "   =  ")))
        lines.append(
            f"{draw(st.sampled_from(('', '  ')))}{key}{mark}{said}{draw(st.sampled_from(('', '  # ya', ' ')))}\n"
        )
        lines.append(draw(st.sampled_from(("", "", "", "# di sini\n"))))
    return "".join(lines)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    head = draw(st.sampled_from(("", "# Kepala.\n\n", "# Kepala.\n", "\n")))
    outlets = draw(st.sampled_from((None, [], ["a"], ["a", "b", "c"])))
    if outlets is not None:
        lines = "".join(f'  "{each}", # {each}\n' for each in outlets)
        head += draw(
            st.sampled_from((f"outlets = {str(outlets).replace(chr(39), chr(34))}\n", f"outlets = [\n{lines}]\n"))
        )
    pieces: list[str] = []
    for name in draw(st.permutations([*IDS, *LISTED])):
        if not draw(st.booleans()):
            continue
        pieces.append(draw(st.sampled_from(REMARKS)))
        values: Mapping[str, Setting] = cast("Mapping[str, Setting]", draw(SETTINGS))
        if name in IDS:
            text = draw(st.sampled_from(("[[feeds]]\n", "[[ feeds ]]  # punyaku\n")))
            text += draw(keys({"id": name, "url": f"http://{name}.example/feed", **values}))
            text += draw(
                st.sampled_from(("", "", '[feeds.headers]\nX-Key = "a" # kunci\n', 'headers = {X-Key = "a"}\n'))
            )
        else:
            text = f'[settings."{name}"]{draw(st.sampled_from(("", "  # setelan")))}\n' + draw(keys(values))
        pieces.append(text)
    pieces.append(draw(st.sampled_from(REMARKS)))
    said = parse_subscriptions(Source(Path("subscriptions.toml"), head + "".join(pieces)))
    return Sheet(head, tuple(pieces), said)


def survives(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether all lines of `before` stand in `after`, in their order."""
    rest = iter(after)
    return all(any(line == other for other in rest) for line in before)


def lines_of(text: str) -> list[str]:
    return text.split("\n")


def set_in(said: Subscriptions, feed_id: str, values: Mapping[str, Setting]) -> Subscriptions:
    """What is said after a setting, by the meaning of it."""

    def over(was: Override) -> Override:
        interval = values.get("interval", was.interval_minutes)
        given = {key: value for key, value in values.items() if key != "interval"}
        assert interval is None or isinstance(interval, int)
        return replace(was, interval_minutes=interval, settings=replace(was.settings, **given))  # type: ignore[arg-type]

    own = tuple(replace(each, override=over(each.override)) if each.feed_id == feed_id else each for each in said.feeds)
    if feed_id.startswith("own/"):
        return replace(said, feeds=own)
    return replace(said, settings={**said.settings, feed_id: over(said.settings.get(feed_id, Override()))})


@settings(max_examples=120, deadline=None)
@given(sheet=sheets(), data=st.data())
def test_any_edit_of_any_file_means_what_it_says_and_keeps_every_other_line(
    tmp_path_factory: pytest.TempPathFactory, sheet: Sheet, data: st.DataObject
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    ends = data.draw(st.sampled_from(("\n", "\r\n")))
    text = sheet.text.replace("\n", ends)
    path.write_bytes(text.encode())
    file = Subscribing(path)
    own = [each.feed_id for each in sheet.said.feeds]
    kinds = ["choose", "add", "set", "unset"] + (["remove"] if own else [])
    kind = data.draw(st.sampled_from(kinds))
    before, said = lines_of(text), sheet.said
    match kind:
        case "choose":
            ids = data.draw(st.lists(st.sampled_from("abcdefg"), unique=True))
            edit = file.choose_outlets(ids)
            now = read_subscriptions(path)
            assert now.outlets is not None
            assert sorted(now.outlets) == sorted(ids)
            assert replace(now, outlets=said.outlets) == said
            assert survives(lines_of("".join(sheet.pieces).replace("\n", ends)), lines_of(path.read_bytes().decode()))
        case "add":
            _, edit = file.add(KOPI, kind=FeedKind.RSS, name=Line("Kabar Kopi"))
            now = read_subscriptions(path)
            # It comes last, whatever stands behind it in the file.
            assert replace(now, feeds=now.feeds[:-1]) == said
            assert now.feeds[-1].url == KOPI
            assert survives(before[:-1], lines_of(path.read_bytes().decode()))
        case "set":
            feed_id = data.draw(st.sampled_from([*own, *LISTED]))
            values = data.draw(VALUES)
            edit = file.set(feed_id, values)
            assert read_subscriptions(path) == set_in(said, feed_id, values)
            kept = [line for line in before[:-1] if not any(line.lstrip().startswith(key) for key in values)]
            assert survives(kept, lines_of(path.read_bytes().decode()))
        case "unset":
            feed_id = data.draw(st.sampled_from([*own, *LISTED]))
            edit = file.set(feed_id, {"muted": None, "paused": None})
            now = read_subscriptions(path)
            meant = set_in(said, feed_id, {"muted": False, "paused": False})
            empty = {each: over for each, over in meant.settings.items() if each in said.settings and each != feed_id}
            assert now.feeds == meant.feeds
            assert {each: over for each, over in now.settings.items() if each != feed_id} == empty
            assert now.settings.get(feed_id, meant.settings.get(feed_id)) == meant.settings.get(feed_id)
            assert survives(lines_of(path.read_bytes().decode())[:-1], before)
            comments = [line for line in before if line.startswith("#")]
            assert survives(comments, lines_of(path.read_bytes().decode()))
        case _:
            gone = data.draw(st.sampled_from(own))
            edit = file.remove(gone)
            left: tuple[OwnFeed, ...] = tuple(each for each in said.feeds if each.feed_id != gone)
            assert read_subscriptions(path) == replace(said, feeds=left)
            assert survives(lines_of(path.read_bytes().decode())[:-1], before)
    file.redo(edit.undone)
    assert path.read_bytes().decode() == text
