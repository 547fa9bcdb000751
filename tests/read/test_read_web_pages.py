"""Saved web pages: the report's lines kept, the site's told apart, nothing visible lost."""

import pytest
from read_samples import OPENING, TITLE, read_bytes, texts

from lawdraft.model.errors import CannotReadError
from lawdraft.read import read_clipboard

BODY = [
    OPENING,
    "一、主要做法及成效",
    "（一）加强组织领导。镇党委专题研究法治工作6次，主要负责人带头述法，推动各项任务落实。",
    "（二）规范行政执法。全年办理行政处罚案件12件，无一件被复议纠错，群众满意度明显提升。",
    "二、存在问题",
    "一是执法力量不足，二是普法形式单一，三是部分村干部法治意识不强，需要在今后工作中改进。",
    "青禾镇人民政府",
    "2025年1月20日",
]
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in BODY)
MENU = "".join(
    f'<li><a href="/{i}">{w}</a></li>' for i, w in enumerate(("首页", "政务公开", "互动"))
)
FOOT = '<div class="foot">版权所有：云岭县人民政府 主办单位：云岭县政府办公室 ICP备05000000号</div>'


def page(inner, head=f"<title>{TITLE}_云岭县人民政府</title>"):
    return f"<!DOCTYPE html><html><head>{head}</head><body>{inner}</body></html>"


