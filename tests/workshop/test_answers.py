"""What a child may send back. It reads hostile bytes, so the tests let one be taken over and lie."""

from __future__ import annotations

import importlib
import io
import os
import pickle
import pkgutil
import stat
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from tests.workshop.bench_of_jobs import page_job, works

import lampungtui.model
from lampungtui.errors import WorkshopError
from lampungtui.foreign import Line
from lampungtui.model import FeedKind, FeedReading
from lampungtui.workshop import Workshop, _ModelUnpickler

TAKEN_OVER = """#!{python}
# Answers its first job with the bytes of a file; whoever is started after it is the real child.
import os, struct, sys
answer = {answer!r}
if not os.path.exists(answer):
    os.execv({python!r}, [{python!r}, *sys.argv[1:]])
crafted = open(answer, "rb").read()
os.unlink(answer)
while head := sys.stdin.buffer.read(4):
    sys.stdin.buffer.read(struct.unpack(">I", head)[0])
    sys.stdout.buffer.write(crafted)
    sys.stdout.buffer.flush()
    if {hangs_up!r}:
        break
"""

TakeOver = Callable[..., None]


@pytest.fixture
def take_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TakeOver:
    """Lets the next child that is started answer with these bytes, whatever its job."""

    def take(crafted: bytes, *, hangs_up: bool = False) -> None:
        answer, script = tmp_path / "answer", tmp_path / "child"
        answer.write_bytes(crafted)
        script.write_text(TAKEN_OVER.format(python=sys.executable, answer=str(answer), hangs_up=hangs_up))
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(sys, "executable", str(script))

    return take


def framed(message: bytes) -> bytes:
    """An answer as a child writes it."""
    return struct.pack(">I", len(message)) + message


class Calling:
    """Pickles as a call of `function`."""

    def __init__(self, function: Callable[..., object], *arguments: object) -> None:
        self._call = function, arguments

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self._call


def text(words: str) -> bytes:
    """A short text in a pickle."""
    return pickle.SHORT_BINUNICODE + bytes([len(words)]) + words.encode()


def named(module: str, name: str) -> bytes:
    """A pickle that is nothing but this global."""
    return pickle.PROTO + b"\x04" + text(module) + text(name) + pickle.STACK_GLOBAL + pickle.STOP


def reading(title: str) -> FeedReading:
    return FeedReading(kind=FeedKind.RSS, entries=(), title=Line(title))


async def refused(workshop: Workshop) -> None:
    """A job whose first answer is a lie: it ends with a sentence, or another child does it."""
    try:
        await works(workshop)
    except WorkshopError as error:
        assert str(error)


CRAFTED: dict[str, bytes] = {
    "a command": pickle.dumps(Calling(os.system, "touch terbobol")),
    "a command within an answer": pickle.dumps((reading("K"), Calling(os.system, "touch terbobol"))),
    "an older protocol": pickle.dumps(Calling(os.system, "touch terbobol"), protocol=0),
    "a dotted name of the model": named(FeedKind.__module__, "enum.sys.modules"),
    "no pickle": b"Pasar Margorejo ditata ulang.",
    "nothing": b"",
    "half a pickle": pickle.dumps(reading("K"))[:-9],
    "a plain text": pickle.dumps("Pasar Margorejo ditata ulang."),
    "a missing file of the model": named("lampungtui.model.koran", "Koran"),
    "a value that cannot be": pickle.dumps(Calling(FeedKind, "koran")),
    "a value without its parts": pickle.dumps(Calling(FeedReading)),
}


@pytest.mark.parametrize("name", CRAFTED)
async def test_what_no_honest_child_sends_is_refused_with_a_sentence_and_the_next_job_works(
    workshop: Workshop, take_over: TakeOver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    take_over(framed(CRAFTED[name]))
    await refused(workshop)
    assert not Path("terbobol").exists()
    await works(workshop)


@pytest.mark.parametrize(
    ("crafted", "hangs_up"),
    [
        pytest.param(struct.pack(">I", 0xFFFF_FFFF), False, id="an answer that would be endless"),
        pytest.param(struct.pack(">I", (64 << 20) + 1), False, id="an answer just beyond the limit"),
        pytest.param(b"\x00\x00", True, id="half a length"),
        pytest.param(struct.pack(">I", 900) + b"\x80\x05", True, id="an answer that breaks off"),
        pytest.param(b"", True, id="no answer"),
    ],
)
async def test_an_answer_of_another_length_than_promised_is_not_waited_for(
    workshop: Workshop, take_over: TakeOver, crafted: bytes, hangs_up: bool
) -> None:
    take_over(crafted, hangs_up=hangs_up)
    # Such a child is replaced at once, and the job asked of the next one.
    await works(workshop)


async def test_an_answer_to_another_question_is_refused(workshop: Workshop, take_over: TakeOver) -> None:
    take_over(framed(pickle.dumps(reading("K"))))
    with pytest.raises(WorkshopError):
        await workshop.read_page(page_job(b"<html></html>"))


# --------------------------------------------------------------------------- what may be named


def files_of_the_model() -> list[ModuleType]:
    """The model's module, and those below it where it is a package."""
    below = pkgutil.walk_packages(getattr(lampungtui.model, "__path__", []), "lampungtui.model.")
    return [lampungtui.model, *(importlib.import_module(each.name) for each in below)]


def can_be_named(module: str, name: str) -> bool:
    try:
        _ModelUnpickler(io.BytesIO(named(module, name))).load()
    except (pickle.UnpicklingError, AttributeError):
        return False
    return True


def is_of_the_model(value: object) -> bool:
    return isinstance(value, type) and value.__module__.startswith("lampungtui.model")


def test_of_the_models_files_only_its_values_can_be_named() -> None:
    """Functions and modules that they use are none: `dataclass`, for one, makes code out of names."""
    files = files_of_the_model()
    can = {(file.__name__, name) for file in files for name in vars(file) if can_be_named(file.__name__, name)}
    values = {
        (value.__module__, value.__name__) for file in files for value in vars(file).values() if is_of_the_model(value)
    }
    assert len(values) > 20
    assert values <= can
    assert [each for each in can if not is_of_the_model(getattr(sys.modules[each[0]], each[1]))] == []


@pytest.mark.parametrize("name", ["FeedKind", "FeedReading"])
async def test_a_child_cannot_change_what_the_readers_model_is(
    workshop: Workshop, take_over: TakeOver, name: str
) -> None:
    state = pickle.NONE + pickle.EMPTY_DICT + text("terbobol") + pickle.NONE + pickle.SETITEM + pickle.TUPLE2
    module = getattr(lampungtui.model, name).__module__
    take_over(framed(named(module, name)[:-1] + state + pickle.BUILD + pickle.STOP))
    try:
        await refused(workshop)
        assert not hasattr(getattr(lampungtui.model, name), "terbobol")
    finally:
        if hasattr(getattr(lampungtui.model, name), "terbobol"):
            delattr(getattr(lampungtui.model, name), "terbobol")
