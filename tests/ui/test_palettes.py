"""How well the themes' texts are seen, measured by WCAG 2.2, in full colours and in 256."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from lampungtui.ui.palettes import READABLE, VERY_READABLE, Palette, completed, contrast
from lampungtui.ui.themes import OURS, PALETTES, THEME_WORDS

SEEN = 1.3
"""Least contrast of the ground under the cursor to that around it. A sign stands before the row as well."""

SEEN_WELL = 1.4
"""The same where contrast was asked for, in 256 colours too."""


def all_colours(colour: Color) -> Color:
    return colour


def of_256(colour: Color) -> Color:
    """What a terminal with 256 colours shows of it."""
    return Color(*RichColor.parse(colour.hex).downgrade(ColorSystem.EIGHT_BIT).get_truecolor())


Shown = Callable[[Color], Color]


@pytest.mark.parametrize("palette", PALETTES, ids=[palette.name for palette in PALETTES])
@pytest.mark.parametrize("shown", [all_colours, of_256])
def test_every_text_of_ours_can_be_read_on_every_ground_it_stands_on(palette: Palette, shown: Shown) -> None:
    theme = palette.theme()
    colours = {name: getattr(theme, name) for name in ("foreground", "primary", "accent", "warning")}
    colours["quiet"] = theme.variables["quiet"]
    grounds = {"background": theme.background, "panel": theme.panel}
    grounds |= {name: theme.variables[name] for name in ("cursor-ground", "cursor-ground-blurred")}
    high = palette.name.startswith("kontras-") and shown is all_colours
    least = VERY_READABLE if high else READABLE
    poor = {
        f"{name} on {ground}": round(found, 2)
        for name, colour in colours.items()
        for ground, below in grounds.items()
        if (found := contrast(shown(Color.parse(colour)), shown(Color.parse(str(below))))) < least
    }
    poor |= {
        f"{name} on background": round(found, 2)
        for name in ("secondary", "error", "success")
        if (found := contrast(shown(Color.parse(getattr(theme, name))), shown(Color.parse(palette.background)))) < least
    }
    assert poor == {}


@pytest.mark.parametrize("palette", PALETTES, ids=[palette.name for palette in PALETTES])
@pytest.mark.parametrize("shown", [all_colours, of_256])
def test_the_row_under_the_cursor_is_seen_on_its_ground(palette: Palette, shown: Shown) -> None:
    theme = palette.theme()
    ground = shown(Color.parse(palette.background))
    least = SEEN_WELL if palette.name.startswith("kontras-") else SEEN
    assert contrast(shown(Color.parse(theme.variables["cursor-ground"])), ground) >= least
    assert contrast(shown(Color.parse(theme.variables["border"])), ground) >= SEEN


def test_contrast_is_wcags() -> None:
    black, white = Color.parse("#000000"), Color.parse("#ffffff")
    assert contrast(black, white) == contrast(white, black) == 21.0
    assert contrast(white, white) == 1.0
    # The example of WebAIM's contrast checker: #777777 on white misses AA by a hair.
    assert round(contrast(Color.parse("#777777"), white), 2) == 4.48


@pytest.mark.parametrize("dark", [True, False])
def test_three_colours_make_a_theme_whose_quiet_text_can_be_read(dark: bool) -> None:
    ground, ink = ("#101418", "#e6e6e6") if dark else ("#fdfdfd", "#202020")
    palette = Palette("mine", dark=dark, background=ground, foreground=ink, primary="#5f87af" if dark else "#2f5f8f")
    theme = palette.theme()
    quiet = Color.parse(theme.variables["quiet"])
    for below in (ground, theme.variables["cursor-ground"]):
        assert contrast(quiet, Color.parse(below)) >= READABLE
    assert quiet != Color.parse(ink)


@pytest.mark.parametrize(
    "theme", [each for each in BUILTIN_THEMES.values() if not each.ansi], ids=lambda theme: theme.name
)
def test_quiet_text_can_be_read_in_the_librarys_themes_too(theme: Theme) -> None:
    variables = completed(App[None]().get_css_variables() | theme.to_color_system().generate())
    quiet, ink = Color.parse(variables["quiet"]), Color.parse(variables["foreground"])
    for name in ("background", "cursor-ground"):
        ground = Color.parse(variables[name])
        # Where the theme's own text is not well seen, quiet text is no worse.
        assert contrast(quiet, ground) >= min(READABLE, contrast(ink, ground))


def test_every_theme_of_ours_is_told_in_words() -> None:
    assert {theme.name for theme in OURS} == set(THEME_WORDS) - {"auto"}
    assert len(OURS) >= 8
