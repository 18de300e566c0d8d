"""How many mails go into one answer."""

from collections.abc import Iterable

from arrowtui.model.mailbox import MailsWanted


def portion(sizes: Iterable[int], wanted: MailsWanted) -> int:
    """How many mails of these sizes, from the front, fit into one answer: at least one, where there is one."""
    total = count = 0
    for size in sizes:
        total += min(size, wanted.largest)
        if count >= wanted.most_mails or (count and total > wanted.most_bytes):
            break
        count += 1
    return count
