"""Where the Textual CSS files are: beside the package in a wheel, at the top of the checkout in an editable install."""

from __future__ import annotations

from pathlib import Path

from lampungtui.errors import LampungtuiError


class StylesMissing(LampungtuiError):
    """The installation lacks its stylesheets."""


def stylesheets() -> list[Path]:
    """Every stylesheet, the app's own first. Raises StylesMissing naming the places looked at."""
    package = Path(__file__).resolve().parent.parent
    places = (package / "styles", package.parent.parent / "styles")
    for folder in places:
        first = folder / "app.tcss"
        if first.is_file():
            return [first, *sorted(folder.glob("*/*.tcss"))]
    looked = " and ".join(str(folder) for folder in places)
    raise StylesMissing(f"the stylesheets are missing: looked in {looked}; please install lampungtui again")
