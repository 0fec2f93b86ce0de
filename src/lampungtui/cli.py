"""The command line. Without a command it opens the reader; each branch imports only what it needs."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from lampungtui import __version__
from lampungtui.discretion import discreet
from lampungtui.errors import LampungtuiError
from lampungtui.language import language_asked_for, language_set_in, say, use_language

if TYPE_CHECKING:
    from lampungtui.folders import Folders

EXIT_FAILED = 1
EXIT_UNUSABLE = 2
"""What was given cannot be used: an unwritable folder, a broken profile, unknown words."""


class NoScreen(LampungtuiError):
    """There is nothing here that the reader could be drawn on."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs lampungtui; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    use_language(_early_language(given))
    parser = _parser()
    wishes = parser.parse_args(given)
    if wishes.command is not None and (wishes.demo or wishes.plain):
        # Else a person would take their own sources for the demo's.
        parser.error("--demo and --plain open the reader; they go with no command")
    try:
        return _run_command(wishes)
    except LampungtuiError as error:
        from lampungtui.commands.output import line
        from lampungtui.telling.failures import error_words

        line(f"lampungtui: {discreet(error_words(error))}", error=True)
        return EXIT_UNUSABLE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has seen enough (`| head`); nothing is left to say, also not at the interpreter's end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run_command(wishes: argparse.Namespace) -> int:
    """Runs what was asked for; each branch imports only what it needs."""
    match wishes.command:
        case "probe":
            from lampungtui.commands.documents import probe

            return probe(wishes.targets, as_json=wishes.json, outlet_id=wishes.outlet, url=wishes.url, home=wishes.home)
        case "extract":
            from lampungtui.commands.documents import extract

            return extract(
                wishes.targets,
                as_json=wishes.json,
                as_text=wishes.text,
                outlet_id=wishes.outlet,
                url=wishes.url,
                home=wishes.home,
            )
        case "add":
            from lampungtui.commands.adding import add

            return add(wishes.address, category=wishes.category, yes=wishes.yes, home=wishes.home)
        case "import":
            from lampungtui.commands.adding import import_feeds

            return import_feeds(wishes.file, home=wishes.home)
        case "export":
            from lampungtui.commands.exporting import export

            return export(wishes.file, home=wishes.home)
        case "feeds":
            from lampungtui.commands.sources import feeds

            return feeds(as_json=wishes.json, home=wishes.home)
        case "doctor":
            from lampungtui.commands.sources import doctor

            return doctor(as_json=wishes.json, home=wishes.home)
        case "config":
            from lampungtui.commands.settings import config

            return config(default=wishes.default, check=wishes.check, home=wishes.home)
        case "refresh":
            from lampungtui.commands.refreshing import refresh

            return refresh(as_json=wishes.json, force=wishes.force, articles=wishes.articles, home=wishes.home)
    return _read(wishes)


def _early_language(given: Sequence[str]) -> str:
    """The language of `--lang`, else of the settings, else of the locale, before anything is said: the help of the options
    is in it, and so is what cannot be used of these words or of a file."""
    asked = _early("--lang", given)
    if asked in ("id", "en"):
        return asked
    home = _early("--home", given)
    return language_set_in(_folders(Path(home) if home else None).config_file) or language_asked_for()


def _early(option: str, given: Sequence[str]) -> str:
    """What an option is given, found without its parser; empty where it is not there."""
    for word, following in zip_longest(given, given[1:], fillvalue=""):
        if word == option:
            return following
        if word.startswith(f"{option}="):
            return word.partition("=")[2]
    return ""


def _folders(home: Path | None) -> Folders:
    from lampungtui.folders import Folders

    return Folders.under(home) if home else Folders.usual()


