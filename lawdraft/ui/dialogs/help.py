"""F1: how the page shown is used, in plain words, beside the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QStackedWidget, QTextBrowser, QWidget

from lawdraft.model.errors import LawdraftError
from lawdraft.ui.dialogs.files import ask_save, documents
from lawdraft.ui.manual import load_manual, size_pictures, write_manual
from lawdraft.ui.widgets.basics import button, column, row

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from lawdraft.ui.desk import Desk

PAGE_WIDTH, PAGE_HEIGHT = 520, 560
MANUAL_WIDTH, MANUAL_HEIGHT = 900, 680

KEYS = """<h3>按键</h3><table cellpadding="3">
<tr><td>Alt+1 … Alt+6</td><td>到各个步骤</td></tr>
<tr><td>Ctrl+Z / Ctrl+Y</td><td>撤销、重做任何修改</td></tr>
<tr><td>F6</td><td>看过上面的提示，把它收起</td></tr>
<tr><td>F7 / Shift+F7</td><td>下一个、上一个问题</td></tr>
<tr><td>F8</td><td>打开、收起右边的对照（去年、预览、核查）</td></tr>
<tr><td>F9 / Shift+F9</td><td>照建议改这个问题、标为不是问题</td></tr>
<tr><td>F2</td><td>在文字里：填下一个数字</td></tr>
<tr><td>F4</td><td>在文字里：换个说法、常用的话、随手记</td></tr>
<tr><td>Ctrl+1 … Ctrl+5</td><td>在文字里：沿用、改数、改写、删除、未定</td></tr>
<tr><td>Alt+↓ / Alt+↑</td><td>在文字里：下一条、上一条</td></tr>
<tr><td>Ctrl+J</td><td>随手记一笔</td></tr>
<tr><td>回车</td><td>在文字里：另起一条</td></tr>
<tr><td>Ctrl+Shift+S</td><td>草稿另存到别处</td></tr>
<tr><td>Ctrl+Shift+E</td><td>导出</td></tr></table>"""

PAGES = {
    "import": """<h2>从去年的报告开始</h2>
<p>把去年的报告文件拖进窗口，或点“选择文件”。Word、WPS、PDF、网页、纯文字都可以，原文件不会被改动。在网页上复制好正文，按 Ctrl+V 也行。</p>
<p>文件加了密码会问您要；扫描件会说清楚是哪几页。</p>
<p>第一次用，可以先点“用样例试一试”，随便改，熟悉一下。</p>
<p>写到一半关掉也没关系：右边“最近的草稿”里点一下就接着写。</p>
<p>要换电脑：点右上角“另存到…”，把草稿存到U盘，在另一台电脑上“打开草稿文件”。</p>""",
    "recognise": """<h2>看看认得对不对</h2>
<p>左边是认出来的结构，右边是去年的原文，点哪边一行，另一边就跟到哪里。带底色的是认出的数字，鼠标停上去看数的是什么；左边“数字”里列出全部。</p>
<p><b>类别认错了</b>：点左边那一行，在下面选类别；也可以按回车或右键。一部分写了两样（如“存在问题及下步打算”）就再选一个“兼”。</p>
<p><b>灰色的</b>是网页菜单之类，已经去掉。其实是正文的，点它，再点“这是正文，放回去”；不该有的行，点“这不是报告，去掉”。改错了按 Ctrl+Z。</p>
<p>核对上面的单位名称和年份（旁边写着根据），没问题就点“认得对，开始填写”。</p>
<p>没有去年的报告时，在上面选一种结构；“看看这些结构…”里可以从一批报告学出本地的结构。</p>""",
    "fill": """<h2>逐条定下今年怎么写</h2>
<p>左边是报告的各部分：空心圆是还没动，半圆是写了一部分，实心圆是写完了。</p>
<p>中间一张卡片就是一条。先选怎么处理：<b>沿用</b>（照去年）、<b>改数</b>（只换数字）、<b>改写</b>、<b>删除</b>、<b>未定</b>。</p>
<p>文字里带颜色的小格子是数字。点一下就能填，回车接着填下一个。同一个数字在别处出现，也会跟着变。也可以到“数字台账”里一次填完。</p>
<p>右边“去年”显示这一条改了哪些字，“预览”是印出来的样子，“核查”列出问题。屏幕小、放大了的时候右边收成一条，点上面的字或按 F8 打开。</p>
<p>不用按保存，每次修改都会自动存好。</p>""",
    "preview": """<h2>看成稿</h2>
<p>这就是导出以后的样子，按公文格式国家标准排好。点页面上的字，就回到写它的地方。</p>
<p>Ctrl+滚轮可以放大缩小。</p>""",
    "check": """<h2>上报前还差什么</h2>
<p>左边一项项列出还差的事，点一下就去做。右边是发现的问题：红的必须改，黄的应当看，灰的供参考。</p>
<p>双击或回车到出问题的地方；“照建议改”能直接改好；确实没问题的点“不是问题”，以后不再提，右上角可以一条条恢复。</p>
<p>“与别处雷同”左右逐字对照：黄的两边一样，绿的是我们改过的，红的是那边原来的。人人都这样写的话点“这是固定表述”；
只有几个字是，先在左边选中它们。往年的、外单位的报告从“报告库…”加入。</p>""",
    "export": """<h2>生成文件</h2>
