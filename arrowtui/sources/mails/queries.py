"""A letter of queries -> one item a query, and one for what the letter says besides."""

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from arrowtui.model.replace import replace
from arrowtui.model.wire import Body, Draft, Markup
from arrowtui.sources.digests.block import Query, single_query
from arrowtui.sources.digests.letters import profiles_for
from arrowtui.sources.digests.profile import CATEGORY, NAME, Profile
from arrowtui.sources.digests.split import Split, split
from arrowtui.sources.mails.drafts import Understood, called, newsletter, troubles, whole
from arrowtui.sources.mails.letter import Letter
from arrowtui.sources.mails.quoted import unquoted

NO_NAME = re.compile(r"\W*(?:anonymous\w*|withheld|undisclosed|not disclosed|n/?a|none)\W*", re.IGNORECASE)
SPEAKS_OF_QUERIES = re.compile(
    r"^\W*(?:query|summary|deadline|media outlet|call[ -]?out)\s*:|\bINDEX\b", re.MULTILINE | re.IGNORECASE
)


def understood(letter: Letter, *, splits: bool) -> Understood:
    """The items in a letter and in the mails that lie in it; `splits`: letters of queries are taken apart."""
    found = [_understood(one, splits=splits) for one in (letter, *letter.nested)]
    drafts = tuple(draft for one in found for draft in one.drafts)
    return Understood(drafts, tuple(notice for one in found for notice in one.notices))


def _understood(letter: Letter, *, splits: bool) -> Understood:
    """One mail without those in it. A mere cover around another is no item, nor is an inner mail without a word."""
    is_empty = letter.body is None and not letter.files
    if is_empty and (letter.nested or (not letter.subject and letter.is_inner)):
        return Understood(())
    for profile in profiles_for(letter.sender.domain, letter.subject) if splits else ():
        if (found := _queries(letter, profile)) is not None:
            return found
    return newsletter(letter)


def _queries(letter: Letter, profile: Profile) -> Understood | None:
    """The queries of a letter of this make, and what is left of it; None where it is not of this make after all."""
    if profile.is_single:
        return Understood((_single(letter, profile),), tuple(_doubts(letter, profile)))
    if not profile.may_be_in(letter.plain, letter.html):
        return None
    text = unquoted(letter.text())
    found = split(text, profile)
    if found is not None:
        drafts = [_draft(letter, query, profile) for query in _told_apart(found.queries)]
        return Understood((*drafts, *_rest(letter, found, profile)), tuple(_notices(letter, found, profile)))
    if not profile.domains or SPEAKS_OF_QUERIES.search(text) is None:
        return None  # a known sender writes other things, too: a welcome, a bill
    notice = f"{called(letter)} could not be taken apart: it is one item now."
    return Understood((whole(letter),), (notice, *troubles(letter), *_doubts(letter, profile)))


def _notices(letter: Letter, found: Split, profile: Profile) -> Iterator[str]:
    if found.is_cut:
        yield f"{called(letter)} breaks off: its last query is not whole."
    if found.missing:
        count = "One query" if len(found.missing) == 1 else f"{len(found.missing)} queries"
        yield f"{count} in the index of {called(letter)} cannot be found in it."
    yield from troubles(letter)
    yield from _doubts(letter, profile)


def _doubts(letter: Letter, profile: Profile) -> Iterator[str]:
    if letter.is_forged and profile.domains:
        yield f"{called(letter)}: your mail server could not verify that it comes from {letter.sender.domain}."


def _scope(letter: Letter, profile: Profile) -> str:
    """Whose ids these are: a letter's own, so that a query printed in two editions is one item."""
    return profile.domains[0] if profile.domains else letter.scope


def _draft(letter: Letter, query: Query, profile: Profile) -> Draft:
    name, category = query.fact(NAME), query.fact(CATEGORY)
    return Draft(
        native_id=query.native_id,
        title=Body(query.title, Markup.TEXT) if query.title else None,
        body=Body(query.text, Markup.TEXT) if query.text else None,
        link=query.link,
        author=None if NO_NAME.fullmatch(name) else name or None,
        published_at=letter.sent_at,
        language=letter.language,
        categories=tuple(word for word in (letter.list_id, category) if word),
        host=_scope(letter, profile),
        root_id=letter.native_id,
        parent_id=letter.native_id,
        fields=query.facts,
    )


def _single(letter: Letter, profile: Profile) -> Draft:
    """A letter that is one query: the letter itself, with the facts that stand in it. Its links are personal."""
    query = single_query(letter.subject, unquoted(letter.text()).split("\n"), profile)
    draft = whole(letter)
    return replace(
        draft,
        title=Body(query.title, Markup.TEXT),
        link=None,
        host=_scope(letter, profile),
        fields=(*query.facts, *draft.fields),
    )


def _rest(letter: Letter, found: Split, profile: Profile) -> Iterator[Draft]:
    """What a letter says besides its queries, as the item they hang on."""
    if found.rest.strip():
        yield replace(whole(letter), body=Body(found.rest, Markup.TEXT), host=_scope(letter, profile))


def _told_apart(queries: Sequence[Query]) -> Iterator[Query]:
    """Queries that share an id and differ get one each; the same query printed twice is one."""
    seen: dict[str, set[str]] = {}
    for query in queries:
        said = f"{query.title}\0{query.text}"
        texts = seen.setdefault(query.native_id, set())
        if said in texts:
            continue
        mark = blake2b(said.encode("utf-8", "replace"), digest_size=6).hexdigest()
        yield replace(query, native_id=f"{query.native_id} {mark}") if texts else query
        texts.add(said)
