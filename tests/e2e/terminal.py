"""A person at a terminal: the real program in a pty, its screen as a terminal shows it."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pexpect
import pyte

PATIENCE_SECONDS = 120.0
"""How long anything may take before the test gives up; nothing waits this long when all is well."""


STRING = re.compile(rb"\x1b[_P].*?\x1b\\", re.DOTALL)
"""A command in the form of a string (ECMA-48: APC, DCS), which a terminal takes whole and pyte would print."""

GROUND_ASKED = b"\x1b]11;?\x1b\\\x1b[c"
"""The question for the terminal's ground, and the one behind it that every terminal answers."""

OTHERS_ANSWER = "\x1b[?62;22c"
"""What a terminal answers to that second one (DA1)."""

STRING_BEGUN = re.compile(rb"\x1b(?:[_P].*)?\Z", re.DOTALL)


class Terminal:
    """The program in a terminal of a given size."""

    def __init__(
        self, *arguments: str, home: Path, columns: int = 120, rows: int = 35, language: str = "id_ID.UTF-8",
        environment: Mapping[str, str] | None = None, ground: str | None = None,
    ) -> None:  # fmt: skip
        """`ground` is the colour that it gives as its ground (as in `rgb:ffff/ffff/ffff`) where it is asked; None for a
        terminal that does not know that question."""
        inherited = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV", "SYSTEMROOT") if name in os.environ}
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = bytearray()
        self._ground = ground
        self._asked = False
        self._unread = b""
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable,
            ["-m", "lampungtui", *arguments],
            env=inherited
            | {
                "HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": language,
                "PYTHONWARNINGS": "default", **(environment or {}),
            },
            dimensions=(rows, columns),
            timeout=PATIENCE_SECONDS,
        )  # fmt: skip

    @property
    def text(self) -> str:
        """The screen now, line by line."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def colours_of(self, character: str) -> set[str]:
        """The colours (six hexadecimal digits) in which a character stands on the screen."""
        cells = [cell for row in self._screen.buffer.values() for cell in row.values()]
        return {cell.fg for cell in cells if cell.data.startswith(character)}

    def wait_for(self, *words: str, gone: tuple[str, ...] = ()) -> str:
        """Reads until all `words` stand on the screen and none of `gone` does; the screen then."""
        return self.wait_until(
            lambda text: all(word in text for word in words) and not any(word in text for word in gone),
            f"{words} without {gone}",
        )

    def wait_until(self, condition: Callable[[str], bool], wanted: str) -> str:
        """Reads until `condition` holds for the screen."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not condition(self.text):
            if time.monotonic() > deadline:
                raise AssertionError(f"waited for {wanted}; the screen is:\n{self.text}")
            try:
                chunk: bytes = self._child.read_nonblocking(65_536, timeout=1)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                if condition(self.text):
                    break
                self._child.close(force=True)
                how = f"exit {self._child.exitstatus}, signal {self._child.signalstatus}"
                last = bytes(self.raw[-300:])
                raise AssertionError(
                    f"the program ended ({how}) while waiting for {wanted}; {last!r}:\n{self.text}"
                ) from None
            self.raw += chunk
            self._answer()
            self._show(chunk)
        return self.text

    def _answer(self) -> None:
        """Answers the question for the ground as a terminal does, at once and once."""
        if not self._asked and GROUND_ASKED in self.raw:
            self._asked = True
            told = f"\x1b]11;{self._ground}\x1b\\" if self._ground else ""
            self._child.send(told + OTHERS_ANSWER)

    def _show(self, chunk: bytes) -> None:
        """Shows what was written, but for strings; one that is not whole yet waits for its rest."""
        written = STRING.sub(b"", self._unread + chunk)
        begun = STRING_BEGUN.search(written)
        end = begun.start() if begun else len(written)
        self._unread = written[end:]
        self._stream.feed(written[:end])

    def press(self, keys: str) -> None:
        """Types `keys`."""
        self._child.send(keys)

    def resize(self, columns: int, rows: int) -> None:
        """Makes the terminal another size, as dragging its window does."""
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def wait_for_end(self) -> int | None:
        """Waits until the program has ended; its exit code."""
        self._child.expect(pexpect.EOF)
        self._child.close()
        code: int | None = self._child.exitstatus
        return code

    def send_signal(self, number: signal.Signals) -> None:
        """Sends the program a signal, as its terminal or another program does."""
        self._child.kill(number)

    @property
    def stopped(self) -> bool:
        """Whether the program stands still, as after Ctrl+Z (proc(5), the state `T`)."""
        told = Path(f"/proc/{self._child.pid}/stat").read_text(encoding="utf-8")
        return told.rpartition(")")[2].split()[0] == "T"

    def kill(self) -> None:
        """Ends the program at once, as a crash would."""
        self._child.kill(signal.SIGKILL)
        self._child.wait()
        self._child.close()

    def hang_up(self) -> None:
        """Closes the terminal under the program, and waits until that has ended."""
        child: Any = self._child
        child.ptyproc.fileobj.close()
        child.wait()
        child.close()

    def close(self) -> None:
        """Ends the program if it still runs."""
        if self._child.isalive():
            self._child.terminate(force=True)
        self._child.close()
