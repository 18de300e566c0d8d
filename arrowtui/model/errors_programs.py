"""Programs that are handed a text."""

from dataclasses import dataclass

from arrowtui.model.errors import RequestError, clip


@dataclass(eq=False)
class ProgramMissing(RequestError):
    """`line` is the command line as it was typed."""

    line: str

    def headline(self) -> str:
        return f"There is no program {clip(self.line, 30)!r} here"

    def hint(self) -> str:
        return "Type a program of this machine with its arguments, such as less or wc -w; no shell reads the line."


@dataclass(eq=False)
class ProgramFailed(RequestError):
    program: str
    code: int

    def headline(self) -> str:
        return f"{clip(self.program, 30)} stopped with code {self.code}"

    def hint(self) -> str:
        return "It was handed the text all the same; nothing changed here."
