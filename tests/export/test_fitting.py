"""The signature stands beside text, whatever the text's length; the 版记 on an even page."""

import pytest
from export_samples import LONG, make_report

from lawdraft.export.pages import lay_out


def pages_of(presets, body, **wishes):
    return lay_out(make_report(body=body), presets=presets, **wishes)


def shows(page, words):
    return any(words in line.text for line in page.lines)


@pytest.mark.parametrize("extra", range(24))
@pytest.mark.parametrize("seal", ["是", "否"])
def test_signature_is_never_alone(presets, extra, seal):
    body = "\n".join(
        [LONG] * 9 + [f"{n}是加强学习培训，提升{LONG[: 9 + n * 3]}" for n in range(12)]
    )
    body += "\n" + "\n".join(["特此报告。"] * extra)
    pages = pages_of(presets, body, options={"印章": seal})
    last = next(p for p in pages.pages if shows(p, "2026年1月15日"))
    assert shows(last, "青禾镇人民政府")
    text_end = make_report(body=body).text.index("\n青禾镇人民政府\n")
    assert any(0 <= line.start < text_end for line in last.lines)


def test_record_is_at_the_foot_of_an_even_page(presets):
    wishes = {"抄送": "县司法局", "印发机关": "青禾镇党政办公室", "版记位置": "偶数面"}
    for count in (2, 12, 22):
        pages = pages_of(presets, "\n".join([LONG] * count), layout="red-head", options=wishes)
        last = pages.pages[-1]
        assert last.number % 2 == 0
        assert shows(last, "抄送：县司法局。")
        assert abs(max(r.y0 for r in last.rules) - last.area.bottom) < 0.1


def test_blank_page_and_record_page_bear_no_number(presets):
    wishes = {"抄送": "县司法局", "印发机关": "青禾镇党政办公室", "版记位置": "偶数面"}
    for count in range(8, 16):
        pages = pages_of(presets, "\n".join([LONG] * count), options=wishes).pages
        if len(pages[-2].lines) == 0:
            assert not shows(pages[-1], "—")
            return
    pytest.skip("no text of these lengths fills an even page")


def test_record_may_stand_on_an_odd_last_page(presets):
    wishes = {"抄送": "县司法局", "印发机关": "青禾镇党政办公室", "版记位置": "末面"}
    pages = pages_of(presets, LONG, options=wishes)
    assert len(pages.pages) == 1
    assert any("奇数面" in said for said in pages.warnings)
