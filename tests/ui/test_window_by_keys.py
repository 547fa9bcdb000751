"""The whole way with the keyboard alone: no signal is sent and no method called but key presses."""

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lawdraft.model.editing import slots_of

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
MOST_TABS = 120


@pytest.fixture
def keys(window, qtbot):
    """Presses keys where the focus is, as a person does."""
    return Keys(window, qtbot)


class Keys:
    """A hand on the keyboard."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window, 5000)

    @property
    def focus(self):
        popup = QApplication.activePopupWidget()
        return (popup.focusWidget() if popup else None) or QApplication.focusWidget() or self.window

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.focus, key, modifiers)
        QApplication.processEvents()

    def type(self, words):
        for letter in words:  # Chinese comes from an input method
            if letter.isascii():
                QTest.keyClicks(self.focus, letter)
            else:
                self.focus.insert(letter) if hasattr(self.focus, "insert") else (
                    self.focus.insertPlainText(letter)
                )
        QApplication.processEvents()

    def until(self, condition):
        self.qtbot.waitUntil(condition, timeout=20000)

    def tab_to(self, wanted):
        """Tab until the focus is where it is wanted."""
        for _ in range(MOST_TABS):
            if self.focus is wanted:
                return
            self.press(Qt.Key.Key_Tab)
        told = [f"{w.accessibleName()} {getattr(w, 'text', str)()!r}" for w in (wanted, self.focus)]
        raise AssertionError(f"no way by Tab to {told[0]}; stopped at {told[1]}")

    def row_of_tree(self, key):
        """Down the section tree to a row."""
        tree = self.window.page("fill").tree
        self.tab_to(tree)
        self.press(Qt.Key.Key_Home)
        for _ in range(200):
            if tree.nodes.node(tree.currentIndex()).key == key:
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(key)


@pytest.fixture
def begun(keys, sample, monkeypatch):
    """From the start page to 填写: the file dialog is the system's own and answers by itself."""
    monkeypatch.setattr("lawdraft.ui.dialogs.files.ask_report", lambda _parent: sample.last_report)
    window = keys.window
    keys.tab_to(window.page("import").choose)
    keys.press(Qt.Key.Key_Space)
    page = window.page("recognise")
    keys.until(lambda: page.go.isVisible() and page.tree.nodes.rowCount() > 0)
    keys.tab_to(page.go)
    keys.press(Qt.Key.Key_Space)
    keys.until(lambda: window.desk.session.report is not None)
    return keys


def test_cards_are_decided_and_figures_given(begun):
    session, fill = begun.window.desk.session, begun.window.page("fill")
    card = next(c for c in session.draft.cards if c.text.count("⟦") >= 2)
    section = next(s for s in session.draft.sections if any(card in t.cards for t in s.topics))
    begun.row_of_tree(section.id)
    view = fill.section.view(card.id)
    begun.tab_to(view.text)
    begun.press(Qt.Key.Key_F2)
    for value in ("11", "22"):
        begun.type(value)
        begun.press(Qt.Key.Key_Return)
    begun.press(Qt.Key.Key_Escape)
    values = {e.id: e.value for e in session.draft.ledger}
    assert [values[slot] for slot in slots_of(card.text)[:2]] == ["11", "22"]

    begun.tab_to(view.choice.buttons[session.draft.card(card.id).decision])
    way = Qt.Key.Key_Left if view.choice.choice == "undecided" else Qt.Key.Key_Right
    for _ in view.choice.buttons:
        if not view.choice.buttons["drop"].hasFocus():
            begun.press(way)
    begun.press(Qt.Key.Key_Space)
    assert session.draft.card(card.id).decision == "drop"
    begun.press(Qt.Key.Key_Z, CTRL)
    assert session.draft.card(card.id).decision != "drop"


def test_keys_decide_and_lead_from_card_to_card(begun):
    session, fill = begun.window.desk.session, begun.window.page("fill")
    section = next(s for s in session.draft.sections if "achievements" in s.kinds)
    first, second = [c for t in section.topics for c in t.cards][:2]
    begun.row_of_tree(section.id)
    begun.tab_to(fill.section.view(first.id).text)
    begun.press(Qt.Key.Key_1, CTRL)
    begun.press(Qt.Key.Key_Down, ALT)
    begun.press(Qt.Key.Key_4, CTRL)

    assert session.draft.card(first.id).decision == "keep"
    assert session.draft.card(second.id).decision == "drop"
    assert fill.section.view(second.id).choice.buttons["drop"].hasFocus()


