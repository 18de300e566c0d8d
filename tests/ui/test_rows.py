"""The list of items under a cursor: it stays on its item and nothing that is seen moves."""

import pytest
from textual import on
from textual.app import ComposeResult

from arrowtui.model.item import ItemId, Page
from arrowtui.model.replace import replace
from arrowtui.ui.app import ThemedApp
from arrowtui.ui.drawing.row import Look
from arrowtui.ui.widgets.motion import Motion
from arrowtui.ui.widgets.rows import RowList
from arrowtui.ui.widgets.window import Edge, Window
from tests.ui.pages import PageSource, a_row

PAGE = 200


class ListApp(ThemedApp):
    """The list alone, fed from a made-up source."""

    CSS = "Screen { layers: base; }"

    def __init__(self, count: int) -> None:
        super().__init__()
        self.source = PageSource(count)
        self.painted: list[int] = []

    def compose(self) -> ComposeResult:
        yield RowList()

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    def on_mount(self) -> None:
        self.rows.focus()
        self.rows.show(Window.of(self.source.older(None, PAGE), len(self.source.rows)))

    @on(RowList.Wanted)
    def _answer(self, wanted: RowList.Wanted) -> None:
        rows, source = self.rows, self.source
        total = len(source.rows)
        match wanted.edge:
            case Edge.BELOW:
                rows.grow(rows.window.with_below(source.older(rows.window.rows[-1].id, PAGE)))
            case Edge.ABOVE:
                rows.grow(rows.window.with_above(source.newer(rows.window.rows[0].id, PAGE)))
            case Edge.TOP:
                rows.show(Window.of(source.older(None, PAGE), total))
            case Edge.END:
                window = Window.of(source.newer(ItemId(0), PAGE), total, total)
                rows.show(window, window.rows[-1].id)
            case Edge.LINE:
                before = source.rows[min(wanted.line + PAGE // 2, total - 1)].id
                page = source.newer(before, PAGE)
                rows.grow(Window.of(page, total, source.rows.index(page.rows[0])))


def seen(rows: RowList) -> list[str]:
    """The texts of the lines that are on the screen."""
    return [rows.render_line(y).text.rstrip() for y in range(rows.size.height)]


async def test_an_empty_list_says_why() -> None:
    app = ListApp(0)
    async with app.run_test(size=(60, 12)) as pilot:
        app.rows.empty = ("Nothing unread here.", "f shows all items")
        await pilot.pause()

        assert [line.strip() for line in seen(app.rows) if line] == ["Nothing unread here.", "f shows all items"]
        for motion in Motion:
            app.rows.move(motion)
        assert app.rows.row is None


async def test_a_list_of_one_source_says_who_wrote_also_when_its_width_changed() -> None:
    app = ListApp(1)
    async with app.run_test(size=(60, 12)) as pilot:
        app.rows.show(Window.of(Page((replace(a_row(1), author="Ida"),), False, False), 1))
        app.rows.look = Look(app.rows.width, is_by_author=True)
        await pilot.resize_terminal(90, 12)
        await pilot.pause()

        assert "Ida" in seen(app.rows)[0] and "Source" not in seen(app.rows)[0]


@pytest.mark.parametrize("count", [1, 5, 100, 1_000, 5_000])
async def test_both_ends_are_reached_whatever_the_length(count: int) -> None:
    app = ListApp(count)
    async with app.run_test(size=(60, 12)) as pilot:
        app.rows.move(Motion.END)
        await pilot.pause()
        assert app.rows.cursor == app.source.rows[-1].id
        assert app.rows.window.total == count

        app.rows.move(Motion.TOP)
        await pilot.pause()
        assert app.rows.cursor == app.source.rows[0].id
        assert app.rows.scroll_offset.y == 0


async def test_walking_down_crosses_every_page_without_a_gap() -> None:
    app = ListApp(1_000)
    async with app.run_test(size=(60, 12)) as pilot:
        met = [app.rows.cursor]
        for _ in range(999):
            app.rows.move(Motion.DOWN)
            await pilot.pause(0)
            met.append(app.rows.cursor)

        assert met == [row.id for row in app.source.rows]
        assert len(app.rows.window.rows) <= 900


async def test_rows_that_arrive_above_move_nothing() -> None:
    app = ListApp(50)
    async with app.run_test(size=(60, 12)) as pilot:
        for _ in range(20):
            app.rows.move(Motion.DOWN)
        await pilot.pause()
        before, cursor = seen(app.rows), app.rows.cursor

        page = replace(app.source.older(None, PAGE))
        news = tuple(a_row(number) for number in range(60, 50, -1))
        app.rows.grow(Window.of(replace(page, rows=news + page.rows), 60))
        await pilot.pause()

        assert app.rows.cursor == cursor
        assert seen(app.rows) == before


async def test_rows_that_vanish_above_move_nothing() -> None:
    app = ListApp(80)
    async with app.run_test(size=(60, 12)) as pilot:
        for _ in range(40):
            app.rows.move(Motion.DOWN)
        await pilot.pause()
        before, cursor = seen(app.rows), app.rows.cursor

        app.rows.grow(app.rows.window.renewed({}, {row.id for row in app.source.rows[:5]}))
        await pilot.pause()

        assert app.rows.cursor == cursor
        assert seen(app.rows) == before


async def test_when_its_item_vanishes_the_cursor_takes_the_next_older() -> None:
    app = ListApp(10)
    async with app.run_test(size=(60, 12)) as pilot:
        app.rows.move(Motion.DOWN)
        await pilot.pause()
        gone = app.source.rows[1].id

        app.rows.grow(app.rows.window.renewed({}, {gone}))
        await pilot.pause()

        assert app.rows.cursor == app.source.rows[2].id


async def test_only_the_lines_that_changed_are_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    app = ListApp(100)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        drawn: list[int] = []
        plain = RowList.render_line

        def counted(rows: RowList, y: int) -> object:
            drawn.append(y)
            return plain(rows, y)

        monkeypatch.setattr(RowList, "render_line", counted)
        app.rows.move(Motion.DOWN)
        await pilot.pause()
        assert sorted(set(drawn)) == [0, 1]

        drawn.clear()
        app.rows.renew(app.rows.window.renewed({app.source.rows[4].id: a_row(96, is_read=True)}, ()))
        await pilot.pause()
        assert drawn == [4]


async def test_dragging_the_scrollbar_far_away_loads_that_place() -> None:
    app = ListApp(5_000)
    async with app.run_test(size=(60, 12)) as pilot:
        app.rows.scroll_to(y=2_500, animate=False)
        await pilot.pause()
        await pilot.pause()

        assert all(line for line in seen(app.rows))
        assert app.rows.cursor == app.source.rows[0].id

        app.rows.move(Motion.DOWN)
        await pilot.pause()
        assert app.rows.row is not None


async def test_the_mouse_moves_the_cursor_and_a_second_click_chooses() -> None:
    app = ListApp(20)
    chosen: list[ItemId] = []
    async with app.run_test(
        size=(60, 12), message_hook=lambda m: chosen.append(m.row.id) if isinstance(m, RowList.Chosen) else None
    ) as pilot:
        await pilot.click(RowList, offset=(10, 3))
        await pilot.pause()
        assert app.rows.cursor == app.source.rows[3].id
        assert chosen == []

        await pilot.click(RowList, offset=(10, 3))
        await pilot.pause()
        assert set(chosen) == {app.source.rows[3].id}


async def test_a_range_marks_every_line_from_its_start_to_the_cursor() -> None:
    app = ListApp(20)
    async with app.run_test(size=(60, 12)) as pilot:
        app.rows.range_from = app.source.rows[0].id
        app.rows.move(Motion.DOWN)
        app.rows.move(Motion.DOWN)
        await pilot.pause()

        assert [line[1] for line in seen(app.rows)[:4]] == ["✓", "✓", "✓", " "]
