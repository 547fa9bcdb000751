"""Clean reports of fictional townships in many habits, full of sentences that only look wrong.

`clean(seed)` gives this year's and last year's text of one unit; nothing in them is a mistake.
"""

import random
from dataclasses import dataclass

UNITS = (
    ("云岭县", "青禾镇"), ("临泽市", "石门坎乡"), ("松河区", "望江街道"), ("沙坪县", "柳林坝镇"),
    ("安宁区", "桃源路街道"), ("东湖市", "双桥乡"), ("乌兰县", "白音镇"), ("南屏县", "上清河镇"),
    ("北辰区", "文昌街道"), ("嘉禾市", "金鸡岭镇"), ("梅岭县", "枫树坳乡"), ("宁河市", "城关镇"),
)  # fmt: skip
NEIGHBOURS = ("黄泥铺镇", "三岔河乡", "凤凰镇", "长乐镇")
PLENUM = {
    2019: "党的十九大和十九届二中、三中、四中全会精神", 2020: "党的十九大和十九届二中、三中、四中、五中全会精神",
    2021: "党的十九大和十九届历次全会精神", 2022: "党的二十大精神", 2023: "党的二十大和二十届二中全会精神",
    2024: "党的二十大和二十届二中、三中全会精神", 2025: "党的二十大和二十届历次全会精神", 2026: "党的二十大和二十届历次全会精神",
}  # fmt: skip
PUFA = {y: "七五" if y < 2021 else "八五" if y < 2026 else "九五" for y in range(2018, 2029)}
FIVE = {y: "十三五" if y < 2021 else "十四五" if y < 2026 else "十五五" for y in range(2018, 2029)}
PETITION = {y: "《信访条例》" if y < 2022 else "《信访工作条例》" for y in range(2018, 2029)}
CIVIL = {y: "《合同法》《婚姻法》" if y < 2020 else "《民法典》《宪法》" for y in range(2018, 2029)}
THOUGHT = {
    y: "习近平总书记全面依法治国新理念新思想新战略" if y < 2020 else "习近平法治思想"
    for y in range(2018, 2029)
}


@dataclass(frozen=True)
class Clean:
    text: str
    year: int
    organisation: str
    unit: str
    last: str
    written: str


