"""照着一份文件的版式: choose a .docx, see where it departs from the standard, keep it as a preset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QTextBrowser, QWidget

from lawdraft import flow
from lawdraft.model import wishing
from lawdraft.model.errors import LawdraftError
from lawdraft.ui.widgets.basics import button, column, label, row

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.flow import Kit
    from lawdraft.flow.layouts import Learned
    from lawdraft.model.document import Progress
    from lawdraft.model.draft import Draft
    from lawdraft.ui.desk import Desk


def learn_layout(parent: QWidget, desk: Desk) -> None:
    """Ask for the file, show what it does, and use it for the open draft where the user says so."""
    path = _ask_file(parent)
    if path is None:
        return
    kit = desk.kit
    desk.tasks.start(
        "learn-layout",
        lambda progress: _learn(path, kit, progress),
        lambda learned: _show(parent, desk, path, learned),
        lambda error: desk.tell(error.sentence, "bad"),
        shown=True,
    )


def _show(parent: QWidget, desk: Desk, path: Path, learned: Learned) -> None:
    LearnedDialog(parent, desk, path, learned).exec()


def _learn(path: Path, kit: Kit, progress: Progress) -> Learned:
    """In the worker: a huge or damaged file holds nobody up."""
    progress(0, 1, f"正在看“{path.name}”的版式")
    return flow.learn_layout(path, path.stem[:20], kit)


def _ask_file(parent: QWidget) -> Path | None:
    from pathlib import Path

    name, _kind = QFileDialog.getOpenFileName(
        parent, "照着哪份文件的版式", "", "Word 文件 (*.docx);;所有文件 (*)"
    )
    return Path(name) if name else None


class LearnedDialog(QDialog):
    """What was learned, under a name of the user's."""

    def __init__(self, parent: QWidget, desk: Desk, path: Path, learned: Learned) -> None:
        super().__init__(parent)
        self._desk, self._path = desk, path
        self.setWindowTitle("照着一份文件的版式")
        room, scaled = self.screen().availableGeometry(), desk.look.scaled
        self.resize(min(scaled(560), room.width() - 40), min(scaled(420), room.height() - 60))
        self.name = QLineEdit(learned.preset.name)
        self.name.setAccessibleName("这种版式叫什么")
        self.words = QTextBrowser()
        self.words.setAccessibleName("与国家标准的不同")
        self.words.setPlainText(told(learned))
        keep = button("存下来，用这种版式", self.keep, part="primary")
        keep.setDefault(True)
        self._trouble = label("", "bad", wrap=True)
        self._trouble.hide()
        self.setLayout(
            column(
                label(f"从“{path.name}”学到的版式", "heading", wrap=True), self.words,
                row(label("取个名字"), self.name), self._trouble,
                row(None, button("不要了", self.reject), keep), spacing=12, margins=(22, 18, 22, 18),
            )
        )  # fmt: skip

    def keep(self) -> None:
        """Among the user's presets, and into the draft's wishes."""
        name = self.name.text().strip()
        try:
            if name in ("国标", "") or not name.isprintable():
                self._say("请另取一个名字。")
                return
            learned = flow.learn_layout(self._path, name, self._desk.kit)
            flow.save_layout(learned, self._desk.kit)
        except LawdraftError as error:
            self._say(error.sentence)
            return
        self._desk.session.edit(_use, name, what="换排版规格")
        self.accept()

    def _say(self, sentence: str) -> None:
        self._trouble.setText(sentence)
        self._trouble.show()


def _use(draft: Draft, name: str) -> Draft:
    return wishing.set_wishes(draft, preset=name)


def told(learned: Learned) -> str:
    """Where it departs from the standard, and what could not be taken over."""
    found = [f"· {one.sentence}" for one in learned.departures]
    head = "与国家标准不同的地方：" if found else "与国家标准一致。"
    left = [f"· {sentence}" for sentence in learned.left]
    return "\n".join((head, *found, *(("", "没有照搬的：", *left) if left else ())))
