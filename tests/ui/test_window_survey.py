"""汇总 in the window: a folder becomes tables; a bad file is a row; stopping loses nothing."""

import pytest
from county_reports import fill_folder, report_text

from lawdraft.ui.survey.table import KEY
from lawdraft.ui.survey.town import TownDialog

SHARED = (
    "（八）组织老支书、老教师和法律明白人每逢赶集日在青石桥头设点，听群众把话说完再一条条记下来，"
    "能当场办的当场办，办不了的三天内给说法，全年一共接了三百多件，绝大多数没有再往上走。"
)


@pytest.fixture
def folder(tmp_path):
    """Eight reports, two years of one town, words that two towns share, three files that are none."""
    place = tmp_path / "云岭县 报告"
    fill_folder(place, 8)
    (place / "青禾镇2024.txt").write_text(report_text("青禾", 2024), encoding="utf-8")
    for name in ("00002.txt", "00005.txt"):
        lines = (place / name).read_text(encoding="utf-8").split("\n")
        (place / name).write_text("\n".join([*lines[:11], SHARED, *lines[11:]]), encoding="utf-8")
    (place / "坏.docx").write_bytes(b"PK\x03\x04" + bytes(900))
    (place / "照片.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(900))
    (place / "空.txt").write_bytes(b"")
    return place


@pytest.fixture
def page(window, qtbot):
    window.show_step("survey")
    return window.page("survey")


@pytest.fixture
def surveyed(window, page, folder, qtbot):
    window.open_path(folder)
    qtbot.waitUntil(lambda: page.survey is not None, timeout=120_000)
    return page


def shown(table):
    model = table.sorted
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_every_file_is_a_row_and_bad_ones_say_why(surveyed):
    rows = shown(surveyed.towns)
    assert len(rows) == 12
    bad = [row for row in rows if row[0] == "读不出"]
    assert {row[-1] for row in bad} == {"坏.docx", "照片.jpg", "空.txt"}
    assert all(row[-2] for row in bad)


def test_what_two_reports_share_stands_side_by_side(surveyed):
    pairs = surveyed.copying.pairs
    found = [{row[0], row[1]} == {"柳溪镇2025", "桃源镇2025"} for row in shown(pairs)]
    pairs.setCurrentIndex(pairs.sorted.index(found.index(True), 0))
    marked = [mark.cursor.selectedText() for mark in surveyed.copying._theirs.extraSelections()]
    assert any("青石桥头" in words for words in marked)
    assert surveyed.copying.matrix.model().rowCount() >= 2


def test_sums_outliers_and_years_have_their_tables(surveyed):
    assert shown(surveyed.figures.tallies)
    assert shown(surveyed.figures.values)
    assert {row[0] for row in shown(surveyed.changes)} == {"青禾镇"}


def test_the_list_is_searched_and_narrowed(surveyed):
    surveyed._find.setText("青禾")
    assert [row[0] for row in shown(surveyed.towns)] == ["青禾镇", "青禾镇"]
    surveyed._find.setText("")
    surveyed._which.buttons["bad"].click()
    assert len(shown(surveyed.towns)) >= 3


def test_a_table_sorts_by_its_numbers(surveyed):
    surveyed.towns.sortByColumn(9, surveyed.towns.horizontalHeader().sortIndicatorOrder())
    counts = [int(row[9] or 0) for row in shown(surveyed.towns) if row[0] != "读不出"]
    assert counts in (sorted(counts), sorted(counts, reverse=True))


def test_a_double_click_opens_the_report_at_its_finding(surveyed, qtbot):
    number = next(n for n, row in enumerate(surveyed.survey.rows) if row.findings)
    finding = surveyed.survey.rows[number].findings[0]
    surveyed.open_town(number, finding)
    dialog = surveyed.findChild(TownDialog)
    assert dialog.isVisible()
    assert dialog.text.toPlainText() == surveyed.survey.rows[number].text
    assert dialog.findings.rowCount() >= 1
    dialog.close()


def test_the_table_is_written(surveyed, tmp_path, qtbot, window):
    target = tmp_path / "汇总.xlsx"
    surveyed.export(target)
    qtbot.waitUntil(target.exists, timeout=20_000)
    qtbot.waitUntil(lambda: "已保存" in window.notice.text, timeout=5_000)
    assert target.read_bytes()[:2] == b"PK"


def test_stopping_keeps_what_was_read_and_a_second_time_goes_on(page, folder, qtbot, monkeypatch):
    fill_folder(folder, 40)
    page.begin(folder)
    qtbot.waitUntil(lambda: len(page._read) > 3, timeout=120_000)
    page.stop.click()
    qtbot.waitUntil(lambda: not page.tasks.busy, timeout=20_000)
    assert page.survey is None
    assert "已停下" in page._said.text()
    page.begin(folder)
    qtbot.waitUntil(lambda: page.survey is not None, timeout=120_000)
    assert len(shown(page.towns)) == 44


@pytest.mark.parametrize("pictures", [0, 3])
def test_a_folder_without_reports_is_a_sentence(page, tmp_path, qtbot, pictures):
    for number in range(pictures):
        (tmp_path / f"{number}.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(900))
    page.begin(tmp_path)
    qtbot.waitUntil(lambda: page.trouble.text() != "", timeout=20_000)
    assert page._stack.currentIndex() == 0
    assert "文件夹" in page.trouble.text()


def test_a_line_keeps_what_it_stands_for_when_sorted(surveyed):
    model = surveyed.towns.sorted
    for row in range(model.rowCount()):
        number = model.index(row, 0).data(KEY)
        assert surveyed.survey.rows[number].name == model.index(row, 12).data()
