"""Every page: names for screen readers, Tab to every field and round again, Esc and Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QProgressBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

FIELDS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QTextEdit,
    QProgressBar, QTabBar,
)  # fmt: skip
PARTS_OF = (QComboBox, QAbstractSpinBox, QAbstractItemView)
PLACES = ("basics", "ledger", "collect", "promises", "duties", "diary", "rounds")
STEPS = ("import", "recognise", "fill", "preview", "check", "export", "survey")


def fields_of(window):
    """What a user can see and use, without the inner parts of composed widgets."""
    return [
        each
        for each in window.findChildren(QWidget)
        if isinstance(each, FIELDS)
        and each.isVisibleTo(window)
        and each.isEnabled()
        and not each.objectName().startswith("qt_")
        and not isinstance(each.parent(), PARTS_OF)
    ]


def name_of(widget):
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or words.strip()


def told(widgets):
    return [f"{type(w).__name__} {name_of(w)!r} in {type(w.parent()).__name__}" for w in widgets]


def pages(window):
    for step in STEPS:
        window.show_step(step)
        yield step
    window.show_step("fill")
    for place in (*PLACES, *(s.id for s in window.desk.session.draft.sections)):
        window.page("fill").show_place(place)
        yield place


def test_every_widget_has_a_name(drafted):
    for page in pages(drafted):
        QApplication.processEvents()
        assert told(w for w in fields_of(drafted) if not name_of(w)) == [], page


def test_no_two_fields_of_a_page_have_one_name(drafted):
    drafted.show_step("fill")
    drafted.page("fill").show_place("basics")
    names = [name_of(w) for w in fields_of(drafted) if isinstance(w, QLineEdit)]

    assert len(names) == len(set(names))


def test_tab_comes_to_every_field_and_round_again(drafted):
    drafted.activateWindow()
    assert QTest.qWaitForWindowActive(drafted, 5000)
    for page in pages(drafted):
        QApplication.processEvents()
        wanted = {
            w
            for w in fields_of(drafted)
            if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.focusProxy() is None
        }
        reached = set()
        for _ in range(2 * len(wanted) + 40):
            QTest.keyClick(QApplication.focusWidget() or drafted, Qt.Key.Key_Tab)
            reached.add(QApplication.focusWidget())
            if wanted <= reached:
                break
        assert told(wanted - reached) == [], page


def test_shortcuts_are_told_where_they_can_be_seen(drafted):
    """Every key of the window stands in the help, and no key twice."""
    from PySide6.QtGui import QShortcut

    from lawdraft.ui.dialogs.help import KEYS

    keys = [each.key().toString() for each in drafted.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly)]  # fmt: skip
    assert len(keys) == len(set(keys))
    untold = [k for k in keys if k not in KEYS and not k.startswith(("Alt+", "Ctrl+Shift+Z"))]
    assert [k for k in untold if k not in ("F1", "Ctrl+S")] == []


def opened(name, window):
    from lawdraft.ui.dialogs.diary import show_diary
    from lawdraft.ui.dialogs.help import show_help
    from lawdraft.ui.dialogs.library import LibraryDialog
    from lawdraft.ui.dialogs.outlines import OutlinesDialog
    from lawdraft.ui.dialogs.packs import PacksDialog

    if name in ("help", "diary"):
        {"help": lambda: show_help(window, window.desk, "fill"),
         "diary": lambda: show_diary(window, window.desk)}[name]()  # fmt: skip
    else:
        kinds = {"library": LibraryDialog, "outlines": OutlinesDialog, "packs": PacksDialog}
        kinds[name](window, window.desk).show()
    QApplication.processEvents()
    return next(d for d in window.findChildren(QDialog) if d.isVisible())


@pytest.mark.parametrize("name", ["help", "diary", "library", "outlines", "packs"])
def test_every_dialog_has_names_and_closes_by_escape(drafted, qtbot, name):
    dialog = opened(name, drafted)
    assert told(w for w in fields_of(dialog) if not name_of(w)) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=3000)


@pytest.mark.parametrize("step", STEPS)
def test_f1_has_words_for_the_page(drafted, step):
    from lawdraft.ui.dialogs.help import PAGES

    drafted.show_step(step)
    drafted.activateWindow()
    QTest.keyClick(drafted, Qt.Key.Key_F1)
    dialog = next(d for d in drafted.findChildren(QDialog) if d.isVisible())

    title = PAGES[step].split("</h2>")[0].removeprefix("<h2>")
    assert title in dialog.text.toPlainText()
    dialog.close()
