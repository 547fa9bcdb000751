"""Rich text and OpenDocument: what the page shows, and nothing else."""

import pytest
from read_samples import ODT_NS, odt, read_bytes, rtf, texts

from lawdraft.model.errors import CannotReadError, PasswordNeededError


def test_rich_text_in_unicode_code_page_and_both(tmp_path):
    gbk = "".join(rf"\'{byte:02x}" for byte in "矛盾纠纷".encode("gbk"))
    both = "".join(
        rf"\u{ord(c)}\'{c.encode('gbk')[0]:02x}\'{c.encode('gbk')[1]:02x}" for c in "化解"
    )
    body = f"青禾镇{gbk}\\par {{\\uc2 {both}}}67\\'bc\\'fe\\par"
    assert texts(read_bytes(tmp_path, rtf(body))) == ["青禾镇矛盾纠纷", "化解67件"]


def test_wordpad_chinese_in_a_western_font(tmp_path):
    gbk = "".join(rf"\'{byte:02x}" for byte in "法治".encode("gbk"))
    data = rf"{{\rtf1\ansi\ansicpg936{{\fonttbl{{\f0\fcharset0 Arial;}}}}\f0 {gbk}\par}}".encode()
    assert texts(read_bytes(tmp_path, data)) == ["法治"]


def test_deleted_hidden_headers_and_notes_in_rich_text(tmp_path):
    body = (
        r"{\header 页眉\par}前{\deleted 删}{\revised 插}后{\v 隐藏}{\*\atnid 批}{\footnote 脚注字}\par"
        r"{\field{\*\fldinst DATE}{\fldrslt 1月}}日{\*\unknown 别读}\v 藏到\plain 为止\par"
    )
    assert texts(read_bytes(tmp_path, rtf(body))) == ["前插后", "1月日为止", "脚注字"]


def test_properties_told_twice_in_rich_text_are_no_text(tmp_path):
    title = r"{\upr{\title ??}{\*\ud{\title \u38738?\u31166?}}}"
    told = read_bytes(tmp_path, rtf(rf"{{\info{title}}}{{\upr{{?}}{{\*\ud{{\u38215?}}}}}}\par"))
    assert texts(told) == ["镇"]


def test_list_numbers_of_rich_text(tmp_path):
    body = r"{\listtext\pard\plain 一、\tab}主要做法\par{\pntext\f0 1.\tab}甲\par{\listtext \'b7\tab}乙\par"
    document = read_bytes(tmp_path, rtf(body))
    assert texts(document)[:2] == ["一、主要做法", "1.甲"]
    assert [line.numbering for line in document.lines[:2]] == ["一、", "1."]


def test_tables_boxes_and_rare_characters_of_rich_text(tmp_path):
    rare = r"\u-10187?\u-8265?"
    body = (
        r"表前\par\trowd\cellx1\cellx2\intbl 指标\cell 数\par 量\cell\row\trowd 甲\cell 2\cell\row"
        r"\pard 表后{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt 框内\par}}{\shprslt 框内\par}}\par"
        + rare
    )
    document = read_bytes(tmp_path, rtf(body))
    assert texts(document) == ["表前", "指标\t数 量", "甲\t2", "表后", "框内", "𝞷"]
    assert [line.table for line in document.lines] == [False, True, True, False, False, False]


WHOLE = rtf(r"{\b 第一段。}\par 第二段。\par {第三段}。\par")


@pytest.mark.parametrize("share", [0.35, 0.5, 0.6, 0.75, 0.9])
def test_rich_text_that_is_cut_off_is_no_half_report(tmp_path, share):
    with pytest.raises(CannotReadError, match="没有下载完整"):
        read_bytes(tmp_path, WHOLE[: int(len(WHOLE) * share)])


def test_a_missing_last_brace_alone_is_a_warning(tmp_path):
    document = read_bytes(tmp_path, WHOLE[:-1] + b"\r\n")
    assert texts(document) == ["第一段。", "第二段。", "第三段。"]
    assert "不完整" in document.source.warnings[0]


def test_what_follows_the_end_of_rich_text_is_no_text(tmp_path):
    assert texts(read_bytes(tmp_path, WHOLE + b"\r\n\0\0\0")) == [
        "第一段。",
        "第二段。",
        "第三段。",
    ]


def test_moved_text_circled_numbers_and_raw_characters_of_rich_text(tmp_path):
    body = r"前{\mvf 旧处}{\mvt 新处}{\field{\*\fldinst{eq \\o\\ac(○,3)}}{\fldrslt}}\u13?\par"
    assert texts(read_bytes(tmp_path, rtf(body))) == ["前新处③"]
    raw = (
        b"{\\rtf1\\ansi\\ansicpg936 " + "乗車亄段".encode("gbk") + b"\\par}"
    )  # trail bytes \\ and }
    assert texts(read_bytes(tmp_path, raw)) == ["乗車亄段"]


def test_a_column_of_automatic_numbers_keeps_them(tmp_path):
    row = r"\trowd\intbl {\listtext\pard %d\tab}\cell 事项\cell\row"
    assert texts(read_bytes(tmp_path, rtf(row % 1 + row % 2))) == ["1\t事项", "2\t事项"]