<p>一般选 Word 文件、普通版式就行。要红头，选红头版式并填文号。给网站公开的，勾上“公开版”。</p>
<p>如果提示文件正被打开，请先在 Word 或 WPS 里关掉它。</p>""",
    "survey": """<h2>汇总各单位的报告</h2>
<p>把收上来的报告放进一个文件夹，点“选择文件夹”，也可以把文件夹拖进窗口。读不出的文件也占一行，写明原因，不影响别的。</p>
<p>“总览”里双击一行，看这一份的问题、数字和原文；“彼此雷同”左右对照两份报告相同的话；“主要数字”里红的是与别人相差悬殊、多半写错的。</p>
<p>时间长可以点“停下”，读过的都记着，再来一次从那里接着。最后点“导出表格”，每份报告另有一页，可以发回去改。</p>""",
}


class HelpDialog(QDialog):
    """Stays open beside the window while one works: a page's words, or the whole manual."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        self._step = "import"
        self.text = _browser("帮助")
        self.manual = _browser("使用手册")
        self.views = QStackedWidget()
        self.views.addWidget(self.text)
        self.views.addWidget(self.manual)
        self.switch = button("使用手册", self.turn, hint="五页，有图，也可以存成 PDF 打印")
        self.keep = button("存成 PDF…", self._on_keep)
        packs = button("知识包…", self._show_packs, part="link", hint="知识截至哪一天，换新的")
        outlines = button("常见结构…", self._show_outlines, part="link", hint="报告通常写些什么")
        close = button("关闭", self.close)
        buttons = row(self.switch, self.keep, packs, outlines, None, close)
        self.setLayout(column(self.views, buttons, spacing=10, margins=(22, 18, 18, 16), grow=0))

    def show_page(self, step: str) -> None:
        """The words for a page, and the keys."""
        self._step = step
        body = PAGES.get(step, PAGES["import"])
        self.text.setHtml(f'<div style="line-height:150%">{body}{KEYS}</div>')
        self._show(self.text)

    def show_manual(self) -> None:
        """The illustrated manual, loaded when first asked for."""
        if self.manual.document().isEmpty():
            path, look = self._desk.kit.places.manual, self._desk.look
            document = load_manual(path, look.font(), MANUAL_WIDTH)
            document.setParent(self.manual)
            self.manual.setDocument(document)
        self._show(self.manual)
        self._fit_pictures()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures are as wide as the words."""
        super().resizeEvent(event)
        self._fit_pictures()

    def _fit_pictures(self) -> None:
        if self.views.currentWidget() is self.manual:
            width = self.manual.viewport().width() - 2 * self.manual.document().documentMargin()
            folder = self._desk.kit.places.manual.parent
            dots = self.devicePixelRatioF()
            size_pictures(self.manual.document(), folder, max(width, 100), dots=dots)

    def turn(self) -> None:
        """From the page's words to the manual, and back."""
        if self.views.currentWidget() is self.manual:
            self.show_page(self._step)
            return
        try:
            self.show_manual()
        except LawdraftError as trouble:
            self._desk.tell(trouble.sentence, "bad")

    def _show(self, view: QWidget) -> None:
        look, manual = self._desk.look, view is self.manual
        self.views.setCurrentWidget(view)
        self.setWindowTitle("使用手册" if manual else "帮助")
        self.switch.setText("这一页怎么用" if manual else "使用手册")
        self.keep.setVisible(manual)
        room = self.screen().availableSize()
        wide = look.scaled(MANUAL_WIDTH if manual else PAGE_WIDTH)
        high = look.scaled(MANUAL_HEIGHT if manual else PAGE_HEIGHT)
        self.resize(min(wide, room.width() - 40), min(high, room.height() - 60))

    def _show_packs(self) -> None:
        from lawdraft.ui.dialogs.packs import show_packs

        show_packs(self, self._desk)

    def _show_outlines(self) -> None:
        from lawdraft.ui.dialogs.outlines import show_outlines

        show_outlines(self, self._desk)

    def _on_keep(self) -> None:
        name = documents() / "法治报告助手使用手册.pdf"
        out = ask_save(self, "把手册存成 PDF", name, "PDF 文件 (*.pdf)")
        if out is not None:
            self.store_manual(out)

    def store_manual(self, out: Path) -> None:
        """The manual as a PDF to print."""
        try:
            write_manual(self._desk.kit.places.manual, out, self._desk.look.font())
        except LawdraftError as trouble:
            self._desk.tell(trouble.sentence, "bad")
        else:
            self._desk.tell(f"手册已存为 {out.name}", "good")


def _browser(name: str) -> QTextBrowser:
    made = QTextBrowser()
    made.setProperty("part", "plain")
    made.setAccessibleName(name)
    return made


def show_help(parent: QWidget, desk: Desk, step: str) -> HelpDialog:
    """Open the help, or turn the open one to this page."""
    dialog = parent.findChild(HelpDialog) or HelpDialog(parent, desk)
    dialog.show_page(step)
    dialog.show()
    dialog.raise_()
    return dialog
