"""Opening a link in the person's browser: by argument list, never a shell, http and https only."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from urllib.parse import urlsplit

from lampungtui.errors import LampungtuiError
from lampungtui.foreign import Address, clean_address
from lampungtui.log import logger

_CLEAN = re.compile(r"[A-Za-z0-9:?&=%._~+-]+")
"""What an address of ours is made of, its words percent-encoded."""


class NoBrowser(LampungtuiError):
    """There is no program here that opens a link."""


def open_address(address: Address, command: Sequence[str] = ()) -> None:
    """Starts `command`, or else the system's own opener, with `address` as its last argument, and does not wait.

    The standard library's `webbrowser` is not used: it lets a shell see the address where BROWSER holds one, and
    passes what starts with a hyphen as an option. Raises NoBrowser.
    """
    safe = clean_address(address)
    if safe is None or urlsplit(safe).scheme not in ("http", "https"):
        raise NoBrowser("only http and https links are opened")
    _start(safe, command)


def open_share(address: str, command: Sequence[str] = ()) -> None:
    """As `open_address`, for an address that we made to share an article: `mailto:` too, by the system's mail program.

    Raises NoBrowser.
    """
    if not address.startswith("mailto:?"):
        open_address(Address(address), command)
    elif _CLEAN.fullmatch(address) is None:
        raise NoBrowser("the letter has signs that no address has")
    else:
        _start(address, ())


def _start(address: str, command: Sequence[str]) -> None:
    words = list(command) or _system_opener()
    if not words:
        raise NoBrowser("no browser was found here")
    try:
        opener = subprocess.Popen(
            [*words, address],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except FileNotFoundError as error:
        raise NoBrowser(f"there is no program {words[0]} here") from error
    except OSError as error:
        logger.info("%s could not be started: %s", words[0], error)
        raise NoBrowser(f"{words[0]} could not be started") from error
    # Somebody must ask how it ended, or it stays in the system's list of processes for as long as we run.
    threading.Thread(target=opener.wait, name="browser", daemon=True).start()


def _system_opener() -> list[str]:
    names = ("open",) if sys.platform == "darwin" else ("xdg-open", "wslview", "termux-open-url", "gio")
    for name in names:
        if path := shutil.which(name):
            return [path, "open"] if name == "gio" else [path]
    return []
