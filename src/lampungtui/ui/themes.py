"""The themes of our own: tapis, the gold on maroon of Lampung's woven cloth, and siger, a light one."""

from __future__ import annotations

from textual.color import Color, ColorParseError
from textual.theme import Theme

TAPIS = Theme(
    name="tapis",
    dark=True,
    primary="#e0b252",
    secondary="#c98b6b",
    accent="#f0cf7a",
    foreground="#ece2d6",
    background="#1c1214",
    surface="#1c1214",
    panel="#2a1a1d",
    boost="#3a2327",
    warning="#e6a23c",
    error="#e5705f",
    success="#9dbb6f",
    variables={
        "quiet": "#a8978a",
        "faint": "#6d5a55",
        "cursor-ground": "#57252f",
        "cursor-ground-blurred": "#33201f",
        "border": "#5b3a3d",
        "border-blurred": "#5b3a3d",
        "block-cursor-background": "#57252f",
        "block-cursor-foreground": "#fbf3e4",
        "input-selection-background": "#e0b252 35%",
        "screen-selection-background": "#e0b252 35%",
        "scrollbar": "#5b3a3d",
        "scrollbar-hover": "#7a4f50",
        "scrollbar-active": "#e0b252",
        "scrollbar-background": "#1c1214",
        "scrollbar-background-hover": "#1c1214",
        "scrollbar-background-active": "#1c1214",
        "scrollbar-corner-color": "#1c1214",
    },
)

SIGER = Theme(
    name="siger",
    dark=False,
    primary="#8a1f2d",
    secondary="#7a5a1a",
    accent="#9a6a00",
    foreground="#2a2220",
    background="#faf6ee",
    surface="#faf6ee",
    panel="#f1e9da",
    boost="#e8dcc6",
    warning="#9a5b00",
    error="#a8281c",
    success="#3f6b2a",
    variables={
        "quiet": "#6b5f57",
        "faint": "#a99c8c",
        "cursor-ground": "#f0d9a8",
        "cursor-ground-blurred": "#efe6d4",
        "border": "#c9b999",
        "border-blurred": "#d8cbb2",
        "block-cursor-background": "#f0d9a8",
        "block-cursor-foreground": "#2a2220",
        "input-selection-background": "#8a1f2d 25%",
        "screen-selection-background": "#8a1f2d 25%",
        "scrollbar": "#d2c3a6",
        "scrollbar-hover": "#b9a57f",
        "scrollbar-active": "#8a1f2d",
        "scrollbar-background": "#faf6ee",
        "scrollbar-background-hover": "#faf6ee",
        "scrollbar-background-active": "#faf6ee",
        "scrollbar-corner-color": "#faf6ee",
    },
)

OURS = (TAPIS, SIGER)


def completed(variables: dict[str, str]) -> dict[str, str]:
    """A theme's variables with those of ours that it lacks: quiet and faint text, the ground under the cursor."""
    if "quiet" in variables:
        return variables
    ground, ink = _colour(variables["background"], "#121212"), _colour(variables["foreground"], "#e0e0e0")
    primary = _colour(variables["primary"], "#0178d4")
    return variables | {
        "quiet": ink.blend(ground, 0.35).hex,
        "faint": ink.blend(ground, 0.6).hex,
        "cursor-ground": ground.blend(primary, 0.35).hex,
        "cursor-ground-blurred": ground.blend(ink, 0.1).hex,
    }


def _colour(text: str, otherwise: str) -> Color:
    """A colour to mix with; a theme that leaves its colours to the terminal gives none."""
    try:
        colour = Color.parse(text)
    except ColorParseError:
        return Color.parse(otherwise)
    return Color.parse(otherwise) if colour.ansi is not None else colour
