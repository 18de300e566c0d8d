"""The settings file: what it may say, and how a fault in it is told."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.call import CallKind
from arrowtui.model.errors import SettingsError
from arrowtui.model.errors_settings import SettingsFaulty, SettingsNotToml
from arrowtui.model.item import KeptSearch, Scope
from arrowtui.model.lane import Lane
from arrowtui.model.review import ReviewHour
from arrowtui.settings import Settings, load_settings, read_settings
from arrowtui.settings.reference import reference
from arrowtui.settings.shape import TABLES
from arrowtui.settings.told import told
from arrowtui.sources.registry import SOURCES


def faults(text: str) -> dict[str, tuple[int, str]]:
    with pytest.raises(SettingsFaulty) as caught:
        read_settings(text, "config.toml")
    return {fault.key: (fault.line, fault.why) for fault in caught.value.faults}


def slip(text: str) -> SettingsNotToml:
    with pytest.raises(SettingsNotToml) as caught:
        read_settings(text, "config.toml")
    return caught.value


def many(count: int) -> str:
    return "\n".join(f'[[source]]\naddress = "https://host{number}.example/feed"\n' for number in range(count))


def test_no_file_means_every_default(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == Settings()


def test_a_source_becomes_a_wish_with_its_lane_and_interval() -> None:
    text = '[poll]\nevery_min = 30\n[[source]]\naddress = "https://a.example/feed"\nlane = "calls"\ntags = ["press"]\n'

    (wish,) = read_settings(text, "config.toml").wishes()

    assert (wish.kind, wish.address, wish.lane, wish.tags) == ("feed", "https://a.example/feed", Lane.CALL, ("press",))
    assert wish.every_min == 30


def test_without_an_interval_a_source_follows_its_own_pace() -> None:
    (wish,) = read_settings('[[source]]\naddress = "https://a.example/feed"\n', "config.toml").wishes()

    assert wish.every_min is None


def test_every_fault_is_told_with_its_line_its_key_and_what_is_allowed() -> None:
    text = """# mine
[screen]
theme = "drak"
mesure = 60

[[source]]
address = "https://a.example/"

