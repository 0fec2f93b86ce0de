"""What a person does to their sources: choosing outlets, adding feeds, renaming, moving, pausing and letting go, with undo.

Everything is an edit of the file of subscriptions; what it then says is what the newsroom follows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lampungtui.config import Config
from lampungtui.discretion import discreet
from lampungtui.errors import SubscriptionsError
from lampungtui.folders import Folders
from lampungtui.foreign import Address, Line
from lampungtui.model import Feed, FeedKind, Outlet
from lampungtui.newsroom.candidates import Candidate
from lampungtui.newsroom.room import Newsroom
from lampungtui.newsroom.source_journal import Done, SourceJournal
from lampungtui.outlets.subscribing import Edit, Setting, Subscribing
from lampungtui.outlets.subscriptions import OWN, Subscriptions, followed, place_of, read_subscriptions

__all__ = ["Done", "Sources"]


class Sources:
    """The sources of one newsroom, and the file that says what they are."""

    def __init__(self, room: Newsroom, folders: Folders, catalogue: Sequence[Outlet], chosen: Sequence[str]) -> None:
        self.room = room
        self.catalogue = tuple(catalogue)
        self._chosen = chosen
        self._path = folders.subscriptions_file
        self._file = Subscribing(self._path)
        self._stamp = self._stamped()
        self._journal = SourceJournal(folders.source_journal)

    # ------------------------------------------------------------------ what is followed

    @property
    def anything_chosen(self) -> bool:
        """Whether the person has said, in any way, what they want to read."""
        return bool(self._chosen) or self._path.exists()

    def subscriptions(self) -> Subscriptions:
        """What the file says now. Raises ProfileError with file and line."""
        return read_subscriptions(self._path)

    def chosen_ids(self) -> frozenset[str]:
        """The outlets of the catalogue that are read; one where only feeds of the person's own are read is not."""
        return frozenset(
            outlet.id
            for outlet in self.catalogue
            if outlet.id in self.room.outlets
            and not all(feed.id.startswith(f"{OWN}/") for feed in self.room.outlets[outlet.id].feeds)
        )

    def reread(self) -> bool:
        """Follows what the file says, where somebody changed it; returns whether that changed anything.

        Raises ProfileError with file and line for one that a person broke; what was followed stays.
        """
        stamp = self._stamped()
        if stamp == self._stamp:
            return False
        self._stamp = stamp
        before = self.room.feeds
        self._follow()
        return self.room.feeds != before

    def use_chosen(self, config: Config) -> bool:
        """Follows the outlets that the settings name from now on, where no others were chosen in the program; returns
        whether that changed anything. Raises ConfigError for an id that no profile has; then nothing changes.
        """
        check_chosen(config, self.catalogue)
        self._chosen = config.outlets
        before = self.room.feeds
        self._follow()
        return self.room.feeds != before

    def feed_at(self, url: Address) -> Feed | None:
        """The feed that is followed at an address, be it written with http or https."""
        place = place_of(url)
        return next((feed for feed in self.room.feeds if place_of(feed.url) == place), None)

    def called(self, feed: Feed) -> str:
        """What a feed is called where its outlet has several: `Tribun Lampung: Terkini`."""
        outlet = self.room.outlet(feed.outlet_id)
        return feed.title if outlet is None or outlet.name == feed.title else f"{outlet.name}: {feed.title}"

    # ------------------------------------------------------------------ changes

    def choose_outlets(self, ids: Sequence[str]) -> None:
        """Reads these outlets of the catalogue from now on."""
        known = {outlet.id for outlet in self.catalogue}
        self._make("chosen", Line(""), lambda: self._file.choose_outlets([each for each in ids if each in known]))

    def add(self, url: Address, *, kind: FeedKind, name: Line, category: str | None = None) -> Feed:
        """Follows a feed; returns it. Raises SubscriptionsError where it is followed already."""
        there = self.feed_at(url)
        if there is not None:
            raise SubscriptionsError(f"{discreet(url)} is followed already, as '{self.called(there)}'")
        feed_id = ""

        def change() -> Edit:
            nonlocal feed_id
            feed_id, edit = self._file.add(url, kind=kind, name=name, category=category)
            return edit

        self._make("added", name, change)
        return self._feed(feed_id)

    async def follow(self, candidate: Candidate, *, name: Line | None = None, category: str | None = None) -> Feed:
        """Follows what discovery found, and stores what it downloaded: no second request. Returns the feed.

        A feed of the catalogue is followed by reading its outlet. Raises SubscriptionsError where it is followed already.
        """
        if candidate.feed is not None and candidate.outlet is not None:
            if candidate.outlet.id in self.chosen_ids():
                raise SubscriptionsError(f"{candidate.outlet.name} is read already")
            feed = self._follow_known(candidate.feed, candidate.outlet, category)
        else:
            feed = self.add(candidate.url, kind=candidate.kind, name=name or candidate.title, category=category)
        await self.room.keep_first(feed, candidate)
        return feed

    def _follow_known(self, feed: Feed, outlet: Outlet, category: str | None) -> Feed:
        ids = [each.id for each in self.catalogue if each.id in self.chosen_ids() or each.id == outlet.id]

        def change() -> Edit:
            # What can be refused comes first: then nothing is changed.
            set_first = self._file.set(feed.id, {"category": category}) if category is not None else None
            edit = self._file.choose_outlets(ids)
            return edit if set_first is None else Edit(set_first.before, edit.after)

        self._make("added", outlet.name, change)
        return self._feed(feed.id)

    def add_all(self, feeds: Sequence[tuple[Address, FeedKind, Line, str | None]]) -> list[Feed]:
        """Follows several feeds, all or none of them; returns them."""
        ids: list[str] = []

        def change() -> Edit:
            added, edit = self._file.add_all(feeds)
            ids.extend(added)
            return edit

        self._make("imported", Line(""), change)
        there = {feed.id: feed for feed in self.room.feeds}
        return [there.get(feed_id) or self._feed(feed_id) for feed_id in ids]

    def set(self, feed: Feed, changes: Mapping[str, Setting], *, what: str = "set") -> None:
        """Changes settings of a feed: `name`, `category`, `interval` (minutes), `full_text`, `images`, `muted`, `paused`,
        `keep`, `user_agent`, `headers` (all of them); None takes a setting away."""
        self._make(what, feed.title, lambda: self._file.set(feed.id, changes))

    def pause(self, feed: Feed, *, paused: bool) -> None:
        """Stops asking a feed, or asks it again; its articles stay."""
        self.set(feed, {"paused": True if paused else None}, what="paused" if paused else "resumed")

    def remove(self, feed: Feed) -> None:
        """Lets go of a feed; its articles stay. One of the catalogue goes with its outlet where it is the last one."""
        outlet = self.room.outlets[feed.outlet_id]
        if feed.id.startswith(f"{OWN}/"):
            self._make("removed", feed.title, lambda: self._file.remove(feed.id))
        elif all(each.id == feed.id or each.settings.paused for each in outlet.feeds):
            ids = [each.id for each in self.catalogue if each.id in self.chosen_ids() and each.id != outlet.id]
            self._make("removed", outlet.name, lambda: self._file.choose_outlets(ids))
        else:
            self.pause(feed, paused=True)

    # ------------------------------------------------------------------ undo

    def undo(self) -> Done | None:
        """Takes the last change back; returns it, or None where there is none. Raises SubscriptionsError."""
        return self._step(self._journal.done, back=True)

    def redo(self) -> Done | None:
        """Makes the change again that was taken back last."""
        return self._step(self._journal.undone, back=False)

    def _step(self, taken: list[Done], *, back: bool) -> Done | None:
        if not taken:
            return None
        done = taken[-1]
        self._file.redo(done.edit.undone if back else done.edit)
        self._journal.turn(back=back)
        self._follow()
        return done

    def _make(self, what: str, about: Line, change: Callable[[], Edit]) -> None:
        edit = change()
        if not edit.changes_nothing:
            self._journal.add(Done(what, about, edit))
        self._follow()

    # ------------------------------------------------------------------ the file

    def _follow(self) -> None:
        """Raises ProfileError where the file cannot be read."""
        self._stamp = self._stamped()
        self.room.follow(followed(self.subscriptions(), self.catalogue, self._chosen))

    def _feed(self, feed_id: str) -> Feed:
        found = next((feed for feed in self.room.feeds if feed.id == feed_id), None)
        if found is None:
            raise SubscriptionsError(f"the feed '{feed_id}' was taken out again at the same moment")
        return found

    def _stamped(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size


def check_chosen(config: Config, catalogue: Sequence[Outlet]) -> None:
    """Raises ConfigError for an id in the settings that no profile has."""
    ids = {outlet.id for outlet in catalogue}
    unknown = next((wanted for wanted in config.outlets if wanted not in ids), None)
    if unknown is not None:
        raise config.error("outlets", f"there is no outlet '{unknown}'")
