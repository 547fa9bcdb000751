"""导出: what kind of file, which layout, where to; then open it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QSizePolicy, QWidget

from lawdraft import flow
from lawdraft.model.errors import CancelledError, CannotWriteError, LawdraftError
from lawdraft.ui.models.readiness import readiness, verdict
from lawdraft.ui.widgets.basics import button, column, frame, holder, label, restyle, row, scrolling
from lawdraft.ui.widgets.layout_form import LayoutForm
from lawdraft.ui.widgets.omissions_list import OmissionsList
from lawdraft.ui.widgets.wheel import let_wheel_pass

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from lawdraft.flow import Kit
    from lawdraft.model.document import Progress
    from lawdraft.model.draft import Draft
    from lawdraft.ui.desk import Desk

LAID_OUT = ("docx", "pdf")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its suffix, its name and what it is for."""

    suffix: str
    name: str
    use: str
    tail: str = ""  # of the file's name


KINDS = {
    "docx": Kind(".docx", "Word 文件（.docx）", "上报、打印、领导批改都用它"),
    "pdf": Kind(".pdf", "PDF 文件（.pdf）", "版面固定，适合传阅"),
    "html": Kind(".html", "网页文字（.html）", "贴到政府网站"),
    "txt": Kind(".txt", "纯文字（.txt）", "只要文字，不要格式"),
    "xlsx": Kind(".xlsx", "数字表（.xlsx）", "所有数字、去年今年对照"),
    "self-check": Kind(".docx", "自查表（.docx）", "核查出的问题，签字存档", "（自查表）"),
}
CAN_BE_PUBLIC = ("docx", "pdf", "html", "txt")


