"""The layout model against LibreOffice's rendering of the exported file: lines and pages alike.

Needs LibreOffice and the stand-in fonts (FandolFang and the like) that `dev.py rendered` fetches.
"""

import difflib
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from export_samples import ANNEX, BODY, LONG, make_report

from lawdraft.export import export_report
from lawdraft.export.pages import lay_out

pytestmark = [pytest.mark.rendered, pytest.mark.slow]
SAME_LINES = 0.99
ROOT = Path(__file__).resolve().parent.parent.parent
PLACES = (ROOT / "out" / "fonts", Path.home() / ".cache" / "gbt9704")  # dev.py rendered; by hand
FONTS = next((p / "fonts.conf" for p in PLACES if (p / "fonts.conf").exists()), PLACES[0])
FACES = {"fang": "FandolFang", "kai": "FandolKai", "hei": "FandolHei", "song": "FandolSong"}
RECORD = {"抄送": "县司法局，各村（社区）", "印发机关": "青禾镇党政办公室"}


def samples():
    """Reports of several habits, each with its layout."""
    many = BODY + "\n" + "\n".join(f"{n}是{LONG[n:]}完成{n * 7}.5%，共{n}件。" for n in range(20))
    number = {"发文字号": "青禾政〔2026〕3号"}
    notes = "附件：1.2025年法治政府建设主要指标统计表\n2.2026年重点任务分工方案"
    return {
        "plain": (make_report(), {}),
        "long": (make_report(body=many), {}),
        "red": (make_report(body=many), {"layout": "red-head", "options": number | RECORD}),
        "annex": (make_report(notes=notes, annex=ANNEX), {}),
        "margins": (make_report(body=many), {"preset": "补偿边距"}),
        "mixed": (make_report(body=mixed_body()), {}),
    } | red_heads(many, number, notes)


def red_heads(many, number, notes):
    """Sealed and not, one issuer and several, with every element above the red rule and annexes."""
    joint = {"署名": "青禾镇人民政府、白石乡人民政府、云岭县司法局"} | number
    head = {"份号": "1", "密级": "秘密★1年", "紧急程度": "特急", "签发人": "王明、李华、周正"}
    whole = {"report": make_report(body=many, notes=notes, annex=ANNEX), "layout": "red-head"}
    wished = {
        "unsealed": number | {"印章": "否"},
        "head": number | head | {"附注": "此件公开发布"},
        "joint sealed": joint | RECORD,
        "joint unsealed": joint | head | {"印章": "否"},
        "even record": number | RECORD | {"版记位置": "偶数面"},
    }
    made = {}
    for name, options in wished.items():
        wishes = dict(whole, options=options)
        made[name] = (wishes.pop("report"), wishes)
    return made


def window_samples(kit):
    """Drafts as the window has them: attachments with a table over two pages, wishes."""
    from lawdraft import flow
    from lawdraft.model import attaching, wishing
    from lawdraft.store.sample import load_sample

    last = flow.outline_file(load_sample(kit.places.resources).last_report, kit)
    draft = flow.start_draft(last, kit, year=2026)
    rows = [f"{n}\t培训执法人员、法律明白人\t人次\t{n * 37}\t{n * 41}" for n in range(1, 40)]
    table = "\n".join(["序号\t指标\t单位\t2025年\t2026年", *rows])
    draft = attaching.add_attachment(draft, "2026年法治政府建设主要数据统计表", table)
    draft = attaching.add_attachment(
        draft, "重点任务分工方案", f"一、学习。{LONG}\n二、执法。{LONG}"
    )
    red = wishing.set_wishes(draft, layout="red-head")
    red = wishing.set_option(red, "发文字号", "青政〔2027〕1号")
    return {"draft": draft, "draft red": wishing.set_option(red, "抄送", "县司法局")}


def mixed_body():
    """Addresses, Latin words, dashes behind numbers, and table rows higher than a page's rest."""
    address = "（https://www.example.gov.cn/zwgk/202501/t20250115_1.html）公开；"
    lines = [
        f"{LONG[:n]}已在门户网站{address}覆盖率98.76%——居全县第{n}位。" for n in range(3, 60, 4)
    ]
    rows = [f"|{n}\t排查{n * 31}件，12345热线办结率{n}.5%\t{LONG}{LONG[n:]}" for n in range(1, 9)]
    return "\n".join([*lines, "|序号\t事项\t说明", *rows, LONG])