def test_what_was_rolled_on_is_answered(begun):
    session, fill = begun.window.desk.session, begun.window.page("fill")
    asked = [c for c in session.draft.cards if any(x.asked for x in c.changes)]
    card = asked[0]
    change = next(x for x in card.changes if x.asked)
    section = next(s for s in session.draft.sections if any(card in t.cards for t in s.topics))
    begun.row_of_tree(section.id)
    questions = fill.section.view(card.id).questions
    begun.tab_to(questions.buttons[1])
    begun.press(Qt.Key.Key_Space)

    now = session.draft.card(card.id)
    assert change.before in (now.text + (now.heading or ""))
    assert change not in now.changes


def test_a_note_of_the_year_is_put_into_the_text(begun):
    window, session = begun.window, begun.window.desk.session
    fill = window.page("fill")
    begun.press(Qt.Key.Key_J, CTRL)
    begun.type("在广场开展普法宣传")
    begun.press(Qt.Key.Key_Return)
    begun.press(Qt.Key.Key_Escape)
    topic = next(t for t in session.draft.topics if t.heading and "普法" in t.heading)
    section = next(s for s in session.draft.sections if topic in s.topics)
    begun.row_of_tree(section.id)
    begun.tab_to(fill.section.view(topic.cards[0].id).text)
    begun.press(Qt.Key.Key_F4)
    assert fill.section.words.popup.isVisible()
    begun.press(Qt.Key.Key_Return)

    assert "在广场开展普法宣传" in session.draft.card(topic.cards[0].id).text


def test_sheets_go_out_and_come_back(begun, tmp_path, monkeypatch):
    window, session = begun.window, begun.window.desk.session
    page = window.page("fill").collect
    monkeypatch.setattr("lawdraft.ui.dialogs.files.ask_folder", lambda *_a: tmp_path)
    monkeypatch.setattr(
        "lawdraft.ui.dialogs.files.ask_sheets", lambda *_a: sorted(tmp_path.glob("*.xlsx"))[:1]
    )
    begun.row_of_tree("collect")
    begun.tab_to(page.propose)
    begun.press(Qt.Key.Key_Space)
    begun.tab_to(page.send)
    begun.press(Qt.Key.Key_Space)
    begun.until(lambda: any(tmp_path.glob("*.xlsx")) and "已生成" in window.notice.text)
    sheet = sorted(tmp_path.glob("*.xlsx"))[0]
    book = openpyxl.load_workbook(sheet)
    book.worksheets[0]["E5"] = "4321"
    book.save(sheet)
    book.close()
    begun.tab_to(page.take)
    begun.press(Qt.Key.Key_Space)
    begun.until(lambda: any(e.value == "4321" for e in session.draft.ledger))


def test_promises_versions_and_export(begun, tmp_path, monkeypatch):
    window, session = begun.window, begun.window.desk.session
    fill = window.page("fill")
    begun.row_of_tree("promises")
    promise = session.draft.promises[0]
    begun.tab_to(fill.promises.cards[promise.id].choice.buttons["open"])
    begun.press(Qt.Key.Key_Left)
    begun.press(Qt.Key.Key_Space)
    assert session.draft.promise(promise.id).state == "carried"

    begun.row_of_tree("rounds")
    box = fill.rounds.versions
    begun.tab_to(box.name)
    begun.press(Qt.Key.Key_Tab)
    begun.press(Qt.Key.Key_Space)
    assert [version.name for version in window.desk.keeper.versions] == ["初稿"]

    out = tmp_path / "报告.docx"
    begun.press(Qt.Key.Key_6, ALT)
    page = window.page("export")
    begun.tab_to(page.path)
    begun.press(Qt.Key.Key_A, CTRL)
    begun.type(str(out))
    begun.tab_to(page.go)
    begun.press(Qt.Key.Key_Space)
    begun.until(out.exists)