[[source]]
addres = "https://b.example/"
lane = "tip"
every_min = "often"
"""

    found = faults(text)

    assert found["screen.theme"] == (3, "must be dark, light or terminal")
    assert found["screen.mesure"] == (4, "is not known; did you mean measure?")
    assert found["source.2.addres"] == (10, "is not known; did you mean address?")
    assert found["source.2.lane"] == (11, "must be auto, tips, chats or calls")
    assert found["source.2.every_min"] == (12, "must be a whole number of minutes, 1 to 10080 (a week)")
    assert found["source.2"] == (9, "lacks its address")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[poll]\nevery_min = 0\n", "poll.every_min"),
        ("[poll]\nevery_min = true\n", "poll.every_min"),
        ("[poll]\nevery_min = 10081\n", "poll.every_min"),
        ("[poll]\nown_hosts = ['https://a.example/']\n", "poll.own_hosts"),
        ("[poll]\nown_hosts = 'a.example'\n", "poll.own_hosts"),
        ("[screen]\nmeasure = 500\n", "screen.measure"),
        ("[screen]\nmeasure = 72.0\n", "screen.measure"),
        ("[screen]\nascii = 'yes'\n", "screen.ascii"),
        ("[notes]\neditor = ['vi']\n", "notes.editor"),
        ("[notes]\ntemplate = 'gibs'\n", "notes.template"),
        ("[review]\nmost_a_day = -1\n", "review.most_a_day"),
        ("[review]\nretention = 0.99\n", "review.retention"),
        ("[review]\nhour = 'friday'\n", "review.hour"),
        ("[review]\nhour = 'fri 24:00'\n", "review.hour"),
        ("template = 3\n", "template"),
        ("[[template]]\nname = 'a'\n", "template.1"),
        ("[[template]]\nname = 'A b'\nprompts = ['x']\n", "template.1.name"),
        ("[[template]]\nname = 'a'\nprompts = []\n", "template.1.prompts"),
        ("[[template]]\nname = 'a'\nprompts = ['x']\nnow_what = 'y'\n", "template.1.now_what"),
        ("[[template]]\nname = 'a'\nprompts = ['x']\n[[template]]\nname = 'a'\nprompts = ['y']\n", "template.2.name"),
        ("screen = 3\n", "screen"),
        ("source = 3\n", "source"),
        ("source = [3]\n", "source.1"),
        ("[source]\naddress = 'https://a.example/'\n", "source"),
        ("[keys]\nread = 3\n", "keys.read"),
        ("[keys]\nread = ''\n", "keys.read"),
        ("keys = []\n", "keys"),
        ("[sorce]\n", "sorce"),
        ('[[source]]\naddress = " "\n', "source.1.address"),
        ('[[source]]\naddress = "blog.example.org"\n', "source.1.address"),
        ('[[source]]\naddress = "https://a.example/ b"\n', "source.1.address"),
        ('[[source]]\naddress = "https://a.example/"\nkind = "fed"\n', "source.1.kind"),
        ('[[source]]\naddress = "https://a.example/"\ntags = ["a", 1]\n', "source.1.tags"),
        ('[[source]]\naddress = "https://a.example/"\noptions = {a = 1}\n', "source.1.options"),
    ],
)
def test_a_faulty_value_is_refused(text: str, key: str) -> None:
    assert key in faults(text)


def test_a_source_listed_twice_is_told_with_both_lines() -> None:
    text = "\n".join(['[[source]]\naddress = "https://a.example/"'] * 2)

    assert faults(text) == {"source.2.address": (4, "is listed already, line 2: take one of them out")}


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ('[screen]\ntheme = "dark\n', 2, 14, "closing quote"),
        ("[screen]\ntheme = dark\n", 2, 9, "text stands in quotes"),
        ("[screen]\ntheme\n", 2, 6, "followed by ="),
        ("[screen\n", 1, 8, "closing ]"),
        ("[screen]\nascii = true\nascii = false\n", 3, 14, "given before"),
        ("[screen]\n[poll]\n[screen]\n", 3, 8, "begun before"),
        ("[screen]\nascii = true false\n", 2, 14, "something follows"),
        ("tags = [1 2]\n", 1, 11, "closing ]"),
        ('[notes]\neditor = "C:\\vim"\n', 2, 0, "backslash"),
        ("[notes]\neditor = ", 2, 0, ""),
    ],
)
def test_a_slip_of_the_pen_is_told_in_plain_words(text: str, line: int, column: int, words: str) -> None:
    error = slip(text)

    assert error.line == line
    assert not column or error.column == column
    assert words in error.why
    assert f"config.toml, line {line}" in error.hint()


def test_bytes_that_are_no_text_are_told_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b'[screen]\ntheme = "d\xe4rk"\n')

    with pytest.raises(SettingsNotToml) as caught:
        load_settings(path)

    assert (caught.value.line, caught.value.why) == (2, "it is not UTF-8 text")


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b'\xef\xbb\xbf[screen]\r\ntheme = "light"\r\n')

    assert load_settings(path).screen.theme == "light"


def test_a_folder_in_the_files_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        load_settings(tmp_path)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[notes]\neditor = """\nediter = 1\n"""\nediter = 2\n', 5),
        ("[notes]\neditor = '''\nediter = 1\n'''\nediter = 2\n", 5),
        ("[keys]\nread = [\n  'a',  # notes.editer = 1\n  'b',\n]\n[notes]\nediter = 2\n", 7),
        ('[notes]\n"editer" = 2\n', 2),
        ("notes.editer = 2\n", 1),
        ("notes = {\teditor = 'vi', editer = 2}\n", 1),
        ("[ notes ] # editer = 1\n\n  editer = 2", 3),
        ("[notes]\neditor = 'a\u2028b'\nediter = 2\n", 3),
    ],
)
def test_lines_are_those_an_editor_shows(text: str, line: int) -> None:
    assert faults(text)["notes.editer"][0] == line


@given(st.text() | st.text(alphabet="[]{}=\"'#\n,. ab1\\"))
def test_any_text_is_settings_or_a_fault_in_words(text: str) -> None:
    try:
        read_settings(text, "config.toml")
    except SettingsError as error:
        assert error.headline()
        assert error.hint()


def test_nesting_without_end_is_a_fault_and_no_crash() -> None:
    with pytest.raises(SettingsError):
        read_settings("a = " + "[" * 100_000, "config.toml")


def test_every_field_has_its_sentence_and_says_what_it_takes() -> None:
    fields = [field for kind in TABLES.values() for field in told(kind).values()]

    assert all(field.sentence.endswith(".") and field.allowed for field in fields)


def test_every_kind_of_source_may_be_set() -> None:
    for kind in SOURCES:
        assert read_settings(f'[[source]]\nkind = "{kind}"\naddress = "https://a.example/"\n', "config.toml").source


def test_a_template_of_ones_own_is_asked_and_its_last_prompt_is_the_now_what() -> None:
    settings = read_settings(
        """[notes]