NUMBERED = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一" '
    'style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="一" '
    'style:num-prefix="（" style:num-suffix="）"/><text:list-level-style-number text:level="3" '
    'style:num-format="1" style:num-suffix="." text:display-levels="1"/></text:list-style>'
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="PL" style:family="paragraph" style:list-style-name="L"/>'
)


def item(*inner):
    return f"<text:list-item>{''.join(inner)}</text:list-item>"


def nested(*items, style=' text:style-name="L"'):
    return f"<text:list{style}>{''.join(items)}</text:list>"


def para(text):
    return f"<text:p>{text}</text:p>"


def test_list_numbers_of_opendocument(tmp_path):
    body = nested(
        item(para("甲"), para("续"), nested(item(para("乙")), item(para("丙")), style="")),
        item(para("丁"), nested(item(para("戊")), style="")),
    )
    document = read_bytes(tmp_path, odt(body, NUMBERED))
    assert texts(document) == ["一、甲", "续", "（一）乙", "（二）丙", "二、丁", "（一）戊"]


def test_a_list_goes_on_where_it_says_so_and_by_its_style(tmp_path):
    body = (
        nested(item(para("甲")))
        + para("间隔")
        + nested(item(para("乙")), style=' text:style-name="L" text:continue-numbering="true"')
        + '<text:list><text:list-item><text:p text:style-name="PL">丙</text:p></text:list-item></text:list>'
    )
    assert texts(read_bytes(tmp_path, odt(body, NUMBERED)))[:3] == ["一、甲", "间隔", "二、乙"]


def test_deleted_hidden_and_comments_of_opendocument(tmp_path):
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        + para(
            '前<text:span text:style-name="H">藏</text:span><office:annotation><text:p>批</text:p>'
            '</office:annotation>后<text:s text:c="2"/>空<text:line-break/>行<text:tab/>位'
        )
        + para(
            "正文<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>脚注</text:p>"
            "</text:note-body></text:note><draw:frame><draw:text-box><text:p>框</text:p></draw:text-box>"
            "</draw:frame>"
        )
    )
    assert texts(read_bytes(tmp_path, odt(body, NUMBERED))) == [
        "前后  空", "行\t位", "正文", "框", "脚注",
    ]  # fmt: skip


def test_tables_of_opendocument(tmp_path):
    rows = "".join(
        f"<table:table-row><table:table-cell>{para(a)}</table:table-cell><table:table-cell>{para(b)}"
        "</table:table-cell></table:table-row>"
        for a, b in (("指标", "数量"), ("培训", "12场"))
    )
    body = f"<table:table><table:table-header-rows>{rows}</table:table-header-rows></table:table>"
    assert texts(read_bytes(tmp_path, odt(body))) == ["指标\t数量", "培训\t12场"]


def test_a_flat_opendocument_file(tmp_path):
    markup = (
        f'<?xml version="1.0"?><office:document {ODT_NS}><office:body><office:text>{para("平铺")}'
        "</office:text></office:body></office:document>"
    )
    assert texts(read_bytes(tmp_path, markup, "甲.fodt")) == ["平铺"]


def test_a_locked_opendocument_and_a_spreadsheet(tmp_path):
    from read_samples import zipped

    locked = {"content.xml": "x", "META-INF/manifest.xml": "<m><encryption-data/></m>"}
    with pytest.raises(PasswordNeededError, match="密码"):
        read_bytes(tmp_path, zipped(locked))
    sheet = f"<office:document-content {ODT_NS}><office:body/></office:document-content>"
    with pytest.raises(CannotReadError, match="不是文字文稿"):
        read_bytes(tmp_path, zipped({"content.xml": sheet}))


def test_line_breaks_of_the_xml_are_no_line_breaks(tmp_path):
    body = "<text:p>\n   甲\n   <text:span>乙\n</text:span><text:line-break/>丙</text:p>"
    assert texts(read_bytes(tmp_path, odt(body))) == ["甲 乙", "丙"]


def test_one_id_twice_one_items_own_list_and_shown_words_in_hidden_paragraphs(tmp_path):
    styles = (
        NUMBERED + '<text:list-style style:name="W"><text:list-level-style-number text:level="1" '
        'style:num-format="1, 2, 3, ..." style:num-suffix="．"/></text:list-style>'
        '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="S"><style:text-properties text:display="true"/></style:style>'
    )
    item = "<text:list-item{}><text:p>{}</text:p></text:list-item>"
    body = (
        f'<text:list xml:id="a" text:style-name="L">{item.format("", "甲")}'
        f"""{item.format(' text:style-override="W" text:start-value="3"', "乙")}</text:list>"""
        '<text:list xml:id="a" text:style-name="L"/>'
        '<text:p text:style-name="H">藏<text:span text:style-name="S">露</text:span></text:p>'
        '<table:table><table:table-row><table:table-cell><text:list text:style-name="W">'
        f"{item.format('', '')}</text:list></table:table-cell><table:table-cell><text:p>丙</text:p>"
        "</table:table-cell></table:table-row></table:table>"
    )
    assert texts(read_bytes(tmp_path, odt(body, styles))) == ["一、甲", "３．乙", "露", "１．\t丙"]
