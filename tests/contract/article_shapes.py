"""How an article's page is written: a page with places for the story, the outlet's own signs, and what stands around."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from string import Template

from tests.contract.stories import EDITOR, SECOND, WRITER, Story

from lampungtui.model import Credit, Outlet


@dataclass(frozen=True)
class ArticleShape:
    """A form of article page, and what a reader learns from it.

    `above` stands over the text, `dateline` before its first words, `ending` behind its last, `below` under it, `byline`
    where the page names its people. `place` and `agency` are those of the dateline. `hour`: the page says at which hour,
    not only on which day. `next_page` is what the second page's address has behind the first's, where there is one.
    """

    page: Template
    above: str = ""
    dateline: str = ""
    ending: str = ""
    below: str = ""
    byline: str = ""
    place: str | None = None
    agency: str | None = None
    credits: tuple[Credit, ...] = ()
    hour: bool = True
    next_page: str = ""

    def document(self, outlet: Outlet, story: Story, *, url: str, label: str, picture: str) -> bytes:
        """The page as the outlet's server sends it."""
        one, two, three, four = story.paragraphs
        people = {"writer": WRITER, "second": SECOND, "editor": EDITOR}
        signs = ("above", "dateline", "ending", "below", "byline")
        return (
            self.page.substitute(
                {sign: Template(getattr(self, sign)).substitute(people) for sign in signs},
                title=escape(story.title),
                url=url,
                home=outlet.home,
                outlet=escape(outlet.name),
                picture=picture,
                label=escape(label),
                one=one,
                two=two,
                three=three,
                four=four,
                **people,
            )
        ).encode()

    @property
    def labelled(self) -> bool:
        """Whether the page's head says in which rubric the article stands."""
        said = ('property="article:section" content="$label"', '"articleSection":"$label"')
        return any(words in self.page.template for words in said)