template = "ward-round"
[[template]]
name = "ward-round"
prompts = ["What happened?", "Und nun?"]
""",
        "config.toml",
    )

    (template,) = [entry.template() for entry in settings.template]
    assert (template.title, template.prompts, template.now_what) == (
        "ward-round",
        ("What happened?", "Und nun?"),
        "Und nun?",
    )
    assert settings.cues() == ("Und nun?",)


def test_her_own_beginnings_of_answers_stand_for_ours() -> None:
    text = """[[answer]]
to = "interview"
text = '''
Dear {asker},
[I saw your request for {outlet}.]
'''
"""

    assert read_settings(text, "config.toml").answers() == {
        CallKind.INTERVIEW: "Dear {asker},\n[I saw your request for {outlet}.]\n"
    }


def test_what_an_answer_cannot_say_is_told() -> None:
    text = """[calls]
stale_days = 0
[[answer]]
to = "interview"
text = "I am {nmae}"
[[answer]]
to = "interview"
text = ""
[[answer]]
to = "job"
"""

    found = faults(text)

    assert found["calls.stale_days"] == (2, "must be a whole number of days, 1 to 365")
    assert found["answer.1.text"][1] == "names {nmae}, which is not known; did you mean name?"
    assert found["answer.2.to"][1] == "is given already, line 4"
    assert "text between" in found["answer.2.text"][1]
    assert found["answer.3.to"][1] == "must be interview, survey, poll, feedback, study or casting"
    assert found["answer.3"][1] == "lacks its text"


def test_an_unknown_fact_alone_is_a_fault() -> None:
    assert list(faults('[[answer]]\nto = "poll"\ntext = "I am {nmae}"\n')) == ["answer.1.text"]


@pytest.mark.parametrize(("hour", "weekday"), [("fri 16:00", 4), ("daily 16:00", None), ("mon 16:00", 0)])
def test_the_hour_for_looking_back(hour: str, weekday: int | None) -> None:
    review = read_settings(f'[review]\nhour = "{hour}"\n', "config.toml").review

    assert review.chosen_hour() == ReviewHour(weekday, 16, 0)
    assert read_settings('[review]\nhour = ""\n', "config.toml").review.chosen_hour() is None


class TestReference:
    def test_it_is_itself_a_good_settings_file_that_changes_nothing(self) -> None:
        assert read_settings(reference(), "reference.toml") == Settings()

    def test_it_names_every_setting(self) -> None:
        lines = reference().splitlines()

        for kind in TABLES.values():
            for name in told(kind):
                assert any(line.removeprefix("# ").startswith(f"{name} = ") for line in lines), name

    def test_what_it_shows_in_comments_may_be_used_as_it_stands(self) -> None:
        shown = [line.removeprefix("# ") if line.startswith("# ") else line for line in reference().splitlines()]
        kept = [line for line in shown if " = " in line[:20] or line.startswith("[")]

        settings = read_settings("\n".join(kept), "reference.toml")

        assert len(settings.source) == 1
        assert settings.poll.every_min == 60


class TestMemory:
    """A long file is remembered decoded; what is remembered never wins over what is written."""

    def test_the_second_reading_does_not_decode(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path, cache = tmp_path / "config.toml", tmp_path / "data" / "settings.cache"
        path.write_text(many(1000))
        first = load_settings(path, cache)
        monkeypatch.setattr("arrowtui.settings.load.read_settings", lambda *_: pytest.fail("it was decoded again"))

        assert load_settings(path, cache) == first
        assert len(first.source) == 1000

    def test_a_change_is_seen_though_size_and_time_are_the_same(self, tmp_path: Path) -> None:
        path, cache = tmp_path / "config.toml", tmp_path / "settings.cache"
        path.write_text(many(1000))
        load_settings(path, cache)
        before = path.stat()
        fresh = tmp_path / "fresh"
        fresh.write_text(many(1000).replace("host7.", "host_."))
        os.utime(fresh, ns=(before.st_atime_ns, before.st_mtime_ns))
        fresh.replace(path)

        assert load_settings(path, cache).source[7].address == "https://host_.example/feed"

    @pytest.mark.parametrize("spoilt", [b"", b"\xc1", b"\x92\x01\x02"])
    def test_a_spoilt_memory_is_no_trouble(self, tmp_path: Path, spoilt: bytes) -> None:
        path, cache = tmp_path / "config.toml", tmp_path / "settings.cache"
        path.write_text(many(1000))
        cache.write_bytes(spoilt)

        assert len(load_settings(path, cache).source) == 1000

    def test_a_memory_that_cannot_be_written_is_no_trouble(self, tmp_path: Path) -> None:
        path = tmp_path / "config.toml"
        path.write_text(many(1000))

        assert len(load_settings(path, path / "no" / "folder").source) == 1000

    def test_faults_are_never_remembered(self, tmp_path: Path) -> None:
        path, cache = tmp_path / "config.toml", tmp_path / "settings.cache"
        path.write_text(many(1000) + "lane = 'no'\n")

        for _ in range(2):
            with pytest.raises(SettingsFaulty):
                load_settings(path, cache)


def test_the_handbook_shows_the_reference_of_this_version() -> None:
    page = (Path(__file__).parent.parent / "docs" / "settings.md").read_text(encoding="utf-8")

    assert reference() in page


RULES = """
[[rule]]
match = "night nurse"
lane = "calls"
tags = ["#Ward", "ward"]

