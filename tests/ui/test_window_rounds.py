"""Collection sheets, the leader's changes, versions, similarity, the sum page."""

import zipfile
from dataclasses import replace

from county_reports import report_text
from PySide6.QtWidgets import QLabel, QPushButton

from lawdraft import flow
from lawdraft.model import editing
from lawdraft.model.editing import slots_of
from lawdraft.model.revision import Revision
from lawdraft.store.drafts import DraftFile, read_draft
from lawdraft.ui.anchors import printed, printed_values
from lawdraft.ui.widgets.basics import label
from lawdraft.ui.widgets.card import CardView


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
    box = drafted.page("fill").rounds.versions
    before = session.draft
    box._on_keep()
    card = next(iter(session.draft.cards))
    session.edit(editing.set_card_text, card.id, "全新的开头。", what="改")
    box.compare(keeper.versions[0].id, -1)
    until(qtbot, lambda: "全新的开头" in box.compared.toPlainText())

    box.restore(keeper.versions[0])
    assert session.draft == before


def test_any_two_versions_are_compared(drafted, qtbot):
    session, box = drafted.desk.session, drafted.page("fill").rounds.versions
    card = next(iter(session.draft.cards))
    box._on_keep()
    for words, name in (("第二稿的开头。", "送审稿"), ("第三稿的开头。", "签发稿")):
        session.edit(editing.set_card_text, card.id, words, what="改")
        box.name.setCurrentText(name)
        box._on_keep()
    session.edit(editing.set_card_text, card.id, "又改过的开头。", what="改")
    box.one.setCurrentIndex(1)
    box.other.setCurrentIndex(2)
    box.go.click()
    until(qtbot, lambda: "稿的开头" in box.compared.toPlainText())

    told = box.compared.toPlainText()
    assert "1 处不同" in told
    assert "又改过" not in told


def test_sign_off_sheet_is_written(drafted, qtbot, tmp_path):
    box = drafted.page("fill").rounds.versions
    box._on_keep()
    box.sign_off(tmp_path / "签批单.docx")
    until(qtbot, lambda: "签批单已生成" in drafted.notice.text)

    words = zipfile.ZipFile(tmp_path / "签批单.docx").read("word/document.xml").decode()
    assert "主要领导签发" in words
    assert "初稿" in words


def test_what_both_changed_is_shown_side_by_side(drafted, qtbot, tmp_path):
    session, keeper = drafted.desk.session, drafted.desk.keeper
    page, card = drafted.page("fill").rounds, next(iter(session.draft.cards))
    keeper.save_as(tmp_path / "我的.lawdraft")
    copied = tmp_path / "同事.lawdraft"
    copied.write_bytes((tmp_path / "我的.lawdraft").read_bytes())
    with DraftFile.open(copied) as file:
        file.save(editing.set_card_text(file.draft, card.id, "同事写的开头。"))
    session.edit(editing.set_card_text, card.id, "我写的开头。", what="改")
    keeper.save_now()
    page.merge(copied)
    until(qtbot, lambda: len(page.conflicts) == 1)
    assert session.draft.card(card.id).text == "我写的开头。"

    page.take_theirs(page.conflicts[0])
    assert session.draft.card(card.id).text == "同事写的开头。"
    assert page.conflicts == ()


def test_promise_is_followed_into_the_report(drafted, qtbot):
    session, fill = drafted.desk.session, drafted.page("fill")
    fill.show_place("promises")
    promise = session.draft.promises[0]
    fill.promises.cards[promise.id].choice.buttons["undone"].click()
    before = sum(1 for _ in session.draft.cards)
    fill.promises.cards[promise.id]._on_follow()

    assert sum(1 for _ in session.draft.cards) >= before
    assert session.draft.promise(promise.id).state == "undone"


TAKEN = (
    "依托“石桥夜谈”议事点，由退休教师和老支书轮流坐堂，白天跑田埂、晚上拉家常，把山林界址、彩礼返还、田坎水路三类纠纷"
    "逐户建档，由村里的老石匠画出界址草图，双方按手印存底，谁也不再为一垄地红脸。"
)


def copied_from(drafted, qtbot, folder, *names):
    """The similarity page after reports with words that are new in the draft were taken in."""
    session = drafted.desk.session
    card = [each for each in session.draft.cards if len(each.text) > 30][3]
    session.edit(editing.set_card_text, card.id, TAKEN, what="改文字")
    until(qtbot, lambda: TAKEN in session.report.text)
    for name in names:
        theirs = report_text(name.removesuffix("镇"), 2025).replace("云岭县", "")
        theirs = theirs.replace("二、存在", f"（八）夜谈解纠纷。{TAKEN}\n二、存在")
        (folder / f"{name}报告.txt").write_text(theirs, encoding="utf-8")
    drafted.show_step("check")
    drafted.page("check").tabs.setCurrentIndex(1)
    view = drafted.page("check").tabs.widget(1)
    dialog = view.open_library()
    dialog.add(sorted(folder.glob("*报告.txt")))
    until(qtbot, lambda: view.tree.topLevelItemCount() > 0)
    until(qtbot, lambda: not drafted.desk.tasks.busy)
    dialog.reject()
    return view


def test_copied_words_of_another_town_are_shown_beside_their_source(drafted, qtbot, tmp_path):
    view = copied_from(drafted, qtbot, tmp_path, "石桥镇")
    view._step(1)
    until(qtbot, lambda: bool(view.sides.theirs.extraSelections()))

    assert "抄自别处：石桥镇" in view.tree.topLevelItem(0).text(0)
    assert view.sides.ours.extraSelections()


