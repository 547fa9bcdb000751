"""Word documents: what the page shows, and nothing else."""

import pytest
from read_samples import R_NS, W_NS, docx, p, read_bytes, texts

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def read(tmp_path, body, **parts):
    return read_bytes(tmp_path, docx(body, **parts), "报告.docx")


def run(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def test_insertions_are_kept_and_deletions_dropped(tmp_path):
    body = (
        f'<w:p>{run("共化解")}<w:del w:id="1"><w:r><w:delText>七十一</w:delText></w:r></w:del>'
        f'<w:ins w:id="2">{run("七十二")}</w:ins><w:moveFrom w:id="3">{run("旧处")}</w:moveFrom>'
        f'<w:moveTo w:id="4">{run("件")}</w:moveTo></w:p>'
    )
    assert texts(read(tmp_path, body)) == ["共化解七十二件"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path):
    body = p("前半句", "<w:rPr><w:del w:id='1'/></w:rPr>") + p("后半句。") + p("下一段。")
    assert texts(read(tmp_path, body)) == ["前半句后半句。", "下一段。"]


def test_a_deleted_mark_at_the_very_end_loses_nothing(tmp_path):
    body = p("最后一段。", "<w:rPr><w:del w:id='1'/></w:rPr>")
    assert texts(read(tmp_path, body)) == ["最后一段。"]


def test_hidden_text_is_dropped_by_run_and_by_style(tmp_path):
    styles = (
        '<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="q"><w:name w:val="q"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="q2"><w:name w:val="q2"/><w:basedOn w:val="q"/></w:style>'
    )
    body = (
        f"<w:p>{run('看得见')}{run('直接隐藏', '<w:vanish/>')}"
        + run("样式隐藏", '<w:rStyle w:val="h"/>')
        + run("又显出", '<w:vanish w:val="0"/>')
        + "</w:p>"
        + p("整段隐藏", '<w:pStyle w:val="q2"/>')
    )
    assert texts(read(tmp_path, body, styles=styles)) == ["看得见又显出"]


def test_a_text_box_comes_once_and_after_its_paragraph(tmp_path):
    box = "<w:txbxContent>" + p("框里的字") + "</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>锚点</w:t><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"<wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>" + p("下一段")
    )
    assert texts(read(tmp_path, body)) == ["锚点", "框里的字", "下一段"]


def test_word_art_is_read(tmp_path):
    body = "<w:p><w:r><w:pict><v:shape><v:textpath string='青禾镇人民政府文件'/></v:shape></w:pict></w:r></w:p>"
    assert texts(read(tmp_path, body)) == ["青禾镇人民政府文件"]


def test_content_controls_links_and_insertions_of_paragraphs(tmp_path):
    body = (
        f"<w:sdt><w:sdtPr><w:alias w:val='名'/></w:sdtPr><w:sdtContent>{p('控件里')}</w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink>{run('链接字')}</w:hyperlink><w:sdt><w:sdtContent>{run('行内')}"
        f"</w:sdtContent></w:sdt></w:p><w:ins w:id='1'>{p('整段插入')}</w:ins>"
    )
    assert texts(read(tmp_path, body)) == ["控件里", "链接字行内", "整段插入"]


def test_only_the_results_of_fields_are_read_even_across_paragraphs(tmp_path):
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    body = (
        f"<w:p>{run('日期：')}{mark('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>"
        f"{run('指令里的字')}{mark('separate')}{run('1月20日')}</w:p>"
        f"<w:p>{run('仍是结果')}{mark('end')}{run('之后')}</w:p>"
    )
    assert texts(read(tmp_path, body)) == ["日期：1月20日", "仍是结果之后"]


def test_breaks_make_lines_and_tabs_stay(tmp_path):
    body = "<w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t><w:tab/><w:t>右</w:t></w:r></w:p>"
    assert texts(read(tmp_path, body)) == ["上", "下\t右"]


def test_a_footnote_is_a_line_of_its_own_at_the_end(tmp_path):
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{p("线")}</w:footnote>'
        f'<w:footnote w:id="2">{p("数据截至12月底。")}</w:footnote>'
        f'<w:footnote w:id="3">{p("没人引用")}</w:footnote>'
    )
    body = '<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id="2"/></w:r></w:p>' + p("末段")
    assert texts(read(tmp_path, body, footnotes=notes)) == ["正文", "末段", "数据截至12月底。"]


def test_headers_and_comments_are_left_out(tmp_path):
    document = read(tmp_path, p("正文"), header1=p("页眉"), comments=p("批注"))
    assert texts(document) == ["正文"]


def cell(*paragraphs, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(p, paragraphs))}</w:tc>"


