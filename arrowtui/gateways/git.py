"""What is asked of the person's own git, in its words.

Source: the manual pages of git; `-z` and `--porcelain` forms, which do not change.
"""

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from arrowtui.gateways.git_runner import LOCAL_S, NETWORK_S, GitRunner, Said
from arrowtui.model.errors_vault import GitFailed, GitOffline

UNFINISHED = {
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "MERGE_HEAD": "merge",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
    "BISECT_LOG": "bisect",
}
NO_ENTRY = ("authentication failed", "permission denied", "could not read username", "could not read password", "403")


class Staged(Struct, frozen=True):
    """One side of a file that git could not bring together: 1 is what both come from, 2 ours, 3 theirs."""

    path: str
    stage: int
    blob: str


class Git:
    """git in one folder. Every method raises GitMissing, GitTooSlow and GitFailed."""

    def __init__(
        self,
        folder: Path,
        environment: Mapping[str, str] | None = None,
        local_s: float = LOCAL_S,
        network_s: float = NETWORK_S,
    ) -> None:
        self._folder = folder
        self._git = GitRunner(folder, environment, local_s, network_s)

    async def begin(self) -> None:
        """Make the folder a repository, unless it lies in one."""
        if await self.prefix() is None:
            await self._git.do("begin a repository", "init", "--quiet")

    async def prefix(self) -> str | None:
        """Where the folder lies inside its repository: "" or "notes/work/"; None where there is none."""
        said = await self._git.ask("rev-parse", "--show-prefix")
        return said.out.decode("utf-8", "replace").rstrip("\n") if said.code == 0 else None

    async def unfinished(self) -> str | None:
        """What the person is in the middle of with git, if anything."""
        for name, what in UNFINISHED.items():
            found = await self._git.do("look into its folder", "rev-parse", "--git-path", name)
            if (self._folder / found.out.decode().strip()).exists():
                return what
        return None

    async def branch(self) -> str:
        """The branch she is on."""
        return (await self._git.do("find your branch", "symbolic-ref", "--short", "HEAD")).out.decode().strip()

    async def changed(self) -> tuple[tuple[str, str], ...]:
        """Files in the folder that differ from the last commit: two signs of `git status`, and the path below the
        repository."""
        said = await self._git.do(
            "look what changed", "status", "--porcelain", "-z", "-uall", "--no-renames", "--", "."
        )
        return tuple((part[:2], part[3:]) for part in said.out.decode("utf-8", "surrogateescape").split("\0") if part)

    async def is_clean(self) -> bool:
        """Whether nothing that git knows is changed, in the whole repository."""
        return not (await self._git.do("look what changed", "status", "--porcelain", "-uno")).out

    async def version(self, path: str, commit: str = "HEAD") -> bytes | None:
        """What a commit has at a path below the repository; None where it has nothing there."""
        said = await self._git.ask("cat-file", "blob", f"{commit}:{path}")
        return said.out if said.code == 0 else None

    async def holding(self, words: str, commit: str) -> tuple[str, ...]:
        """Paths of a commit whose files hold these words."""
        said = await self._git.ask("grep", "-l", "-z", "-F", "-e", words, commit, at_root=True)
        found = said.out.decode("utf-8", "surrogateescape").split("\0") if said.code == 0 else []
        return tuple(line.removeprefix(f"{commit}:") for line in found if line)

    async def common(self, other: str) -> str | None:
        """The commit that both sides come from; None where there is none."""
        said = await self._git.ask("merge-base", "HEAD", other)
        return said.out.decode().strip() if said.code == 0 else None

    async def commit(self, paths: Sequence[str], message: str) -> None:
        """Commit these paths (below the repository) as they are, gone ones too, and nothing else."""
        listed = "\0".join(paths).encode("utf-8", "surrogateescape")
        from_list = ("--pathspec-from-file=-", "--pathspec-file-nul")
        await self._git.do("add your notes", "add", "-A", *from_list, at_root=True, data=listed)
        await self._git.do(
            "commit", "commit", "--quiet", "--only", "-m", message, *from_list, at_root=True, data=listed
        )

    async def remote(self) -> str | None:
        """Where the branch goes to: its own remote, else origin, else the only one there is."""
        branch = await self.branch()
        own = await self._git.ask("config", "--get", f"branch.{branch}.remote")
        if own.code == 0 and own.out.strip() != b".":
            return own.out.decode().strip()
        names = (await self._git.do("list its remotes", "remote")).out.decode().split()
        return "origin" if "origin" in names else names[0] if len(names) == 1 else None

    async def upstream(self, remote: str) -> str | None:
        """The commit the other place had when it was last fetched; None where it has no such branch."""
        branch = await self.branch()
        own = await self._git.ask("rev-parse", "--verify", "--quiet", "@{upstream}")
        found = (
            own
            if own.code == 0
            else await self._git.ask("rev-parse", "-q", "--verify", f"refs/remotes/{remote}/{branch}")
        )
        return found.out.decode().strip() if found.code == 0 else None

    async def fetch(self, remote: str) -> None:
        """Raises: GitOffline where it cannot be reached."""
        said = await self._git.reach("fetch", "--quiet", "--no-tags", remote)
        if said.code != 0:
            raise _unreached(remote, said)

    async def push(self, remote: str) -> bool:
        """Send the branch; False where somebody else was quicker. Raises: GitOffline."""
        branch = await self.branch()
        said = await self._git.reach("push", "--quiet", "--porcelain", "-u", remote, f"HEAD:refs/heads/{branch}")
        if said.code == 0:
            return True
        words = f"{said.out.decode('utf-8', 'replace')}\n{said.err}".lower()
        if "[rejected]" in words or "non-fast-forward" in words or "fetch first" in words or "cannot lock ref" in words:
            return False
        raise _unreached(remote, said)

    async def apart(self, other: str) -> tuple[int, int]:
        """How many commits are only here, and only there; all of them where there is none here yet."""
        said = await self._git.ask("rev-list", "--left-right", "--count", f"HEAD...{other}")
        if said.code != 0:
            there = await self._git.do("count its commits", "rev-list", "--count", other)
            return 0, int(there.out)
        here, there_count = said.out.split()
        return int(here), int(there_count)

    async def catch_up(self, other: str) -> None:
        """Go on to what is there, having nothing of one's own."""
        await self._git.do("go on", "merge", "--quiet", "--ff-only", other)

    async def rebase(self, other: str) -> bool:
        """Put what is only here on top of what is there; False, and all as before, where that cannot be done."""
        said = await self._git.ask("rebase", "--quiet", other)
        if said.code != 0:
            await self._git.ask("rebase", "--abort")
        return said.code == 0

    async def merge(self, other: str) -> bool:
        """Bring both together without committing; False where files are left to be brought together by hand."""
        said = await self._git.ask("merge", "--quiet", "--no-commit", "--no-ff", "--allow-unrelated-histories", other)
        if said.code != 0 and not await self.clashing():
            raise GitFailed("bring both sides together", said.last)
        return said.code == 0

    async def clashing(self) -> tuple[Staged, ...]:
        """The sides of files that git could not bring together, in the whole repository."""
        said = await self._git.do("list its conflicts", "ls-files", "-u", "-z", at_root=True)
        return tuple(_staged(line) for line in said.out.decode("utf-8", "surrogateescape").split("\0") if line)

    async def blob(self, name: str) -> bytes:
        return (await self._git.do("read a version", "cat-file", "blob", name)).out

    async def settle(self, path: str, data: bytes | None) -> None:
        """A file that clashed is this; None: it is no more."""
        file = await self._git.root() / path
        if data is None:
            await self._git.do("take a file away", "rm", "--quiet", "-f", "--ignore-unmatch", "--", path, at_root=True)
            return
        await asyncio.to_thread(_put, file, data)
        await self._git.do("add a file", "add", "--", path, at_root=True)

    async def conclude(self) -> None:
        """Commit what was brought together."""
        await self._git.do("commit both sides", "commit", "--quiet", "--no-edit")

    async def give_up(self) -> None:
        """Leave all as it was before bringing together."""
        await self._git.do("go back", "merge", "--abort")


def _staged(line: str) -> Staged:
    facts, _, path = line.partition("\t")
    _, blob, stage = facts.split(" ")
    return Staged(path, int(stage), blob)


def _put(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def _unreached(remote: str, said: Said) -> GitFailed | GitOffline:
    if any(sign in said.err.lower() for sign in NO_ENTRY):
        return GitFailed(f"log in to {remote}", said.last)
    return GitOffline(remote, said.last)
