"""What searches, saved views, rules and marks cost in a large cache: `.venv/bin/python -m bench.standing [--articles N]`.

The cache is that of `bench/archive.py`, some of its articles about given words, and is kept in `--home` for the
next run. Every figure is the middle one of `--rounds`, in milliseconds.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from bench.archive import archive

from lampungtui.folders import Folders
from lampungtui.model import (
    Grouping,
    Order,
    RuleDraft,
    RuleKind,
    View,
    ViewKind,
)
from lampungtui.newsroom.window import HeadlineWindow
from lampungtui.query import parse
from lampungtui.store import Store

MARKED = 50_000


class Stopwatch:
    """Takes the time of asking, several times."""

    def __init__(self, rounds: int) -> None:
        self._rounds = rounds

    def ask(self, name: str, question: Callable[[], object]) -> None:
        """A question that answers at once."""
        times, said = [], ""
        for _ in range(self._rounds):
            began = time.perf_counter()
            answer = question()
            times.append(time.perf_counter() - began)
            said = f"{len(answer)}" if isinstance(answer, list | dict) else str(answer)[:60]
        print(f"{name:<58}{statistics.median(times) * 1000:>9.1f} ms   {said}", flush=True)

    async def change(self, name: str, change: Callable[[], Awaitable[object]]) -> object:
        """A change, once."""
        began = time.perf_counter()
        answer = await change()
        print(f"{name:<58}{(time.perf_counter() - began) * 1000:>9.1f} ms", flush=True)
        return answer


async def measure(store: Store, rounds: int) -> None:
    """Asks and changes what the screen asks and changes."""
    watch = Stopwatch(rounds)
    for typed in (
        "aman", '"keamanan"', "k", "ke", "banjir OR konser", "kopi status:belum umur:<30h", "daerah:metro konser",
        "media:media-3", "ada:gambar", "-kopi",
    ):  # fmt: skip
        watch.ask(f"search: {typed}", lambda typed=typed: store.ids_of(View(ViewKind.SEARCH, typed)))  # type: ignore[misc]
    for typed in ("aman", "ke"):
        watch.ask(
            f"search, most relevant first: {typed}",
            lambda typed=typed: store.ids_of(View(ViewKind.SEARCH, typed), order=Order.RELEVANT),  # type: ignore[misc]
        )
    newest = store.newest_id()
    for typed in ("aman", "daerah:metro -kopi", "editor:siti banjir"):
        watch.ask(
            f"asked of the newest article: {typed}",
            lambda typed=typed: store.standing.holding(parse(typed), first=newest, last=newest),  # type: ignore[misc]
        )
        watch.ask(
            f"asked of the newest 50: {typed}",
            lambda typed=typed: store.standing.holding(parse(typed), first=newest - 49, last=newest),  # type: ignore[misc]
        )
    watch.ask("all tallies", store.tallies)
    for kind in (ViewKind.ALL, ViewKind.TODAY, ViewKind.HIDDEN):
        window = HeadlineWindow(store, View(kind), as_of=store.newest_id())
        watch.ask(f"first page: {kind}", lambda window=window: window.at(0) is not None)  # type: ignore[misc]
    for grouping in (Grouping.OUTLET, Grouping.REGION):
        watch.ask(
            f"grouped by {grouping}",
            lambda grouping=grouping: store.ids_of(View(ViewKind.ALL), grouping=grouping),  # type: ignore[misc]
        )
    for name, query in (("Aman", "aman"), ("Luas", "status:belum"), ("Wilayah", "daerah:metro (banjir OR kopi)")):
        await store.standing.save_view(name, query, Order.NEWEST, Grouping.NONE)
        await watch.change(f"counting saved views, {query} among them", store.standing.count_views)
    for view in store.standing.saved_views():
        print(f"    {view.name}: {view.tally}")
    for _ in range(3):
        await store.undo()
    for draft in (RuleDraft(RuleKind.MUTE, "konser"), RuleDraft(RuleKind.HIGHLIGHT, "aman")):
        await watch.change(f"preview of a rule: {draft.query}", lambda draft=draft: store.standing.preview_rule(draft))  # type: ignore[misc]
        await watch.change(f"making it: {draft.kind}", lambda draft=draft: store.standing.make_rule(draft))  # type: ignore[misc]
        await watch.change("undoing it", store.undo)
    ids = list(range(newest - MARKED + 1, newest + 1))
    await store.set_read(ids, False, by_hand=False)
    for name, change in (
        ("read", lambda: store.set_read(ids, True)),
        ("saved", lambda: store.set_saved(ids, True)),
        ("hidden", lambda: store.set_hidden(ids, True)),
        ("tagged", lambda: store.set_tag(ids, "semua", True)),
    ):
        await watch.change(f"{MARKED} {name}", change)
        await watch.change("undoing it", store.undo)


async def run(home: Path, chosen: argparse.Namespace) -> None:
    """Opens the cache, and measures."""
    store = Store.open(Folders.under(home).data)
    try:
        await measure(store, chosen.rounds)
    finally:
        store.close()


def main() -> None:
    """Measures what the options ask for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=200_000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--home", type=Path, default=Path(tempfile.gettempdir()) / "bench-standing")
    chosen = options.parse_args()
    asyncio.run(run(archive(chosen.home, chosen.articles), chosen))


if __name__ == "__main__":
    main()
