"""The command line: one group whose commands are imported only when they are called."""

import gc
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from traceback import walk_tb

import click

from arrowtui import __version__
from arrowtui.cli.ends import Exit, guarded
from arrowtui.model.errors_requests import OutputUnwritable

COMMANDS: Mapping[str, tuple[str, str]] = {
    "add": ("add", "Add a source: a feed, a page that has feeds, a file of feeds."),
    "remove": ("add", "Poll a source no more; what it brought stays."),
    "login": ("login", "Keep a token or password in the keyring of your system."),
    "logout": ("login", "Take one out of it again."),
    "pack": ("pack", "See and take starter packs for a profession."),
    "import": ("bringing", "Take in sources, links, highlights, notes, or an export of ours."),
    "export": ("bringing", "Write the sources as OPML, or everything that is yours."),
    "save": ("save", "Put a web page into the Tips to read later."),
    "refresh": ("refresh", "Ask the sources now, once."),
    "watch": ("watch", "Ask the sources whenever they are due, for ever."),
    "list": ("items", "List items, newest first."),
    "search": ("items", "Search the text of all items."),
    "counts": ("counts", "What is unread, closing, live, failing, in one line for a status bar."),
    "calls": ("calls", "List calls by urgency, or write their deadlines into a calendar."),
    "gather": ("gather", "Watch a call-out of your own elsewhere and work through its answers."),
    "chats": ("chats", "List the chats you follow, or find some to follow."),
    "rules": ("rules", "List your own rules, or try one out."),
    "lessons": ("lessons", "What moving items to other tabs has taught."),
    "note": ("notes", "Write a note, about today or beside an item."),
    "notes": ("notes", "List and search your notes."),
    "review": ("review", "Meet today's notes again."),
    "intentions": ("notes", "List what you meant to do, by its day."),
    "letter": ("review", "Your week in a letter, as Markdown or HTML."),
    "measures": ("review", "Small plots: looked at again, done, reflected on, coming back."),
    "sources": ("sources", "List the sources and how they are doing."),
    "classify": ("classify", "Sort posts given as JSON lines into lanes and read their calls."),
    "log": ("log", "Write your learning log of a period, for the forms of your profession."),
    "vault": ("vault", "Your notes as Markdown files, two ways, on one machine or several."),
    "config": ("config", "See, check and edit the settings."),
    "paths": ("about", "Where the settings, the store and the log lie."),
    "bindings": ("about", "List every command of the screen with its keys."),
    "doctor": ("doctor", "Check settings, store, sources and terminal."),
    "demo": ("demo", "Look around in a sample world, without network."),
}
"""Command -> its module in `arrowtui.cli`, and its line in the help, so that the help imports none of them."""

EPILOG = """Without a command the screen opens. Exit codes: 0 fine, 1 something failed, 2 wrong usage,
3 faulty settings, 4 store unusable, 130 interrupted."""


RARELY = 10_000
"""After how many new things more than are let go the collector looks for cycles: commands make few."""


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = import_module(f"arrowtui.cli.{COMMANDS[name][0]}")
        gc.freeze()  # what was imported stays
        gc.set_threshold(RARELY)
        gc.enable()  # a command may run for long; the program begins without
        found = getattr(module, f"{name}_command")
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, help) for name, (_, help) in COMMANDS.items()])


@click.group(
    "arrowtui",
    cls=LazyGroup,
    invoke_without_command=True,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--config", type=click.Path(path_type=Path), help="The settings file (ARROWTUI_CONFIG).")
@click.option("--data", type=click.Path(path_type=Path), help="The folder of the store (ARROWTUI_DATA).")
@click.version_option(__version__, message="arrowtui %(version)s")
@click.pass_context
def root(ctx: click.Context, config: Path | None, data: Path | None) -> None:
    """Social media with the arrow turned inward: gather tips, chats and calls, and think about them."""
    from arrowtui.gateways.places import folders

    ctx.obj = folders(config, data)
    if ctx.invoked_subcommand is None:
        from arrowtui.cli.screen import open_screen

        open_screen(ctx.obj)


def run(arguments: Sequence[str]) -> int:
    """Run one command line; returns the exit code."""
    if "_ARROWTUI_COMPLETE" in os.environ:
        return guarded(lambda: _heard(lambda: root.main(prog_name="arrowtui")))  # a shell asks for completions
    return guarded(lambda: _heard(lambda: _invoke(arguments)))


def _heard(work: Callable[[], object]) -> object:
    """What click writes by itself (help, version, completions) passes by `cli/output.py`: that this cannot be written
    is no bug either, and is told likewise."""
    try:
        return work()
    except BrokenPipeError:
        raise
    except OSError as cause:
        if click.echo.__code__ in (frame.f_code for frame, _ in walk_tb(cause.__traceback__)):
            raise OutputUnwritable(cause.strerror or str(cause)) from cause
        raise


def _invoke(arguments: Sequence[str]) -> object:
    """Not `root.main`: that one answers a closed pipe with exit code 1."""
    try:
        with root.make_context("arrowtui", list(arguments)) as ctx:
            return root.invoke(ctx)
    except click.UsageError as error:
        with suppress(OSError):  # nobody is left to be told; the exit code says it
            error.show()
        return Exit.USAGE
    except click.exceptions.Exit as asked:
        return asked.exit_code
    except click.Abort as cause:
        raise KeyboardInterrupt from cause