class ExportStep(QWidget):
    """Every choice has a sensible answer already."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._made: Path | None = None
        self._has_told = False  # whether the notice above speaks of an export that failed
        self.kind = QComboBox()
        let_wheel_pass(self.kind)
        self.form = LayoutForm(desk)
        self.public = QCheckBox("公开版（略去电话、个人姓名等不宜公开的内容）")
        self.omissions = OmissionsList(desk)
        self.path = QLineEdit()
        self._verdict, self._done = label("", wrap=True), label("", wrap=True)
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
        self.path.setAccessibleName("存到哪里")
        self.public.setAccessibleName("公开版")
        self.omissions.hide()
        form = QFormLayout()
        form.setSpacing(14)
        form.setContentsMargins(24, 22, 24, 22)
        form.addRow("文件种类", self.kind)
        form.addRow(self.form)
        form.addRow("", self.public)
        form.addRow("", self.omissions)
        form.addRow("存到", row(self.path, button("换个地方…", self._on_browse)))
        self._answer = frame(row(self._verdict, self._see(), margins=(18, 12, 14, 12)), "box")
        self._result = self._result_area()
        look = button("看看版面", lambda: self._desk.step_wanted.emit("preview"), part="link")
        inside = column(
            label("导出今年的报告", "title"), self._answer, frame(form), row(self.go, 8, look, None),
            self._result, None, spacing=14, margins=(44, 28, 44, 24),
        )  # fmt: skip
        content = holder(inside)
        content.setMaximumWidth(self._desk.look.scaled(900))
        whole = row(content, None, spacing=0)
        whole.setStretch(0, 1000)
        self.setLayout(column(scrolling(holder(whole), "导出"), spacing=0))

    def _see(self) -> QWidget:
        return button("去看看", lambda: self._desk.step_wanted.emit("check"), part="link")

    def _result_area(self) -> QWidget:
        open_file = button("打开文件", lambda: self._open(self._made), part="primary")
        open_folder = button("打开所在文件夹", lambda: self._open(self._made.parent if self._made else None))  # fmt: skip
        made = frame(column(self._done, row(open_file, open_folder, None), spacing=10, margins=(18, 14, 18, 14)), "box")  # fmt: skip
        restyle(made, state="good")
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        made.hide()
        return made

    def _connect(self) -> None:
        session = self._desk.session
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.public.toggled.connect(self._on_public)
        self.path.textEdited.connect(lambda _words: self._take_back())
        self.form.learn_wanted.connect(self._on_learn)
        session.findings_changed.connect(self._show_verdict)
        session.opened.connect(self._on_shown)

    # -- showing ---------------------------------------------------------------------------------

    @property
    def chosen(self) -> Kind:
        """The kind of file chosen."""
        return KINDS[self.kind.currentData()]

    def _on_shown(self) -> None:
        self._result.hide()
        self.form.refresh()
        self._suggest()
        self._show_verdict()

    def _show_verdict(self) -> None:
        session = self._desk.session
        if session.draft is None:
            return
        words, tone = verdict(readiness(session.draft, session.findings))
        self._verdict.setText(f"{words}先导出来看看也可以。" if tone == "bad" else words)
        restyle(self._answer, state={"good": "good", "warn": "", "bad": "bad"}[tone])

    def _suggest(self) -> None:
        """A file name that says what it is, in the folder used last."""
        draft = self._desk.session.draft
        if draft is None:
            return
        name = draft.title or f"{draft.organisation}{draft.year}年法治政府建设年度报告"
        name = "".join("_" if letter in '\\/:*?"<>|' else letter for letter in name)
        tail = "（公开版）" if self._is_public() else self.chosen.tail
        self.path.setText(str(self._folder() / f"{name}{tail}{self.chosen.suffix}"))

    def _is_public(self) -> bool:
        return self.public.isChecked() and self.kind.currentData() in CAN_BE_PUBLIC

    def _folder(self) -> Path:
        """Where the last file went, else the documents; a folder that is gone is passed over."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        last = self._desk.preferences.value.export_folder
        folders = [Path(each) for each in (last, QStandardPaths.writableLocation(place)) if each]
        return next((each for each in folders if each.is_dir()), Path.home())

    def _chosen_path(self) -> Path:
        """The file to make; a bare name goes where the others go and gets its ending."""
        path = self._folder() / self.path.text().strip()
        named = path.suffix.lower() in {kind.suffix for kind in KINDS.values()}
        return path if named else path.with_name(f"{path.name}{self.chosen.suffix}")

    def _on_kind(self, _index: int) -> None:
        key = self.kind.currentData()
        self.form.setVisible(key in LAID_OUT)
        self.public.setVisible(key in CAN_BE_PUBLIC)
        self._show_omissions()
        self._suggest()
        self._take_back()

    def _on_public(self, _on: bool) -> None:  # noqa: FBT001
        self._show_omissions()
        self._suggest()

    def _show_omissions(self) -> None:
        self.omissions.setVisible(self._is_public())
        if self._is_public():
            self._desk.public.ask()
        self.omissions.refresh()

    def _on_browse(self) -> None:
        from lawdraft.ui.dialogs.files import ask_save

        kind = self.chosen
        chosen = ask_save(self, "存到哪里", Path(self.path.text()), f"{kind.name} (*{kind.suffix})")
        if chosen is not None:
            self.path.setText(str(chosen.with_suffix(kind.suffix)))
            self._desk.preferences.change(export_folder=str(chosen.parent))

    def _on_learn(self) -> None:
        from lawdraft.ui.dialogs.learn_layout import learn_layout

        learn_layout(self, self._desk)

    # -- doing -----------------------------------------------------------------------------------

    def export(self) -> None:
        """Make the file; asks before it replaces one."""
        from lawdraft.ui.dialogs.ask import ask

        draft, kit = self._desk.session.draft, self._desk.kit
        if draft is None or not self.path.text().strip():
            return
        path, key = self._chosen_path(), str(self.kind.currentData())
        question = f"“{path.name}”已经有了，要换成新的吗？"
        if path.exists() and not ask(self, question, "换成新的", detail=str(path.parent)):
            return
        public, last = self._is_public(), self._desk.session.last
        library = self._desk.live.library

        def work(progress: Progress) -> tuple[str, ...]:
            report = flow.compose(draft, kit)
            progress(1, 2, "正在排版")
            if key == "self-check":
                checked = flow.check(
                    report, kit, year=draft.year, last=last, draft=draft, library=library
                )
                flow.export_self_check(checked, path, kit)
                return ()
            return write(draft, path, kit, public=public)

        self.go.setEnabled(False)
        self.go.setText("正在导出…")
        self._result.hide()
        self._take_back()
        self._desk.tasks.start(
            "export", work, lambda notes: self._on_made(path, notes), self._on_failed, shown=True
        )

    def _on_made(self, path: Path, notes: tuple[str, ...]) -> None:
        self._ready()
        self._made = path
        self._desk.preferences.change(export_folder=str(path.parent))
        self._done.setText("\n".join((f"已导出：{path}", *notes)))
        self._result.show()

    def _on_failed(self, error: LawdraftError) -> None:
        self._ready()
        if not isinstance(error, CancelledError):
            start = "没有导出。" if isinstance(error, CannotWriteError) else ""
            self._desk.tell(f"{start}{error.sentence}", "bad")
            self._has_told = True

    def _take_back(self) -> None:
        """What was told of a failed export holds no longer."""
        if self._has_told:
            self._has_told = False
            self._desk.tell("")

    def _ready(self) -> None:
        self.go.setEnabled(True)
        self.go.setText("导出")

    def _open(self, path: Path | None) -> None:
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def hideEvent(self, event: QHideEvent) -> None:
        """On to another page: the failed export is no news there."""
        super().hideEvent(event)
        self._take_back()


def write(draft: Draft, path: Path, kit: Kit, *, public: bool) -> tuple[str, ...]:
    """The file as the draft wishes it, by its suffix; what the clerk should know."""
    report, wished = flow.compose(draft, kit), flow.wished(draft.wishes, kit)
    keep = frozenset(draft.wishes.kept_public)
    if path.suffix.lower() != ".pdf":
        return flow.export(report, path, kit, draft=draft, public=public, keep=keep, **wished)
    from lawdraft.ui.pdf import write_pdf

    pages = flow.lay_out(report, kit, draft=draft, public=public, keep=keep, **wished)
    write_pdf(pages, path)
    return pages.warnings
