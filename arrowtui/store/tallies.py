"""Counts that triggers keep, for the lists that have one."""

import sqlite3

from arrowtui.model.item import Scope, View
from arrowtui.model.lane import Lane

GATHERED = """
SELECT coalesce(sum({column}), 0) FROM source_counts
WHERE lane = 'noise' AND subscription_id IN (SELECT id FROM subscriptions WHERE gathers)
"""
"""What is gathered, of a scope."""
TALLY = "SELECT coalesce(sum({column}), 0) FROM {table} WHERE {lanes} {narrowed}"
COLUMNS = {scope: "total" if scope is Scope.ALL else scope.value for scope in Scope}


def kept_tally(db: sqlite3.Connection, view: View) -> int:
    """How many rows a list has, its words left out of account. With both a source and a tag: at most so many."""
    if view.tag is not None:
        table, narrowed = "tag_counts", "AND tag = :tag"
    elif view.source is not None:
        table, narrowed = "source_counts", "AND subscription_id = :source"
    else:
        table, narrowed = "lane_counts", ""
    lanes = "true" if view.lane is None else "lane = :lane"
    query = TALLY.format(column=COLUMNS[view.scope], table=table, lanes=lanes, narrowed=narrowed)
    found = db.execute(query, {"lane": view.lane, "tag": view.tag, "source": view.source}).fetchone()
    is_noise = view.lane is Lane.NOISE and table == "lane_counts"
    return max(int(found[0]) - (gathered_tally(db, view.scope) if is_noise else 0), 0)


def gathered_tally(db: sqlite3.Connection, scope: Scope) -> int:
    """How many items of a scope are answers to call-outs of the person's own, and in no tab."""
    return int(db.execute(GATHERED.format(column=COLUMNS[scope])).fetchone()[0])
