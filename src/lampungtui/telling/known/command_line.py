"""What is wrong with the words of a command, and with the machine that it runs on."""

from __future__ import annotations

from typing import Final

from lampungtui.language import later

SENTENCES: Final = (
    later("the file cannot be read: {reason}"),
    later("is there already; nothing was written"),
    later("cannot be written: {reason}"),
    later("that is no address that can be fetched"),
    later("--url takes an http or https address"),
    later("there is no outlet '{name}'; there are: {names}"),
    later("there is no category '{name}'; 'lampungtui feeds --json' shows those in use"),
    later("the reader needs a terminal; try 'lampungtui --help' for what works without one"),
    later("this terminal can place no text on its screen; 'lampungtui --plain' reads line by line"),
    later("the stylesheets are missing: looked in {places}; please install lampungtui again"),
    # the browser
    later("only http and https links are opened"),
    later("the letter has signs that no address has"),
    later("no browser was found here"),
    later("there is no program {name} here"),
    later("{name} could not be started"),
)