@pytest.fixture(scope="module")
def widths():
    """Half-width glyphs of the stand-in fonts, in em."""
    from PIL import ImageFont

    folder = FONTS.parent / "fonts"
    if not shutil.which("soffice") or not (folder / "FandolFang-Regular.otf").exists():
        pytest.skip("no LibreOffice or no stand-in fonts here")
    table = {}
    for role, name in {**FACES, "title": "FandolSong"}.items():
        font = ImageFont.truetype(str(folder / f"{name}-Regular.otf"), 1000)
        signs = [chr(code) for code in range(32, 127)] + ["°", "℃"]
        table[role] = {sign: font.getlength(sign) / 1000 for sign in signs}
    return table


def render(files, folder):
    """PDFs of the files, all in one run of LibreOffice."""
    profile = folder / "profile"
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    environment = {**os.environ, "FONTCONFIG_FILE": str(FONTS)}
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=300)


def printed_lines(pdf):
    """The printed lines of each page, blanks left out."""
    import pdfplumber

    pages = []
    with pdfplumber.open(str(pdf)) as file:
        for page in file.pages:
            rows = []
            glyphs = [(c["matrix"][5], c["x0"], c["text"]) for c in page.chars if c["text"].strip()]
            for y, x, text in sorted(glyphs, key=lambda glyph: -glyph[0]):
                if rows and abs(rows[-1][0] - y) < 3:
                    rows[-1][1].append((x, text))
                else:
                    rows.append((y, [(x, text)]))
            pages.append(["".join(t for _, t in sorted(row)) for _, row in rows])
    return pages


def our_lines(pages):
    found = []
    for page in pages:
        rows = {}
        for line in page.lines:
            if line.text.strip():
                rows.setdefault(round(line.y / 3), []).append((line.x + line.runs[0].x, line.text))
        texts = ("".join(t for _, t in sorted(row)) for _, row in sorted(rows.items()))
        found.append([re.sub(r"\s", "", text) for text in texts])
    return found


def compare(ours, theirs):
    """How many lines are the same, and how many there are."""
    a, b = [x for page in ours for x in page], [x for page in theirs for x in page]
    same = sum(m.size for m in difflib.SequenceMatcher(None, a, b, False).get_matching_blocks())
    return same, max(len(a), len(b))


def check(reports, tmp_path, presets, widths):
    files = {name: tmp_path / f"{name}.docx" for name in reports}
    for name, (report, wishes) in reports.items():
        export_report(report, files[name], presets=presets, **wishes)
    render(files.values(), tmp_path)
    same = total = 0
    for name, (report, wishes) in reports.items():
        ours = our_lines(lay_out(report, presets=presets, widths=widths, **wishes).pages)
        theirs = printed_lines(files[name].with_suffix(".pdf"))
        assert len(ours) == len(theirs), f"{name}: {len(ours)} pages, rendered {len(theirs)}"
        here, of = compare(ours, theirs)
        same, total = same + here, total + of
    print(f"{same} of {total} lines alike")
    assert same >= SAME_LINES * total


def test_lines_and_pages_are_libreoffices(tmp_path, presets, widths):
    check(samples(), tmp_path, presets, widths)


def test_lines_and_pages_of_the_examples_are_libreoffices(tmp_path, presets, widths, shared):
    from lawdraft import flow

    kit = flow.Kit()
    reports = {
        path.stem: (flow.outline_file(path, kit), {})
        for path in sorted((shared / "examples").glob("*.txt"))
    }
    check(reports, tmp_path, presets, widths)


@pytest.mark.parametrize("public", [False, True])
def test_what_the_window_shows_is_what_libreoffice_prints(tmp_path, widths, public):
    from lawdraft import flow
    from lawdraft.ui.exporting import write

    kit = flow.Kit()
    drafts = window_samples(kit)
    files = {name: tmp_path / f"{name}.docx" for name in drafts}
    for name, draft in drafts.items():
        write(draft, files[name], kit, public=public)
    render(files.values(), tmp_path)
    same = total = 0
    for name, draft in drafts.items():
        report = flow.compose(draft, kit)
        wished = flow.wished(draft.wishes, kit)
        pages = flow.lay_out(report, kit, draft=draft, public=public, widths=widths, **wished).pages
        theirs = printed_lines(files[name].with_suffix(".pdf"))
        assert len(pages) == len(theirs)
        here, of = compare(our_lines(pages), theirs)
        same, total = same + here, total + of
    print(f"{same} of {total} lines alike")
    assert same >= SAME_LINES * total
