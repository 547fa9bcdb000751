"""The start page: recent drafts as far as they are, those that are gone, deadlines, the sample."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLabel, QPushButton

from lawdraft.model import editing
from lawdraft.ui.models.sections import figures_given, progress
from lawdraft.ui.settings import Recent


def words_of(page):
    return " ".join(each.text() for each in page.findChildren(QLabel))


def tiles(page):
    return [b for b in page.findChildren(QPushButton) if b.property("part") == "tile"]


def test_the_open_draft_is_listed_as_far_as_it_is(drafted):
    session = drafted.desk.session
    for card in tuple(session.draft.cards)[:3]:
        session.edit(editing.set_decision, card.id, "drop", what="删除")
    drafted.show_step("import")
    done, total = progress(session.draft)

    assert done >= 3
    assert f"完成 {done}/{total} 条" in words_of(drafted.page("import"))


def test_the_same_figures_are_open_on_every_page(drafted, qtbot):
    session, fill = drafted.desk.session, drafted.page("fill")
    card = next(c for c in session.draft.cards if "⟦" in c.text)
    session.edit(editing.set_decision, card.id, "drop", what="删除")
    fill.show_place("ledger")
    given, total = figures_given(session.draft)
    drafted.show_step("check")

    assert f"还缺 {total - given} 个" in words_of(fill.ledger)
    assert f"还有 {total - given} 个数字没有填" in " ".join(
        b.text() for b in drafted.page("check").findChildren(QPushButton)
    )


def test_a_draft_that_is_gone_gets_a_sentence_and_leaves_the_list(window, tmp_path):
    prefs = window.desk.preferences
    gone = Recent(str(tmp_path / "U盘" / "青禾镇.lawdraft"), "青禾镇人民政府", 2026, "2026-01-05")
    prefs.put(replace(prefs.value, recent=(gone,)))
    page = window.page("import")
    page._list_recent()
    tile = next(b for b in tiles(page) if "青禾镇人民政府" in b.accessibleName())
    tile.click()

    assert "找不到草稿“青禾镇.lawdraft”" in window.notice.text
    assert prefs.value.recent == ()


def test_deadlines_with_the_countys_own_first(window):
    page = window.page("import")
    window.desk.preferences.change(county_deadline="2027-01-20")
    names = [name for name, _when in page._dates(date(2026, 12, 1))]
    days = [when for _name, when in page._dates(date(2026, 12, 1))]

    assert names == ["县里要求", "报上级政府", "向社会公开"]
    assert days == [date(2027, 1, 20), date(2027, 3, 1), date(2027, 4, 1)]


def test_the_sample_is_one_press_away(window, qtbot):
    page = window.page("import")
    next(b for b in tiles(page) if b.accessibleName() == "用样例试一试").click()
    read = window.page("recognise")
    qtbot.waitUntil(lambda: read.report is not None, timeout=20000)

    assert read.organisation.text() == "青禾镇人民政府"
