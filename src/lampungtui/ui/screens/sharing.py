"""What leaves the reader: links opened in the browser, addresses and citations copied, articles shared."""

from __future__ import annotations

from datetime import UTC, datetime

from textual import on

from lampungtui.foreign import Address
from lampungtui.language import say
from lampungtui.model import Article
from lampungtui.telling import citing
from lampungtui.telling.failures import error_words
from lampungtui.ui.browser import NoBrowser, open_address, open_share
from lampungtui.ui.link_words import link_words, says_another_house
from lampungtui.ui.screens.choice import Choice, ChoiceScreen
from lampungtui.ui.screens.finding import FindingScreen
from lampungtui.ui.screens.links import LinkDeed, LinkShown, LinksScreen
from lampungtui.ui.widgets.article_view import ArticleView
from lampungtui.ui.widgets.line_list import shown

_PLACES = {"whatsapp": "WhatsApp", "telegram": "Telegram", "email": "e-mail"}
"""How places that our settings name are written."""

SHARE_KEYS = "wgeprsuvx123456789"
"""The letters of the places to share to, in their order."""


class SharingScreen(FindingScreen):
    """Opens, copies and shares."""

    def _chosen_article(self) -> Article | None:
        """The article that a key means, with its body."""
        headline = self._chosen_headline()
        return self.room.article(headline.id) if headline is not None else None

    # ------------------------------------------------------------------ the browser

    def action_browse(self) -> None:
        article = self._chosen_article()
        if article is not None and article.url is not None:
            self._browse(article.url)

    def action_comments(self) -> None:
        article = self._chosen_article()
        if article is None:
            return
        if article.comments_url is None:
            self.notify(say("This outlet's comments have no address of their own."), markup=False, timeout=3)
            return
        self._browse(article.comments_url)

    def _browse(self, address: Address) -> None:
        try:
            open_address(address, self.config.browser)
        except NoBrowser as error:
            self.app.copy_to_clipboard(address)
            self.notify(
                address + "\n" + say("The address was copied instead."),
                title=shown(say("No browser here") if "no browser" in str(error) else error_words(error)),
                markup=False,
                timeout=8,
            )
            return
        self.notify(shown(address), title=say("Opened in the browser"), markup=False, timeout=2)

    # ------------------------------------------------------------------ links

    def _links_shown(self) -> list[LinkShown]:
        page, article = self.article.page, self.article.article
        if page is None or article is None:
            return []
        words = link_words(article, self.room.outlet(article.headline.outlet_id))
        return [LinkShown(number, address, words.get(address, "")) for number, address in enumerate(page.links, 1)]

    def action_links(self) -> None:
        """The links of the article on screen."""
        self._preview()
        links = self._links_shown()
        if links:
            self.app.push_screen(LinksScreen(links, self.signs), self._link_taken)
        else:
            self.notify(say("This article has no links."), markup=False, timeout=3)

    @on(ArticleView.LinkChosen)
    def _link_chosen(self, event: ArticleView.LinkChosen) -> None:
        links = self._links_shown()
        chosen = next((link for link in links if link.number == event.number), None)
        if chosen is not None and says_another_house(chosen.words, chosen.address):
            # Its words name another house: the person sees the real one before anything opens.
            at = links.index(chosen)
            self.app.push_screen(LinksScreen(links, self.signs, at=at, warned=True), self._link_taken)
            return
        self._browse(event.address)

    def _link_taken(self, taken: tuple[LinkDeed, Address] | None) -> None:
        if taken is None:
            return
        deed, address = taken
        match deed:
            case LinkDeed.OPEN:
                self._browse(address)
            case LinkDeed.COPY:
                self._copy(address, say("Address copied"))
            case LinkDeed.ADD:
                self._add_source(address)

    def _add_source(self, address: str = "") -> None:
        """Asks what an address offers to be followed."""
        raise NotImplementedError

    # ------------------------------------------------------------------ copying and sharing

    def _copy(self, text: str, told: str) -> None:
        """To the clipboard of the terminal that the person sits at (OSC 52), over SSH too."""
        self.app.copy_to_clipboard(text)
        self.notify(shown(text), title=told, markup=False, timeout=3)

    def action_copy(self) -> None:
        article = self._chosen_article()
        if article is None:
            return
        places = dict(zip(SHARE_KEYS, self.config.share.items(), strict=False))
        choices = [Choice(key, name) for key, name in citing.form_names().items()]
        choices += [
            Choice(key, say("Share by {place}").format(place=shown(_PLACES.get(name, name))))
            for key, (name, _) in places.items()
        ]

        def chosen(key: str | None) -> None:
            match key:
                case None:
                    return
                case "y":
                    self._copy(citing.link(article), say("Link copied"))
                case "t":
                    self._copy(citing.title_and_link(article), say("Title and link copied"))
                case "c":
                    self._copy(citing.citation(article), say("Citation copied"))
                case "m":
                    self._copy(citing.markdown(article), say("Citation copied"))
                case "b":
                    self._copy(citing.bibtex(article, looked_at=datetime.now(UTC)), say("Citation copied"))
                case _:
                    self._share(*places[key], article)

        self.app.push_screen(ChoiceScreen(say("Copy or share"), choices, self.signs), chosen)

    def _share(self, name: str, template: str, article: Article) -> None:
        address = citing.share_address(template, article)
        try:
            open_share(address, self.config.browser)
        except NoBrowser:
            self._copy(address, say("No browser here; the address for {place} was copied").format(place=shown(name)))
            return
        title = say("Share by {place}").format(place=shown(_PLACES.get(name, name)))
        self.notify(shown(article.headline.title), title=title, markup=False)
