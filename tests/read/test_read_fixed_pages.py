"""PDF and OFD: rows become paragraphs again, page numbers go, scans are named."""

import pytest
from read_samples import TITLE, ofd, pdf, read_bytes, texts

from lawdraft.model.errors import CannotReadError
from lawdraft.read.page_piece import Piece
from lawdraft.read.page_rows import Page, paragraphs, rows_of_page
from lawdraft.read.page_tables import Box

FULL = "坚持把法治政府建设摆在突出位置认真落实各项任务全年召开"  # as wide as the text block


def a_page(*rows, number="— 1 —"):
    """Rows on a page: a leading blank stands for the indentation of two characters."""
    placed = [
        (80 + 32 * (text[0] == " "), 100 + 28 * i, text.strip()) for i, text in enumerate(rows)
    ]
    return [*placed, (280, 800, number)]


PAGES = [
    a_page(
        "      " + TITLE,
        " " + FULL[:-2],
        FULL,
        "会议六次。",
        " 一、主要做法",
        " " + FULL[:-2],
        FULL,
    ),
    a_page("化解六十七件。", " 二、存在问题", " " + FULL[:-2], "不足。", number="— 2 —"),
]
EXPECTED = [
    TITLE,
    FULL[:-2] + FULL + "会议六次。",
    "一、主要做法",
    FULL[:-2] + FULL + "化解六十七件。",
    "二、存在问题",
    FULL[:-2] + "不足。",
]


def test_rows_of_a_pdf_become_paragraphs_across_pages(tmp_path):
    document = read_bytes(tmp_path, pdf(PAGES), "报告.pdf")
    assert texts(document) == EXPECTED
    assert document.source.reader == "pdfium"


def test_a_font_drawn_smaller_than_it_is_named_keeps_its_rows_apart(tmp_path):
    assert texts(read_bytes(tmp_path, pdf(PAGES, scale=20), "报告.pdf")) == EXPECTED


def test_radicals_in_a_pdf_are_the_characters_they_draw(tmp_path):
    pages = [[(80, 100, "⽯桥镇⼈⺠政府⼯作报告"), (80, 140, "⼀、⻓效机制")]]
    document = read_bytes(tmp_path, pdf(pages), "报告.pdf")
    assert "".join(texts(document)) == "石桥镇人民政府工作报告一、长效机制"


def test_rows_of_an_ofd_become_paragraphs_across_pages(tmp_path):
    millimetres = [
        [(left * 0.3528, top * 0.3528, text) for left, top, text in page] for page in PAGES
    ]
    assert texts(read_bytes(tmp_path, ofd(millimetres), "报告.ofd")) == EXPECTED


def test_running_heads_are_told_apart(tmp_path):
    pages = [[(200, 40, "青禾镇人民政府文件"), *page] for page in (PAGES[0], PAGES[1], PAGES[1])]
    document = read_bytes(tmp_path, pdf(pages), "报告.pdf")
    assert "青禾镇人民政府文件" not in texts(document)
    assert [removed.text for removed in document.dropped] == ["青禾镇人民政府文件"] * 3
    assert document.dropped[0].line == 1


def test_half_width_figures_drawn_one_by_one_are_joined(tmp_path):
    row = [(28 + 2.8 * i, 40, sign) for i, sign in enumerate("2025")] + [(39.2, 40, "年工作")]
    assert texts(read_bytes(tmp_path, ofd([row]))) == ["2025年工作"]


def test_a_row_with_wide_gaps_is_a_table_row():
    pieces = [Piece("指标", 80, 112, 100, 16), Piece("数量", 250, 282, 100, 16)]
    lines, _ = paragraphs(rows_of_page(pieces, Page(0, 595, 842)))
    assert [(line.text, line.table) for line in lines] == [("指标\t数量", True)]


def test_text_drawn_twice_to_look_bold_comes_once():
    pieces = [
        Piece("标", 80, 96, 100, 16),
        Piece("标", 80.3, 96.3, 100, 16),
        Piece("题", 96, 112, 100, 16),
    ]
    lines, _ = paragraphs(rows_of_page(pieces, Page(0, 595, 842)))
    assert [line.text for line in lines] == ["标题"]


def scanned_pdf():
    import io

    pytest.importorskip("PIL.Image")
    import PIL.Image

    buffer = io.BytesIO()
    images = [PIL.Image.new("L", (300, 400), 200) for _ in range(3)]
    images[0].save(buffer, "PDF", save_all=True, append_images=images[1:])
    return buffer.getvalue()