def row(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_a_table_row_is_one_line(tmp_path):
    table = row(cell("指标"), cell("数量")) + row(cell("培训"), cell("12", "场"))
    deleted = row(cell("删"), properties="<w:del w:id='1'/>")
    document = read(tmp_path, f"<w:tbl>{table}{deleted}</w:tbl>")
    assert texts(document) == ["指标\t数量", "培训\t12 场"]
    assert all(line.table for line in document.lines)


def test_a_frame_around_the_whole_text_is_no_table(tmp_path):
    long = "一是压实责任，把法治建设摆上重要议事日程，定期研究部署，层层抓好落实。" * 3
    table = row(cell("报告内容"), cell("一、主要做法", long, "二、存在问题", long))
    document = read(tmp_path, f"<w:tbl>{table}</w:tbl>")
    assert texts(document) == ["报告内容", "一、主要做法", long, "二、存在问题", long]
    assert not document.lines[1].table


def test_style_names_are_told(tmp_path):
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="table" w:styleId="t"><w:name w:val="Grid"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    )
    document = read(tmp_path, p("标题", '<w:pStyle w:val="1"/>') + p("正文"), styles=styles)
    assert [line.style for line in document.lines] == ["heading 1", "Normal"]


@pytest.mark.parametrize("name", ["报告.doc", "报告.wps", "报告.txt", "报告", "报告.dotx"])
def test_the_name_does_not_matter(tmp_path, name):
    assert read_bytes(tmp_path, docx(p("正文")), name).source.format == "docx"


def test_strict_documents_are_read_alike(tmp_path):
    data = docx(p("严格格式"), ns=STRICT, office=STRICT_OFFICE)
    assert texts(read_bytes(tmp_path, data)) == ["严格格式"]


def test_a_flat_document_is_read(tmp_path):
    markup = (
        '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
        f'<pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document xmlns:w="{W_NS}" xmlns:r="{R_NS}">'
        f"<w:body>{p('平铺的文档')}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>"
    )
    assert texts(read_bytes(tmp_path, markup, "报告.xml")) == ["平铺的文档"]


def test_word_2003_xml_with_its_numbers_and_revisions(tmp_path):
    markup = (
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" '
        'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" '
        'xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:body><wx:sect><wx:sub-section>'
        '<w:p><w:pPr><w:listPr><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>主要做法</w:t></w:r></w:p>'
        '<w:p><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>旧</w:delText></w:r>'
        '</aml:content></aml:annotation><aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>新</w:t>'
        "</w:r></aml:content></aml:annotation></w:p></wx:sub-section></wx:sect></w:body></w:wordDocument>"
    )
    assert texts(read_bytes(tmp_path, markup, "报告.doc")) == ["一、主要做法", "新"]


def with_chunk(data):
    import io
    import zipfile

    from read_samples import zipped

    relation = '<Relationship Id="c1" Type="x/aFChunk" Target="chunk.bin"/></Relationships>'
    with zipfile.ZipFile(io.BytesIO(docx(p("前") + '<w:altChunk r:id="c1"/>'))) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace("</Relationships>", relation)
    return zipped(parts | {"word/chunk.bin": data})


def test_a_web_page_put_into_a_document_is_read(tmp_path):
    document = read_bytes(tmp_path, with_chunk("<html><body><p>网页段落</p></body></html>"))
    assert texts(document) == ["前", "网页段落"]


def test_another_document_put_into_a_document_is_told(tmp_path):
    document = read_bytes(tmp_path, with_chunk(docx(p("里面"))))
    assert texts(document) == ["前"]
    assert "没有读入" in document.source.warnings[0]


def test_characters_in_circles_are_drawn_by_a_field_without_a_result(tmp_path):
    field = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    instruction = "<w:r><w:instrText>EQ \\o\\ac(○,3)</w:instrText></w:r>"
    body = f"<w:p>{field.replace('</w:r><w:r>', '</w:r>' + instruction + '<w:r>')}{run('加强领导')}</w:p>"
    assert texts(read(tmp_path, body)) == ["③加强领导"]


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_a_field_that_never_ends_hides_nothing_behind_it(tmp_path):
    body = f"<w:p>{run('甲')}{field('begin')}{run('乙')}</w:p>" + p("丙")
    assert texts(read(tmp_path, body)) == ["甲乙", "丙"]
    deleted = f"<w:p>{run('甲')}<w:del w:id='1'>{field('begin')}</w:del>{run('乙')}</w:p>" + p("丙")
    assert texts(read(tmp_path, deleted)) == ["甲乙", "丙"]


def test_a_heading_set_in_the_line_of_its_text_by_words_style_separator(tmp_path):
    body = p("加强领导。", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p("成立专班。") + p("丙")
    assert texts(read(tmp_path, body)) == ["加强领导。成立专班。", "丙"]


def test_signs_of_the_symbol_font_and_characters_that_fields_draw(tmp_path):
    signs = "".join(f'<w:sym w:font="Symbol" w:char="F0{code}"/>' for code in ("B3", "B0", "B4"))
    eq = r"EQ \* jc2 \* hps10 \o\ad(\s\up 9(qing),青)"
    drawn = f"{field('begin')}<w:r><w:instrText>{eq}</w:instrText></w:r>{field('end')}"
    assert texts(read(tmp_path, f"<w:p><w:r>{signs}</w:r>{drawn}</w:p>")) == ["≥°×青"]


def test_a_box_in_a_paragraph_that_joins_the_next_keeps_to_itself(tmp_path):
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('框内')}</w:txbxContent></v:textbox></w:pict></w:r>"
    deleted = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    body = f"<w:p>{deleted}{run('前半')}{box}</w:p>" + p("后半。")
    assert texts(read(tmp_path, body)) == ["框内", "前半后半。"]
