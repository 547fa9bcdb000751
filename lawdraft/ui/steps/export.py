"""导出: what kind of file, which layout, where to; then open it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from lawdraft.model.errors import CancelledError, LawdraftError
from lawdraft.model.files import name_trouble
from lawdraft.ui.exporting import (
    CAN_BE_PUBLIC,
    KINDS,
    LAID_OUT,
    SUFFIXES,
    Kind,
    Made,
    Order,
    Refused,
    Stamp,
    carry_out,
    stamp,
    usable_name,
)
from lawdraft.ui.models.readiness import readiness, verdict
from lawdraft.ui.widgets.attachments_box import AttachmentsBox
from lawdraft.ui.widgets.basics import button, column, frame, holder, label, restyle, row, scrolling
from lawdraft.ui.widgets.export_result import ExportResult
from lawdraft.ui.widgets.layout_form import LayoutForm
from lawdraft.ui.widgets.omissions_list import OmissionsList
from lawdraft.ui.widgets.page_view import PageView
from lawdraft.ui.widgets.tabbing import tab_through
from lawdraft.ui.widgets.wheel import let_wheel_pass

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from lawdraft.model.draft import Draft
    from lawdraft.ui.desk import Desk

WIDEST = 900  # pixels of the form
SAMPLE = 300  # pixels: the pages beside the form
ROOM_FOR_SAMPLE = 1150
SHARE = "\\\\"  # a folder on the network
NO_NAME = "请先写上要存成的文件名。"


class ExportStep(QWidget):
    """Every choice has a sensible answer already; where to and what came of it stay in sight."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._written: dict[Path, Stamp] = {}  # files made here, as they were left
        self.kind = QComboBox()
        let_wheel_pass(self.kind)
        self.form = LayoutForm(desk)
        self.attachments = AttachmentsBox(desk)
        self.public = QCheckBox("公开版（略去电话、个人姓名等不宜公开的内容）")
        self.omissions = OmissionsList(desk)
        self.path = QLineEdit()
        self.view = PageView(desk.look, "版面缩样")
        self._verdict = label("", wrap=True)
        self.result = ExportResult()
        self.go = button("导出", self.export, part="primary")
        self.go.setToolTip("生成文件")
        self._build()
        self._connect()
        self._on_shown()

    # -- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        for key, kind in KINDS.items():
            self.kind.addItem(f"{kind.name}　{kind.use}", key)
        self.kind.setAccessibleName("文件种类")
        self.kind.setMinimumContentsLength(12)
        self.public.setAccessibleName("公开版")
        self.omissions.hide()
        self.omissions.list.setMaximumHeight(self._desk.look.scaled(260))
        self._rows = form = QFormLayout()
        form.setSpacing(14)
        form.setContentsMargins(24, 22, 24, 22)
        form.addRow("文件种类", self.kind)
        form.addRow(self.form)
        form.addRow("附件", self.attachments)
        form.addRow("", self.public)
        form.addRow("", self.omissions)
        self._answer = frame(row(self._verdict, self._see(), margins=(18, 12, 14, 12)), "box")
        look = button("看看版面", lambda: self._desk.step_wanted.emit("preview"), part="link")
        inside = column(
            row(label("导出今年的报告", "title"), None, look), self._answer, frame(form), None,
            spacing=14, margins=(44, 24, 30, 20),
        )  # fmt: skip
        self._content = holder(inside)
        whole = row(self._content, None, spacing=0)
        whole.setStretch(0, 1000)
        self._area = scrolling(holder(whole), "导出")
        above = row(self._area, self.view, spacing=0, grow=0)
        self._resize()
        self.view.setToolTip("点一下，到“预览”里看大的")
        self.setLayout(column(above, self._footer(), spacing=0, grow=0))

    def _resize(self) -> None:
        """As wide as the words are large."""
        self._content.setMaximumWidth(self._desk.look.scaled(WIDEST))
        self.view.setFixedWidth(self._desk.look.scaled(SAMPLE))
        self._show_pages()

    def _see(self) -> QWidget:
        return button("去看看", lambda: self._desk.step_wanted.emit("check"), part="link")

    def _footer(self) -> QWidget:
        self.path.setAccessibleName("存到哪里")
        self.path.setMinimumWidth(80)
        name = label("存到(&S)")
        name.setBuddy(self.path)
        where = row(name, self.path, button("换个地方…", self._on_browse), self.go, grow=1)
        self._foot = made = frame(
            column(self.result, where, spacing=10, margins=(44, 10, 30, 10)), "footer"
        )
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        return made

    def _connect(self) -> None:
        desk = self._desk
        self._tab_soon = QTimer(self, singleShot=True, interval=0)
        self._tab_soon.timeout.connect(lambda: tab_through(self._area, self._foot))
        for part in (self.form.fonts, self.attachments):
            part.rebuilt.connect(self._tab_soon.start)
        desk.look.changed.connect(self._resize)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.public.toggled.connect(lambda on: desk.public.switch(on=on))
        self.path.textEdited.connect(lambda _words: self._take_back())
        self.path.returnPressed.connect(self.export)
        self.form.learn_wanted.connect(self._on_learn)
        self.result.name_wanted.connect(self._on_other_name)
        self.result.place_wanted.connect(self._on_browse)
        self.view.clicked.connect(lambda _offset: desk.step_wanted.emit("preview"))
        desk.attachments_wanted.connect(
            lambda: QTimer.singleShot(
                0, self, lambda: self._area.ensureWidgetVisible(self.attachments)
            )
        )
        desk.public.switched.connect(self._on_public)
        desk.public.changed.connect(self._show_pages)
        desk.session.report_changed.connect(self._show_pages)
        desk.export_wanted.connect(self.choose)
        desk.session.findings_changed.connect(self._show_verdict)
        desk.session.opened.connect(self._on_shown)

    # -- showing ---------------------------------------------------------------------------------

    @property
    def chosen(self) -> Kind:
        """The kind of file chosen."""
        return KINDS[self.kind.currentData()]

    def _on_shown(self) -> None:
        self.result.hide()
        self.form.refresh()
        self._suggest()
        self._show_verdict()

    def _show_verdict(self) -> None:
        session = self._desk.session
        if session.draft is None:
            return
        words, tone = verdict(readiness(session.draft, session.findings))
        if session.check_trouble:
            words, tone = session.check_trouble, "warn"
        self._verdict.setText(f"{words}先导出来看看也可以。" if tone == "bad" else words)
        restyle(self._answer, state={"good": "good", "warn": "", "bad": "bad"}[tone])

    def _show_pages(self) -> None:
        """The pages beside the form, where there is room for them; the public ones if wished."""
        if not self.isVisible():
            return
        public = self._desk.public
        wide = self.width() >= self._desk.look.scaled(ROOM_FOR_SAMPLE)
        self.view.setVisible(wide and self.kind.currentData() in LAID_OUT)
        if self._is_public():
            public.ask()
            self.view.show_pages(public.shown.pages if public.shown else None)
        else:
            self.view.show_pages(self._desk.session.pages)

    def _suggest(self) -> None:
        """A file name that says what it is, in the folder used last."""
        draft = self._desk.session.draft
        if draft is None:
            return
        name = usable_name(draft.title or f"{draft.organisation}{draft.year}年法治政府建设年度报告")
        tail = "（公开版）" if self._is_public() else self.chosen.tail
        self.path.setText(str(self._folder() / f"{name}{tail}{self.chosen.suffix}"))

    def _is_public(self) -> bool:
        return self._desk.public.on and self.kind.currentData() in CAN_BE_PUBLIC

    def _folder(self) -> Path:
        """Where the last file went, else the documents; a folder that is gone is passed over.

        A share is not looked for: one that does not answer would hold the window up.
        """
        place = QStandardPaths.StandardLocation.DocumentsLocation
        last = self._desk.preferences.value.export_folder
        folders = [each for each in (last, QStandardPaths.writableLocation(place)) if each]
        there = (each for each in folders if each.startswith(SHARE) or Path(each).is_dir())
        return Path(next(there, Path.home()))

    def _chosen_path(self) -> Path:
        """The file to make; a bare name goes where the others go and gets its ending."""
        path = self._folder() / self.path.text().strip().strip('"')  # as Explorer copies a path
        is_report = self.kind.currentData() != "self-check"
        named = path.suffix.lower() in (SUFFIXES if is_report else (self.chosen.suffix,))
        return path if named else path.with_name(f"{path.name}{self.chosen.suffix}")

    def _on_kind(self, _index: int) -> None:
        key = self.kind.currentData()
        self.form.setVisible(key in LAID_OUT)
        self.public.setVisible(key in CAN_BE_PUBLIC)
        self._rows.setRowVisible(self.attachments, key in CAN_BE_PUBLIC)
        self._on_public()
        self._take_back()

    def _on_public(self) -> None:
        self.public.setChecked(self._desk.public.on)
        self.omissions.setVisible(self._is_public())
        self._show_pages()
        self.omissions.refresh()
        self._suggest()

    def _on_browse(self) -> None:
        from lawdraft.ui.dialogs.files import ask_save

        kind = self.chosen
        chosen = ask_save(self, "存到哪里", self._chosen_path(), f"{kind.name} (*{kind.suffix})")
        if chosen is not None:
            chosen = chosen.with_name(f"{chosen.name.removesuffix(kind.suffix)}{kind.suffix}")
            self.path.setText(str(chosen))
            self._desk.preferences.change(export_folder=str(chosen.parent))
            self._take_back()

    def _on_other_name(self, path: Path) -> None:
        self.path.setText(str(path))
        self.export()

    def _on_learn(self) -> None:
        from lawdraft.ui.dialogs.learn_layout import learn_layout

        learn_layout(self, self._desk)

    # -- doing -----------------------------------------------------------------------------------

    def choose(self, kind: str) -> None:
        """Another kind of file."""
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.go.setFocus()

    def export(self) -> None:
        """Make the file; asks before it replaces one that was not left so by an export."""
        session = self._desk.session
        if session.draft is None or not self.go.isEnabled():
            return
        path = self._chosen_path()
        trouble = name_trouble(path.name, windows=True) if self.path.text().strip() else NO_NAME
        if trouble:
            other = None if trouble == NO_NAME else path.with_name(usable_name(path.name))
            self.result.show_failed(trouble, other, path)
            return
        order = self._order(session.draft, path)
        self.result.hide()
        self.go.setEnabled(False)
        self.go.setText("正在导出…")
        self._desk.tasks.start(
            "export-look",
            lambda _progress: stamp(path),
            lambda found: self._on_looked(order, found),
        )

    def _on_looked(self, order: Order, found: Stamp | None) -> None:
        """What stands at the target now, looked up where a slow disk holds nobody up."""
        from lawdraft.ui.dialogs.ask import ask

        path, kit = order.path, self._desk.kit
        question = f"“{path.name}”已经有了，要换成新的吗？"
        is_ours = found is not None and found == self._written.get(path)
        if found and not is_ours and not ask(self, question, "换成新的", detail=str(path.parent)):
            self._ready()
            return
        self._desk.tasks.start(
            "export",
            lambda progress: carry_out(order, kit, progress),
            lambda outcome: self._on_ended(order, outcome),
            self._on_failed,
            shown=True,
        )

    def _order(self, draft: Draft, path: Path) -> Order:
        from lawdraft.ui.dialogs.files import documents

        return Order(
            draft,
            str(self.kind.currentData()),
            path,
            public=self._is_public(),
            last=self._desk.session.last,
            library=self._desk.live.library,
            fallback=documents(),
        )

    def _on_ended(self, order: Order, outcome: Made | Refused) -> None:
        self._ready()
        path = order.path
        if isinstance(outcome, Refused):
            self._tell_failed(outcome.sentence, outcome.other, path)
            return
        if outcome.left is not None:
            self._written[path] = outcome.left
        self._desk.preferences.change(export_folder=str(path.parent))
        self.result.show_made(path, outcome.notes)
        if not self.isVisible():
            self._desk.tell(f"已导出：{path}", "good")

    def _on_failed(self, error: LawdraftError) -> None:
        self._ready()
        if not isinstance(error, CancelledError):
            self._tell_failed(error.sentence, None, None)

    def _tell_failed(self, sentence: str, other: Path | None, path: Path | None) -> None:
        """Beside the button; above the page that one has gone on to."""
        sentence = f"没有导出。{sentence}"
        if self.isVisible():
            self.result.show_failed(sentence, other, path)
        else:
            self._desk.tell(sentence, "bad")

    def _take_back(self) -> None:
        """What was told of a failed export holds no longer."""
        if self.result.failed:
            self.result.hide()

    def _ready(self) -> None:
        """Again; a double click is one export, however fast the first click's was made."""
        self.go.setText("导出")
        pause = QApplication.doubleClickInterval()
        QTimer.singleShot(pause, self, lambda: self.go.setEnabled(True))

    # -- Qt --------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while the page was hidden is shown now."""
        super().showEvent(event)
        self._show_pages()
        self.attachments.refresh()
        self.omissions.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room for the pages."""
        super().resizeEvent(event)
        self._show_pages()

    def hideEvent(self, event: QHideEvent) -> None:
        """On to another page: the failed export is no news there."""
        super().hideEvent(event)
        self._take_back()
