"""tmux as the terminal: what it came to believe of its title, clipboard, modes and screen can be asked afterwards."""

from __future__ import annotations

import shlex
import subprocess
import sys
import threading
import time
from pathlib import Path

from tests.hostile.program import PATIENCE_SECONDS, Program


class Multiplexer:
    """One tmux server of its own with the program in its only window. Everything that steers a terminal is allowed there."""

    def __init__(self, program: Program, socket: Path, *words: str, columns: int = 140, rows: int = 45) -> None:
        self._socket = str(socket)
        self._environment = program.environment() | {"TERM": "xterm-256color"}
        size = ("-x", str(columns), "-y", str(rows))
        command = shlex.join([sys.executable, "-m", "lampungtui", "--home", str(program.home), *words])
        self._tmux("-f", "/dev/null", "new-session", "-d", "-s", "uji", *size, "cat")
        for option in (
            "set-clipboard on",
            "allow-passthrough on",
            "allow-rename on",
            "set-titles on",
            "remain-on-exit on",
        ):
            self._tmux("set-option", "-g", *option.split())
        # tmux does not always tell how a program ended; the shell around it does.
        self._tmux("respawn-pane", "-k", "-t", "uji", f"{command}; echo left with $?; exec cat")

    def _tmux(self, *words: str) -> str:
        ran = subprocess.run(
            ["tmux", "-S", self._socket, *words], env=self._environment, capture_output=True, text=True, check=True
        )
        return ran.stdout

    def asked(self, name: str) -> str:
        """What tmux holds of its pane under this name (tmux(1), FORMATS)."""
        return self._tmux("display-message", "-p", "-t", "uji", f"#{{{name}}}").rstrip("\n")

    @property
    def clipboard(self) -> list[str]:
        """tmux's paste buffers."""
        return self._tmux("list-buffers").splitlines()

    @property
    def text(self) -> str:
        """The screen now."""
        return self._tmux("capture-pane", "-p", "-t", "uji")

    def press(self, *keys: str) -> None:
        """Presses keys by tmux's names for them."""
        self._tmux("send-keys", "-t", "uji", *keys)

    def type(self, text: str) -> None:
        """Types text as it is."""
        self._tmux("send-keys", "-t", "uji", "-l", "--", text)

    def sees(self, *words: str, gone: tuple[str, ...] = ()) -> str:
        """Waits until all `words` stand on the screen and none of `gone`; the screen then."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        look_again = threading.Event()
        while True:
            text = self.text
            flat = " ".join(text.split())
            if all(word in flat for word in words) and not any(word in flat for word in gone):
                return flat
            if time.monotonic() > deadline:
                raise AssertionError(f"waited for {words} without {gone}; the screen is:\n{text}")
            look_again.wait(0.05)

    def close(self) -> None:
        """Ends the server with all that runs in it."""
        subprocess.run(["tmux", "-S", self._socket, "kill-server"], capture_output=True, check=False)