def test_scanned_pages_are_named_page_by_page(tmp_path, monkeypatch):
    monkeypatch.setattr("lawdraft.read.ocr.is_installed", lambda: False)
    with pytest.raises(CannotReadError, match="第 1—3 页都是扫描的图片"):
        read_bytes(tmp_path, scanned_pdf(), "扫描.pdf")


def test_an_ofd_without_text_is_told(tmp_path):
    with pytest.raises(CannotReadError, match="第 1 页只有图片或画出来的字"):
        read_bytes(tmp_path, ofd([[]]), "甲.ofd")


def test_an_ofd_page_is_never_dropped_in_silence(tmp_path):
    import io
    import zipfile

    from read_samples import OFD_NS, zipped

    data = ofd([[(28, 40, "第一页的字")], [(28, 40, "第二页的字")]])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    broken = zipped(parts | {"Doc_0/Page_1.xml": f"<ofd:Page {OFD_NS}><ofd:Content>"})
    document = read_bytes(tmp_path, broken)
    assert "第 2 页" in document.source.warnings[0]
    doctype = zipped(parts | {"Doc_0/Page_1.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"})
    with pytest.raises(CannotReadError, match="异常"):
        read_bytes(tmp_path, doctype)


def test_page_lists_read_well():
    from lawdraft.read.ocr import page_list

    assert page_list((0, 1, 2, 6)) == "1—3、7"


ENGINE = """
class Found:
    def __init__(self, width):
        self.txts = ("2024年，青禾镇坚持", "依法行政。", "看不清")
        self.scores = (0.98, 0.97, 0.2)
        ends = ((200, width), (250, width // 2), (300, width))
        self.boxes = [[[80, y], [end, y], [end, y + 40], [80, y + 40]] for y, end in ends]
class RapidOCR:
    def __call__(self, image):
        return Found(image.shape[1] - 80)
"""


def test_scanned_pages_are_recognised_where_that_is_installed(tmp_path, monkeypatch):
    (tmp_path / "rapidocr.py").write_text(ENGINE, "utf-8")
    (tmp_path / "onnxruntime.py").write_text("", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)  # the reading process looks where we look
    told = []
    document = read_bytes(
        tmp_path, scanned_pdf(), "扫描.pdf", progress=lambda *step: told.append(step)
    )
    assert texts(document) == ["2024年，青禾镇坚持依法行政。"] * 3
    assert document.source.reader == "rapidocr"
    assert "逐字检查" in document.source.warnings[0]
    assert (2, 3, "正在识别第 3 页") in told


SHORT = "坚持把法治政府建设摆在突出"  # as wide as a column
COLUMN = [
    "一、主要做法",
    " " + SHORT[:-2],
    SHORT,
    "会议六次。",
    " " + SHORT[:-2],
    SHORT,
    "培训一次。",
]


def column(rows, left, top=140):
    return [
        (left + 32 * (text[0] == " "), top + 26 * i, text.strip()) for i, text in enumerate(rows)
    ]


@pytest.mark.parametrize("make", ["pdf", "ofd"])
def test_two_columns_are_read_one_after_the_other(tmp_path, make):
    first = [
        (160, 90, TITLE),
        *column(COLUMN + COLUMN[1:], 60),
        *column(COLUMN + COLUMN[1:], 300),
        (280, 800, "— 1 —"),
    ]
    last = [*column([" 二、存在问题"], 60), (400, 166, "青禾镇政府"), (280, 800, "— 2 —")]
    paragraphs_of_one = ["一、主要做法"] + [
        SHORT[:-2] + SHORT + end for end in ("会议六次。", "培训一次。") * 2
    ]
    if make == "ofd":
        scaled = [[(x * 0.3528, y * 0.3528, text) for x, y, text in page] for page in (first, last)]
        data = ofd(scaled, size=16 * 0.3528)
    else:
        data = pdf([first, last])
    expected = [TITLE, *paragraphs_of_one, *paragraphs_of_one, "二、存在问题", "青禾镇政府"]
    assert texts(read_bytes(tmp_path, data)) == expected


def test_a_table_of_two_columns_stays_a_table(tmp_path):
    cells = [(60, 100 + 26 * i, f"指标{i}") for i in range(12)]
    values = [(320, 100 + 26 * i, f"{i}件") for i in range(12)]
    document = read_bytes(tmp_path, pdf([cells + values]))
    assert texts(document) == [f"指标{i}\t{i}件" for i in range(12)]