[[rule]]
author = "@coin"
kind = "mastodon"
dismiss = true
"""


def test_searches_are_kept_under_their_names() -> None:
    first = '[[search]]\nname = "Rota"\nwords = "rota -nursery"\n'
    second = '[[search]]\nname = "B"\nwords = "b"\nlane = "calls"\nscope = "unread"\n'

    assert read_settings(first + second, "config.toml").searches() == (
        KeptSearch("Rota", "rota -nursery"),
        KeptSearch("B", "b", Lane.CALL, Scope.UNREAD),
    )


@pytest.mark.parametrize(
    ("search", "key", "words"),
    [
        ('name = "a"', "search.1", "lacks its words"),
        ('words = "a"', "search.1", "lacks its name"),
        ('name = "a"\nwords = " "', "search.1.words", "must be a search"),
        ('name = "a"\nwords = "b"\nlane = "tips "', "search.1.lane", "must be any, tips"),
        ('name = "a"\nwords = "b"\nscop = "all"', "search.1.scop", "did you mean scope"),
        ('name = "a"\nwords = "b"\n[[search]]\nname = "a"\nwords = "c"', "search.2.name", "is taken already, line 2"),
    ],
)
def test_a_faulty_search_is_told_with_line_and_key(search: str, key: str, words: str) -> None:
    assert words in faults(f"[[search]]\n{search}")[key][1]


def test_rules_are_read_in_their_order() -> None:
    first, second = read_settings(RULES, "config.toml").rules()

    assert (first.name, first.words, first.lane, first.tags) == ("night nurse", "night nurse", Lane.CALL, ("ward",))
    assert (second.author, second.kind, second.dismiss, second.name) == ("@coin", "mastodon", True, "@coin")


@pytest.mark.parametrize(
    ("rule", "key", "words"),
    [
        ("tags = ['a']", "rule.1", "says of no item: give it match, source, kind or author"),
        ("match = 'a'", "rule.1", "does nothing: give it lane, tags, read, keep or dismiss"),
        ("match = 'a'\nkeep = true\ndismiss = true", "rule.1", "cannot keep an item and dismiss it"),
        ("match = '!?'\nkeep = true", "rule.1.match", "must be a search"),
        ("match = 'a'\nlane = 'call'", "rule.1.lane", "must be tips, chats, calls or noise"),
        ("kind = 'mastodo'\nkeep = true", "rule.1.kind", "did you mean mastodon?"),
        ("match = 'a'\nkeep = true\ncolour = 'red'", "rule.1.colour", "is not known"),
    ],
)
def test_a_faulty_rule_is_told_with_line_and_key(rule: str, key: str, words: str) -> None:
    found = faults(f"# mine\n[[rule]]\n{rule}\n")

    assert list(found) == [key]
    line, why = found[key]
    assert words in why
    assert line >= 2


def test_rules_that_are_no_list_are_told() -> None:
    assert faults("[rule]\nmatch = 'a'\n")["rule"][1] == "must be a list: begin each rule with [[rule]]"


CHAT = """
[[chat]]
hashtags = ["#WardChat"]
schedule = "Tuesdays 8pm ET"
where = ["bluesky"]
login = "ida.example"
jetstream = true
no_session = ["2026-12-22"]
extra = ["2026-12-29 20:00"]
"""


def test_days_without_a_session_and_sessions_besides_are_on_the_clock_of_the_host() -> None:
    read = read_settings(CHAT, "config.toml")
    (chat,) = read.chats()

    assert chat.skips == {date(2026, 12, 22)}
    (extra,) = chat.extras
    assert extra.starts_at == datetime(2026, 12, 30, 1, tzinfo=UTC)
    assert extra.ends_at - extra.starts_at == timedelta(minutes=60)
    (wish,) = read.wishes()
    assert dict(wish.options) == {"login": "ida.example", "stream": "session"}


@pytest.mark.parametrize(
    ("line", "key", "words"),
    [
        ('no_session = ["2026-02-31"]', "chat.1.no_session", "is no day of the calendar"),
        ('no_session = ["tomorrow"]', "chat.1.no_session", "a list of days such as"),
        ('extra = ["2026-12-29 25:00"]', "chat.1.extra", "is no day of the calendar"),
        ('zone = "Mars/Olympus"', "chat.1.zone", "must be a name such as"),
        ("jetstream = 1", "chat.1.jetstream", "must be true or false"),
    ],
)
def test_a_faulty_chat_is_told_with_line_and_key(line: str, key: str, words: str) -> None:
    found = faults(f'# mine\n[[chat]]\nhashtags = ["#wardchat"]\n{line}\n')

    assert list(found) == [key]
    assert words in found[key][1]


def test_a_chat_is_read_with_the_answers_that_lost_its_hashtag() -> None:
    text = '[[chat]]\nhashtags = ["#EdChat"]\nwhere = ["social.example.org", "bluesky"]\n'

    on_mastodon, on_bluesky = read_settings(text, "config.toml").wishes()

    assert (on_mastodon.address, on_mastodon.options) == (
        "https://social.example.org/tags/edchat",
        (("threads", "yes"),),
    )
    assert (on_bluesky.kind, on_bluesky.options) == ("bluesky", ())
