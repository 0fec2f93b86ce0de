"""The colours of a theme, few of them chosen and the rest mixed; and how well one is seen on another.

Contrast is WCAG 2.2's: (lighter + 0.05) / (darker + 0.05) of the relative luminances, from 1 to 21.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual.color import Color, ColorParseError
from textual.theme import Theme

READABLE: Final = 4.5
"""Least contrast of text that is to be read (WCAG 1.4.3, level AA)."""

VERY_READABLE: Final = 7.0
"""Least contrast of text where contrast was asked for (WCAG 1.4.6, level AAA)."""


@dataclass(frozen=True, slots=True)
class Palette:
    """A theme's colours as `#rrggbb`. Three must be chosen; a None is mixed from those."""

    name: str
    dark: bool
    background: str
    foreground: str
    primary: str
    secondary: str | None = None
    accent: str | None = None
    panel: str | None = None
    boost: str | None = None
    warning: str | None = None
    error: str | None = None
    success: str | None = None
    quiet: str | None = None
    faint: str | None = None
    cursor: str | None = None
    cursor_blurred: str | None = None
    border: str | None = None

    def theme(self) -> Theme:
        """The theme of these colours."""
        ground, ink, primary = (Color.parse(each) for each in (self.background, self.foreground, self.primary))
        border = self.border or ground.blend(ink, 0.3).hex
        cursor = self.cursor or ground.blend(primary, 0.3).hex
        warm, red, green = ("#e6a23c", "#e5705f", "#9dbb6f") if self.dark else ("#8a5200", "#a8281c", "#3f6b2a")
        return Theme(
            name=self.name,
            dark=self.dark,
            primary=self.primary,
            secondary=self.secondary or self.primary,
            accent=self.accent or self.primary,
            foreground=self.foreground,
            background=self.background,
            surface=self.background,
            panel=self.panel or ground.blend(ink, 0.07).hex,
            boost=self.boost or ground.blend(ink, 0.14).hex,
            warning=self.warning or warm,
            error=self.error or red,
            success=self.success or green,
            variables={
                "quiet": self.quiet or quieter(ink, ground, Color.parse(cursor)).hex,
                "faint": self.faint or ground.blend(ink, 0.45).hex,
                "cursor-ground": cursor,
                "cursor-ground-blurred": self.cursor_blurred or ground.blend(ink, 0.12).hex,
                "border": border,
                "border-blurred": border,
                "block-cursor-background": cursor,
                "block-cursor-foreground": self.foreground,
                "input-selection-background": f"{self.primary} 35%",
                "screen-selection-background": f"{self.primary} 35%",
                "scrollbar": border,
                "scrollbar-hover": ground.blend(ink, 0.45).hex,
                "scrollbar-active": self.primary,
                "scrollbar-background": self.background,
                "scrollbar-background-hover": self.background,
                "scrollbar-background-active": self.background,
                "scrollbar-corner-color": self.background,
            },
        )


def contrast(one: Color, other: Color) -> float:
    """How well one colour is seen on another, from 1 (not at all) to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    """Relative luminance by WCAG 2.2, from 0 to 1."""

    def linear(part: int) -> float:
        value = part / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)


def quieter(ink: Color, *grounds: Color) -> Color:
    """`ink` as far towards the first ground as it can still be read on all of them."""
    for step in range(35, 0, -5):
        mixed = ink.blend(grounds[0], step / 100)
        if all(contrast(mixed, ground) >= READABLE for ground in grounds):
            return mixed
    return ink


def completed(variables: dict[str, str]) -> dict[str, str]:
    """A theme's variables with those of ours that it lacks: quiet and faint text, the ground under the cursor."""
    if "quiet" in variables:
        return variables
    ground, ink = _colour(variables["background"], "#121212"), _colour(variables["foreground"], "#e0e0e0")
    primary = _colour(variables["primary"], "#0178d4")
    cursor = _visible_ground(ground, primary, ink)
    return variables | {
        "quiet": quieter(ink, ground, cursor).hex,
        "faint": ink.blend(ground, 0.6).hex,
        "cursor-ground": cursor.hex,
        "cursor-ground-blurred": ground.blend(ink, 0.1).hex,
    }


def _visible_ground(ground: Color, primary: Color, ink: Color) -> Color:
    """As much of the primary colour under the cursor as leaves its text readable."""
    for step in range(35, 5, -5):
        mixed = ground.blend(primary, step / 100)
        if contrast(mixed, ink) >= READABLE:
            return mixed
    return ground.blend(ink, 0.1)


def _colour(text: str, otherwise: str) -> Color:
    """A colour to mix with; a theme that leaves its colours to the terminal gives none."""
    try:
        colour = Color.parse(text)
    except ColorParseError:
        return Color.parse(otherwise)
    return Color.parse(otherwise) if colour.ansi is not None else colour
