"""How the report is laid out: plain or red head, a preset, every element of the standard, fonts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from lawdraft import flow
from lawdraft.model import wishing
from lawdraft.ui.widgets.basics import button, column, holder, label, row
from lawdraft.ui.widgets.choice import Choice
from lawdraft.ui.widgets.fonts_box import FontsBox
from lawdraft.ui.widgets.undoable import let_undo_pass, put_words
from lawdraft.ui.widgets.wheel import let_wheel_pass

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from lawdraft.ui.desk import Desk

LAYOUTS = {"plain": "普通版式", "red-head": "红头版式"}
STANDARD = "国标"
LABEL_WIDTH = 90  # pixels in the standard size: the widest name


@dataclass(frozen=True, slots=True)
class Element:
    """An option of the layout: typed in, or one of a few (value, words)."""

    name: str
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    shown: str = ""  # what stands before the field, where that is not its name


HEAD = (
    Element("发文字号", "例如：青政〔2027〕1号"),
    Element("签发人", "例如：王明；几个人用“、”分开"),
    Element("发文机关标志", "不填就用署名；联合行文用“、”分开"),
    Element("文件二字", choices=(("", "标志后面有“文件”二字"), ("否", "标志后面没有“文件”二字"))),
    Element("份号", "例如：1（自动补成 000001）"),
    Element("密级", "例如：秘密★1年"),
    Element("紧急程度", choices=(("", "不标"), ("加急", "加急"), ("特急", "特急"))),
)
END = (
    Element("印章", choices=(("", "按版式：普通版式不盖，红头版式盖"), ("是", "盖章：日期右空四字"), ("否", "不盖章"))),
    Element("署名", "不填就用“标题、主送和署名”里的；联合行文用“、”分开"),
    Element("附注", "例如：联系人：王明，联系电话：……"),
    Element("抄送", "例如：县司法局，县人大常委会办公室"),
    Element("印发机关", "例如：青禾镇党政办公室"),
    Element("印发日期", "不填就用成文日期"),
    Element("版记位置", choices=(("", "最后一面的下方"), ("偶数面", "偶数面（双面印刷）"))),
)  # fmt: skip
PAGE = (
    Element("标题", "要自己定在哪里换行，用“|”隔开", shown="标题分行"),
    Element("标题不落页底", choices=(("", "每面排满22行"), ("是", "小标题不留在一面的最下面")), shown="小标题"),
    Element("双面印刷", choices=(("", "双面：左右页边距对称"), ("否", "单面"))),
    Element("页码", choices=(("", "要"), ("否", "不要"))),
    Element("规范序数", choices=(("", "改成标准写法：一、（一）1.（1）"), ("否", "照原来的"))),
)  # fmt: skip


class LayoutForm(QWidget):
    """Every choice goes to the draft at once, and from there into the preview."""

    learn_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.layout_choice = Choice("版式", LAYOUTS)
        self.preset = QComboBox()
        let_wheel_pass(self.preset)
        self.preset.setAccessibleName("排版规格")
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        self._troubles: dict[str, QWidget] = {}
        self.departs = label("", "faint", wrap=True)
        self.fonts = FontsBox(desk)
        self._head, self._rest = self._part(HEAD), self._part((*END, *PAGE))
        self.more = button("", self._on_more, part="link")
        self._build()
        self.layout_choice.chosen.connect(lambda key: self._wish(layout=key))
        self.preset.activated.connect(lambda _index: self._wish(preset=self._chosen_preset()))
        desk.session.opened.connect(self.refresh)
        desk.session.draft_changed.connect(self._on_changed)

    # -- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        form = QFormLayout()
        form.setSpacing(12)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow("版式", row(self.layout_choice, None))
        form.addRow("", self._head)
        learn = button("照着一份文件的版式…", self.learn_wanted.emit)
        form.addRow("排版规格", row(self.preset, learn, grow=0))
        form.addRow("", self.departs)
        form.addRow("字体", self.fonts)
        form.addRow("", row(self.more, None))
        form.addRow("", self._rest)
        self.setLayout(form)
        self._rest.hide()
        self._on_more(toggle=False)

    def _part(self, elements: tuple[Element, ...]) -> QWidget:
        form = QFormLayout()
        form.setSpacing(9)
        form.setContentsMargins(0, 0, 0, 0)
        for element in elements:
            field = self._field(element)
            trouble = label("", "bad", wrap=True)
            trouble.hide()
            self.fields[element.name], self._troubles[element.name] = field, trouble
            name = label(element.shown or element.name)
            name.setMinimumWidth(self._desk.look.scaled(LABEL_WIDTH))
            form.addRow(name, holder(column(field, trouble, spacing=4)))
        return holder(form)

    def _field(self, element: Element) -> QLineEdit | QComboBox:
        if element.choices:
            box = QComboBox()
            let_wheel_pass(box)
            for value, words in element.choices:
                box.addItem(words, value)
            box.activated.connect(lambda _i: self._set(element.name, str(box.currentData())))
            box.setAccessibleName(element.shown or element.name)
            return box
        line = QLineEdit()
        line.setPlaceholderText(element.hint)
        line.setAccessibleName(element.shown or element.name)
        line.setAccessibleDescription(element.hint)
        let_undo_pass(line)
        line.textEdited.connect(partial(self._set, element.name))
        return line

    # -- showing ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while the page was hidden is shown now."""
        super().showEvent(event)
        self.refresh()

    def _on_changed(self) -> None:
        if self.isVisible():  # typing elsewhere must not wait for this form
            self.refresh()

    def refresh(self) -> None:
        """What the draft wishes."""
        draft = self._desk.session.draft
        if draft is None:
            return
        wishes, options = draft.wishes, dict(draft.wishes.options)
        self.layout_choice.show_choice(wishes.layout if wishes.layout in LAYOUTS else "plain")
        self._head.setVisible(wishes.layout == "red-head")
        self._fill_presets(wishes.preset or STANDARD)
        for name, field in self.fields.items():
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(field.findData(options.get(name, "")), 0))
            elif self._troubles[name].isHidden():
                put_words(field, options.get(name, ""))
        self.fonts.refresh()

    def _fill_presets(self, wanted: str) -> None:
        names = flow.list_layouts(self._desk.kit)
        if [self.preset.itemText(i) for i in range(self.preset.count())] != list(names):
            self.preset.clear()
            self.preset.addItems(names)
        self.preset.setCurrentIndex(max(self.preset.findText(wanted), 0))
        found = flow.layout_departures(self.preset.currentText(), self._desk.kit)
        self.departs.setText("与国标不同：" + "".join(found) if found else "")
        self.departs.setVisible(bool(found))

    def _on_more(self, *, toggle: bool = True) -> None:
        if toggle:
            self._rest.setVisible(self._rest.isHidden())
        hidden = self._rest.isHidden()
        self.more.setText("更多：印章、署名、抄送、标题分行……▸" if hidden else "收起 ▾")

    # -- doing -----------------------------------------------------------------------------------

    def _chosen_preset(self) -> str:
        name = self.preset.currentText()
        return "" if name == STANDARD else name

    def _wish(self, **wishes: str) -> None:
        session = self._desk.session
        session.edit(partial(wishing.set_wishes, **wishes), what="改版式")  # type: ignore[arg-type]

    def _set(self, name: str, value: str) -> None:
        """A value that the standard does not allow is told beside its field and goes no further."""
        value = value.strip()
        trouble = flow.option_trouble(name, value, "red-head") if value else ""
        shown = self._troubles[name]
        shown.setText(trouble)  # type: ignore[attr-defined]
        shown.setVisible(bool(trouble))
        put = "" if trouble else value
        self._desk.session.edit(
            wishing.set_option, name, put, what=f"改{name}", merge=f"option {name}"
        )
