"""Collection sheets, the leader's changes, versions, similarity, the sum page."""

from pathlib import Path

from lawdraft.model import editing
from lawdraft.ui.widgets.basics import label


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=20000)


def test_sheets_go_out_and_answers_come_back(drafted, qtbot, tmp_path):
    import openpyxl

    page = drafted.page("fill").collect
    page._on_propose()
    page.send_to(tmp_path)
    until(qtbot, lambda: "收集表" in drafted.notice.text)
    sheet = next(tmp_path.glob("*.xlsx"))
    book = openpyxl.load_workbook(sheet)
    book.worksheets[0]["E5"] = 4321
    book.save(sheet)
    book.close()
    page.take_in([sheet])
    until(qtbot, lambda: any(e.value == "4321" for e in drafted.desk.session.draft.ledger))

    drafted.desk.session.undo()
    assert not any(e.value == "4321" for e in drafted.desk.session.draft.ledger)


def test_unrelated_sheet_gets_a_sentence(drafted, qtbot, tmp_path):
    (tmp_path / "别的.xlsx").write_bytes(b"not a workbook")
    drafted.page("fill").collect.take_in([tmp_path / "别的.xlsx"])
    until(qtbot, lambda: bool(drafted.notice.text))

    assert "别的" in drafted.notice.text


def test_the_leaders_changes_are_taken_one_by_one(drafted, qtbot, tmp_path):
    session, page = drafted.desk.session, drafted.page("fill").rounds
    returned = session.report.text.replace("定期研究", "按季研究").replace("严格考核", "从严考核")
    (tmp_path / "改后.txt").write_text(returned, encoding="utf-8")
    page.read(tmp_path / "改后.txt")
    until(qtbot, lambda: len(page.revisions) == 2)

    page.accept(page.revisions[0])
    page.refuse(page.revisions[0])

    texts = "".join(card.text for card in session.draft.cards)
    assert "按季研究" in texts
    assert "从严考核" not in texts
    assert page.revisions == ()


def test_version_is_kept_compared_and_restored(drafted, qtbot):
    session, keeper = drafted.desk.session, drafted.desk.keeper
    page = drafted.page("fill").rounds
    before = session.draft
    page._on_keep()
    card = next(iter(session.draft.cards))
    session.edit(editing.set_card_text, card.id, "全新的开头。", what="改")
    page.compare(keeper.versions[0])
    until(qtbot, lambda: "全新的开头" in page._compared.toPlainText())

    page.restore(keeper.versions[0])
    assert session.draft == before


def test_promise_is_followed_into_the_report(drafted, qtbot):
    session, fill = drafted.desk.session, drafted.page("fill")
    fill.show_place("promises")
    promise = session.draft.promises[0]
    fill.promises.cards[promise.id].choice.buttons["undone"].click()
    before = sum(1 for _ in session.draft.cards)
    fill.promises.cards[promise.id]._on_follow()

    assert sum(1 for _ in session.draft.cards) >= before
    assert session.draft.promise(promise.id).state == "undone"


def test_copied_words_of_another_town_are_shown_beside_their_source(drafted, qtbot, tmp_path):
    session = drafted.desk.session
    other = session.report.text.replace("青禾镇", "石桥镇").replace("××", "7")
    (tmp_path / "石桥镇报告.txt").write_text(other, encoding="utf-8")
    drafted.show_step("check")
    view = drafted.page("check").tabs.widget(1)
    view.add([Path(tmp_path / "石桥镇报告.txt")])
    until(qtbot, lambda: view._list.count() > 0)
    view._list.setCurrentRow(0)

    assert "石桥镇" in view._list.item(0).text()
    assert view._theirs.extraSelections()


def test_ready_page_leads_to_what_is_missing(drafted, qtbot):
    drafted.show_step("check")
    page = drafted.page("check")
    from lawdraft.ui.models.readiness import readiness

    items = readiness(drafted.desk.session.draft, drafted.desk.session.findings)
    page._on_item(next(item for item in items if item.place == "ledger"))

    assert drafted.step == "fill"
    assert drafted.page("fill")._middle.currentWidget() is drafted.page("fill").ledger


def test_labels_never_read_user_text_as_markup(qapp):
    from PySide6.QtCore import Qt

    assert label("<b>x</b>").textFormat() == Qt.TextFormat.PlainText
