"""What a clerk brings: locked, scanned, damaged files, several at once, copied pages."""

import io
import time
from importlib.util import find_spec

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from lawdraft import flow
from lawdraft.ui.dialogs import ask
from lawdraft.ui.dialogs.password import PasswordDialog
from lawdraft.ui.steps.recognise import BUSY, RESULT, TROUBLE

WORD = "Qinghe-2026"


@pytest.fixture
def page(window):
    return window.page("recognise")


@pytest.fixture
def locked(sample, tmp_path):
    from msoffcrypto.format.ooxml import OOXMLFile

    out = io.BytesIO()
    OOXMLFile(io.BytesIO(sample.last_report.read_bytes())).encrypt(WORD, out)
    path = tmp_path / "去年的报告.docx"
    path.write_bytes(out.getvalue())
    return path


def answers(monkeypatch, *words):
    """The password dialog answered in turn; what it said each time."""
    said, left = [], list(words)

    def asked(_parent, _name, trouble=""):
        said.append(trouble)
        return left.pop(0)

    monkeypatch.setattr(ask, "ask_password", asked)
    return said


def drop(widget, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    widget.dropEvent(event)


def test_password_is_asked_for_and_a_wrong_one_said(window, page, qtbot, locked, monkeypatch):
    said = answers(monkeypatch, "错的", WORD)
    window.open_path(locked)
    qtbot.waitUntil(lambda: page.report is not None, timeout=20000)
    assert "请输入" in said[0]
    assert "不对" in said[1]
    assert page.organisation.text() == "青禾镇人民政府"


def test_no_password_loses_nothing(window, page, qtbot, locked, sample, monkeypatch):
    window.open_path(sample.last_report)
    qtbot.waitUntil(lambda: page.report is not None, timeout=20000)
    before = page.report
    said = answers(monkeypatch, "")
    window.open_path(locked)
    qtbot.waitUntil(lambda: bool(said), timeout=20000)
    assert page._stack.currentIndex() == TROUBLE
    assert page._password.isVisible()
    page._earlier.click()
    assert page._stack.currentIndex() == RESULT
    assert page.report is before


def test_password_dialog_hides_the_word_and_can_be_left(page, qtbot):
    seen = []

    def leave():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PasswordDialog)
        seen.append((dialog.told.text(), dialog.word.echoMode(), dialog.go.isEnabled()))
        dialog.seen.setChecked(True)
        seen.append(dialog.word.echoMode())
        dialog.reject()

    QTimer.singleShot(200, leave)
    assert ask.ask_password(page, "甲.docx", "打开密码不对，请重新输入。") == ""
    assert seen[0] == ("打开密码不对，请重新输入。", QLineEdit.EchoMode.Password, False)
    assert seen[1] == QLineEdit.EchoMode.Normal


