"""The whole way in the window as a clerk would go it."""

import zipfile

from lawdraft.model import editing
from lawdraft.ui.models.ledger import VALUE


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=20000)


def test_start_page_first_and_other_steps_closed(window):
    assert window.step == "import"
    assert window._allowed() == ("import",)


def test_last_years_file_is_shown_as_recognised(window, qtbot, sample):
    window.open_path(sample.last_report)
    page = window.page("recognise")
    until(qtbot, lambda: page.tree.nodes.rowCount() > 0)

    assert window.step == "recognise"
    assert page.organisation.text() == "青禾镇人民政府"
    assert page.year.value() == 2026
    assert "青禾镇2025年" in page.original.toPlainText()


def test_removed_lines_of_a_web_page_stay_visible(window, qtbot, sample):
    window.open_path(sample.web_page)
    page = window.page("recognise")
    until(qtbot, lambda: page.tree.nodes.rowCount() > 0)

    assert "当前位置" in page.original.toPlainText()
    page.original.go_to(page.report.text.index("一、"))
    assert page.original.textCursor().block().text().startswith("一、")


def test_a_file_that_is_no_report_gets_a_sentence(window, qtbot, tmp_path):
    (tmp_path / "菜谱.txt").write_text("红烧肉的做法：五花肉切块。" * 30, encoding="utf-8")
    window.open_path(tmp_path / "菜谱.txt")
    page = window.page("recognise")
    until(qtbot, lambda: page._stack.currentIndex() == 2)

    assert "不像" in page._trouble.text()


def test_decisions_figures_and_promises_go_into_the_report(drafted, qtbot):
    desk, fill = drafted.desk, drafted.page("fill")
    session = desk.session
    entry = session.draft.ledger[0]
    card = next(c for c in session.draft.cards if f"⟦{entry.id}⟧" in c.text)
    desk.card_wanted.emit(card.id, -1, -1)
    fill.section.view(card.id).choice.buttons["numbers"].click()
    fill.ledger.model.setData(fill.ledger.model.index(0, VALUE), "4321")
    fill.show_place("promises")
    promise = session.draft.promises[0]
    fill.promises.cards[promise.id].choice.buttons["done"].click()
    until(qtbot, lambda: "4321" in session.report.text)

    assert session.draft.card(card.id).decision == "numbers"
    assert session.draft.promise(promise.id).state == "done"


def test_typing_in_a_card_reaches_pages_and_findings(drafted, qtbot):
    desk, fill = drafted.desk, drafted.page("fill")
    card = next(c for c in desk.session.draft.cards if c.text and "⟦" in c.text)
    desk.card_wanted.emit(card.id, -1, -1)
    text = fill.section.view(card.id).text
    text.moveCursor(text.textCursor().MoveOperation.End)
    text.insertPlainText("我们在落实《中华人民共和国治安管理处罚条例》。")
    until(qtbot, lambda: "治安管理处罚条例" in desk.session.report.text)

    assert desk.session.draft.card(card.id).decision == "rewrite"
    assert any("处罚条例" in line.text for page in desk.session.pages.pages for line in page.lines)
    until(qtbot, lambda: any("处罚条例" in f.excerpt for f in desk.session.findings))


def test_f7_leads_to_the_place(drafted, qtbot):
    until(qtbot, lambda: drafted.desk.session.findings != ())
    drafted.show_step("check")

    drafted._next_finding(1)

    assert drafted.step == "fill"
    assert drafted.page("fill").inspector.currentIndex() == 2


def test_not_a_problem_is_remembered_and_undone(drafted, qtbot):
    session = drafted.desk.session
    until(qtbot, lambda: session.findings != ())
    finding = session.findings[-1]

    session.edit(editing.dismiss_finding, finding.key, what="标为不是问题")
    assert finding.key not in [f.key for f in session.findings]

    session.undo()
    assert finding.key in [f.key for f in session.findings]


def test_export_makes_a_word_file(drafted, qtbot, tmp_path):
    drafted.show_step("export")
    page, out = drafted.page("export"), tmp_path / "报告.docx"
    page.path.setText(str(out))
    page.export()
    until(qtbot, lambda: page.result.made == out)

    assert "word/document.xml" in zipfile.ZipFile(out).namelist()


def test_export_asks_before_replacing(drafted, qtbot, tmp_path, monkeypatch):
    out = tmp_path / "报告.docx"
    out.write_bytes(b"old")
    asked = []
    monkeypatch.setattr("lawdraft.ui.dialogs.ask.ask", lambda *a, **_k: asked.append(a) or False)
    drafted.show_step("export")
    drafted.page("export").path.setText(str(out))
    drafted.page("export").export()
    until(qtbot, lambda: bool(asked))

    assert out.read_bytes() == b"old"


def test_export_into_a_missing_folder_gets_a_sentence(drafted, qtbot, tmp_path):
    drafted.show_step("export")
    page = drafted.page("export")
    page.path.setText(str(tmp_path / "没有" / "报告.docx"))
    page.export()
    until(qtbot, lambda: page.result.failed)

    assert "没有导出" in page.result.words.text()
    until(qtbot, page.go.isEnabled)


def test_blank_draft_without_last_year(window, qtbot):
    window.begin_blank()
    page = window.page("recognise")
    page.organisation.setText("云岭县青禾镇人民政府")
    page.begin()
    until(qtbot, lambda: window.desk.session.report is not None)

    assert window.step == "fill"
    assert window.desk.session.draft.sections


def test_blank_draft_asks_for_the_unit(window):
    window.begin_blank()
    window.page("recognise").begin()

    assert "单位名称" in window.notice.text
