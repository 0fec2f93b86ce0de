"""The signs of the screen, each with a plain ASCII form: no meaning hangs on a colour or on a special font."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signs:
    """One set of signs. Each is one cell wide, but for `ellipsis` in ASCII."""

    unread: str = "●"
    read: str = " "
    saved: str = "★"
    stored: str = "✓"
    fresh: str = "▲"
    cursor: str = "▌"
    dot: str = "·"
    open: str = "▾"
    shut: str = "▸"
    bullet: str = "•"
    quote: str = "│"
    rule: str = "─"
    cross: str = "┼"
    bar: str = "│"
    end: str = "■"
    trouble: str = "!"
    muted: str = "×"
    highlighted: str = "◆"
    ellipsis: str = "…"
    into: str = "›"
    above: str = "↑"
    below: str = "↓"
    chosen: str = "✓"

    @property
    def plain(self) -> bool:
        """Whether these are the plain ones."""
        return self.ellipsis.isascii()


UNICODE = Signs()
ASCII = Signs(
    unread="*",
    read=" ",
    saved="S",
    stored="v",
    fresh="+",
    cursor=">",
    dot="-",
    open="-",
    shut="+",
    bullet="-",
    quote="|",
    rule="-",
    cross="+",
    bar="|",
    end="#",
    trouble="!",
    muted="x",
    highlighted="!",
    ellipsis="...",
    into=">",
    above="^",
    below="v",
    chosen="x",
)
