"""export_report: by suffix, whole, the same bytes each time, one sentence for what is wrong."""

import pytest
from export_samples import make_report

from lawdraft.export import export_report
from lawdraft.model.errors import BadUsageError, CannotWriteError


@pytest.mark.parametrize("suffix", [".docx", ".html", ".txt", ".xlsx"])
def test_same_report_gives_same_bytes(write, suffix):
    first = write(make_report(), "a" + suffix).read_bytes()
    assert first == write(make_report(), "b" + suffix).read_bytes()


@pytest.mark.parametrize(
    ("name", "wishes", "word"),
    [
        ("a.odt", {}, ".docx"),
        ("a", {}, ".docx"),
        ("a.docx", {"layout": "blue"}, "red-head"),
        ("a.docx", {"preset": "没有"}, "国标"),
        ("a.docx", {"options": {"颜色": "红"}}, "发文字号"),
        ("a.docx", {"options": {"份号": "1"}}, "红头"),
        ("a.docx", {"options": {"成文日期": "2026年2月30日"}}, "2026-01-20"),
    ],
)
def test_wrong_wishes_are_sentences(write, tmp_path, name, wishes, word):
    with pytest.raises(BadUsageError, match=word):
        write(make_report(), name, **wishes)
    assert not list(tmp_path.iterdir())


def test_missing_folder_is_a_sentence(tmp_path, presets):
    with pytest.raises(CannotWriteError, match="不存在"):
        export_report(make_report(), tmp_path / "none" / "a.docx", presets=presets)


def test_text_has_a_paragraph_a_line(write):
    report = make_report()
    lines = write(report, "a.txt").read_text(encoding="utf-8-sig").splitlines()
    assert lines == report.text.splitlines()


def test_page_is_semantic(write):
    page = write(
        make_report(body="一、成效\n（一）学习。学<习>。\n|甲\t乙\n|1\t2"), "a.html"
    ).read_text("utf-8")
    assert "<h2>一、成效</h2>" in page
    assert "<p><strong>（一）学习。</strong>学&lt;习&gt;。</p>" in page
    assert "<tr><th>甲</th><th>乙</th></tr>" in page