def test_a_row_cut_by_the_end_of_the_page_is_read_once(tmp_path):
    hanging = (80, 862, "会议六次。")
    pages = [[*a_page(" " + FULL[:-2], FULL), hanging], [(80, -12, FULL), (80, 100, "会议六次。")]]
    assert texts(read_bytes(tmp_path, pdf(pages))) == [FULL[:-2] + FULL + "会议六次。"]


def test_a_centred_title_as_wide_as_the_text_and_a_web_address_that_wrapped(tmp_path):
    rows = [
        (96, 100, FULL[:-2]),  # a title in the type size of the text
        (80, 128, "云岭县人民政府："),
        (112, 156, FULL[:-2]),
        (80, 184, FULL),
        (80, 212, FULL[:15] + "（网址："),
        (80, 240, "www.qinghe.gov.cn）受理诉求六十件。"),
        (112, 268, FULL[:-2]),
        (80, 296, FULL),
    ]
    found = texts(read_bytes(tmp_path, pdf([rows])))
    assert found[:2] == [FULL[:-2], "云岭县人民政府："]
    assert found[2].endswith("（网址：www.qinghe.gov.cn）受理诉求六十件。")


def test_a_pdf_without_its_end_is_refused(tmp_path):
    with pytest.raises(CannotReadError, match="没有下载完整"):
        read_bytes(tmp_path, pdf(PAGES).replace(b"%%EOF", b""))


def test_numbers_that_hang_out_of_a_block_set_in(tmp_path):
    block, full = 112, FULL[:-2]
    rows = [
        (block, 100, full),
        (block, 128, full),
        (block, 156, "会议六次。"),
        (80, 184, "（一）" + FULL[:-3]),
        (block, 212, full),
        (block, 240, "培训一次。"),
        (80, 268, "（二）规范执法"),
        (block, 296, full),
        (block, 324, full),
    ]
    expected = [
        full * 2 + "会议六次。",
        "（一）" + FULL[:-3] + full + "培训一次。",
        "（二）规范执法",
        full * 2,
    ]
    assert texts(read_bytes(tmp_path, pdf([rows]))) == expected


def row(text, left, middle, size):
    return [
        Piece(s, left + i * size, left + (i + 1) * size, middle, size) for i, s in enumerate(text)
    ]


def test_a_full_row_of_a_title_goes_on_and_a_broken_one_does_not():
    body = [piece for n in range(8) for piece in row(FULL, 80, 200 + 28 * n, 16)]
    full = row("云岭县青禾镇人民政府关于法治政府建设", 88, 100, 24) + row("的报告", 268, 140, 24)
    broken = row("云岭县青禾镇人民政府", 184, 100, 24) + row("法治政府建设年度报告", 184, 140, 24)
    for title, count in ((full, 1), (broken, 2)):
        lines, _ = paragraphs(rows_of_page(title + body, Page(0, 595, 842)))
        assert (
            len([line for line in lines if "法治" in line.text or "镇" in line.text]) == count + 1
        )


GRID = [Box(70, y, 520, y + 0.5) for y in (90, 150, 200)]
RULES = [Box(x, 90, x + 0.5, 200.5) for x in (70, 220, 380, 520)]


def test_wrapped_cells_of_a_ruled_table_stay_whole():
    pieces = [
        *row("执法力量薄弱", 80, 105, 16),
        *row("人员不足", 80, 130, 16),
        *row("组织培训", 230, 118, 16),
        *row("张", 390, 118, 16),
        *row("普法", 80, 175, 16),
        *row("表后的正文", 80, 240, 16),
    ]
    found = rows_of_page(pieces, Page(0, 595, 842, (*GRID, *RULES)))
    expected = ["执法力量薄弱人员不足\t组织培训\t张", "普法\t\t", "表后的正文"]
    assert [line.text for line in found] == expected


@pytest.mark.parametrize(
    "drawn",
    [
        GRID,  # level lines alone, as of a record at a document's end
        [*GRID, RULES[0], RULES[-1]],  # a frame
        [Box(78, 96, 110, 114), Box(130, 96, 180, 114)],  # words on coloured ground
    ],
)
def test_lines_that_make_no_cells_part_nothing(drawn):
    found = rows_of_page(
        row("青禾镇人民政府办公室印发", 80, 105, 16), Page(0, 595, 842, tuple(drawn))
    )
    assert [line.text for line in found] == ["青禾镇人民政府办公室印发"]
