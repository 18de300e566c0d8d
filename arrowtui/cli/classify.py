"""`arrowtui classify`: the rules tried on posts from a file. They are imported when there is something to sort."""

from typing import BinaryIO

import click

from arrowtui.cli.ends import Exit


@click.command("classify")
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--chat", is_flag=True, help="The file is one chat session (JSON); writes id, role and q of each post.")
def classify_command(file: BinaryIO, chat: bool) -> int:
    """Sort posts (JSON lines: id, platform, author, posted_at, title, text, url) into lanes and read their calls.

    Writes one JSON line for each post: id, lane, confidence, reasons, call. Lines that are no posts are named on the
    error stream; the rest is still done, and the exit code is 1.
    """
    if chat:
        from arrowtui.cli.chat_file import classify_chat

        return classify_chat(file.read())
    from arrowtui.cli.posts import understand

    return Exit.FAILED if understand(file) else Exit.OK
