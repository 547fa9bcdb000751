"""A text as the document that reading would give."""

from lawdraft.model.document import Document, Line, Source
from lawdraft.recognise import recognise_report

OPENING = (
    "2024年，青禾镇在县委、县政府的坚强领导下，深入贯彻习近平法治思想，扎实推进依法行政，"
    "法治政府建设取得明显成效。现将有关情况报告如下："
)
RESULTS = "成立了由主要领导任组长的工作领导小组，召开专题会议4次，发放普法资料3000余份，解答法律咨询20余次。"
LACKS = "执法人员少、任务重，专业知识储备不够，宣传的针对性不强，需要进一步改进。"
PLANS = "我镇将继续压实责任，开展法治培训不少于6次，进一步健全矛盾纠纷化解机制。"
TITLE = "青禾镇2024年法治政府建设年度报告"
PARTS = f"一、主要成效\n{RESULTS}\n二、存在问题\n{LACKS}\n三、下一步打算\n{PLANS}"


def document(text):
    lines = tuple(Line(line, table="\t" in line) for line in text.split("\n"))
    return Document(Source("报告.txt", "txt", "text"), lines)


def report_of(text):
    return recognise_report(document(text))


def headings(report):
    return [(heading.level, heading.text) for heading in report.headings]
