"""The themes of our own: eight with colours chosen, and two in the terminal's own sixteen."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

from lampungtui.language import later
from lampungtui.ui.palettes import Palette

PALETTES: Final = (
    Palette(
        "tapis", dark=True, background="#1c1214", foreground="#ece2d6", primary="#e0b252",
        secondary="#c98b6b", accent="#f0cf7a", panel="#2a1a1d", boost="#3a2327",
        quiet="#b3a296", faint="#7d6862", cursor="#5f2833", cursor_blurred="#38232a", border="#6a4548",
    ),
    Palette(
        "siger", dark=False, background="#faf6ee", foreground="#2a2220", primary="#8a1f2d",
        secondary="#6e5017", accent="#6b4500", panel="#f1e9da", boost="#e8dcc6", error="#9c2016",
        warning="#703c00", success="#38601f", quiet="#5f544d", faint="#9c8f7f",
        cursor="#ecd096", cursor_blurred="#ece0c8", border="#bfae8c",
    ),
    Palette(
        "arang", dark=True, background="#15171a", foreground="#dfe2e6", primary="#8ab4d8",
        secondary="#9fb3a5", accent="#c6d8e8", quiet="#adb4bc", faint="#6a717a",
        cursor="#343c44", cursor_blurred="#272b31", border="#454c55",
    ),
    Palette(
        "kertas", dark=False, background="#fbfbf9", foreground="#222426", primary="#1f4f7a",
        secondary="#4c5a3c", accent="#27466b", warning="#703c00", success="#38601f", quiet="#55595e", faint="#9a9da1",
        cursor="#cddff0", cursor_blurred="#e6e7e5", border="#b9bcbf",
    ),
    Palette(
        "kontras-gelap", dark=True, background="#000000", foreground="#ffffff", primary="#ffd83d",
        secondary="#7df9ff", accent="#ffe680", warning="#ffc46b", error="#ffc0ba", success="#8df58d",
        quiet="#e8e8e8", faint="#c8c8c8", cursor="#3c3c3c", cursor_blurred="#262626", border="#c8c8c8",
    ),
    Palette(
        "kontras-terang", dark=False, background="#ffffff", foreground="#000000", primary="#002b75",
        secondary="#5a1a75", accent="#3d2f00", warning="#4f2800", error="#6e0000", success="#083808",
        quiet="#1f1f1f", faint="#4a4a4a", cursor="#ffc400", cursor_blurred="#d9d9d9", border="#4a4a4a",
    ),
    Palette(
        "mono-gelap", dark=True, background="#111111", foreground="#e2e2e2", primary="#ffffff",
        secondary="#cfcfcf", accent="#f2f2f2", warning="#f2f2f2", error="#ffffff", success="#cfcfcf",
        quiet="#b2b2b2", faint="#6f6f6f", cursor="#3d3d3d", cursor_blurred="#262626", border="#4d4d4d",
    ),
    Palette(
        "mono-terang", dark=False, background="#fafafa", foreground="#1e1e1e", primary="#000000",
        secondary="#333333", accent="#111111", warning="#111111", error="#000000", success="#333333",
        quiet="#585858", faint="#9a9a9a", cursor="#d2d2d2", cursor_blurred="#e8e8e8", border="#b4b4b4",
    ),
)  # fmt: skip


def _of_the_terminal(name: str, *, dark: bool, primary: str, secondary: str, accent: str, warning: str) -> Theme:
    """A theme whose every colour is the terminal's own. Quiet text is dim and the cursor's row reversed, by the style
    sheets: which of sixteen colours could be read on an unknown ground is anybody's guess."""
    plain = "ansi_default"
    return Theme(
        name=name,
        dark=dark,
        ansi=True,
        primary=primary,
        secondary=secondary,
        accent=accent,
        foreground=plain,
        background=plain,
        surface=plain,
        panel=plain,
        boost=plain,
        warning=warning,
        error="ansi_red",
        success="ansi_green",
        variables={
            "ansi-background": "ansi_black" if dark else "ansi_white",
            "ansi-foreground": "ansi_white" if dark else "ansi_black",
            "quiet": plain,
            "faint": plain,
            "cursor-ground": plain,
            "cursor-ground-blurred": plain,
            "border": plain,
            "border-blurred": plain,
            "block-cursor-foreground": "ansi_black" if dark else "ansi_bright_white",
            "block-cursor-background": "ansi_white" if dark else "ansi_black",
            "input-cursor-background": plain,
            "input-cursor-foreground": plain,
            "input-cursor-text-style": "reverse",
            "input-selection-background": "ansi_white" if dark else "ansi_black",
            "input-selection-foreground": "ansi_black" if dark else "ansi_white",
            "screen-selection-background": "ansi_white" if dark else "ansi_black",
            "screen-selection-foreground": "ansi_black" if dark else "ansi_white",
            "scrollbar": plain,
            "scrollbar-hover": plain,
            "scrollbar-active": primary,
            "scrollbar-background": plain,
            "scrollbar-background-hover": plain,
            "scrollbar-background-active": plain,
            "scrollbar-corner-color": plain,
        },
    )


TERMINAL_DARK: Final = "terminal-gelap"
TERMINAL_LIGHT: Final = "terminal-terang"

OURS: Final = (
    *(palette.theme() for palette in PALETTES),
    _of_the_terminal(
        TERMINAL_DARK, dark=True, primary="ansi_bright_yellow", secondary="ansi_cyan",
        accent="ansi_bright_cyan", warning="ansi_yellow",
    ),
    _of_the_terminal(
        TERMINAL_LIGHT, dark=False, primary="ansi_blue", secondary="ansi_magenta",
        accent="ansi_magenta", warning="ansi_red",
    ),
)  # fmt: skip

AUTO: Final = "auto"
"""The setting by which the theme follows the terminal's ground."""

THEME_WORDS: Final = {
    AUTO: later("light or dark, as the terminal's ground is"),
    "tapis": later("dark: gold on the maroon of woven cloth"),
    "siger": later("light: maroon on rice paper"),
    "arang": later("dark and neutral"),
    "kertas": later("light and neutral"),
    "kontras-gelap": later("high contrast on black"),
    "kontras-terang": later("high contrast on white"),
    "mono-gelap": later("shades of grey, dark"),
    "mono-terang": later("shades of grey, light"),
    TERMINAL_DARK: later("the terminal's own colours, on a dark ground"),
    TERMINAL_LIGHT: later("the terminal's own colours, on a light ground"),
}
"""What each theme of ours is, in words."""

FEW_COLOURS: Final = ("standard", "windows")
"""Rich's names for sixteen colours."""