def test_findings_are_gone_through(begun):
    window, session = begun.window, begun.window.desk.session
    begun.until(lambda: session.findings != ())
    begun.press(Qt.Key.Key_F7)
    assert window.page("fill").inspector.currentIndex() == 2
    begun.press(Qt.Key.Key_5, ALT)
    assert window.step == "check"


def test_a_finding_is_mended_and_another_called_none(begun):
    session, fill = begun.window.desk.session, begun.window.page("fill")
    card = next(c for c in session.draft.cards if c.text and "⟦" not in c.text)
    section = next(s for s in session.draft.sections if any(card in t.cards for t in s.topics))
    begun.row_of_tree(section.id)
    begun.tab_to(fill.section.view(card.id).text)
    begun.press(Qt.Key.Key_End, CTRL)
    begun.type("落实《中华人民共和国行政处罚法》,夯实法制建设基础。")
    begun.until(lambda: any(f.suggestion is not None for f in session.findings))
    findings = fill.inspector.findings
    for _ in session.findings:
        begun.press(Qt.Key.Key_F7)
        found = findings.model.finding(findings.list.currentIndex())
        if found.suggestion is not None:
            break
    before = session.draft
    begun.press(Qt.Key.Key_F9)
    assert session.draft != before
    begun.press(Qt.Key.Key_F7)
    begun.press(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    begun.press(Qt.Key.Key_Z, CTRL)
    begun.press(Qt.Key.Key_Z, CTRL)
    assert session.draft.card(card.id).text.endswith("基础。")


def test_the_plan_is_answered_in_words_and_told(begun):
    window, session = begun.window, begun.window.desk.session
    fill = window.page("fill")
    begun.row_of_tree("promises")
    promise = session.draft.promises[0]
    view = fill.promises.cards[promise.id]
    begun.tab_to(view.choice.buttons["open"])
    for _ in range(4):
        begun.press(Qt.Key.Key_Left)
    begun.press(Qt.Key.Key_Space)
    begun.tab_to(view.answer)
    begun.type("全年培训5次")
    cards = len(tuple(session.draft.cards))
    begun.tab_to(view._follow)
    begun.press(Qt.Key.Key_Space)

    assert session.draft.promise(promise.id).state == "done"
    assert session.draft.promise(promise.id).answer == "全年培训5次"
    assert len(tuple(session.draft.cards)) >= cards


def test_versions_are_compared(begun):
    window, session = begun.window, begun.window.desk.session
    fill, card = window.page("fill"), next(c for c in session.draft.cards if c.text)
    begun.row_of_tree("rounds")
    box = fill.rounds.versions
    begun.tab_to(box.name)
    begun.press(Qt.Key.Key_Tab)
    begun.press(Qt.Key.Key_Space)
    section = next(s for s in session.draft.sections if any(card in t.cards for t in s.topics))
    begun.row_of_tree(section.id)
    begun.tab_to(fill.section.view(card.id).text)
    begun.type("Abc")
    begun.row_of_tree("rounds")
    begun.tab_to(box.go)
    begun.press(Qt.Key.Key_Space)
    begun.until(lambda: box.compared.isVisible() and "Abc" in box.compared.toPlainText())

    assert box.compared.hasFocus()


def test_the_comparing_panel_is_called_and_left_by_f8(begun):
    fill = begun.window.page("fill")
    if fill.inspector.isVisible():
        begun.press(Qt.Key.Key_F8)
    begun.press(Qt.Key.Key_F8)
    assert fill.inspector.isAncestorOf(begun.focus)
    begun.press(Qt.Key.Key_F8)

    assert not fill.inspector.isVisible()
    assert fill.section.isAncestorOf(begun.focus)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_what_has_the_focus(begun, key):
    window = begun.window
    begun.press(Qt.Key.Key_5, ALT)
    buttons = window.rail._buttons
    buttons["fill"].setFocus()
    begun.press(key)
    assert window.step == "fill"
    page = window.page("fill")
    page.show_place("collect")
    page.collect.propose.setFocus()
    before = window.desk.session.draft
    begun.press(key)

    assert window.desk.session.draft != before