LAYOUTS = {
    "content in a div of its own": f'<ul>{MENU}</ul><h1>{TITLE}</h1><div class="info">发布时间：2025-01-23 '
    f'来源：青禾镇 【打印】</div><div id="zoom">{PARAGRAPHS}</div>{FOOT}',
    "title and text in one block": f"<nav>{MENU}</nav><div><h2>{TITLE}</h2>{PARAGRAPHS}</div>{FOOT}",
    "one cell of nested tables": f"<table><tr><td><table><tr><td>{MENU}</td></tr></table></td><td><b>{TITLE}"
    f"</b><table><tr><td>{'<br>'.join(BODY)}</td></tr></table></td></tr></table>{FOOT}",
    "unknown elements": f"<div>{MENU}</div><div class='title'>{TITLE}</div><ucapcontent>{PARAGRAPHS}"
    f"</ucapcontent>{FOOT}",
    "signature outside of the text's block": f"<div>{MENU}</div><div><h1>{TITLE}</h1><div>"
    + "".join(f"<p>{t}</p>" for t in BODY[:-2])
    + f"</div><div align=right><p>{BODY[-2]}</p><p>{BODY[-1]}</p></div></div>{FOOT}",
    "each section in a block": f"<div>{MENU}</div><h1>{TITLE}</h1><div>"
    + "".join(f"<section>{t}</section>" for t in BODY)
    + f"</div>{FOOT}",
    "related pages behind": f"<h1>{TITLE}</h1><div>{PARAGRAPHS}</div><div><h3>相关信息</h3>{MENU}</div>{FOOT}",
    "nothing but paragraphs": f"<p>{TITLE}</p>{PARAGRAPHS}",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_report_is_kept_whole_and_the_site_left_out(tmp_path, layout):
    document = read_bytes(tmp_path, page(LAYOUTS[layout]), "页.html")
    kept = texts(document)
    assert [line for line in kept if line in (TITLE, *BODY)] == [TITLE, *BODY]
    assert not any("版权所有" in line or line == "首页" for line in kept)


@pytest.mark.parametrize(
    "first", ["2024年，青禾镇坚持依法行政，现将情况报告如下：", "一、法治工作总结"]
)
def test_a_short_first_line_is_not_taken_for_the_title(tmp_path, first):
    html = page(f'<h1>{TITLE}</h1><p>【打印】</p><div id="zoom"><p>{first}</p>{PARAGRAPHS}</div>')
    assert texts(read_bytes(tmp_path, html, "页.html"))[:2] == [TITLE, first]


@pytest.mark.parametrize(
    "sentence",
    [
        "群众扫描二维码即可打印办事指南，无障碍设施建成12处。",
        "分享经验做法3次，联系我们的法律顾问随时解答群众疑问。",
        "来源于群众的意见建议86条全部办结。",
    ],
)
def test_sentences_of_a_report_are_no_site_words(tmp_path, sentence):
    document = read_bytes(
        tmp_path,
        page(f"<div>{MENU}</div><div>{PARAGRAPHS}<p>{sentence}</p></div>{FOOT}"),
        "页.html",
    )
    assert texts(document)[-1] == sentence


def test_menus_in_the_same_block_as_the_text_are_left_out(tmp_path):
    inner = f"<div>{MENU}<p>{TITLE}</p>{PARAGRAPHS}<p>版权所有：云岭县人民政府</p>{MENU}</div>"
    assert texts(read_bytes(tmp_path, page(inner), "页.html")) == [TITLE, *BODY]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_visible_text_left_out_is_told_with_its_place(tmp_path, layout):
    document = read_bytes(tmp_path, page(LAYOUTS[layout]), "页.html")
    dropped = [(removed.line, removed.text) for removed in document.dropped]
    if layout != "nothing but paragraphs":
        assert any("版权所有" in text and line == len(document.lines) + 1 for line, text in dropped)


def test_what_is_not_shown_is_in_neither(tmp_path):
    head = "<style>@media print{#zoom{display:none}} .tip, p.x {color:red;display:none}</style>"
    inner = (
        f"<script>var a='脚本';</script><div id=zoom>{PARAGRAPHS}<p class=tip>样式藏</p>"
        "<p style='display: none'>行内藏</p><p hidden>属性藏</p><del>已删除</del><span style='mso-hide:all'>Word藏"
        "</span><div style='mso-element:comment-list'>批注</div><textarea>框</textarea></div>"
    )
    document = read_bytes(tmp_path, page(inner, head), "页.html")
    assert texts(document) == BODY
    assert document.dropped == ()


def test_a_page_whose_style_sheet_hides_the_text_is_read_all_the_same(tmp_path):
    head = "<style>.tab{display:none}</style>"
    document = read_bytes(tmp_path, page(f"<div class=tab>{PARAGRAPHS}</div>", head), "页.html")
    assert texts(document) == BODY


@pytest.mark.parametrize(
    ("encoding", "meta"),
    [
        ("utf-8", '<meta charset="utf-8">'),
        ("gb18030", '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'),
        ("gb18030", ""),
        ("utf-8", '<meta charset="gb2312">'),
        ("gb18030", '<meta charset="utf-8">'),
        ("utf-16", ""),
    ],
)
def test_whatever_the_page_says_of_its_encoding(tmp_path, encoding, meta):
    document = read_bytes(
        tmp_path, page(f"<div>{PARAGRAPHS}</div>", meta).encode(encoding), "页.htm"
    )
    assert document.source.format == "html"
    assert texts(document) == BODY


def test_line_breaks_of_the_source_are_none_in_chinese(tmp_path):
    document = read_bytes(
        tmp_path, page("<p>坚持依法\n\t行政，\nabc\ndef&nbsp;全年</p>"), "页.html"
    )
    assert texts(document) == ["坚持依法行政，abc def 全年"]


@pytest.mark.parametrize("tag", ["pre", "div style='white-space: pre-wrap'"])
def test_line_breaks_count_where_the_page_shows_them(tmp_path, tag):
    markup = f"<{tag}>{chr(10).join(BODY)}</{tag.split()[0]}><p>特此\n报告。</p>"
    assert texts(read_bytes(tmp_path, page(markup), "页.html")) == [*BODY, "特此报告。"]


def test_word_numbers_and_browser_numbers(tmp_path):
    inner = (
        "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>（一）<span>&nbsp;&nbsp; "
        "</span></span><![endif]>加强领导</p><ol start=3><li>甲</li><li>4.乙</li></ol>"
        "<ol style='list-style-type:simp-chinese-informal'><li>丙</li></ol><ul><li>丁</li></ul>"
    )
    document = read_bytes(tmp_path, page(inner), "页.html")
    assert texts(document) == ["（一）加强领导", "3.甲", "4.乙", "一、丙", "丁"]
    assert [line.numbering for line in document.lines] == ["（一）", "3.", None, "一、", None]


def test_a_data_table_gives_rows_and_headings_tell_their_tag(tmp_path):
    table = "<table><tr><th>指标</th><th>数量</th></tr><tr><td><p>培训</p></td><td>12<br>场</td></tr></table>"
    document = read_bytes(tmp_path, page(f"<h2>数据</h2>{table}"), "页.html")
    assert texts(document) == ["数据", "指标\t数量", "培训\t12 场"]
    assert [line.table for line in document.lines] == [False, True, True]
    assert document.lines[0].style == "h2"


def test_a_web_archive_is_read(tmp_path):
    import email.mime.multipart
    import email.mime.text

    archive = email.mime.multipart.MIMEMultipart("related", type="text/html")
    archive.attach(email.mime.text.MIMEText("body{}", "css", "utf-8"))
    archive.attach(
        email.mime.text.MIMEText(page(f"<div>{PARAGRAPHS}</div>{FOOT}"), "html", "gb2312")
    )
    document = read_bytes(tmp_path, archive.as_bytes(), "页.mht")
    assert document.source.format == "mht"
    assert texts(document) == BODY


def test_an_article_that_a_script_would_show_is_read(tmp_path):
    hidden = f'<div id="js_content" style="visibility: hidden; opacity: 0;">{PARAGRAPHS}</div>'
    data = page(f"<h1>{TITLE}</h1>{hidden}<p style='display:none'>藏着的短句。</p>")
    assert texts(read_bytes(tmp_path, data)) == [TITLE, *BODY]


def test_notes_behind_the_text_of_a_page_that_word_saved(tmp_path):
    notes = (
        "<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p>"
        "<a style='mso-footnote-id:ftn1' href='#x'>[1]</a>含线上培训。</p></div></div>"
    )
    data = page(f"<div class=WordSection1><p>{TITLE}</p>{PARAGRAPHS}</div>{notes}")
    assert texts(read_bytes(tmp_path, data)) == [TITLE, *BODY, "含线上培训。"]


@pytest.mark.parametrize("share", [0.4, 0.7, 0.9])
def test_a_web_archive_that_ends_inside_its_page_is_refused(tmp_path, share):
    import email.mime.multipart
    import email.mime.text

    archive = email.mime.multipart.MIMEMultipart("related", type="text/html")
    archive.attach(email.mime.text.MIMEText(page(f"<div>{PARAGRAPHS}</div>"), "html", "utf-8"))
    data = archive.as_bytes()
    with pytest.raises(CannotReadError, match="没有下载完整"):
        read_bytes(tmp_path, data[: int(len(data) * share)])
    archive.attach(email.mime.text.MIMEText("body{}" * 500, "css", "utf-8"))
    assert texts(read_bytes(tmp_path, archive.as_bytes()[:-900])) == BODY  # only its looks are lost


def test_a_page_whose_end_is_missing_is_read_with_a_warning(tmp_path):
    whole = page(f"<h1>{TITLE}</h1><div>{PARAGRAPHS}</div>")
    assert not read_bytes(tmp_path, whole).source.warnings
    assert "不完整" in read_bytes(tmp_path, whole[:-40]).source.warnings[0]


def test_the_clipboard_gives_its_html_first_then_its_text():
    html = f"<html><body><!--StartFragment-->{PARAGRAPHS}<!--EndFragment--></body></html>"
    assert texts(read_clipboard(html, "别的")) == BODY
    head = "Version:0.9\r\nStartHTML:0000000105\r\nSourceURL:http://x.gov.cn/a.html\r\n"
    assert texts(read_clipboard(head + html, None)) == BODY
    assert texts(read_clipboard("<p> </p>", "甲\n乙")) == ["甲", "乙"]
    assert texts(read_clipboard(None, "甲\ud83d\n乙"))[1] == "乙"


def test_a_page_in_gbk_that_calls_itself_western(tmp_path):
    head = f'<meta charset="iso-8859-1"><title>{TITLE}</title>'
    data = page(f"<h1>{TITLE}</h1><div>{PARAGRAPHS}</div>", head).encode("gbk")
    assert texts(read_bytes(tmp_path, data)) == [TITLE, *BODY]


def test_frames_have_their_text_elsewhere(tmp_path):
    frames = (
        "<html><frameset><frame src=a.htm><noframes><body>{}</body></noframes></frameset></html>"
    )
    with pytest.raises(CannotReadError, match="框架"):
        read_bytes(tmp_path, frames.format("您的浏览器不支持框架"))
    assert texts(read_bytes(tmp_path, frames.format(PARAGRAPHS))) == BODY


def test_a_title_of_two_paragraphs_and_spans_shown_as_paragraphs(tmp_path):
    spans = "".join(f'<span style="display: block">{text}</span>' for text in BODY)
    title = "<div class=t><p>青禾镇人民政府</p><p>2024年法治政府建设年度报告</p></div>"
    data = page(f"<ul>{MENU}</ul>{title}<div>{spans}</div>{FOOT}")
    expected = ["青禾镇人民政府", "2024年法治政府建设年度报告", *BODY]
    assert texts(read_bytes(tmp_path, data)) == expected
