"""`lampungtui add` and `lampungtui import`: following what an address offers, or what a list of feeds names."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Final

from lampungtui.commands.newsroom import in_newsroom
from lampungtui.commands.output import cell, console, line
from lampungtui.discretion import discreet
from lampungtui.errors import Unusable
from lampungtui.foreign import clean_line
from lampungtui.language import counted, say
from lampungtui.model import FeedKind
from lampungtui.newsroom.candidates import Candidate
from lampungtui.newsroom.opening import Opened
from lampungtui.newsroom.sights import Looking, NothingFound
from lampungtui.outlets.categories import category as category_of
from lampungtui.outlets.subscriptions import place_of
from lampungtui.telling.failures import error_words
from lampungtui.telling.finding import amount_words, candidate_name, kind_words, looking_words, step_words
from lampungtui.telling.sentences import sentence_words

FAILED: Final = 1


def add(address: str, *, category: str | None, yes: bool, home: Path | None) -> int:
    """Finds what can be followed at an address, shows it with its newest headlines, and follows one.

    Without `yes` the person is asked which one; the first is the surest. Returns 0 when something is followed now, 1 where
    nothing was found or wanted. Raises SubscriptionsError where it is followed already, NoAddress for what is none.
    """
    if category is not None and category_of(category) is None:
        raise Unusable(
            f"there is no category '{clean_line(category, 60)}'; 'lampungtui feeds --json' shows those in use"
        )

    async def run(opened: Opened) -> int:
        candidates: list[Candidate] = []
        try:
            async with aclosing(opened.room.discovery().watch(address)) as sights:
                async for sight in sights:
                    if isinstance(sight, Looking) and sys.stderr.isatty():
                        line(f"{looking_words(sight.step)} {discreet(clean_line(sight.url))}", error=True)
                    elif isinstance(sight, Candidate):
                        candidates.append(sight)
                        _tell_candidate(len(candidates), sight)
                        if yes:
                            break
        except NothingFound as error:
            line(error_words(error), error=True)
            return FAILED
        chosen = candidates[0] if yes else await _choice(candidates)
        if chosen is None:
            line(say("Nothing was added."))
            return FAILED
        feed = await opened.sources.follow(chosen, category=category)
        line(say("Followed from now on: {name}").format(name=clean_line(f"{feed.title} ({feed.id})")))
        return 0

    return in_newsroom(home, run)


def _tell_candidate(number: int, candidate: Candidate) -> None:
    from rich.padding import Padding
    from rich.text import Text

    out = console()
    out.print(Text.assemble((f"{number}. ", "bold"), cell(candidate_name(candidate), "bold")))
    margin = (0, 0, 0, 3)
    how = f"{kind_words(candidate.kind)} · {step_words(candidate.found)} · {amount_words(candidate)}"
    out.print(Padding(cell(discreet(candidate.url), "dim"), margin, expand=False))
    out.print(Padding(cell(how), margin, expand=False))
    for title in candidate.newest:
        out.print(Padding(cell(f"• {title}"), margin, expand=False))


async def _choice(candidates: Sequence[Candidate]) -> Candidate | None:
    """The candidate that the person wants; without a person to ask, none."""
    if not sys.stdin.isatty():
        line(say("Say --yes to follow the first one."), error=True)
        return None
    question = say("Which one? [1-{n}, Enter for 1, 0 for none] ").format(n=len(candidates))
    while typed := await _answer(question):
        given = typed.strip() or "1"
        if given.isdecimal() and 0 <= int(given) <= len(candidates):
            return candidates[int(given) - 1] if int(given) else None
    return None


async def _answer(question: str) -> str:
    """The line that the person types, empty where the input ends; Ctrl+C ends the waiting too."""
    sys.stdout.write(question)
    sys.stdout.flush()
    loop = asyncio.get_running_loop()
    typed: asyncio.Future[str] = loop.create_future()

    def read() -> None:
        if not typed.done():
            typed.set_result(sys.stdin.readline())

    loop.add_reader(sys.stdin.fileno(), read)
    try:
        return await typed
    finally:
        loop.remove_reader(sys.stdin.fileno())


def import_feeds(file: str, *, home: Path | None) -> int:
    """Follows every good feed of an OPML file (or a plain list of addresses) in one step, and names each refused one.

    Returns 0 when all were good, 1 when some were refused. Raises ReadingError for a file that is no such list.
    """
    from lampungtui.feeds.opml import FILE_LIMIT, Refused, read_opml

    try:
        if file == "-":
            document = sys.stdin.buffer.read(FILE_LIMIT + 1)
        else:
            with Path(file).open("rb") as opened_file:
                document = opened_file.read(FILE_LIMIT + 1)
    except OSError as error:
        raise Unusable(f"{clean_line(file)}: cannot be read: {error.strerror or error}") from error
    reading = read_opml(document)

    async def run(opened: Opened) -> int:
        refused = list(reading.refused)
        wanted = []
        places: set[str] = set()
        followed = {place_of(feed.url): feed for feed in opened.room.feeds}
        for outline in reading.outlines:
            there = followed.get(place_of(outline.url))
            if there is not None:
                refused.append(Refused(outline.title, f"it is followed already, as '{opened.sources.called(there)}'"))
                continue
            if place_of(outline.url) in places:
                refused.append(Refused(outline.title, "it is in the list twice"))
                continue
            places.add(place_of(outline.url))
            folder = next((path for name in reversed(outline.folders) if (path := _category_named(name))), None)
            wanted.append((outline.url, outline.kind or FeedKind.RSS, outline.title, folder))
        if wanted:
            opened.sources.add_all(wanted)
        for trouble in reading.troubles:
            line(f"! {sentence_words(trouble)}", error=True)
        for each in refused:
            line(discreet(clean_line(f"! {each.said}: {sentence_words(each.reason)}")), error=True)
        line(
            say("{good} from now on, {bad}").format(
                good=counted("{n} feed followed", "{n} feeds followed", len(wanted)),
                bad=counted("{n} refused", "{n} refused", len(refused)),
            )
        )
        return FAILED if refused else 0

    return in_newsroom(home, run)


def _category_named(name: str) -> str | None:
    """The rubric that a folder's name means, by our names and those that outlets commonly use."""
    from lampungtui.outlets.categories import category_tree, common_labels

    folded = name.casefold()
    own = {label.casefold(): each.path for each in category_tree() for label in (each.name_id, each.name_en, each.path)}
    return own.get(folded) or common_labels().get(folded)
