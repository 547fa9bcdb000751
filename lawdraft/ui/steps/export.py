"""导出: what kind of file, which layout, where to; then open it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QSizePolicy, QWidget

from lawdraft import flow
from lawdraft.model.errors import CancelledError, CannotWriteError, LawdraftError
from lawdraft.ui.models.readiness import readiness, verdict
from lawdraft.ui.widgets.basics import button, column, frame, holder, label, restyle, row, scrolling
from lawdraft.ui.widgets.choice import Choice

if TYPE_CHECKING:
    from lawdraft.model.document import Progress
    from lawdraft.ui.desk import Desk

KINDS = {
    ".docx": ("Word 文件（.docx）", "上报、打印、领导批改都用它"),
    ".pdf": ("PDF 文件（.pdf）", "版面固定，适合传阅"),
    ".html": ("网页文字（.html）", "贴到政府网站"),
    ".txt": ("纯文字（.txt）", "只要文字，不要格式"),
    ".xlsx": ("数字表（.xlsx）", "所有数字、去年今年对照"),
}
LAYOUTS = {"plain": "普通版式", "red-head": "红头版式"}
HEAD_FIELDS = (
    ("发文字号", "例如：青政〔2027〕1号"),
    ("签发人", "例如：王明"),
    ("抄送", "例如：县司法局"),
)


class ExportStep(QWidget):
    """Every choice has a sensible answer already."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._made: Path | None = None
        self.kind, self.layout_choice = QComboBox(), Choice("版式", LAYOUTS)
        self.preset = QComboBox()
        self.public = QCheckBox("公开版（略去电话、个人姓名等不宜公开的内容）")
        self.path = QLineEdit()
        self._head: dict[str, QLineEdit] = {}
        self._verdict, self._done = label("", wrap=True), label("", wrap=True)
        self.go = button("导出", self.export, part="primary")
        self.go.setToolTip("生成文件")
        self._build()
        self._connect()
        self._on_shown()

    # -- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        for suffix, (name, hint) in KINDS.items():
            self.kind.addItem(f"{name}　{hint}", suffix)
        self.kind.setAccessibleName("文件种类")
        self.preset.setAccessibleName("排版规格")
        self.path.setAccessibleName("存到哪里")
        self.public.setAccessibleName("公开版")
        self.layout_choice.show_choice("plain")
        form = QFormLayout()
        form.setSpacing(14)
        form.setContentsMargins(24, 22, 24, 22)
        form.addRow("文件种类", self.kind)
        form.addRow("版式", row(self.layout_choice, None))
        self._head_rows = self._head_form()
        form.addRow("", self._head_rows)
        form.addRow("排版规格", self.preset)
        form.addRow("", self.public)
        form.addRow("存到", row(self.path, button("换个地方…", self._on_browse)))
        self._answer = frame(row(self._verdict, self._see(), margins=(18, 12, 14, 12)), "box")
        self._result = self._result_area()
        inside = column(
            label("导出今年的报告", "title"), self._answer, frame(form), row(self.go, None),
            self._result, None, spacing=14, margins=(44, 28, 44, 24),
        )  # fmt: skip
        content = holder(inside)
        content.setMaximumWidth(self._desk.look.scaled(900))
        whole = row(content, None, spacing=0)
        whole.setStretch(0, 1000)
        self.setLayout(column(scrolling(holder(whole), "导出"), spacing=0))

    def _see(self) -> QWidget:
        return button("去看看", lambda: self._desk.step_wanted.emit("check"), part="link")

    def _head_form(self) -> QWidget:
        inside = QFormLayout()
        inside.setSpacing(10)
        inside.setContentsMargins(0, 0, 0, 0)
        for name, hint in HEAD_FIELDS:
            field = QLineEdit()
            field.setPlaceholderText(hint)
            field.setAccessibleName(name)
            self._head[name] = field
            inside.addRow(name, field)
        made = holder(inside)
        made.hide()
        return made

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
        self.layout_choice.chosen.connect(self._on_layout)
        self.public.toggled.connect(lambda _on: self._suggest())
        session.findings_changed.connect(self._show_verdict)
        session.opened.connect(self._on_shown)

    # -- showing ---------------------------------------------------------------------------------

    def _on_shown(self) -> None:
        self._result.hide()
        self._fill_presets()
        self._suggest()
        self._show_verdict()

    def _fill_presets(self) -> None:
        if self.preset.count() == 0:
            for pack in flow.list_packs(self._desk.kit):
                if pack.kind == "layout":
                    self.preset.addItem(pack.name)

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
        tail = "（公开版）" if self.public.isChecked() else ""
        self.path.setText(str(self._folder() / f"{name}{tail}{self.kind.currentData()}"))

    def _folder(self) -> Path:
        """Where the last file went, else the documents; a folder that is gone is passed over."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        last = self._desk.preferences.value.export_folder
        folders = [Path(each) for each in (last, QStandardPaths.writableLocation(place)) if each]
        return next((each for each in folders if each.is_dir()), Path.home())

    def _chosen_path(self) -> Path:
        """The file to make; a bare name goes where the others go and gets its ending."""
        path = self._folder() / self.path.text().strip()
        named = path.suffix.lower() in KINDS
        return path if named else path.with_name(f"{path.name}{self.kind.currentData()}")

    def _on_kind(self, _index: int) -> None:
        laid_out = self.kind.currentData() in (".docx", ".pdf")
        self.layout_choice.setEnabled(laid_out)
        self.preset.setEnabled(laid_out)
        self.public.setEnabled(self.kind.currentData() != ".xlsx")
        self._suggest()

    def _on_layout(self, key: str) -> None:
        self._head_rows.setVisible(key == "red-head")

    def _on_browse(self) -> None:
        from lawdraft.ui.dialogs.files import ask_save

        suffix = self.kind.currentData()
        chosen = ask_save(
            self, "存到哪里", Path(self.path.text()), f"{KINDS[suffix][0]} (*{suffix})"
        )
        if chosen is not None:
            self.path.setText(str(chosen.with_suffix(suffix)))
            self._desk.preferences.change(export_folder=str(chosen.parent))

    # -- doing -----------------------------------------------------------------------------------

    def export(self) -> None:
        """Make the file; asks before it replaces one."""
        from lawdraft.ui.dialogs.ask import ask

        draft, kit = self._desk.session.draft, self._desk.kit
        if draft is None or not self.path.text().strip():
            return
        path = self._chosen_path()
        question = f"“{path.name}”已经有了，要换成新的吗？"
        if path.exists() and not ask(self, question, "换成新的", detail=str(path.parent)):
            return
        chosen = {
            "layout": self.layout_choice.choice if path.suffix in (".docx", ".pdf") else "plain",
            "preset": self.preset.currentText(),
            "public": self.public.isChecked() and path.suffix != ".xlsx",
            "options": self._options(),
        }

        def work(progress: Progress) -> tuple[str, ...]:
            report = flow.compose(draft, kit)
            progress(1, 2, "正在排版")
            if path.suffix == ".pdf":
                from lawdraft.ui.pdf import write_pdf

                pages = flow.lay_out(report, kit, **chosen)  # type: ignore[arg-type]
                write_pdf(pages, path)
                return pages.warnings
            return flow.export(report, path, kit, draft=draft, **chosen)  # type: ignore[arg-type]

        self.go.setEnabled(False)
        self.go.setText("正在导出…")
        self._result.hide()
        self._desk.tasks.start(
            "export", work, lambda notes: self._on_made(path, notes), self._on_failed, shown=True
        )

    def _options(self) -> dict[str, str]:
        if self.layout_choice.choice != "red-head":
            return {}
        return {
            name: words for name, field in self._head.items() if (words := field.text().strip())
        }

    def _on_made(self, path: Path, notes: tuple[str, ...]) -> None:
        self._ready()
        self._made = path
        self._desk.preferences.change(export_folder=str(path.parent))
        self._done.setText("\n".join((f"已导出：{path}", *notes)))
        self._result.show()
        self._desk.tell("")

    def _on_failed(self, error: LawdraftError) -> None:
        self._ready()
        if isinstance(error, CannotWriteError):
            self._desk.tell(f"没有导出。{error.sentence}", "bad")
        elif not isinstance(error, CancelledError):
            self._desk.tell(error.sentence, "bad")

    def _ready(self) -> None:
        self.go.setEnabled(True)
        self.go.setText("导出")

    def _open(self, path: Path | None) -> None:
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
