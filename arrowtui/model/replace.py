"""A value that differs from another in a few fields; values themselves never change."""

import dataclasses
from typing import TYPE_CHECKING

from msgspec import Struct, structs

if TYPE_CHECKING:
    # The one mypy knows by heart: it checks names and types of the fields, those of a Struct as well.
    from dataclasses import replace
else:

    def replace(value, /, **changed):
        """A copy of a Struct or of a dataclass, with some fields changed."""
        kind = structs if isinstance(value, Struct) else dataclasses
        return kind.replace(value, **changed)


__all__ = ["replace"]
