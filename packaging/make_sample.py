"""Makes resources/sample from the text below: a fictional town's report for 2025.

python packaging/make_sample.py     (last-year.docx with Word's automatic numbers, last-year.html)
All names and figures are invented; this-year.json beside them is written by hand.
"""

import html
import sys
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample"
TITLE = "青禾镇2025年法治政府建设年度报告"
ADDRESSEE = "云岭县人民政府："
SIGNATURE, DATE = "青禾镇人民政府", "2026年1月16日"
OPENING = (
    "2025年，青禾镇坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想和党的二十届四中全会精神，"
    "按照县委、县政府的部署，把依法办事的要求落到镇村每一项工作中，法治政府建设有了新的进展。现将有关情况报告如下："
)
# (level, heading) or (0, paragraph); the numbers of headings are Word's own in the .docx
BODY = [
    (1, "2025年推进法治政府建设的主要举措和成效"),
    (2, "加强组织领导，把责任压到岗位"),
    (
        0,
        (
            "一是定期研究。全年召开党委会议研究法治建设9次，镇长办公会审议涉法事项14项，破解执法保障、场所建设等难题5个。"
            "二是带头学法。党委理论学习中心组学法7次，组织干部旁听庭审2场，63名干部参加学法考试并全部合格。"
            "三是严格考核。把法治建设纳入村（社区）年度考核，分值占比提高到8%。"
        ),
    ),
    (2, "规范决策程序，把合法性审查做在前面"),
    (
        0,
        (
            "落实重大事项先审查、后上会的要求，全年审查合同46份、行政规范性文件3件、村规民约17份，提出修改意见58条。"
            "聘请法律顾问1名，参与重大事项论证11次。及时公开政务信息372条，答复政府信息公开申请4件。"
        ),
    ),
    (2, "规范行政执法，让群众看得见公平"),
    (
        0,
        (
            "一是亮证执法。全镇持证执法人员达到15人，其中当年新考取6人。二是规范办案。全年办理行政处罚案件23件，"
            "对首次轻微违法行为不予处罚13件，评查案卷20份，整改问题10个。三是减少扰企。与县直部门联合检查31次，"
            "同一企业一次查清，企业反映的检查次数比上年减少27%。"
        ),
    ),
    (2, "化解矛盾纠纷，把问题解决在村里"),
    (
        0,
        (
            "全镇17个村（社区）配备人民调解员85名，坚持每周排查、每月会商。全年排查矛盾纠纷164件，化解157件，"
            "化解率95.7%；接待来访群众209批318人次，带案下访44次，没有发生因处置不当引发的群体性事件。"
        ),
    ),
    (2, "深化普法宣传，让法律走进家门"),
    (
        0,
        (
            "落实“谁执法谁普法”普法责任制，结合“八五”普法总结验收，开展宪法宣传周、民法典宣传月等活动37场次，"
            "发放资料1.2万余份，受教育群众8600余人次。学习宣传法治宣传教育法，举办专题讲座8场。"
            "培养“法律明白人”102名，村（社区）法律顾问坐班服务408次，解答咨询735人次。"
        ),
    ),
    (1, "存在的不足和原因"),
    (
        0,
        (
            "一是执法力量偏弱。承接的执法事项多，熟悉业务的人员少，主要原因是基层岗位流动快，业务培训没有跟上。"
            "二是普法针对性不强。外出务工人员、个体经营者参加活动少，主要原因是对不同人群的需求摸得不细，线上渠道用得不够。"
        ),
    ),
    (1, "党政主要负责人履行推进法治建设第一责任人职责情况"),
    (
        0,
        (
            "镇党委书记切实履行推进法治建设第一责任人职责，对重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、"
            "重要任务亲自督办，带头讲授法治课2次，现场督办疑难纠纷12件。镇长抓好依法行政各项任务落实，"
            "审签行政规范性文件3件，出席行政诉讼庭审1次，听取执法工作汇报16次。"
        ),
    ),
    (1, "2026年工作安排"),
    (
        0,
        (
            "一是配强执法力量。组织执法业务培训不少于4次，新增持证执法人员3名以上。二是做细分众普法。"
            "为企业、学校和外出务工人员分别编制普法清单，举办法治讲座12场。三是健全多元化解机制。"
            "推动律师、心理咨询师进驻镇综治中心，矛盾纠纷化解率保持在96%以上。"
        ),
    ),
]
NUMBERING = (
    '<w:abstractNum {ns} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/>'
    '<w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/>'
    '<w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>'
)
PAGE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}-云岭县人民政府门户网站</title></head>
<body>
<div class="top"><a href="#">长者模式</a> <a href="#">无障碍浏览</a> <a href="#">登录</a></div>
<div class="nav"><a href="#">首页</a><a href="#">要闻动态</a><a href="#">政务公开</a><a href="#">办事服务</a></div>
<div class="position">当前位置：<a href="#">首页</a> &gt; <a href="#">政务公开</a> &gt; <a href="#">青禾镇</a>
 &gt; <a href="#">法治政府建设年度报告</a></div>
