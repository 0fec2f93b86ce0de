"""The command line as a person or a script runs it: the real program, a home of its own, its output byte for byte."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.cli.ready import run_ready

PATIENCE_SECONDS = 60.0
"""How long a command may take before the test gives up; nothing waits this long when all is well."""

STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""What no output may hold: controls but for the end of a line, C1, what turns the direction of text."""


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    output: bytes
    errors: bytes

    @property
    def out(self) -> str:
        """Its output."""
        return self.output.decode()

    @property
    def err(self) -> str:
        """What it said of failures."""
        return self.errors.decode()

    @property
    def objects(self) -> list[dict[str, Any]]:
        """Its output, one JSON object a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def only_object(self) -> dict[str, Any]:
        """The one object of its output."""
        (found,) = self.objects
        return found

    @property
    def sentence(self) -> str:
        """The one line that it said instead of doing anything."""
        assert self.output == b""
        (line,) = self.err.splitlines()
        return line


class CommandLine:
    """The program with a home folder of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home

    @property
    def config(self) -> Path:
        """Where this person's settings are."""
        return self.home / ".config" / "lampungtui"

    @property
    def data(self) -> Path:
        """Where this person's articles are."""
        return self.home / ".local" / "share" / "lampungtui"

    def write(self, name: str, text: str) -> Path:
        """Writes a file of settings."""
        path = self.config / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def environment(self, given: Mapping[str, str] | None = None) -> dict[str, str]:
        """The environment of a person with this home; English unless said otherwise."""
        inherited = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV", "SYSTEMROOT") if name in os.environ}
        return inherited | {"HOME": str(self.home), "LANG": "C.UTF-8", "PYTHONWARNINGS": "error"} | dict(given or {})

    def run(self, *words: str | bytes | Path, typed: bytes = b"", environment: Mapping[str, str] | None = None) -> Ran:
        """Runs the program with these words; `typed` is its standard input."""
        ran = run_ready(
            words, typed=typed, environment=self.environment(environment), folder=self.home, patience=PATIENCE_SECONDS
        )
        assert b"Traceback" not in ran.stderr, ran.stderr.decode()
        return Ran(ran.returncode, ran.stdout, ran.stderr)
