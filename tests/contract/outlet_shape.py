"""What is said of one outlet: where its articles stand, and in which forms and words it writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.contract.article_shapes import ArticleShape
from tests.contract.feed_shapes import FeedShape, Item
from tests.contract.stories import STORIES, Story


@dataclass(frozen=True)
class Shape:
    """The forms of one outlet.

    `link` and `picture` are its addresses with places for a story's `{slug}`, `{number}` and `{picture}`; `tracking` is
    what its feed appends to links. `labels` are its rubrics in its own words, and where they stand in our tree. `source`
    is its name in Google News.
    """

    link: str
    feed: FeedShape
    article: ArticleShape
    labels: Mapping[str, str]
    picture: str
    tracking: str = ""
    source: str = ""
    seen: bool = True
    stories: tuple[Story, ...] = STORIES

    def items(self) -> tuple[Item, ...]:
        """The stories as the feed lists them, each in a rubric of its own."""
        labels = list(self.labels)
        return tuple(
            Item(
                story=story,
                url=(url := self.link.format(slug=story.slug, number=story.number)),
                listed=url + self.tracking,
                label=labels[place % len(labels)],
                picture=self.picture.format(picture=story.picture),
            )
            for place, story in enumerate(self.stories)
        )
