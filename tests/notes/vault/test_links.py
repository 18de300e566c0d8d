"""[[Links]] mean the same on every machine, whatever number a note or item has there."""

from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.item import ItemId
from arrowtui.model.link import to_item, to_note
from arrowtui.model.note import NoteId
from arrowtui.model.vault import Uid
from arrowtui.notes.vault.links import Names, Numbers, item_mark, marks_of

EXIT, CHAT, LOOSE = Uid("00000000000000a1"), Uid("00000000000000b2"), Uid("00000000000000c3")
ITEM, KEY = ItemId(1_800_000_000_000 << 20), "feed|example.org|exit"
HERE = Names(
    {NoteId(1): EXIT, NoteId(2): CHAT, NoteId(3): LOOSE},
    {NoteId(1): "exit-tickets-000000a1", NoteId(2): "a-chat"},
    {ITEM: KEY},
)
THERE = Numbers(
    {"exit-tickets-000000a1": NoteId(71), "a-chat": NoteId(72)},
    {mark: NoteId(number) for uid, number in ((EXIT, 71), (CHAT, 72), (LOOSE, 73)) for mark in marks_of(uid)},
    {item_mark(KEY): ItemId(ITEM + 5)},
)


def test_numbers_become_names_and_the_numbers_of_another_store() -> None:
    text = f"See {to_note(NoteId(1), 'tickets')}, [[n2|the chat]], [[n3]] and {to_item(ITEM, 'an item')}."

    shared = HERE.shared(text)

    assert shared == (
        "See [[exit-tickets-000000a1|tickets]], [[a-chat|the chat]], [[note-00000000000000c3]] and "
        f"[[{item_mark(KEY)}|an item]]."
    )
    assert THERE.own(shared) == (
        "See [[n71|tickets]], [[n72|the chat]], [[n73|note-00000000000000c3]] and "
        f"{to_item(ItemId(ITEM + 5), 'an item')}."
    )


def test_what_leads_to_no_note_of_ours_stays_as_it_was_written() -> None:
    text = "[[A title]] [[Page#Part|x]] [[folder/page]] [[n999|never was]] `[[n1]]`\n```\n[[n1]]\n```\n[[item-0000]]"

    assert HERE.shared(text) == text
    assert THERE.own(text) == text


def test_a_link_to_a_file_that_was_renamed_still_leads_there() -> None:
    assert THERE.own("[[old-name-000000a1|x]] [[note-00000000000000b2]]") == "[[n71|x]] [[n72|note-00000000000000b2]]"


def test_a_link_typed_as_a_name_reads_so_and_goes_out_as_it_came() -> None:
    back = Names({NoteId(72): CHAT}, {NoteId(72): "a-chat"})

    assert THERE.own("[[a-chat]]") == "[[n72|a-chat]]"
    assert back.shared("[[n72|a-chat]]") == "[[a-chat]]"


pieces = st.sampled_from(
    (
        "[[a-chat]]",
        "[[a-chat|words]]",
        "[[exit-tickets-000000a1|x]]",
        f"[[{item_mark(KEY)}|i]]",
        "[[A title]]",
        "[[a-chat|]]",
        "[[ a-chat ]]",
        "[[",
        "]]",
        "|",
        "`",
        "\n",
        "```\n",
        "words ",
    )
)


@given(st.lists(pieces, max_size=12).map("".join))
def test_a_text_that_was_taken_in_goes_out_the_same_ever_after(text: str) -> None:
    own = Numbers(THERE.by_stem, THERE.by_mark, THERE.items)
    back = Names(
        {NoteId(71): EXIT, NoteId(72): CHAT},
        {NoteId(71): "exit-tickets-000000a1", NoteId(72): "a-chat"},
        {ItemId(ITEM + 5): KEY},
    )

    once = back.shared(own.own(text))

    assert back.shared(own.own(once)) == once
    assert once == text or "[[ a-chat" in text or "|]]" in text, "only the oddest links are written more plainly"
