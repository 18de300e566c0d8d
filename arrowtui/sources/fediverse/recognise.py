"""What a person types when she means something on these servers."""

import re

from arrowtui.model.recognised import Recognised
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.sources.fediverse.addresses import Sort, Target, tag_address, target_of

KIND = "mastodon"
USUAL_SERVER = "https://mastodon.social"
"""Where a hashtag is looked for when no server was named: the largest, so it sees most."""
HOST = r"(?:[\w-]+\.)+[\w-]{2,}(?::\d+)?|localhost(?::\d+)?"
HANDLE = re.compile(rf"(?:acct:)?@?(?P<user>[\w.-]+)@(?P<host>{HOST})", re.IGNORECASE)
TAG = re.compile(rf"[#＃](?P<tag>[\w·・]*[^\W\d_][\w·・]*)(?:@(?P<host>{HOST}))?")
BARE = re.compile(rf"(?:{HOST})/\S+")
OTHERS = (
    "medium.com",
    "youtube.com",
    "tiktok.com",
    "threads.net",
    "threads.com",
    "substack.com",
    "dev.to",
    "flipboard.com",
)
"""Sites that name accounts in the same way and have no such interface."""
FEW = "A server shows a hashtag only as far as it knows it: name further ones in the option `instances`."
CLOSED = "Some servers want an account for this; streaming always does."


def recognise(typed: str) -> tuple[Recognised, ...]:
    """A hashtag, a handle, or an address of a server's web site."""
    said = typed.strip()
    if found := TAG.fullmatch(said):
        base = f"https://{found['host'].lower()}" if found["host"] else USUAL_SERVER
        meant = _recognised(Target(Sort.TAG, base, found["tag"]), is_sure=bool(found["host"]))
        return (meant if found["host"] else replace(meant, server=USUAL_SERVER.removeprefix("https://")),)
    if said.startswith(("@", "acct:")) and (found := HANDLE.fullmatch(said)):
        return (_recognised(Target(Sort.ACCOUNT, f"https://{found['host'].lower()}", found["user"]), is_sure=True),)
    target = target_of(f"https://{said}" if BARE.fullmatch(said) else said)
    if target is None or target.host.removeprefix("www.").endswith(OTHERS):
        return ()
    return (_recognised(target, is_sure=False),)


def _recognised(target: Target, *, is_sure: bool) -> Recognised:
    address, words = {
        Sort.TAG: (tag_address(target.base, target.name), f"the hashtag #{target.name} on {target.host}"),
        Sort.ACCOUNT: (_account_address(target), f"posts of {_handle(target)}"),
        Sort.THREAD: (f"{target.base}/statuses/{target.name}", f"a thread on {target.host}"),
    }[target.sort]
    return Recognised(Wish(KIND, address), words, is_sure, hint=FEW if target.sort is Sort.TAG else CLOSED)


def _account_address(target: Target) -> str:
    tagged = f"/tagged/{target.tagged}" if target.tagged else ""
    return f"{target.base}/@{target.name}{tagged}"


def _handle(target: Target) -> str:
    return f"@{target.name}" if "@" in target.name else f"@{target.name}@{target.host}"
