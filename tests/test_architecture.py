"""The house rules that no reader of one file can see: who may use whom, which library, and what values are."""

import ast
import sys
from collections.abc import Collection, Iterable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.parsed import parsed

PACKAGE = Path(__file__).parent.parent / "arrowtui"
MIDDLE = {"sources", "ingest", "lanes", "notes", "store", "gateways"}
MAY_USE: dict[str, set[str]] = {
    "model": set(),
    **{room: {"model"} for room in MIDDLE},
    "services": {"model", *MIDDLE},
    "ui": {"model", "services"},
}
ONLY_IN: dict[str, set[str]] = {
    "textual": {"ui"},
    "httpx": {"gateways"},
    "httpcore": {"gateways"},
    "h11": {"gateways"},
    "httpx_sse": {"gateways"},
    "websockets": {"gateways"},
    "platformdirs": {"gateways"},
    "keyring": {"gateways"},
    "webbrowser": {"gateways"},
    "imaplib": {"gateways"},
    "imapclient": {"gateways"},
    "aiosqlite": {"store"},
    "sqlite3": {"store"},
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Every module named in an import of a file, those inside functions included."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else parts[0].removesuffix(".py")


def named(path: Path) -> str:
    """The module a file is."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def loaded(nodes: Iterable[ast.AST]) -> Iterator[ast.Import | ast.ImportFrom]:
    """The imports that are done when a module is loaded: neither those within functions nor those for type checks."""
    for node in nodes:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            yield from loaded(node.orelse)
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.expr):
            yield from loaded(ast.iter_child_nodes(node))


def needed(path: Path, every: Collection[str]) -> set[str]:
    """The modules of ours that must be whole before this one is: those it names, and the packages they lie in."""
    found = set()
    for node in loaded(parsed(path).body):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            several = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if name in every else name.rpartition(".")[0] for name in several]
        for name in names:
            parts = name.split(".")
            packages = {".".join(parts[:count]) for count in range(1, len(parts))}
            found |= {name, *(one for one in packages if not f"{named(path)}.".startswith(f"{one}."))}
    return found & set(every)


def test_every_module_can_be_imported_first() -> None:
    """Which it cannot where modules need each other in a circle: then it hangs on chance which of them comes first."""
    every = {named(path): path for path in modules()}

    TopologicalSorter({name: needed(path, every) for name, path in every.items()}).prepare()  # tells a circle


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_uses_only_the_rooms_it_may(path: Path) -> None:
    room = room_of(path)
    if room not in MAY_USE:
        return
    used = {name.split(".")[1] for name in imports(path) if name.startswith("arrowtui.")} - {room}
    rooms = used & (set(MAY_USE) | {"wiring", "cli", "settings", "demo"})

    assert rooms <= MAY_USE[room], f"{room} may not use {sorted(rooms - MAY_USE[room])}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_library_is_used_only_in_its_room(path: Path) -> None:
    room = room_of(path)
    for name in imports(path):
        top = name.split(".")[0]
        if top in ONLY_IN:
            assert room in ONLY_IN[top] | {"wiring", "demo"}, f"{top} in {room}"


def test_relative_imports_are_not_used() -> None:
    for path in modules():
        tree = parsed(path)
        assert not any(isinstance(node, ast.ImportFrom) and node.level for node in ast.walk(tree)), path


def test_nouns_know_no_library_but_the_one_they_are_made_of() -> None:
    foreign = {
        (path.name, name.split(".")[0])
        for path in modules()
        if room_of(path) == "model"
        for name in imports(path)
        if name.split(".")[0] not in {*sys.stdlib_module_names, "arrowtui", "msgspec"}
    }

    assert foreign == set()


def is_slow_value(node: ast.ClassDef) -> bool:
    """A frozen dataclass with nothing in it that a Struct cannot say."""
    decorators = map(ast.unparse, node.decorator_list)
    is_frozen = any(one.startswith("dataclass(") and "frozen=True" in one for one in decorators)
    return is_frozen and not any(word in ast.unparse(node) for word in ("compare=", "repr=", "cached_property"))


def test_values_are_structs() -> None:
    """Python makes hundreds of dataclasses at a start, which takes longer than all else of ours."""
    slow = {
        f"{path.relative_to(PACKAGE)}: {node.name}"
        for path in modules()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef) and is_slow_value(node)
    }

    assert slow == set()


def test_values_are_copied_by_what_knows_structs() -> None:
    """mypy lets dataclasses.replace copy a Struct; when it runs it refuses."""
    folders = [PACKAGE.parent / name for name in ("arrowtui", "tests", "bench", "tools")]

    found = {path for folder in folders for path in folder.rglob("*.py") if "dataclasses.replace" in imports(path)}

    assert found == {PACKAGE / "model" / "replace.py"}
