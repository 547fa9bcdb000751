"""Pictures of every screen from the bundled sample, for docs/manual and docs/screens.md.

screenshots.py [FOLDER]  →  FOLDER/*.png, at 1366×768; some also at 1920×1080, at 150 %, in the
largest size and in dark colours. Where no folder is named, those of the manual go beside it and the
others to docs/screenshots. Needs no screen.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COLOURS = 64  # of a picture: the whole program has to stay below its limit
SMALL, LARGE = (1366, 768), (1920, 1080)
# name of the run: size of the window in points, scale, theme, size of type, which screens
RUNS = {
    "": (SMALL, "1", "light", "standard", None),
    "dark": (SMALL, "1", "dark", "standard", ("recognise", "fill", "ledger")),
    "1920": (LARGE, "1", "light", "standard", ("fill",)),
    "150": ((911, 499), "1.5", "light", "standard", ("fill", "inspector")),
    "200": ((960, 531), "2", "light", "standard", ("fill",)),
    "largest": (SMALL, "1", "light", "largest", ("fill",)),
    # 1366×768 at 150 %
    "small": ((911, 512), "1.5", "light", "largest", ("start", "recognise", "fill")),
}


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else ""
    for name, (_size, scale, *_rest) in RUNS.items():
        with tempfile.TemporaryDirectory() as home:
            environment = os.environ | {
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": scale,
                "LAWDRAFT_HOME": home,
                "LAWDRAFT_SCREENS": f"{name}|{folder}",
            }
            subprocess.run([sys.executable, __file__], env=environment, check=True)


def take_run():
    name, _, folder = os.environ["LAWDRAFT_SCREENS"].partition("|")
    size, _scale, theme, points, wanted = RUNS[name]
    sys.path.insert(0, str(ROOT))
    from lawdraft.flow import Kit
    from lawdraft.ui import app as ui_app

    app = ui_app.make_application()
    window = ui_app.make_window(app, Kit())
    window.desk.look.choose(dark=theme == "dark", size=points)
    window.showNormal()
    window.resize(*size)
    camera = Camera(window, folder, name, wanted)
    walk(window, camera)
    window.close()


class Camera:
    def __init__(self, window, folder, run, wanted):
        self.window, self.folder, self.run, self.wanted = window, folder, run, wanted

    def path_of(self, name):
        shown = f"]({name})" in (ROOT / "docs/manual/manual.md").read_text("utf-8")
        folder = Path(self.folder or ROOT / "docs" / ("manual" if shown else "screenshots"))
        folder.mkdir(parents=True, exist_ok=True)
        return folder / name

    def take(self, name, widget=None):
        wait(250)
        if self.wanted is not None and name not in self.wanted:
            return
        picture = (widget or self.window).grab().toImage()
        path = self.path_of(f"{name}{'-' + self.run if self.run else ''}.png")
        with_palette(picture).save(str(path), "PNG", 1)
        print(path, path.stat().st_size // 1024, "KB")


def with_palette(picture):
    """The picture with its 64 commonest colours, every other one as the nearest of these."""
    import numpy as np
    from PySide6.QtGui import QImage

    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    width, height = picture.width(), picture.height()
    pixels = np.frombuffer(picture.constBits(), np.uint32).reshape(height, -1)[:, :width]
    coarse = pixels & 0xF8F8F8
    colours, where, counts = np.unique(coarse, return_inverse=True, return_counts=True)
    chosen = colours[np.argsort(-counts)[:COLOURS]]

    def channels(values):
        return np.stack([(values >> shift) & 255 for shift in (16, 8, 0)], -1).astype(int)

    far = np.abs(channels(colours)[:, None] - channels(chosen)[None]).sum(-1)
    nearest = far.argmin(1).astype(np.uint8)[where].reshape(height, width)
    true = [int(pixels[coarse == colour][0]) for colour in chosen]
    rows = np.zeros((height, (width + 3) // 4 * 4), np.uint8)
    rows[:, :width] = nearest
    made = QImage(rows.tobytes(), width, height, rows.shape[1], QImage.Format.Format_Indexed8)
    made.setColorTable([0xFF000000 | colour for colour in true])
    return made.copy()


def wait(milliseconds):
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(condition):
    for _ in range(400):
        if condition():
            return
        wait(50)
    sys.exit("a screen did not come up")


def walk(window, camera):
    from lawdraft.store.sample import load_sample

    desk = window.desk
    sample = load_sample(desk.kit.places.resources)
    camera.take("start")
    show_knowledge(window, camera)
    window.open_path(sample.web_page)
    recognise = window.page("recognise")
    until(lambda: recognise.tree.nodes.rowCount() > 0)
    recognise.tree.setCurrentIndex(recognise.tree.nodes.index(4, 0))
    recognise.original.verticalScrollBar().setValue(0)
    camera.take("recognise")
    recognise.begin()
    until(lambda: desk.session.all_findings != ())
    show_filling(window, camera, sample)
    show_pages_of_fill(window, camera)
    show_other_steps(window, camera)
    show_survey(window, camera)


def show_knowledge(window, camera):
    from lawdraft.ui.dialogs.outlines import OutlinesDialog
    from lawdraft.ui.dialogs.packs import PacksDialog

    for name, kind in (("outlines", OutlinesDialog), ("packs", PacksDialog)):
        dialog = kind(window, window.desk)
        dialog.show()
        camera.take(name, dialog)
        dialog.close()


def show_filling(window, camera, sample):
    from lawdraft.model import editing
    from lawdraft.store.sample import fill_sample

    session, fill = window.desk.session, window.page("fill")
    filled = fill_sample(session.draft, sample.facts)
    cards = list(filled.cards)
    for card in cards[len(cards) // 2 :]:
        filled = editing.set_decision(filled, card.id, "undecided")
    for entry in filled.ledger[len(filled.ledger) * 2 // 3 :]:
        filled = editing.set_figure(filled, entry.id, None)
    session.apply(filled, "样例")
    wait(2500)
    fill.show_place(filled.sections[1].id)
    first = filled.sections[1].topics[0].cards
    fill.inspector.setCurrentIndex(0)
    window.activateWindow()
    window.desk.card_wanted.emit(first[1].id, 0, 0)
    fill.inspector.follow(first[1].id)
    wait(500)
    camera.take("fill")
    if camera.run:
        fill.unfold(open_it=True)
        camera.take("inspector")
        return
    fill.inspector.setCurrentIndex(1)
    camera.take("fill-preview")
    fill.inspector.setCurrentIndex(2)
    camera.take("fill-check")
    fill.section.view(first[1].id).text.edit_next_slot()
    camera.take("figure", fill.section.figures.popup)
    fill.section.figures.popup.hide()


def show_pages_of_fill(window, camera):
    fill = window.page("fill")
    for place, name in (
        ("basics", "basics"),
        ("ledger", "ledger"),
        ("collect", "collect"),
        ("promises", "promises"),
        ("rounds", "rounds"),
    ):
        fill.show_place(place)
        if place == "collect":
            fill.collect._on_propose()
            window.notice.tell("")
        if place == "rounds":
            show_round(window, fill.rounds)
        camera.take(name)


def show_round(window, rounds):
    text = window.desk.session.report.text
    with tempfile.TemporaryDirectory() as folder:
        returned = Path(folder) / "领导改后.txt"
        returned.write_text(
            text.replace("定期研究", "按季研究", 1).replace("严格考核", "从严考核", 1), "utf-8"
        )
        rounds.versions._on_keep()
        rounds.read(returned)
        until(lambda: rounds.revisions != ())
    window.notice.tell("")


def show_survey(window, camera):
    """A county's folder of made-up reports, two of which share words."""
    sys.path.insert(0, str(ROOT / "tests"))
    from county_reports import PLACES, report_text

    words = "（八）组织老支书、老教师和法律明白人每逢赶集日在桥头设点，听群众把话说完再一条条记下来，能当场办的当场办，办不了的三天内给说法，全年接了三百多件，绝大多数没有再往上走。"
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "云岭县2025年度报告"
        folder.mkdir()
        for number, town in enumerate(PLACES):
            lines = report_text(town, 2025, plan=number != 3).split("\n")
            lines[11:11] = [words] if number in (2, 5) else []
            (folder / f"{town}镇.txt").write_text("\n".join(lines), encoding="utf-8")
        (folder / "新河镇（扫描）.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(900))
        window.open_path(folder)
        page = window.page("survey")
        until(lambda: page.survey is not None)
        camera.take("survey")
        page.tabs.setCurrentIndex(3)
        camera.take("survey-copying")


def show_other_steps(window, camera):
    window.show_step("preview")
    camera.take("preview")
    window.show_step("check")
    camera.take("check")
    show_similar(window, camera)
    window.show_step("export")
    window.page("export").path.setText(
        str(Path("D:/报告") / "青禾镇2026年法治政府建设年度报告.docx")
    )
    camera.take("export")
    show_red_head(window, camera)


TAKEN = (
    "依托“石桥夜谈”议事点，由退休教师和老支书轮流坐堂，白天跑田埂、晚上拉家常，把山林界址、彩礼返还、田坎水路三类纠纷"
    "逐户建档，由村里的老石匠画出界址草图，双方按手印存底。"
)


def show_similar(window, camera):
    """The draft against a library in which a neighbour wrote one of its paragraphs."""
    from lawdraft.model import editing

    if camera.wanted is not None:
        return
    page, desk = window.page("check"), window.desk
    lines = desk.session.report.text.split("\n")
    said = [each for each in lines if len(each) < 40]
    said.insert(len(said) // 2, TAKEN.replace("三类", "四类"))
    with tempfile.TemporaryDirectory() as folder:
        neighbour = "\n".join(said).replace("青禾镇", "石桥镇")
        (Path(folder) / "石桥镇2026年报告.txt").write_text(neighbour, encoding="utf-8")
        page.tabs.setCurrentIndex(1)
        dialog = page.tabs.widget(1).open_library()
        dialog.add([Path(folder)])
        until(lambda: dialog.tree.topLevelItemCount() > 0 and not desk.tasks.busy)
        dialog.reject()
    card = [each for each in desk.session.draft.cards if len(each.text) > 60][3]
    desk.session.edit(editing.set_card_text, card.id, TAKEN, what="试")
    until(lambda: desk.session.comparison and desk.session.comparison.others > 0)
    until(lambda: not desk.tasks.busy)
    camera.take("similar")
    page.tabs.setCurrentIndex(0)
    desk.session.undo()
    until(lambda: desk.session.comparison.others == 0)


def show_red_head(window, camera):
    from lawdraft.model import wishing

    session = window.desk.session
    draft = wishing.set_wishes(session.draft, layout="red-head")
    for name, value in (("发文字号", "青政〔2027〕1号"), ("签发人", "周××")):
        draft = wishing.set_option(draft, name, value)
    session.apply(draft, "红头")
    until(lambda: any("青政" in line.text for line in session.pages.pages[0].lines))
    wait(500)
    camera.take("export-red")
    window.show_step("preview")
    page = window.page("preview")
    page._choose("整页")
    camera.take("preview-red")
    page.version.buttons["public"].click()
    page._choose("100%")
    until(lambda: page.omissions.list.count() > 0)
    page.omissions.list.setCurrentRow(0)
    camera.take("preview-public")
    page.version.buttons["whole"].click()


if __name__ == "__main__":
    take_run() if "LAWDRAFT_SCREENS" in os.environ else main()
