"""What a person makes of the lists: tags, hidden articles, saved views, rules, order and grouping."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from dataclasses import replace
from typing import TypeVar

from textual import work

from lampungtui.errors import LampungtuiError
from lampungtui.language import counted, say
from lampungtui.model import Grouping, Headline, Order, Rule, RuleDraft, RuleKind, SavedView, View, ViewKind
from lampungtui.query import quoted
from lampungtui.telling.views import region_name
from lampungtui.ui.screens.choice import Choice, ChoiceScreen
from lampungtui.ui.screens.sharing import SharingScreen
from lampungtui.ui.widgets.line_list import shown

Kept = TypeVar("Kept")


class KeepingScreen(SharingScreen):
    """Tags, hides, saves queries, makes rules, orders and groups."""

    # ------------------------------------------------------------------ tags and hiding

    def action_tag(self) -> None:
        """Asks for a tag: the article gets it, or loses it where it has it."""
        headline = self._chosen_headline()
        if headline is None:
            return
        from lampungtui.ui.screens.asking import TagScreen

        worn = [str(name) for name in self.room.tags_of(headline.id)]

        def chosen(name: str | None) -> None:
            if name is not None:
                wears = any(name.casefold() == other.casefold() for other in worn)
                self._tag(headline, name, tagged=not wears)

        self.app.push_screen(TagScreen(self.room.tags(), worn, self.signs), chosen)

    @work(group="state", exit_on_error=False)
    async def _tag(self, headline: Headline, name: str, *, tagged: bool) -> None:
        if await self._stored(self.room.tag([headline.id], name, tagged=tagged)) is None:
            return
        title = say("Tagged #{name}") if tagged else say("No longer tagged #{name}")
        self.notify(shown(headline.title), title=title.format(name=shown(name)), markup=False, timeout=3)
        self._all_changed()

    def action_hide(self) -> None:
        """Takes the article out of the lists, or brings a hidden one back."""
        headline = self._chosen_headline()
        if headline is not None:
            self._hide(headline, hidden=not headline.hidden)

    @work(group="state", exit_on_error=False)
    async def _hide(self, headline: Headline, *, hidden: bool) -> None:
        if await self._stored(self.room.hide([headline.id], hidden=hidden)) is None:
            return
        title = say("Hidden; u brings it back") if hidden else say("No longer hidden")
        self.notify(shown(headline.title), title=title, markup=False, timeout=3)
        self._list_anew()

    # ------------------------------------------------------------------ rules

    def action_mute(self) -> None:
        """Asks what of this article is to be muted, or highlighted."""
        headline = self._chosen_headline()
        article = self.room.article(headline.id) if headline is not None else None
        if headline is None or article is None:
            return
        offers = {"w": ("", say("Words of your own ..."))}
        if self.view.kind is ViewKind.SEARCH:
            offers["s"] = (
                self.view.argument,
                say("What is searched here: {words}").format(words=shown(self.view.argument)),
            )
        offers["m"] = (
            quoted("media", headline.outlet_name),
            say("The outlet: {name}").format(name=shown(headline.outlet_name)),
        )
        if headline.category:
            offers["r"] = (
                f"rubrik:{headline.category}",
                say("The category: {name}").format(name=self.category_of(headline)),
            )
        if article.region is not None:
            name = article.region.name
            region = shown(region_name(article.region))
            offers["d"] = (quoted("daerah", name), say("The region: {name}").format(name=region))
        people = [credit for credit in article.credits if not credit.initials]
        if people:
            name = people[0].name
            offers["p"] = (quoted("orang", name), say("The person: {name}").format(name=shown(name)))

        def chosen(key: str | None) -> None:
            if key is not None:
                self._ask_for_rule(offers[key][0], headline)

        choices = [Choice(key, words) for key, (_, words) in offers.items()]
        self.app.push_screen(ChoiceScreen(say("Mute or highlight what?"), choices, self.signs), chosen)

    def _ask_for_rule(self, query: str, headline: Headline) -> None:
        from lampungtui.ui.screens.rule_form import RuleForm

        def made(draft: RuleDraft | None) -> None:
            if draft is not None:
                self._make_rule(draft)

        self.app.push_screen(RuleForm(self.room, self.signs, query=query, headline=headline), made)

    @work(group="state", exit_on_error=False)
    async def _make_rule(self, draft: RuleDraft) -> None:
        made = await self._stored(self.room.make_rule(draft))
        if made is None:
            return
        rule: Rule = made[0]
        muted = rule.kind is RuleKind.MUTE
        told = (
            counted("{n} article muted; u takes it back", "{n} articles muted; u takes it back", rule.articles)
            if muted
            else counted("{n} article highlighted", "{n} articles highlighted", rule.articles)
        )
        self.notify(told, title=shown(rule.query), markup=False, timeout=5)
        self._list_anew()

    def action_rules(self) -> None:
        """The rules that there are."""
        from lampungtui.ui.screens.rules import RulesScreen

        def left(changed: bool | None) -> None:
            if changed:
                self._list_anew()

        self.app.push_screen(RulesScreen(self.room, self.signs), left)

    # ------------------------------------------------------------------ saved views

    def action_save_view(self) -> None:
        """Saves what is searched as a view; on a saved view, offers what can be done with it."""
        saved = self._saved_here()
        if saved is not None:
            self._offer_for(saved)
            return
        if self.view.kind is not ViewKind.SEARCH:
            self.notify(say("Search for something first (/): V keeps it as a view."), markup=False, timeout=4)
            return
        words = self.view.argument
        from lampungtui.ui.screens.asking import AskScreen

        def named(name: str | None) -> None:
            if name is not None:
                self._save_view(name, words)

        self.app.push_screen(AskScreen(say("Save this search as a view called"), str(shown(words))), named)

    def _saved_here(self) -> SavedView | None:
        if self.view.kind is not ViewKind.VIEW:
            return None
        return next((each for each in self.room.saved_views() if each.view == self.view), None)

    @work(group="state", exit_on_error=False)
    async def _save_view(self, name: str, words: str) -> None:
        order, grouping = self.listed_as(self.view)
        kept = self.room.save_view(name, words, order=order or Order.NEWEST, grouping=grouping or Grouping.NONE)
        saved = await self._stored(kept)
        if saved is not None:
            self._counts_changed()
            self.go_to_view(saved.view)
            self.notify(shown(saved.name), title=say("Saved as a view"), markup=False, timeout=3)

    def _offer_for(self, saved: SavedView) -> None:
        from lampungtui.ui.screens.asking import AskScreen

        choices = (
            Choice("n", say("Another name ...")),
            Choice("k", say("Another query ..."), str(shown(saved.query))),
            Choice("u", say("Up by one")),
            Choice("d", say("Down by one")),
            Choice("x", say("Delete this view")),
        )

        def renamed(name: str | None) -> None:
            if name is not None:
                self._change_view(replace(saved, name=shown(name)))

        def asked_anew(query: str | None) -> None:
            if query is not None:
                self._change_view(replace(saved, query=query))

        def chosen(key: str | None) -> None:
            match key:
                case "n":
                    self.app.push_screen(AskScreen(say("Name of the view"), str(saved.name)), renamed)
                case "k":
                    self.app.push_screen(AskScreen(say("What the view asks for"), saved.query), asked_anew)
                case "u" | "d":
                    self._move_view(saved, -1 if key == "u" else 1)
                case "x":
                    self._delete_view(saved)

        self.app.push_screen(ChoiceScreen(str(shown(saved.name)), choices, self.signs), chosen)

    @work(group="state", exit_on_error=False)
    async def _change_view(self, saved: SavedView) -> None:
        if await self._stored(self.room.change_view(saved)):
            self._counts_changed()
            self._list_anew()
        else:
            self.notify(say("A view needs a name and a query."), markup=False, timeout=3)

    @work(group="state", exit_on_error=False)
    async def _move_view(self, saved: SavedView, by: int) -> None:
        place = [each.id for each in self.room.saved_views()].index(saved.id)
        await self._stored(self.room.move_view(saved, max(0, place + by)))
        self._counts_changed()

    @work(group="state", exit_on_error=False)
    async def _delete_view(self, saved: SavedView) -> None:
        if await self._stored(self.room.delete_view(saved)):
            self._counts_changed()
            self.go_to_view(View(ViewKind.ALL))
            self.notify(shown(saved.name), title=say("View deleted; u brings it back"), markup=False, timeout=4)

    # ------------------------------------------------------------------ order and grouping

    def action_list_as(self) -> None:
        """Asks how the list is ordered and grouped."""
        order, grouping = self._listed_now()
        orders = {
            "n": (Order.NEWEST, say("Newest first")),
            "o": (Order.OLDEST, say("Oldest first")),
        }
        if self.view.kind in (ViewKind.SEARCH, ViewKind.VIEW):
            orders["r"] = (Order.RELEVANT, say("Most relevant first"))
        groups = {
            "x": (Grouping.NONE, say("Not grouped")),
            "d": (Grouping.DAY, say("Grouped by day")),
            "m": (Grouping.OUTLET, say("Grouped by outlet")),
            "g": (Grouping.REGION, say("Grouped by region")),
            "s": (Grouping.STORY, say("Grouped by story")),
        }

        def mark(chosen: bool) -> str:
            return self.signs.chosen if chosen else ""

        choices = [Choice(key, words, mark(value is order)) for key, (value, words) in orders.items()]
        choices += [Choice(key, words, mark(value is grouping)) for key, (value, words) in groups.items()]

        def chosen(key: str | None) -> None:
            if key in orders:
                self._list_as(orders[key][0], grouping)
            elif key in groups:
                self._list_as(order, groups[key][0])

        self.app.push_screen(ChoiceScreen(say("Order and groups"), choices, self.signs), chosen)

    def _listed_now(self) -> tuple[Order, Grouping]:
        window = self.headlines.window
        return (window.order, window.grouping) if window is not None else (Order.NEWEST, Grouping.NONE)

    def _list_as(self, order: Order, grouping: Grouping) -> None:
        saved = self._saved_here()
        if saved is not None:
            self._change_view(replace(saved, order=order, grouping=grouping))
            return
        current = self.headlines.current()
        self.list_view_as(self.view, order, grouping)
        self._show_view(self.view, headline_id=current.id if current is not None else None)
        self._preview_or_nothing()

    def action_story(self) -> None:
        """Everything that outlets have of the event of this article."""
        headline = self._chosen_headline()
        told: Sequence[Headline] = self.room.story(headline) if headline is not None else ()
        if len(told) < 2:
            self.notify(say("No other outlet is known to have this story."), markup=False, timeout=3)
            return
        choices = [
            Choice(str(number) if number < 10 else " ", str(shown(each.title)), str(shown(each.outlet_name)))
            for number, each in enumerate(told, 1)
        ]

        def chosen(key: str | None) -> None:
            if key is not None and key.isdigit():
                self._open(told[int(key) - 1])

        self.app.push_screen(ChoiceScreen(say("One story, several outlets"), choices[:9], self.signs), chosen)

    async def _stored(self, change: Awaitable[Kept]) -> Kept | None:
        """Waits for a change to be stored; a toast says where it was not."""
        try:
            return await change
        except LampungtuiError as error:
            self._not_stored(error)
            return None
