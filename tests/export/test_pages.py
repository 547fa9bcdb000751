"""The pages of the preview: geometry, offsets both ways, what they show."""

from export_samples import ANNEX, make_report

from lawdraft.export.pages import lay_out

MM = 72 / 25.4


def test_type_area_is_the_standards_and_mirrored(presets):
    pages = lay_out(make_report(), presets=presets).pages
    odd, even = pages[0].area, pages[1].area
    assert abs(odd.left / MM - 28) < 0.2
    assert abs(odd.top / MM - 37) < 0.2
    assert abs((odd.right - odd.left) / MM - 156) < 0.2
    assert abs((odd.bottom - odd.top) / MM - 225) < 0.2
    assert even.left < odd.left


def test_full_page_of_text_has_22_lines(presets):
    page = lay_out(make_report(body="字" * 3000), presets=presets).pages[1]
    assert sum(line.start >= 0 for line in page.lines) == 22


def test_offset_and_place_answer_each_other(presets):
    report = make_report()
    pages = lay_out(report, presets=presets)
    for words in ("综合行政", "聘请法律顾问", "力争全年", "特此报告", "青禾镇人民政府关于"):
        at = report.text.find(words)
        if at < 0:
            continue
        page, line = pages.find(at)
        found = pages.pages[page].lines[line]
        assert found.start <= at < found.end
        assert pages.offset(page, found.x + found.runs[0].x, found.y) == found.start


def test_every_character_is_shown_at_its_place(presets):
    report = make_report(notes="附件：1.统计表\n2.分工方案", annex=ANNEX)
    shown = set()
    for page in lay_out(report, presets=presets).pages:
        for line in page.lines:
            for run in line.runs:
                if run.start >= 0:
                    at = line.start + run.start
                    assert report.text[at : at + len(run.text)] == run.text
                    shown.update(range(at, at + len(run.text)))
    missing = {c for i, c in enumerate(report.text) if i not in shown and not c.isspace()}
    assert missing <= set("附件：12.")  # labels are printed by the layout itself


def test_annexes_begin_new_pages_with_their_tables(presets):
    report = make_report(notes="附件：1.统计表\n2.分工方案", annex=ANNEX)
    pages = lay_out(report, presets=presets).pages
    firsts = [page.lines[0].text for page in pages]
    assert firsts[-2:] == ["附件1", "附件2"]
    assert len(pages[-2].rules) > 8


def test_unchanged_paragraphs_keep_their_runs(presets):
    before = lay_out(make_report(), presets=presets).pages[0].lines
    after = lay_out(make_report(body=make_report().lines("body")[0] + "新"), presets=presets)
    assert after.pages[0].lines[0].runs is before[0].runs


def test_heading_is_not_left_at_a_pages_end_where_asked(presets):
    def stranded(options):
        found = 0
        for extra in range(22):
            body = "\n".join(["一是学习。"] * (24 + extra) + ["一、标题"] + ["字" * 200])
            report = make_report(body=body)
            for page in lay_out(report, presets=presets, options=options).pages[:-1]:
                last = [line for line in page.lines if line.start >= 0][-1]
                found += last.text == "一、标题"
        return found

    assert stranded({}) > 0  # 22 lines a page come first
    assert stranded({"标题不落页底": "是"}) == 0


def test_single_sided_and_without_numbers(presets):
    options = {"双面印刷": "否", "页码": "否"}
    pages = lay_out(make_report(), presets=presets, options=options).pages
    assert len({page.area.left for page in pages}) == 1
    assert not any("—" in line.text for page in pages for line in page.lines[-1:])


def test_half_width_glyphs_may_be_measured(presets):
    report = make_report(body="1" * 4000)
    narrow = {"fang": {"1": 0.25}}
    wide = lay_out(report, presets=presets)
    assert len(lay_out(report, presets=presets, widths=narrow).pages) < len(wide.pages)
