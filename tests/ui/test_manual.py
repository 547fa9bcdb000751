"""The manual: whole in the window, a chapter a page on paper, with every picture there."""

import re

from PySide6.QtGui import QFont

from lawdraft.store.places import find_places
from lawdraft.ui.dialogs.help import HelpDialog
from lawdraft.ui.manual import load_manual, printed_manual, write_manual


def test_every_picture_the_manual_names_is_there():
    manual = find_places().manual
    names = re.findall(r"!\[.*?\]\((.*?)\)", manual.read_text("utf-8"))
    assert names
    assert all((manual.parent / name).is_file() for name in names)


def test_on_paper_it_has_five_pages(qapp):
    assert printed_manual(find_places().manual, QFont()).pageCount() == 5


def test_pictures_are_as_wide_as_wanted(qapp):
    document = load_manual(find_places().manual, QFont(), 300)
    assert 'width="300"' in document.toHtml()


def test_stored_as_pdf(qapp, tmp_path):
    out = tmp_path / "手册.pdf"
    write_manual(find_places().manual, out, QFont())
    assert out.read_bytes().startswith(b"%PDF")


def test_help_turns_to_the_manual_and_back(window):
    dialog = HelpDialog(window, window.desk)
    dialog.show_page("fill")
    dialog.switch.click()
    assert dialog.views.currentWidget() is dialog.manual
    assert "逐条写今年的报告" in dialog.manual.toPlainText()
    dialog.switch.click()
    assert dialog.views.currentWidget() is dialog.text