def test_a_word_called_a_set_phrase_counts_no_more_and_can_be_taken_back(drafted, qtbot, tmp_path):
    view = copied_from(drafted, qtbot, tmp_path, "石桥镇")
    until(qtbot, lambda: drafted.desk.session.comparison.others > 0)
    before = drafted.desk.session.comparison
    flow.keep_set_phrase(TAKEN, drafted.desk.kit)
    drafted.desk.live.refresh()
    until(qtbot, lambda: drafted.desk.session.comparison is not before)

    assert drafted.desk.session.comparison.others == 0
    view._show()
    view.tree.setCurrentItem(view._items()[-1])
    view._on_phrase()
    assert flow.set_phrases(drafted.desk.kit) == ()


def test_the_library_lists_reports_by_unit_and_takes_them_out(
    drafted, qtbot, tmp_path, monkeypatch
):
    view = copied_from(drafted, qtbot, tmp_path, "石桥镇", "望海镇")
    dialog = view.open_library()
    until(qtbot, lambda: dialog.tree.topLevelItemCount() == 2)
    dialog.search.setText("望海")
    assert [dialog.tree.topLevelItem(k).isHidden() for k in range(2)].count(True) == 1
    monkeypatch.setattr("lawdraft.ui.dialogs.library.ask", lambda *_args, **_more: True)
    dialog.tree.topLevelItem(0).setSelected(True)
    dialog._on_remove()
    until(qtbot, lambda: dialog.tree.topLevelItemCount() == 1)


def test_ready_page_leads_to_what_is_missing(drafted, qtbot):
    drafted.show_step("check")
    page = drafted.page("check")
    from lawdraft.ui.models.readiness import readiness

    items = readiness(drafted.desk.session.draft, drafted.desk.session.findings)
    page._on_item(next(item for item in items if item.place == "ledger"))

    assert drafted.step == "fill"
    assert drafted.page("fill")._middle.currentWidget() is drafted.page("fill").ledger
    ledger = drafted.page("fill").ledger
    assert ledger.filter_choice.choice == "blank"
    assert not any(ledger.model.entry(n).value for n in range(ledger.model.rowCount()))
    columns = sum(ledger.table.columnWidth(n) for n in range(ledger.model.columnCount()))
    assert columns >= ledger.table.viewport().width()


def test_labels_never_read_user_text_as_markup(qapp):
    from PySide6.QtCore import Qt

    assert label("<b>x</b>").textFormat() == Qt.TextFormat.PlainText


def test_the_leaders_changes_stay_with_the_draft_and_can_be_undone(drafted, qtbot, tmp_path):
    session, page = drafted.desk.session, drafted.page("fill").rounds
    returned = session.report.text.replace("定期研究", "按季研究").replace("严格考核", "从严考核")
    (tmp_path / "改后.txt").write_text(returned, encoding="utf-8")
    page.read(tmp_path / "改后.txt")
    until(qtbot, lambda: len(page.revisions) == 2)
    page._on_accept_all()
    assert page.revisions == ()

    session.undo()
    assert len(page.revisions) == 2
    drafted.desk.keeper.save_now()
    assert len(read_draft(drafted.desk.keeper.path).revisions) == 2


def test_a_comparison_with_the_present_follows_undo(drafted, qtbot):
    session, keeper = drafted.desk.session, drafted.desk.keeper
    drafted.page("fill").show_place("rounds")
    box = drafted.page("fill").rounds.versions
    box._on_keep()
    session.apply(editing.set_facts(session.draft, addressee="县司法局"), "改主送")
    box.compare(keeper.versions[0].id, -1)
    until(qtbot, lambda: "改主送" in box.compared.toPlainText())

    session.undo()
    until(qtbot, lambda: "一字不差" in box.compared.toPlainText())


def test_the_leaders_change_is_taken_at_its_own_card(drafted, qtbot, tmp_path):
    session, fill = drafted.desk.session, drafted.page("fill")
    returned = session.report.text.replace("定期研究", "按季研究")
    (tmp_path / "改后.txt").write_text(returned, encoding="utf-8")
    fill.rounds.read(tmp_path / "改后.txt")
    until(qtbot, lambda: len(fill.rounds.revisions) == 1)
    target = session.draft.revisions[0].target
    fill.show_card(target)
    [view] = [v for v in fill.findChildren(CardView) if v.id == target]

    take = next(b for b in view.revisions.buttons if b.text() == "采纳")
    take.click()

    assert "按季研究" in session.draft.card(target).text
    assert not view.revisions.isVisibleTo(view)


def test_a_changed_figure_stands_in_its_sentence_with_the_way_there(drafted):
    session, page = drafted.desk.session, drafted.page("fill").rounds
    card = next(c for c in session.draft.cards if slots_of(c.text) and c.decision != "drop")
    entry = slots_of(card.text)[0]
    change = Revision("r1", "figure", entry, "80", "82")
    session.apply(replace(session.draft, revisions=(change,)), "收回领导改过的文件")
    [shown] = [w for w in page.findChildren(QLabel) if "82" in w.text()]
    before = printed(card.text.partition(f"⟦{entry}⟧")[0], printed_values(session.draft))

    assert before[-12:]
    assert before[-12:] in shown.text()
    next(b for b in page.findChildren(QPushButton) if b.text() == "看位置").click()
    assert drafted.page("fill").section.current == card.id
