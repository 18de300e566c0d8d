"""Our own source as a tree."""

import ast
import gc
from pathlib import Path


def parsed(path: Path) -> ast.Module:
    """The tree of a file. The collector rests meanwhile: CPython before 3.12 loses count of its own depth when what it
    frees builds a tree too ("AST constructor recursion depth mismatch")."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        return ast.parse(path.read_text(encoding="utf-8"))
    finally:
        if was_on:
            gc.enable()
