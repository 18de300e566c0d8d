"""The screen itself, and the demo: the only commands that import Textual."""

import asyncio

import click

from arrowtui.gateways.places import Folders


def open_screen(folders: Folders) -> None:
    """Open the screen on a person's own store. The settings are read first, so a fault is told before it opens.

    Raises: SettingsError, StoreError.
    """
    from arrowtui.wiring import run_screen

    asyncio.run(run_screen(folders))


@click.command("demo")
def demo_command() -> None:
    """Look around in a sample world: its own temporary store, no network. Nothing of yours is touched."""
    from arrowtui.wiring import run_demo

    asyncio.run(run_demo())