def clean(seed):
    """A report, its year and unit, and the same unit's report of the year before."""
    rng = random.Random(seed)
    county, unit = UNITS[seed % len(UNITS)]
    year = 2019 + (seed // 3) % 8
    habit = seed % 6
    fixed = Facts(county, unit, rng)
    text, written = _report(fixed, year, random.Random(seed * 7 + 1), habit)
    last = _earlier(fixed, year - 1, random.Random(seed * 7 + 2))
    return Clean(text, year, fixed.organisation, unit, last, written)


class Facts:
    """What stays the same from year to year."""

    def __init__(self, county, unit, rng):
        self.county, self.unit = county, unit
        self.level = "街道" if unit.endswith("街道") else unit[-1]
        self.bare = unit.removesuffix(self.level)
        self.office = "办事处" if self.level == "街道" else "人民政府"
        self.organisation = f"{county}{unit}{self.office}"
        self.committee = "街道党工委" if self.level == "街道" else f"{self.level}党委"
        self.government = "街道办事处" if self.level == "街道" else f"{self.level}政府"
        self.head = "办事处主任" if self.level == "街道" else f"{self.level}长"
        self.all = "全街道" if self.level == "街道" else f"全{self.level}"
        self.we = "我街道" if self.level == "街道" else f"我{self.level}"
        self.villages, self.communities = rng.randint(9, 19), rng.randint(2, 6)
        self.both = self.villages + self.communities
        self.suffix = county[-1]


def _words(f, year, rng):
    """The slots of one report; numbers that belong together fit."""
    found, solved = rng.randint(61, 198), 0
    solved = found - rng.randint(2, 5)
    marriage, neighbour = rng.randint(11, 24), rng.randint(12, 26)
    petition = rng.randint(21, 66)
    inspected = rng.randint(60, 140)
    hazards = rng.randint(31, 99)
    mended = hazards - rng.randint(1, 3)
    people = rng.randint(38, 92)
    site, online = rng.randint(41, 99), rng.randint(41, 99)
    return {
        "Y": year, "P": year - 1, "N": year + 1, "Q": year - 2, "C": f.county, "U": f.unit, "B": f.bare, "L": f.level,
        "we": f.we, "all": f.all, "committee": f.committee, "government": f.government, "head": f.head, "S": f.suffix,
        "vc": f.both, "v": f.villages, "c": f.communities, "found": found, "solved": solved, "rate": f"{solved / found * 100:.1f}",
        "marriage": marriage, "neighbour": neighbour, "land": 17, "mediated": marriage + neighbour + 17,
        "petition": petition, "batch": rng.randint(31, 58), "visitors": rng.randint(61, 120), "inspected": inspected, "hazards": hazards,
        "mended": mended, "mrate": f"{mended / hazards * 100:.1f}", "people": people, "site": site, "online": online, "both": site + online,
        "events": rng.randint(12, 46), "materials": rng.randint(11, 79) * 100, "lawyers": rng.randint(1, 3), "aware": f.both * 3,
        "study": rng.randint(4, 12), "meet": rng.randint(2, 6), "docs": rng.randint(6, 38), "contracts": rng.randint(6, 29), "cases": rng.randint(2, 9), "wages": rng.randint(11, 79),
        "plenum": PLENUM[max(2019, min(year, 2026))], "pufa": PUFA[year], "npufa": PUFA[year + 1], "five": FIVE[year], "nfive": FIVE[year + 1],
        "petition_law": PETITION[year], "civil": CIVIL[year], "thought": THOUGHT[year], "near": rng.choice(NEIGHBOURS),
    }  # fmt: skip


OPENING = (
    "{Y}年，在{C}委、{S}政府的坚强领导下，{U}坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻{plenum}，扎实推进法治政府建设各项任务。现将有关情况报告如下：",
    "{Y}年以来，{U}认真学习{thought}，紧扣“法治{B}”建设目标，把依法行政贯穿基层治理全过程。现将全年工作情况报告如下。",
    "{Y}年度，{we}全面贯彻{plenum}，在{S}司法局的指导和支持下，法治建设与中心工作同谋划、同部署。现报告如下：",
)
ORGANISE = (
    "{committee}全年专题研究法治建设议题{meet}次，{government}每季度听取一次执法工作汇报，及时解决堵点难点。",
    "对照{C}法治建设年度要点，逐项分解任务，形成责任清单并按月调度，去年督察反馈的3个问题全部整改到位。",
    "成立由{committee}书记任组长的法治建设领导小组，根据人员变动及时调整充实，做到人员变动、工作不断。",
    "{P}年12月以来，{U}推行“周碰头、月通报”制度，各站所按时报送工作台账。",
)
DUTY = (
    "{committee}书记、{head}切实履行推进法治建设第一责任人职责，对重要工作亲自部署、重大问题亲自过问、重点环节亲自协调，带头学法述法。",
    "{committee}书记带头主持专题学法，{head}牵头研究合法性审查事项，班子成员年终逐一述法，第一责任人职责落到实处。",
)
STUDY = (
    "依托理论学习中心组、会前学法等载体组织专题学法{study}次，旁听庭审2次，干部法律知识考试合格率98%。",
    "组织学习《宪法》《行政处罚法》《行政许可法》{petition_law}等法律法规，编印应知应会口袋书，方便干部随时查阅。",
    "邀请{S}法院法官、{S}检察院检察官走上“{B}讲堂”，用身边案例讲透程序意识，参训干部{people}人次。",
)
PUBLICITY = (
    "围绕“3·15”国际消费者权益日、“6·26”国际禁毒日、“12·4”国家宪法日等节点开展法治宣传{events}场次，发放宣传资料{materials}余份。",
    "落实“谁执法谁普法”普法责任制，推动“{pufa}”普法走进田间地头，{all}{vc}个村（社区）实现法律明白人全覆盖，现有法律明白人{aware}名。",
    "在赶集日开设普法摊位，结合{civil}讲清借贷、赡养、土地流转等常见问题，返乡群众学法兴趣明显增强。",
    "{Q}年建成的法治文化广场持续发挥作用，镇村干部利用农闲开展说唱普法，群众在家门口就能学到法律知识。",
    "城乡结合部的出租房屋集中区是普法重点，网格员逐户讲解消防、治安常识，乡村治理基础更加牢固。",
)
MEDIATE = (
    "全年排查矛盾纠纷{found}件，化解{solved}件，化解率{rate}%，其余正在跟进。",
    "人民调解委员会调解纠纷{mediated}件，其中婚姻家庭纠纷{marriage}件、邻里纠纷{neighbour}件、土地山林纠纷{land}件。",
    "{all}辖{v}个行政村、{c}个社区，{vc}个村（社区）均设立调解室，实现小事不出村、矛盾不上交。",
    "与相邻的{near}建立边界纠纷联合调处机制，双方轮流召集会商，共同化解跨界用水争议4起。",
    "严格按照{petition_law}办理群众诉求，受理信访事项{petition}件，按期答复率100%，较{P}年同期下降12%。",
    "接待来访群众{batch}批{visitors}人次，领导干部包案化解2件历史遗留问题，均已息诉。",
    "开展法律咨询{both}人次，其中现场咨询{site}人次、线上咨询{online}人次。",
)
ENFORCE = (
    "严格执行行政执法公示、执法全过程记录、重大执法决定法制审核制度，持证执法人员全部亮证上岗。",
    "开展执法检查{inspected}家次，发现隐患{hazards}处，完成整改{mended}处，整改率{mrate}%，剩余隐患已明确责任人和时限。",
    "办理行政处罚案件{cases}件，案卷评查结果均为合格，未发生行政复议被纠错和行政诉讼败诉情形。",
    "推行“首违不罚”清单，对轻微违法行为以教育引导为主，商户反映执法更有温度。",
    "联合{S}市场监管局、派出所开展夜市食品安全巡查，约谈经营者16户次，现场纠正占道经营行为。",
)
DECIDE = (
    "健全重大行政决策程序，聘请{lawyers}名律师担任法律顾问，审查合同{contracts}份、文件{docs}件，提出的修改意见均被采纳。",
    "坚持公众参与、专家论证、风险评估、合法性审查、集体讨论决定，涉及群众切身利益的事项一律公示。",
    "落实《重大行政决策程序暂行条例》和{C}有关实施办法，未经合法性审查的事项不上会。",
)
SERVE = (
    "{vc}个村（社区）全部配备法律顾问，每月驻点服务不少于1天，12348热线和微信群随时可问。",
    "便民服务中心推行帮办代办，企业开办、社保缴费等事项一次办好，群众满意度保持在97%以上。",
    "组织律师为辖区企业开展“法治体检”{cases}家次，提示用工、合同风险，湖北江城律师事务所派员全程参与。",
    "协助{S}法律援助中心受理援助申请6件，为农民工追回工资{wages}万元。",
    "规范社区矫正对象日常管理，落实一人一档，全年无脱管漏管；安置帮教工作平稳有序。",
)
SHORT = (
    "一是执法力量仍显薄弱，主要原因是编制紧张、专业人员流动性大。",
    "二是普法形式不够新颖，由于缺少专门经费，面向青年群体的线上产品偏少。",
    "三是部分村干部程序意识不强，究其原因是日常培训多讲条文、少讲案例。",
    "{P}年指出的个别执法文书不规范问题虽有改观，但因人员更替，仍有反复。",
    "群众遇事找关系的观念尚未根本转变，根源在于普法与解决实际问题结合不紧。",
)
PLAN = (
    "{N}年，{we}将持续深化学法用法，把案例教学贯穿干部培训全过程，全年专题学法不少于4次。",
    "加强综合执法队伍建设，力争{N}年6月底前完成全部执法人员轮训，力争持证率达到100%。",
    "启动实施“{npufa}”普法年度计划，紧扣“{nfive}”规划目标谋划法治建设重点任务。",
    "健全矛盾纠纷分级分类化解机制，推动村（社区）调解员业务能力整体提升。",
    "总结{Y}年工作经验，针对查摆出的不足逐条制定措施，确保{N}年见到实效。",
    "继续办好法律顾问驻点服务，推动公共法律服务向偏远村组延伸。",
)
CLOSING = "{N}年，{U}将以更实举措推进法治政府建设，为{C}高质量发展贡献力量。"
HEADS = (
    ("{Y}年推进法治政府建设的主要举措和成效", "存在的不足和原因", "党政主要负责人履行推进法治建设第一责任人职责情况", "{N}年推进法治政府建设的主要安排"),
    ("主要工作及成效", "存在的问题及原因", "履行推进法治建设第一责任人职责情况", "{N}年度工作计划"),
    ("{Y}年度工作开展情况", "存在的不足与原因分析", "党政主要负责人履职情况", "下一年度工作安排"),
)  # fmt: skip
TITLES = (
    "{C}{U}{Y}年法治政府建设年度报告",
    "{U}{Y}年度法治政府建设工作报告",
    "{C}{U}{office}关于{Y}年法治政府建设情况的报告",
    "{U}{Y}年法治政府建设工作总结",
)
SUBHEADS = (
    ("加强组织领导，压实法治责任", ORGANISE), ("抓实学法用法，提升法治素养", STUDY), ("深化普法宣传，营造法治氛围", PUBLICITY),
    ("规范行政执法，提升依法行政水平", ENFORCE), ("健全决策机制，坚持依法决策", DECIDE), ("化解矛盾纠纷，维护和谐稳定", MEDIATE),
    ("优化公共法律服务，回应群众需求", SERVE),
)  # fmt: skip
CN = "一二三四五六七八九十"
EARLIER = """{C}{U}{Y}年法治政府建设年度报告
{Y}年，{U}围绕{S}委、{S}政府部署，稳步推进依法治理。现报告如下：
一、主要举措和成效
（一）抓责任。{committee}听取法治专题汇报{meet}次，{head}签订责任书，压紧各站所责任。
（二）抓普法。组织普法小分队进村{events}场次，派送普法年画{materials}余张，巡回播放普法电影5场。
（三）抓调处。登记各类矛盾纠纷{found}件，调处成功{solved}件，信访件受理{petition}件。
（四）抓执法。巡查经营单位{inspected}家次，查处违法行为{cases}起，罚没款全部上缴国库。
二、存在的不足和原因
镇村干部运用法律手段解决难题的办法不多，原因是基层事务繁杂、系统学习时间偏少；法治文化载体更新不及时，受场地限制覆盖面不广。
三、党政主要负责人履行推进法治建设第一责任人职责情况
{committee}书记、{head}坚持带头守法用法，定期听取汇报，协调解决执法装备等问题。
四、{N}年工作安排
一是加强行政执法人员轮训，规范执法文书制作。二是推动法律顾问驻点服务向村组延伸。三是健全矛盾纠纷联合调处机制，巩固“法治{B}”建设成果。
{C}{U}{office}
{N}年1月16日"""


def _earlier(f, year, rng):
    """Last year's report by another hand: nothing in it is said in this year's words."""
    slots = _words(f, year, rng)
    slots["office"] = f.office
    slots["found"] += 300
    slots["solved"] += 297
    slots["materials"] = 8100
    return EARLIER.format(**slots)


def _report(f, year, rng, habit):
    slots = _words(f, year, rng)
    slots["office"] = f.office
    heads = HEADS[habit % 3]
    lines = [TITLES[habit % 4], rng.choice(OPENING)]
    if habit == 2:
        lines.insert(1, "{C}人民政府：")
    lines.append(f"一、{heads[0]}")
    topics = list(SUBHEADS)
    for at, (head, bank) in enumerate(topics):
        chosen = rng.sample(bank, min(len(bank), rng.choice((2, 3))))
        lines += _topic(at, head, chosen, habit)
    lines += [f"二、{heads[1]}", *_shortcomings(rng, habit)]
    lines += [f"三、{heads[2]}", rng.choice(DUTY), f"四、{heads[3]}", *_plan(rng, habit)]
    if habit in (1, 4):
        lines.append(CLOSING)
    lines.append("{C}{U}{office}")
    day, month = rng.randint(3, 28), rng.choice((1, 1, 2))
    lines.append(f"{{N}}年{month}月{day}日")
    text = "\n".join(lines).format(**slots)
    return text, f"{year + 1}-{month:02d}-{day:02d}"


def _topic(at, head, chosen, habit):
    number = f"（{CN[at]}）{head}"
    if habit in (0, 3):
        return [number, "".join(chosen)]
    if habit in (1, 4):
        return [number + "。" + "".join(f"{CN[i]}是{_lead(s)}" for i, s in enumerate(chosen))]
    return [number, *[f"{i + 1}.{_lead_heading(at, i)}。{s}" for i, s in enumerate(chosen)]]


def _lead(sentence):
    return sentence if sentence[0] not in "“《{" else "做好日常工作，" + sentence


def _lead_heading(at, i):
    return ("强化日常统筹", "突出重点环节", "注重实际效果", "完善配套举措")[(at + i) % 4]


def _shortcomings(rng, habit):
    if habit == 5:
        return ["".join(SHORT[:3])]
    return ["当前工作中还有一些差距：" + "".join(SHORT[:2]) + rng.choice(SHORT[3:])]


def _plan(rng, habit):
    chosen = rng.sample(PLAN, 4)
    if habit in (1, 4):
        return ["".join(f"{CN[i]}是{_lead(s)}" for i, s in enumerate(chosen))]
    return [
        f"（{CN[i]}）{('强化学习培训', '夯实工作基础', '突出重点任务', '提升服务质效')[i]}。{s}"
        for i, s in enumerate(chosen)
    ]
