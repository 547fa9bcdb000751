"""Reports made by hand for the export tests: a fictional town, own wording."""

import re
from datetime import date

from lawdraft.model.report import Heading, Paragraph, Report

MARKS = (
    (1, re.compile(r"[一二三四五六七八九十]+、")),
    (2, re.compile(r"（[一二三四五六七八九十]+）")),
    (3, re.compile(r"\d{1,2}[.、．]")),
    (4, re.compile(r"（\d{1,2}）")),
)
LONG = (
    "坚持把法治建设摆在全镇工作的突出位置，与经济发展、乡村振兴、平安建设一同谋划、一同部署、一同检查，"
    "逐级压实责任，细化任务清单，定期调度进展，及时研究解决“最后一公里”上的难点堵点问题。"
)
BODY = f"""2025年，青禾镇在县委、县政府的领导下，{LONG}现将有关情况报告如下。
一、2025年推进法治政府建设的主要举措和成效
（一）强化组织领导
全年召开专题会议6次，镇党委书记带头讲授法治课2场，班子成员述法12人次，听课干部460余人次。{LONG}
（二）推进依法决策。修订《青禾镇重大行政决策规程》（青禾政发〔2025〕8号），审查合同37份、文件9件，提出意见52条，采纳率达到98.5%。
1.健全审查机制。聘请法律顾问2名，明确“谁起草、谁负责，谁审查、谁把关”的要求，做到“应审必审、有错必纠”。
（1）建立台账。对照赋权事项清单梳理行政处罚86项、行政检查31项，逐项编制流程，向社会公布——接受群众监督。
（三）规范行政执法
落实行政执法公示、执法全过程记录、重大执法决定法制审核“三项制度”，办理案件18件，未发生复议撤销或者诉讼败诉。{LONG}
（四）深化普法宣传
培养“法律明白人”63名，开展“12·4”国家宪法日等活动30场次，发放资料5000余份；调处纠纷131件，成功率98.5%。{LONG}
二、存在的问题和原因
一是执法力量不足，持证人员只有9名，专业能力有待提高。二是普法形式不够丰富，针对性不强。三是少数干部运用法治思维解决问题的能力还有差距。
三、党政主要负责人履行推进法治建设第一责任人职责情况
镇党委书记、镇长切实履行第一责任人职责，做到重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。
四、2026年工作安排
（一）持续加强理论学习。{LONG}
（二）持续规范行政执法。{LONG}力争全年持证人员达到15名，案卷评查合格率达到95%以上。
（三）持续深化普法宣传。{LONG}
特此报告。"""
TITLE = "青禾镇人民政府关于2025年法治政府建设情况的报告"
ANNEX = """附件1
2025年法治政府建设主要指标统计表
|指标\t2024年\t2025年\t增减
|行政处罚（件）\t15\t18\t20.0%
|行政检查（次）\t212\t236\t11.3%
|人民调解（件）\t143\t131\t-8.4%
附件2
2026年重点任务分工方案
一、学习方面。由镇党政办公室牵头，各村（社区）配合，每季度至少组织一次集中学习，年底前完成全员测试。
二、执法方面。由综合行政执法队牵头。"""


def make_report(
    body=BODY,
    title=TITLE,
    addressee="云岭县人民政府：",
    signature="青禾镇人民政府",
    day=date(2026, 1, 15),
    notes="",
    annex="",
    note="",
):
    """A report of these lines; a body line beginning with | is a table row."""
    rows = [("title", line) for line in title.split("\n") if line]
    rows += [("addressee", addressee)] if addressee else []
    rows += [("table", x[1:]) if x[:1] == "|" else ("body", x) for x in body.split("\n")]
    rows += [("annex_note", line) for line in notes.split("\n") if line]
    rows += [("signature", line) for line in signature.split("\n") if line]
    rows += [("date", f"{day.year}年{day.month}月{day.day}日")] if day else []
    rows += [("note", note)] if note else []
    rows += [("table", x[1:]) if x[:1] == "|" else ("annex", x) for x in annex.split("\n") if x]
    return assemble(rows, title=title, signature=signature, day=day)


def assemble(rows, *, title, signature, day):
    """The Report of (role, line) rows."""
    text, paragraphs, headings = "", [], []
    for role, line in rows:
        start = len(text)
        paragraphs.append(Paragraph(role, start, start + len(line)))
        if role == "body":
            headings += find_headings(line, start)
        text += line + "\n"
    return Report(
        text=text[:-1],
        paragraphs=tuple(paragraphs),
        organisation="青禾镇人民政府",
        level="镇",
        year=2025,
        title=title.replace("\n", "") or None,
        signature=" ".join(signature.split("\n")) or None,
        date=day,
        headings=tuple(headings),
    )


def find_headings(line, start):
    """The heading a line begins with: all of it, or up to the first full stop."""
    for level, mark in MARKS:
        if mark.match(line):
            end = line.find("。") + 1
            if 0 < end < len(line):
                return [Heading(level, line[: end - 1], "run_in", start, start + end)]
            return [Heading(level, line, "own", start, start + len(line))]
    return []
