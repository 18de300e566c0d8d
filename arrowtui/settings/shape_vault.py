"""What may be set about the vault: where notes lie as files, and whether git carries them."""

from typing import Annotated

from msgspec import Struct

from arrowtui.settings.says import says


class VaultTable(Struct, frozen=True, forbid_unknown_fields=True):
    """Your notes as Markdown files, two ways. `arrowtui vault init FOLDER` begins it; see docs/vault.md."""

    folder: Annotated[
        str,
        says(
            "The folder your notes are kept in step with; empty: none. A relative one begins at this file.",
            'a folder in quotes such as "~/notes/arrowtui"',
        ),
    ] = ""
    git: Annotated[
        bool,
        says(
            "true commits these files and brings them together with your git remote, now and then while arrowtui "
            "runs and at every `arrowtui vault sync`.",
            "true or false",
        ),
    ] = False