class _Words(argparse.ArgumentParser):
    """A parser that speaks the language of the screen; the library has its words in English alone."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given, add_help=False, formatter_class=_Help)
        self.options = self.add_argument_group(say("options"))
        self.options.add_argument("-h", "--help", action="help", help=say("show these words and end"))

    def targets(self, name: str, metavar: str, words: str, **more: Any) -> None:
        """What the command is about."""
        self.add_argument_group(say("what")).add_argument(name, metavar=metavar, help=words, **more)

    def error(self, message: str) -> NoReturn:
        """Ends the program for words that cannot be used."""
        from lampungtui.commands.output import line
        from lampungtui.telling.sentences import sentence_words

        self.print_usage(sys.stderr)
        line(say("{program}: error: {what}").format(program=self.prog, what=sentence_words(message)), error=True)
        self.exit(EXIT_UNUSABLE)


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, say("usage: ") if prefix is None else prefix)


def _parser() -> argparse.ArgumentParser:
    parser = _Words(prog="lampungtui", description=say("Read the news of Lampung in the terminal."))
    options = parser.options
    options.add_argument(
        "--version", action="version", version=f"lampungtui {__version__}", help=say("show the version and end")
    )
    options.add_argument("--demo", action="store_true", help=say("open the embedded demo newsroom; no network needed"))
    options.add_argument(
        "--plain", action="store_true", help=say("read line by line: for screen readers, braille and dumb terminals")
    )
    options.add_argument("--lang", choices=("id", "en"), help=say("language of the screen"))
    options.add_argument(
        "--home", type=Path, metavar="DIR", help=say("keep settings, articles and log below this folder")
    )
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(dest="command", title=say("commands"), metavar=say("COMMAND"), parser_class=_Words)
    _source_commands(commands)
    probe = commands.add_parser("probe", help=say("show what a feed, listing page or file holds"))
    extract = commands.add_parser("extract", help=say("show the article of a page or file, with its credits"))
    for command in (probe, extract):
        command.targets("targets", say("TARGET"), say("http(s) address, file, or - for input"), nargs="+")
        command.options.add_argument("--json", action="store_true", help=say("one JSON object a line"))
        command.options.add_argument("--outlet", metavar=say("NAME"), help=say("read it by this outlet's profile"))
        command.options.add_argument("--url", metavar="URL", help=say("read a file as if it came from this address"))
    extract.options.add_argument("--text", action="store_true", help=say("the target is plain article text, not HTML"))
    return parser


def _source_commands(commands: argparse._SubParsersAction[_Words]) -> None:
    """The commands about sources."""
    add = commands.add_parser("add", help=say("follow what a site, page, feed or API offers"))
    add.targets("address", "URL", say("any address; https:// may be left out"))
    add.options.add_argument(
        "--category", metavar="C", help=say("category of its articles, such as lampung-raya/metro")
    )
    add.options.add_argument("--yes", action="store_true", help=say("follow the surest without asking"))
    imported = commands.add_parser("import", help=say("follow the feeds of an OPML file"))
    imported.targets("file", say("FILE.opml"), say("OPML, newsboat's urls, or one address a line; - for input"))
    exported = commands.add_parser("export", help=say("write what is followed as an OPML file"))
    exported.targets("file", say("FILE.opml"), say("a new file; without it the list is printed"), nargs="?")
    feeds = commands.add_parser("feeds", help=say("list what is followed"))
    refresh = commands.add_parser("refresh", help=say("fetch the news without opening the reader"))
    refresh.options.add_argument(
        "--force", action="store_true", help=say("ask before the time, but never against a server's wish")
    )
    refresh.options.add_argument(
        "--articles", action="store_true", help=say("store the whole texts of new articles too")
    )
    config = commands.add_parser("config", help=say("show the settings and where they are"))
    config.options.add_argument("--default", action="store_true", help=say("print a complete settings file, commented"))
    config.options.add_argument("--check", action="store_true", help=say("tell every mistake in the files you wrote"))
    doctor = commands.add_parser("doctor", help=say("tell how every source is, and what can be done"))
    for command in (feeds, refresh, doctor):
        command.options.add_argument("--json", action="store_true", help=say("one JSON object a line"))


def _read(wishes: argparse.Namespace) -> int:
    """Opens the reader; where the person wishes for the demo newsroom on leaving, opens that."""
    if not wishes.demo and _run(_folders(wishes.home), wishes) != "demo":
        return 0
    return _demo(wishes)


def _demo(wishes: argparse.Namespace) -> int:
    """Runs the reader on the embedded newsroom, by default in a folder that is gone afterwards."""
    import tempfile

    from lampungtui.demo import open_demo
    from lampungtui.folders import Folders

    with tempfile.TemporaryDirectory(prefix="lampungtui-demo-") as passing:
        folders = Folders.under(wishes.home if wishes.home and wishes.demo else Path(passing))
        with open_demo(folders):
            _run(folders, wishes)
    return 0


def _run(folders: Folders, wishes: argparse.Namespace) -> str | None:
    if not wishes.plain:
        # Hardly anything of what a start makes is garbage; looking for it takes a sixth of the time to the first screen.
        gc.disable()
    from lampungtui.newsroom.opening import open_newsroom

    opened = open_newsroom(folders)
    language: str | None = wishes.lang
    if wishes.plain:
        from lampungtui.commands.plain import read_plainly

        read_plainly(opened, language=language)
        return None
    if language is None and opened.config.language != "auto":
        use_language(opened.config.language)
    hindrance = _hindrance()
    if hindrance:
        opened.room.close()
        raise NoScreen(hindrance)
    from lampungtui.ui.app import run_reader

    return run_reader(opened, language=language)


def _hindrance() -> str:
    """Why there is no screen to draw on here, an English sentence, or nothing."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return "the reader needs a terminal; try 'lampungtui --help' for what works without one"
    if os.environ.get("TERM") == "dumb":
        return "this terminal can place no text on its screen; 'lampungtui --plain' reads line by line"
    return ""


if __name__ == "__main__":
    sys.exit(main())
