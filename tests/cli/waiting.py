"""The program, begun and waiting: it has read its own code, and each command is a process of its own that is made from it.

Run as a program. Half of what a command costs is reading the code, which is the same each time. What follows is what a
start of Python does: the words, the environment, the folder, the three streams, the `sitecustomize` on the path; then the
program runs as `python -m lampungtui` and ends as a program does, with its exit code and all that is done at the end.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import runpy
import socket
import struct
import sys

LENGTH = struct.Struct("!I")
STREAMS = 4
"""Input, output, errors, and the pipe on which the number of the process and its exit code are told."""

SCREEN = "lampungtui.ui"
"""What no command needs: the screen and its library."""

LATER = ("anyio._backends._asyncio", "encodings.idna")
"""What the libraries import when they are first used."""


def read_code() -> None:
    """Imports everything of the program but its screen."""
    package = importlib.import_module("lampungtui")
    for found in pkgutil.walk_packages(package.__path__, "lampungtui."):
        if not found.name.startswith(SCREEN) and not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    for name in LATER:
        importlib.import_module(name)


def next_command(asked: socket.socket) -> tuple[dict[str, str], dict[str, list[str]], list[int]] | None:
    """Waits for a command: its environment, its words and folder, its streams. None when nobody will ask any more."""
    head, streams, _, _ = socket.recv_fds(asked, LENGTH.size, STREAMS)
    if not head:
        return None
    (length,) = LENGTH.unpack(head)
    told = b""
    while len(told) < length:
        told += asked.recv(length - len(told))
    environment, more = json.loads(told)
    return environment, more, list(streams)


def main() -> None:
    """Makes a process for each command, and one beside it that tells how it ended. Returns in a command's process alone."""
    asked = socket.socket(fileno=int(sys.argv[1]))
    read_code()
    gc.collect()
    gc.freeze()
    while (command := next_command(asked)) is not None:
        environment, more, streams = command
        if os.fork() == 0:
            asked.close()
            if tell_of_command(streams):
                begin(environment, more)
                return
        for stream in streams:
            os.close(stream)
        reap(os.WNOHANG)
    reap(0)
    os._exit(0)


def tell_of_command(streams: list[int]) -> bool:
    """Makes the command's process: true in that one; the other tells of it and ends."""
    *usual, told = streams
    command = os.fork()
    if command == 0:
        os.close(told)
        for place, stream in enumerate(usual):
            os.dup2(stream, place)
            os.close(stream)
        return True
    for stream in (0, 1, 2, *usual):
        os.close(stream)
    os.write(told, b"%d\n" % command)
    _, status = os.waitpid(command, 0)
    os.write(told, b"%d\n" % os.waitstatus_to_exitcode(status))
    os._exit(0)


def reap(options: int) -> None:
    """Lets go of processes that have ended."""
    try:
        while os.waitpid(-1, options)[0]:
            pass
    except ChildProcessError:
        return


def begin(environment: dict[str, str], more: dict[str, list[str]]) -> None:
    """Makes of this process what a start would have made of it."""
    os.environ.clear()
    os.environ.update(environment)
    (folder,) = more["folder"]
    os.chdir(folder)
    sys.argv[:] = ["lampungtui", *more["words"]]
    sys.path[0] = folder
    sys.path[1:1] = environment.get("PYTHONPATH", "").split(os.pathsep) if "PYTHONPATH" in environment else []
    if "PYTHONPATH" in environment:
        sys.modules.pop("sitecustomize", None)
        importlib.import_module("sitecustomize")


if __name__ == "__main__":
    main()
    runpy.run_module("lampungtui", run_name="__main__", alter_sys=True)