<div class="article">
<h1>{title}</h1>
<div class="info">发布日期：2026-02-03 09:26　来源：青禾镇　浏览次数：218　字号：[大] [中] [小]　[打印] [关闭]</div>
<div class="content">
{paragraphs}
</div>
<div class="tail">扫一扫，在手机上打开本页　分享到：微信　微博</div>
<div class="turn">上一篇：没有了　下一篇：<a href="#">青禾镇2025年政府信息公开工作年度报告</a></div>
</div>
<div class="foot">主办：云岭县人民政府办公室　网站地图　联系我们　网站标识码：0000000000</div>
</body></html>
"""
CHINESE = "一二三四五六七八九十"


def main() -> int:
    """Write both files anew; the same text gives the same bytes."""
    SAMPLE.mkdir(parents=True, exist_ok=True)
    word_file().save(SAMPLE / "last-year.docx")
    (SAMPLE / "last-year.html").write_text(web_page(), encoding="utf-8", newline="\n")
    return 0


def word_file() -> Document:
    """The report as a clerk's Word file: headings numbered by Word itself."""
    doc = Document()
    doc.core_properties.created = doc.core_properties.modified = datetime(2026, 1, 16, tzinfo=UTC)
    doc.core_properties.author = SIGNATURE
    numbering = doc.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING.format(ns=nsdecls("w"))))
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>')
    )
    paragraph(doc, TITLE, size=22, font="黑体").alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph(doc, ADDRESSEE)
    paragraph(doc, OPENING, indent=True)
    for level, text in BODY:
        made = paragraph(doc, text, indent=True)
        if level:
            numbered = made._p.get_or_add_pPr().get_or_add_numPr()
            numbered.get_or_add_ilvl().val = level - 1
            numbered.get_or_add_numId().val = 90
    for text in (SIGNATURE, DATE):
        paragraph(doc, text).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return doc


def paragraph(
    doc: Document, text: str, *, size: float = 16, font: str = "仿宋", indent: bool = False
):
    """One paragraph in a Chinese font."""
    made = doc.add_paragraph()
    run = made.add_run(text)
    run.font.size = Pt(size)
    run.font.name = font
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    if indent:
        made.paragraph_format.first_line_indent = Pt(2 * size)
    return made


def web_page() -> str:
    """The same report as its town's website shows it, menus and all."""
    lines, counts = [ADDRESSEE, OPENING], [0, 0]
    for level, text in BODY:
        if level == 1:
            counts = [counts[0] + 1, 0]
            text = f"{CHINESE[counts[0] - 1]}、{text}"
        elif level == 2:
            counts[1] += 1
            text = f"（{CHINESE[counts[1] - 1]}）{text}"
        lines.append(text)
    lines += [SIGNATURE, DATE]
    paragraphs = "\n".join(f"<p>　　{html.escape(line)}</p>" for line in lines)
    return PAGE.format(title=TITLE, paragraphs=paragraphs)


if __name__ == "__main__":
    sys.exit(main())
