"""How a person has arranged the screen: zen, categories on or off, the width of lines and of panes. Kept over visits."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Final

MEDIUM_FROM: Final = 80
"""Columns from which headlines and article stand side by side."""

WIDE_FROM: Final = 120
"""Columns from which the sections stand beside them."""

MEASURES: Final = range(40, 121)
"""Cells of a line of text."""

USUAL_SECTIONS: Final = 30
"""Columns of the sections by the style sheet, where nobody gave them others."""

LEAST_SECTIONS: Final = 16
LEAST_HEADLINES: Final = 24
LEAST_ARTICLE: Final = 30
_WIDTHS: Final = range(1, 1_000)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What was changed by keys and by dragging; None is what the settings or the style sheet say.

    `measure` is the widest line of text, in cells, `sections` whether the categories stand beside the headlines,
    `sections_width` and `headlines_width` the columns of the panes.
    """

    zen: bool = False
    sections: bool | None = None
    measure: int | None = None
    sections_width: int | None = None
    headlines_width: int | None = None

    def measured(self, by: int, *, default: int) -> Arrangement:
        """With wider or narrower lines, as far as lines may be."""
        wanted = (self.measure or default) + by
        return replace(self, measure=max(MEASURES.start, min(MEASURES.stop - 1, wanted)))

    def fitted(self, columns: int, *, beside: bool) -> Arrangement:
        """With the widths that a screen of so many columns has room for, every pane keeping its least.

        `beside`: whether the sections stand beside the headlines.
        """
        sections = self.sections_width
        if sections is not None:
            sections = max(LEAST_SECTIONS, min(sections, columns - LEAST_HEADLINES - LEAST_ARTICLE))
        taken = (sections or USUAL_SECTIONS) if beside else 0
        headlines = self.headlines_width
        if headlines is not None:
            headlines = max(LEAST_HEADLINES, min(headlines, columns - taken - LEAST_ARTICLE))
        return replace(self, sections_width=sections, headlines_width=headlines)

    def written(self) -> str:
        """As it is stored."""
        return json.dumps(asdict(self), separators=(",", ":"))


def read_arrangement(text: str | None) -> Arrangement:
    """What was stored; the default for nothing, and for what another version wrote that is not understood."""
    try:
        told = json.loads(text) if text else {}
    except ValueError:
        return Arrangement()
    if not isinstance(told, dict):
        return Arrangement()

    def cells(name: str, allowed: range) -> int | None:
        value = told.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) and value in allowed else None

    return Arrangement(
        zen=told.get("zen") is True,
        sections=told["sections"] if isinstance(told.get("sections"), bool) else None,
        measure=cells("measure", MEASURES),
        sections_width=cells("sections_width", _WIDTHS),
        headlines_width=cells("headlines_width", _WIDTHS),
    )
