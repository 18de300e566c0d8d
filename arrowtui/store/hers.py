"""Which tables hold what the person did, and which do not: a table that is in neither list is a mistake."""

from msgspec import Struct


class Hers(Struct, frozen=True):
    """A table that leaves as it is. `note`, `layer` and `item` among its columns are names for numbers; `same` are the
    columns by which a row is known when it comes back."""

    table: str
    columns: tuple[str, ...]
    same: tuple[str, ...]


PLAIN: tuple[Hers, ...] = (
    Hers("schedules", ("note", "due_at", "stability", "difficulty", "reviewed_at", "let_go_at"), ("note",)),
    Hers("reviews", ("note", "at", "outcome", "undone_at"), ("note", "at", "outcome")),
    Hers(
        "intentions",
        ("note", "layer", "words", "day", "made_at", "is_ticked", "done_at", "let_go_at", "gone_at"),
        ("layer", "words", "made_at"),
    ),
    Hers("looks", ("item", "looked_at", "times"), ("item",)),
    Hers(
        "answers",
        ("item", "state", "changed_at", "follow_up_at", "contact", "subject", "text", "title", "link"),
        ("item",),
    ),
    Hers("answer_versions", ("item", "text", "at"), ("item", "text", "at")),
    Hers("answer_steps", ("item", "state", "at"), ("item", "state", "at")),
    Hers("lessons", ("item", "traits", "learned_at"), ("item",)),
    Hers("session_marks", ("hashtag", "starts_at", "state", "changed_at"), ("hashtag", "starts_at")),
    Hers("saved", ("address", "item", "saved_at", "due_at", "tries", "trouble"), ("address",)),
    Hers("refused_chats", ("hashtag", "refused_at"), ("hashtag",)),
    Hers("imported", ("key", "at", "digest"), ("key",)),
)
"""Tables that leave row by row. Whoever adds a table of hers adds it here."""

WOVEN = frozenset(
    {
        "subscriptions", "items", "bodies", "known", "marks", "tags",
        "notes", "note_layers", "layer_versions", "note_tags",
    }
)  # fmt: skip
"""Tables of which what she touched leaves in a form of its own."""

NOT_HERS = frozenset(
    {
        "fetch_states", "host_waits", "origins", "aliases", "doubles", "rechecks", "polls", "poll_counts", "calls",
        "lane_counts", "source_counts", "tag_counts", "to_index", "note_links", "note_events", "offers",
        "spending", "open_bills", "vault_files", "vault_state", "vault_waiting", "actions", "link_checks", "pictures",
        "gaps", "orders", "found_chats",
    }
)  # fmt: skip
"""Found out anew, counted, about this machine alone, or (the undo log) about numbers of this store."""

REFERENCES = {"note": "note_id", "layer": "layer_id", "item": "item_id"}


def is_time(column: str) -> bool:
    """Whether a column holds an instant."""
    return column == "at" or column.endswith("_at")