def test_password_is_given_by_enter(page, qtbot):
    def give():
        dialog = QApplication.activeModalWidget()
        qtbot.keyClicks(dialog.word, WORD)
        qtbot.keyClick(dialog.word, Qt.Key.Key_Return)

    QTimer.singleShot(200, give)
    assert ask.ask_password(page, "甲.docx") == WORD


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("空的.docx", b"", "0"),
        ("坏的.docx", b"PK\x03\x04" + b"\0" * 400, "坏的.docx"),
        ("照片.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 400, "照片.jpg"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(window, page, qtbot, tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    window.open_path(tmp_path / name)
    qtbot.waitUntil(lambda: page._stack.currentIndex() == TROUBLE, timeout=20000)
    assert said in page._trouble.text()
    assert page._trouble.text().endswith("。")
    assert not page._password.isVisible()


def test_scanned_file_is_said_page_by_page(window, page, qtbot, shared):
    window.open_path(shared / "formats" / "samples" / "scan_200dpi_3p.pdf")
    qtbot.waitUntil(lambda: page._stack.currentIndex() in (TROUBLE, RESULT), timeout=60000)
    if find_spec("rapidocr") is None:
        assert "第 1—3 页" in page._trouble.text()


def test_scans_are_read_with_progress_and_can_be_cancelled(
    window, page, qtbot, sample, monkeypatch
):
    shown = []

    def slowly(_path, *, password=None, progress=None):
        for number in range(1000):
            progress(number, 1000, f"正在识别第 {number + 1} 页")
            progress(0, 1, "正在读取文件")
            time.sleep(0.01)

    monkeypatch.setattr(flow, "read_file", slowly)
    page.reading.progressed.connect(lambda *_each: shown.append(page._busy_note.text()))
    window.open_path(sample.last_report)
    qtbot.waitUntil(lambda: page._bar.value() > 2, timeout=20000)
    assert page._stack.currentIndex() == BUSY
    assert page._bar.maximum() == 1000
    assert shown[-1].startswith("正在识别第")
    with qtbot.waitSignal(page.reading.cancelled, timeout=5000):
        page._on_cancel()
    assert window.step == "import"


def test_cancelling_leaves_what_was_there(window, page, qtbot, sample, monkeypatch):
    window.open_path(sample.last_report)
    qtbot.waitUntil(lambda: page.report is not None, timeout=20000)
    before = page.report

    def slowly(_path, *, password=None, progress=None):
        while True:
            progress(0, 1, "")
            time.sleep(0.01)

    monkeypatch.setattr(flow, "read_file", slowly)
    page.read(sample.web_page)
    qtbot.waitUntil(lambda: page._stack.currentIndex() == BUSY)
    page._on_cancel()
    qtbot.waitUntil(lambda: not window.desk.tasks.busy, timeout=5000)
    assert page._stack.currentIndex() == RESULT
    assert page.report is before


def test_of_two_files_dropped_one_is_chosen(window, page, qtbot, sample, monkeypatch):
    asked = []

    def which(_parent, _title, question, names):
        asked.append((question, names))
        return names[1]

    monkeypatch.setattr(ask, "ask_which", which)
    drop(window, [sample.last_report, sample.web_page])
    qtbot.waitUntil(lambda: page.report is not None, timeout=20000)
    assert "2 个文件" in asked[0][0]
    assert page.reading.path == sample.web_page


def test_a_file_dropped_on_the_area_of_the_start_page(window, page, qtbot, sample):
    drop(window.page("import")._drop, [sample.last_report])
    qtbot.waitUntil(lambda: page.report is not None, timeout=20000)
    assert window.step == "recognise"


@pytest.fixture
def clipboard(qapp):
    """Emptied again: what a test put there must not outlive the application."""
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().clear()


def test_copied_web_page_is_pasted(window, page, qtbot, sample, clipboard):
    data = QMimeData()
    data.setHtml(sample.web_page.read_text(encoding="utf-8"))
    data.setText("另一种样子")
    clipboard.setMimeData(data)
    window.page("import").setFocus()
    qtbot.keyClick(window.page("import"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.report is not None, timeout=20000)
    assert "青禾镇2025年" in page.report.text
    page.begin()
    qtbot.waitUntil(lambda: window.desk.session.draft is not None, timeout=20000)


def test_empty_clipboard_gets_a_sentence(window, page, qtbot, clipboard):
    clipboard.clear()
    window.paste()
    qtbot.waitUntil(lambda: page._stack.currentIndex() == TROUBLE, timeout=20000)
    assert "剪贴板里没有文字" in page._trouble.text()
    clipboard.setText("今天天气很好。" * 30)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "不像" in page._trouble.text(), timeout=20000)


def test_copied_file_is_opened(window, page, qtbot, sample, clipboard):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sample.last_report))])
    clipboard.setMimeData(data)
    window.paste()
    qtbot.waitUntil(lambda: page.report is not None, timeout=20000)
    assert page.reading.path == sample.last_report
