"""Anything dropped anywhere: it is opened, put where it belongs, or a sentence says why not."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from lawdraft.ui.dialogs import ask
from lawdraft.ui.dropping import USES


def drop(widget, paths=(), text="", html=""):
    data = QMimeData()
    if paths:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    event = QDropEvent(
        QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    widget.dropEvent(event)
    return data


def test_words_are_no_file(window):
    drop(window, text="一小段话")

    assert "不是文件" in window.notice.text


def test_a_whole_report_dragged_out_of_a_browser_is_read(window, qtbot, sample):
    words = sample.web_page.read_text("utf-8")
    drop(window, text=words, html=words)
    page = window.page("recognise")
    qtbot.waitUntil(lambda: page.report is not None, timeout=20000)

    assert window.step == "recognise"


def test_a_file_that_is_gone_gets_a_sentence(window, tmp_path):
    drop(window, [tmp_path / "压缩包里的报告.docx"])

    assert "找不到“压缩包里的报告.docx”" in window.notice.text


def test_a_folder_goes_to_the_survey(window, qtbot, tmp_path):
    (tmp_path / "各乡镇").mkdir()
    drop(window, [tmp_path / "各乡镇"])
    qtbot.waitUntil(lambda: window.step == "survey", timeout=5000)


@pytest.mark.parametrize("name", ["照片.png", "程序.exe", "声音.mp3", "空的.docx"])
def test_a_wrong_kind_of_file_gets_a_sentence(window, qtbot, tmp_path, name):
    (tmp_path / name).write_bytes(b"MZ\x00\x01" * 40 if "空" not in name else b"")
    drop(window, [tmp_path / name])
    page = window.page("recognise")
    qtbot.waitUntil(lambda: page._stack.currentIndex() == 2, timeout=20000)

    assert page._trouble.text().endswith(("。", "）", "？"))


def test_a_table_dropped_while_writing_is_a_sheet(drafted, qtbot, tmp_path):
    (tmp_path / "综治办.xlsx").write_bytes(b"not a table")
    drafted.show_step("check")
    drop(drafted, [tmp_path / "综治办.xlsx"])
    qtbot.waitUntil(lambda: drafted.notice.text != "", timeout=20000)

    assert drafted.desk.preferences.value.last_place == "collect"
    assert drafted.step == "fill"


def test_a_report_dropped_while_writing_is_asked_about(drafted, qtbot, tmp_path, monkeypatch):
    (tmp_path / "书记改过.txt").write_text(drafted.desk.session.report.text, "utf-8")
    monkeypatch.setattr(ask, "ask_which", lambda *_a: USES["round"])
    drop(drafted, [tmp_path / "书记改过.txt"])
    place = drafted.desk.preferences
    qtbot.waitUntil(lambda: place.value.last_place == "rounds", timeout=20000)

    assert drafted.step == "fill"


def test_a_file_is_never_written_into_a_card_as_words(drafted, tmp_path):
    card = next(iter(drafted.desk.session.draft.cards))
    text = drafted.page("fill").section.view(card.id).text
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "报告.docx"))])

    assert not text.canInsertFromMimeData(data)
