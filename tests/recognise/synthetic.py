"""Made-up reports with known structure, in many habits, pages and damages. Places are fictional."""

import random
from dataclasses import dataclass, field

COUNTIES = ["云岭县", "临江区", "安平市", "北川湾县", "昌宁区", "石泉市"]
TOWNS = [
    "青禾镇",
    "白石乡",
    "柳河街道",
    "新桥镇",
    "大湾镇",
    "清水河乡",
    "城东街道",
    "石门瑶族乡",
    "市口镇",
    "双河口镇",
    "龙泉驿前街道",
    "镇海坪乡",
]
CN = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]

ACH = {
    "组织": [
        "加强组织领导，压实法治建设责任",
        "强化政治引领，夯实工作根基",
        "提高政治站位，统筹推进法治建设",
        "健全组织领导机制",
        "坚持党的领导，落实主体责任",
    ],
    "学法": [
        "抓住关键少数，提升法治素养",
        "落实学法制度",
        "强化法治培训，提高依法行政能力",
        "深入学习贯彻习近平法治思想",
    ],
    "普法": [
        "深化普法宣传，营造法治氛围",
        "加大法治宣传教育力度",
        "推进全民普法，增强法治观念",
        "做好“八五”普法工作",
        "落实“谁执法谁普法”责任制",
    ],
    "决策": [
        "规范重大行政决策程序",
        "坚持科学民主依法决策",
        "严格合法性审查，推进依法决策",
        "加强规范性文件管理",
    ],
    "执法": [
        "严格规范公正文明执法",
        "规范行政执法行为，提升执法水平",
        "推进综合行政执法改革",
        "加强执法队伍建设",
    ],
    "纠纷": [
        "化解矛盾纠纷，维护社会稳定",
        "坚持和发展新时代“枫桥经验”",
        "健全多元化解机制，筑牢平安防线",
        "聚焦矛盾纠纷多元化解",
    ],
    "服务": [
        "优化公共法律服务，增强群众获得感",
        "完善公共法律服务体系",
        "发挥法律顾问作用",
        "优化法治化营商环境",
    ],
    "监督": [
        "强化权力监督制约",
        "全面推进政务公开",
        "自觉接受各方监督，推进阳光行政",
        "加大政务公开力度，打造阳光政府",
    ],
}
H_ACH = [
    "{y}年推进法治政府建设的主要举措和成效",
    "主要举措及成效",
    "主要工作及成效",
    "{y}年工作开展情况",
    "主要做法和取得的成效",
    "法治政府建设工作完成情况",
    "{y}年度法治政府建设情况",
    "工作总体情况",
]
H_LACK = [
    "存在的问题",
    "存在的不足和原因",
    "推进法治政府建设存在的不足和原因",
    "存在的主要问题和困难",
    "存在不足",
    "存在的短板弱项",
    "面临的困难和问题",
]
H_PLAN = [
    "下一步工作打算",
    "{n}年工作计划",
    "{n}年度推进法治政府建设的主要安排",
    "下一步工作重点",
    "下步工作思路",
    "今后努力方向",
    "{n}年工作安排",
    "下一阶段工作计划",
]
H_BOTH = [
    "存在问题及下步工作打算",
    "存在的不足及{n}年工作计划",
    "存在的问题和下一步工作措施",
    "主要问题和今后工作安排",
]
H_FIRST = [
    "党政主要负责人履行推进法治建设第一责任人职责情况",
    "主要负责人履行法治建设第一责任人职责情况",
    "党政主要负责人履职情况",
    "履行推进法治建设第一责任人职责、加强法治政府建设的有关情况",
]
H_HIGH = ["工作亮点", "特色亮点工作", "创新做法", "典型经验做法"]
H_RECT = [
    "上年度存在问题整改情况",
    "{l}年法治政府建设问题整改落实情况",
    "上一年度指出问题的整改情况",
]
LACKS = [
    "部分干部法治意识还不够强",
    "执法力量较为薄弱",
    "普法形式较为单一",
    "法律专业人才不足",
    "基层调解员业务水平有待提高",
    "法治宣传的针对性和实效性不强",
]
PLANS = [
    "持续加强法治学习",
    "深化法治宣传教育",
    "规范行政执法行为",
    "健全矛盾纠纷化解机制",
    "加强执法队伍建设",
    "提升公共法律服务水平",
    "压实法治建设责任",
]

# (text, [(number, unit)]); figures of a sentence in order
S = [
    ("全年召开党委会专题研究法治建设工作{a}次", "次"),
    ("组织理论学习中心组学法{a}次", "次"),
    ("开展法治讲座{a}场次，参训干部{b}余人次", "场次 人次"),
    ("发放宣传资料{b}余份", "份"),
    ("受理各类矛盾纠纷{b}件，成功化解{a}件，化解率达{p}%", "件 件 %"),
    ("审查合同{a}份", "份"),
    ("聘请{c}名律师担任法律顾问", "名"),
    ("全镇{a}个村（社区）均建成公共法律服务工作室", "个"),
    ("办理行政处罚案件{a}起，罚款{b}元", "起 元"),
    ("接待来访群众{a}批{b}人次", "批 人次"),
    ("培育“法律明白人”{a}名", "名"),
    ("解答法律咨询{b}多人次", "人次"),
    ("每名骨干联系5-10户群众", "户"),
    ("群众满意度达{p}%以上", "%"),
    ("压缩审批时限{a}%", "%"),
    ("政务公开栏公开信息{b}条", "条"),
    ("悬挂横幅{a}条", "条"),
    ("修订村规民约{a}份", "份"),
    ("投入资金{d}万元", "万"),
    ("举办“法治讲堂”{a}期", "期"),
    ("排查安全隐患{a}处，整改{a}处", "处 处"),
    ("组织执法人员参加考试{a}人，{c}人取得执法证", "人 人"),
    ("累计服务群众{w}万余人次", "w"),
    ("发放宣传单五千余份", "五千"),
    ("开展集中宣传十余场", "十"),
    ("召开三次联席会议", "三"),
    ("镇政府每季度召开一次专题会议", "一"),
]
PLAIN = [
    "成立了由主要领导任组长的法治建设工作领导小组，明确了各办所职责分工",
    "严格落实“三重一大”集体决策制度，坚持重大事项集体讨论决定",
    "围绕“3·15”国际消费者权益日、“12·4”国家宪法日等节点开展法治宣传",
    "严格落实行政执法“三项制度”，规范执法流程和文书",
    "依托12345政务服务便民热线及时回应群众诉求",
    "深入学习宣传党的二十届四中全会精神",
    "对照《法治政府建设实施纲要（2021—2025年）》逐项推进落实",
    "按照“1+5+N”模式建设综治中心，实现“三位一体”运行",
    "推进“一村一法律顾问”全覆盖，打造“30分钟公共法律服务圈”",
    "推行首问负责、一次性告知和限时办结制度",
    "健全“党委领导、政府负责、司法所牵头、部门协同”的工作机制",
    "自觉接受人大和社会监督，主动公开财政预决算和重大事项",
    "结合“民法典宣传月”组织普法志愿者进村入户，引导群众遇事找法",
    "落实领导干部述职述法制度，将法治建设纳入年度考核",
    "加强对社区矫正对象和刑满释放人员的管理服务",
]
LACK_S = [
    "一些干部习惯于凭经验办事，运用法治思维解决复杂问题的能力还有欠缺",
    "执法人员少、任务重，专业知识储备不够",
    "宣传多以发放资料为主，群众参与度不高",
    "村级法律顾问作用发挥不充分，服务内容较为单一",
    "原因在于对新形势认识不足，制度落实不够到位",
]
PLAN_S = [
    ("将继续把法治建设摆在重要位置，进一步压实各级责任", []),
    ("将组织开展专题培训不少于{c}次", ["次"]),
    ("力争矛盾纠纷化解率达到{p}%以上", ["%"]),
    ("计划新建法治文化阵地{c}个", ["个"]),
    ("进一步规范执法程序，强化执法监督", []),
    ("不断创新普法形式，把法律送到群众身边", []),
    ("健全矛盾纠纷排查化解机制，做到早发现、早处置", []),
]


@dataclass
class Made:
    lines: list = field(default_factory=list)
    headings: list = field(default_factory=list)  # (level, text)
    kinds: list = field(default_factory=list)  # (text, kinds) of top headings
    figures: list = field(default_factory=list)  # (number, unit)
    optional: list = field(default_factory=list)  # figures that may or may not be given
    chrome: list = field(default_factory=list)  # 1-based
    title: str | None = None
    organisation: str | None = None
    year: int = 0
    signature: str | None = None
    date: str | None = None
    addressee: str | None = None
    habits: dict = field(default_factory=dict)
    points: int = 0

    @property
    def text(self):
        return "\n".join(self.lines)


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.made = Made()
        self.body = []  # (text, kind of line)
        r = self.r
        self.county, self.town = r.choice(COUNTIES), r.choice(TOWNS)
        self.year = r.randint(2019, 2025)
        self.we = (
            r.choice(["我镇", "全镇", self.town])
            if self.town.endswith("镇")
            else r.choice([self.town, "我乡" if self.town.endswith("乡") else "街道"])
        )
        self.h = {
            "l1": r.choice(["{}、"] * 10 + ["{}．", "{} ", "{}、"]),
            "l2": r.choice(["（{}）"] * 8 + ["（{}）、", "({})", "（{}", "{}）"]),
            "l3": r.choice(["{}.", "{}. ", "{}、", "{}．", "（{}）"]),
            "l2_layout": r.choice(["own", "own", "run_in", "run_in", "own_dot", "colon", "space"]),
            "l3_layout": r.choice(["run_in", "run_in", "own"]),
            "sub": r.choice(
                [
                    "l2",
                    "l2",
                    "l2",
                    "points",
                    "points_par",
                    "l2+l3",
                    "l2+l3",
                    "l2+points",
                    "l3only",
                    "plain",
                ]
            ),
            "skeleton": r.choice(
                [
                    "wrapper",
                    "wrapper",
                    "wrapper",
                    "flat",
                    "flat",
                    "both",
                    "first",
                    "high",
                    "rect",
                    "wrapper_first_in",
                    "unnumbered",
                ]
            ),
            "continue3": r.random() < 0.12,
            "l1_end": r.choice([""] * 9 + ["。", "："]),
        }
        self.n3 = 0

    # --- text ---
    def sentence(self):
        r = self.r
        if r.random() < 0.45:
            return r.choice(PLAIN)
        text, units = r.choice(S)
        v = {
            "a": r.randint(2, 60),
            "b": r.randint(100, 9000),
            "c": r.randint(2, 9),
            "p": r.choice([90, 95, 98.5, 100, 99.2]),
            "d": r.choice([12, 30.5, 104]),
            "w": r.choice([1.2, 2, 3]),
        }
        fig = self.made.figures
        if units == "万":
            fig.append((v["d"] * 10000, "元"))
        elif units == "w":
            fig.append((v["w"] * 10000, "人次"))
        elif units == "五千":
            fig.append((5000.0, "份"))
        elif units == "十":
            fig.append((10.0, "场"))
        elif units == "三":
            fig.append((3.0, "次"))
        elif units == "一":
            fig.append((1.0, "次"))
        elif "5-10" in text:
            fig.append((5.0, "户"))
        else:
            names = [x[0] for x in __import__("re").findall(r"\{([abcp])\}", text)]
            for name, unit in zip(names, units.split(), strict=True):
                fig.append((float(v[name]), unit))
        return text.format(**v)

    def prose(self, n=None):
        return "。".join(self.sentence() for _ in range(n or self.r.randint(2, 5))) + "。"

    def plan_sentence(self):
        text, units = self.r.choice(PLAN_S)
        v = {"c": self.r.randint(2, 12), "p": self.r.choice([90, 95, 98])}
        for u in units:
            self.made.figures.append((float(v["p"] if u == "%" else v["c"]), u))
        return text.format(**v)

    # --- structure ---
    def add(self, text):
        self.body.append(text)

    def heading(self, level, mark, words, layout="own", body=None, kinds=None):
        text = mark + words
        if layout == "own":
            end = self.h["l1_end"] if level == 1 else ""
            self.add(text + end)
            self.made.headings.append((level, text + end))
        elif layout == "own_dot":
            self.add(text + "。")
            self.made.headings.append((level, text + "。"))
        else:
            sign = {"run_in": "。", "colon": "：", "space": "　"}[layout]
            self.add(text + sign + body)
            self.made.headings.append((level, text))
        if kinds is not None:
            self.made.kinds.append((self.made.headings[-1][1], kinds))
        return text

    def top(self, n, words, kinds):
        words = words.format(y=self.year, n=self.year + 1, l=self.year - 1)
        mark = "" if self.h["skeleton"] == "unnumbered" else self.h["l1"].format(CN[n])
        self.heading(1, mark, words, kinds=kinds)

    def mark2(self, i):
        return self.h["l2"].format(CN[i])

    def topics(self, keys, style):
        """What stands under an achievements heading."""
        if style == "plain":
            for _ in keys:
                self.add(self.prose())
            return
        if style in ("points", "points_par"):
            parts = [
                f"{CN[i]}是{self.r.choice(ACH[k])}。{self.prose(2)}" for i, k in enumerate(keys)
            ]
            self.made.points += len(parts)
            self.add("".join(parts)) if style == "points" else [self.add(p) for p in parts]
            return
        if style == "l3only":
            for i, k in enumerate(keys):
                self.heading(
                    3,
                    self.h["l3"].format(i + 1) if "（" not in self.h["l3"] else f"{i + 1}.",
                    self.r.choice(ACH[k]),
                    "run_in",
                    self.prose(2),
                )
            return
        for i, k in enumerate(keys):
            layout = self.h["l2_layout"]
            body = self.prose(2) if layout not in ("own", "own_dot") else None
            inline = style == "l2+points"
            if inline and body is None:
                pass
            self.heading(2, self.mark2(i), self.r.choice(ACH[k]), layout, body)
            if style == "l2+l3":
                self.level3()
            elif style == "l2+points":
                n = self.r.randint(2, 4)
                self.made.points += n
                self.add(
                    "".join(
                        f"{CN[j]}是{self.r.choice(['健全机制', '强化保障', '压实责任', '注重实效'])}。{self.sentence()}。"
                        for j in range(n)
                    )
                )
            elif body is None:
                self.add(self.prose())

    def level3(self):
        if not self.h["continue3"]:
            self.n3 = 0
        level = 4 if "（" in self.h["l3"] else 3
        for _ in range(self.r.randint(2, 3)):
            self.n3 += 1
            words = self.r.choice(
                [
                    "健全工作机制",
                    "压实工作责任",
                    "强化队伍建设",
                    "创新方式方法",
                    "注重成果运用",
                    "规范工作流程",
                ]
            )
            mark = self.h["l3"].format(self.n3)
            if self.h["l3_layout"] == "own":
                self.heading(level, mark, words)
                self.add(self.prose(2))
            else:
                self.heading(level, mark, words, "run_in", self.prose(2))

    def lacks(self):
        r = self.r
        style = r.choice(["points", "points_par", "l2", "prose"])
        n = r.randint(2, 4)
        items = r.sample(LACKS, n)
        if style == "points":
            self.made.points += n
            self.add(
                f"{self.we}法治建设工作虽然取得一定成绩，但仍存在一些不足："
                + "".join(f"{CN[i]}是{x}，{r.choice(LACK_S)}。" for i, x in enumerate(items))
            )
        elif style == "points_par":
            self.made.points += n
            for i, x in enumerate(items):
                self.add(f"{CN[i]}是{x}。{r.choice(LACK_S)}。")
        elif style == "l2":
            for i, x in enumerate(items):
                self.heading(2, self.mark2(i), x, r.choice(["run_in"]), r.choice(LACK_S) + "。")
        else:
            self.add("，".join(items) + "，" + r.choice(LACK_S) + "。")

    def plans(self):
        r = self.r
        style = r.choice(["points", "points_par", "l2", "prose"])
        n = r.randint(2, 4)
        items = r.sample(PLANS, n)
        if style == "points":
            self.made.points += n
            self.add(
                f"下一步，{self.we}将重点做好以下工作："
                + "".join(f"{CN[i]}是{x}。{self.plan_sentence()}。" for i, x in enumerate(items))
            )
        elif style == "points_par":
            self.made.points += n
            for i, x in enumerate(items):
                self.add(f"{CN[i]}是{x}。{self.plan_sentence()}。")
        elif style == "l2":
            for i, x in enumerate(items):
                self.heading(2, self.mark2(i), x, "run_in", self.plan_sentence() + "。")
        else:
            self.add(
                f"{self.year + 1}年，{self.we}将"
                + "，".join(items)
                + "，"
                + self.plan_sentence()
                + "。"
            )

    def first_person(self):
        self.add(
            f"{self.we}党政主要负责人切实履行推进法治建设第一责任人职责，对重要工作亲自部署、重大问题亲自过问。"
            + self.prose(2)
        )

    def write(self):
        r, sk = self.r, self.h["skeleton"]
        keys = list(ACH)
        r.shuffle(keys)
        keys = sorted(keys[: r.randint(3, 6)], key=list(ACH).index)
        self.add(
            r.choice(
                [
                    f"{self.year}年，{self.town}在县委、县政府的坚强领导下，坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻习近平法治思想，扎实推进依法行政，法治政府建设取得明显成效。现将有关情况报告如下：",
                    f"{self.year}年以来，{self.town}认真贯彻落实上级关于法治政府建设的决策部署，扎实推进各项工作。现将{self.year}年度法治政府建设工作情况报告如下。",
                ]
            )
        )
        n = 0
        style = self.h["sub"]
        if sk == "first":
            self.top(n, r.choice(H_FIRST), ("first_responsible_person",))
            self.first_person()
            n += 1
        if sk == "rect" and r.random() < 0.5:
            self.top(n, r.choice(H_RECT), ("rectification",))
            self.add(f"针对{self.year - 1}年指出的问题，{self.we}逐项制定措施，已全部整改到位。")
            n += 1
            rect_done = True
        else:
            rect_done = False
        if sk == "flat":
            for k in keys:
                self.top(n, r.choice(ACH[k]), ("achievements",))
                n += 1
                sub = r.choice(["plain", "points", "l2s", style])
                if sub == "plain":
                    self.add(self.prose())
                elif sub == "points":
                    m = r.randint(2, 3)
                    self.made.points += m
                    self.add(
                        "".join(
                            f"{CN[j]}是{r.choice(['健全机制', '强化保障', '压实责任'])}。{self.sentence()}。"
                            for j in range(m)
                        )
                    )
                elif sub == "l2s":
                    self.topics(r.sample(keys, 2), "l2")
                else:
                    self.topics(r.sample(keys, 2), style)
        else:
            self.top(n, r.choice(H_ACH), ("achievements",))
            n += 1
            self.topics(keys, style)
            if sk == "wrapper_first_in" and style in ("l2", "l2+l3", "l2+points"):
                self.heading(
                    2, self.mark2(len(keys)), "党政主要负责人履行第一责任人职责情况", "own"
                )
                self.first_person()
        if sk == "high":
            self.top(n, r.choice(H_HIGH), ("highlights",))
            n += 1
            self.add(self.prose())
        if sk == "rect" and not rect_done:
            self.top(n, r.choice(H_RECT), ("rectification",))
            n += 1
            self.add(f"针对{self.year - 1}年指出的问题，{self.we}逐项制定措施，已全部整改到位。")
        if sk == "both":
            self.top(n, r.choice(H_BOTH), ("shortcomings", "next_year_plan"))
            self.lacks_simple()
            self.plans_simple()
        else:
            self.top(n, r.choice(H_LACK), ("shortcomings",))
            n += 1
            self.lacks()
            if r.random() < 0.25 and sk != "first":
                self.top(n, r.choice(H_FIRST), ("first_responsible_person",))
                n += 1
                self.first_person()
            self.top(n, r.choice(H_PLAN), ("next_year_plan",))
            self.plans()

    def lacks_simple(self):
        self.made.points += 2
        self.add(
            "主要表现在："
            + "".join(f"{CN[i]}是{x}。" for i, x in enumerate(self.r.sample(LACKS, 2)))
        )

    def plans_simple(self):
        self.made.points += 2
        self.add(
            "下一步，"
            + self.we
            + "将抓好以下工作："
            + "".join(
                f"{CN[i]}是{x}，{self.plan_sentence()}。"
                for i, x in enumerate(self.r.sample(PLANS, 2))
            )
        )


def office(town):
    return town + ("办事处" if town.endswith("街道") else "人民政府")


def make(seed):
    m = Maker(seed)
    r, made = m.r, m.made
    m.write()
    made.year = m.year
    made.habits = dict(m.h)
    gov = office(m.town)
    titles = [
        f"{m.town}{m.year}年法治政府建设年度报告",
        f"{gov}关于{m.year}年度法治政府建设情况的报告",
        f"{m.year}年{m.town}法治政府建设工作总结",
        f"{m.county}{m.town}{m.year}年度法治政府建设工作情况报告",
        f"{m.town}{m.year}年度依法行政工作总结",
    ]
    title = r.choice(titles)
    mode = r.choice(
        [
            "one",
            "one",
            "one",
            "none",
            "twice",
            "twice_other",
            "split",
            "split3",
            "joint",
            "first_line",
        ]
    )
    date = (m.year + 1, r.randint(1, 3), r.randint(2, 28))
    signed = r.random() < 0.65
    name = (m.county if r.random() < 0.4 else "") + gov
    report = []
    if mode == "split":
        core = f"{m.year}年法治政府建设工作情况报告"
        report += (
            [gov, core] if r.random() < 0.5 else [gov, f"关于{m.year}年度法治政府建设情况的报告"]
        )
        made.title = "".join(report)
    elif mode == "split3" or mode == "joint":
        report += [
            f"中共{m.town}" + ("工作委员会" if m.town.endswith("街道") else "委员会"),
            gov,
            f"关于{m.year}年法治政府建设情况的报告",
        ]
        made.title = "".join(report)
    elif mode != "none":
        made.title = title
        if mode != "first_line":
            report.append(title)
    if r.random() < 0.3:
        made.addressee = r.choice(
            [
                f"{m.county}人民政府",
                "县委、县政府",
                f"中共{m.county}委员会、{m.county}人民政府",
                "县委全面依法治县委员会办公室",
            ]
        )
        report.append(made.addressee + "：")
    body = list(m.body)
    if mode == "first_line":
        if made.addressee:
            report.pop()
            made.addressee = None
        body[0] = title + r.choice(["  ", "　", ""]) + body[0]
    report += body
    if signed:
        if mode == "joint":
            report += [
                f"中共{m.town}" + ("工作委员会" if m.town.endswith("街道") else "委员会"),
                gov,
            ]
            made.signature = f"{report[-2]} {gov}"
        else:
            report.append(name)
            made.signature = name
        forms = [
            f"{date[0]}年{date[1]}月{date[2]}日",
            f"{date[0]}.{date[1]}.{date[2]}",
            f"{date[0]} {date[1]} {date[2]}",
            chinese_date(date),
            f"{date[0]} 年 {date[1]} 月 {date[2]} 日",
        ]
        report.append(r.choice(forms[:1] * 4 + forms))
        made.date = f"{date[0]}-{date[1]:02}-{date[2]:02}"
    printed = "\n".join([made.title or "", made.signature or "", *report])
    made.organisation = m.town + (gov.removeprefix(m.town) if gov in printed else "")
    layout(m, report, mode, title, titles)
    return made


def chinese_date(d):
    y = "".join("〇一二三四五六七八九"[int(c)] for c in str(d[0]))

    def num(n):
        return (
            ("" if n < 20 else "一二三"[n // 10 - 1])
            + ("十" if n >= 10 else "")
            + ("" if n % 10 == 0 else "一二三四五六七八九"[n % 10 - 1])
        )

    return f"{y}年{num(d[1])}月{num(d[2])}日"


# --- pages ---------------------------------------------------------------------------------------
def top_chrome(m, title):
    r, t, y = m.r, m.town, m.year
    d = f"{y + 1}-0{r.randint(1, 3)}-{r.randint(10, 28)}"
    gov = office(t)
    looks = [
        [
            "长者版 无障碍阅读",
            f"当前位置:首页 > 政府信息公开 > 乡镇街 > {t} > 法治政府建设年度报告",
        ],
        [f"您访问的链接即将离开“{gov}”门户网站 是否继续?", "继续访问放弃", "您现在的位置 :"],
        [
            "首页",
            "政务公开",
            "政务服务",
            "互动交流",
            f"走进{t}",
            f"首页>政务公开>法定主动公开内容>{t}",
        ],
        [
            f"索 引 号：11420{r.randint(100, 999)}/{y + 1}-00012",
            "主题分类：其他",
            f"发布机构：{gov}",
            f"成文日期：{y + 1}年01月20日",
            "有效性：有效",
        ],
        [
            f"索引号\t00001{r.randint(1000, 9999)}/{y + 1}-003\t主题分类\t政务公开",
            f"发布机构\t{gov}\t发文日期\t{d}",
            f"名称\t{title}",
            "文号\t\t有效性\t有效",
        ],
        [
            f"| 索引号 | 62072500/{y + 1}-00051 | 发文字号 | |",
            "| 公开形式 | 主动公开 | 公开目录 | 法治政府建设 |",
            f"| 生成日期 | {d} 09:03:18 | 是否有效 | 是 |",
        ],
        [f"今天是：{y + 1}年2月1日 星期三", "网站支持IPv6", "请输入关键字", "搜索"],
        [
            f"- [ 索引号 ] 11500229/{y + 1}-00004",
            f"- [ 发布机构 ] {gov}",
            "- [ 主题分类 ] 其他",
            f"- [ 成文日期 ] {d}",
            "- [ 有效性 ] 有效",
        ],
        [],
        [],
    ]
    return r.choice(looks)


def mid_chrome(m):
    r, t, y = m.r, m.town, m.year
    d = f"{y + 1}-02-{r.randint(10, 28)}"
    looks = [
        [f"发表日期:{d}    文章来源:{t}"],
        [f"发布时间：{d} 15:34:38", f"来源：{t} 点击率："],
        [f"来源：{t}人民政府办公室  发布时间：{d} 09:18  浏览次数：112  字号：【大 中 小】"],
        [f"- 日期：{d}", "-", "大", "中", "小", "- 分享到："],
        [f"时间：{d} 浏览量：1"],
        [f"发布日期：{d}", "信息来源：", "字体：大 中 小", "打印", "关闭"],
        [f"作者：佚名 | 责任编辑：王某 | 阅读：{r.randint(10, 999)}次"],
        [],
        [],
    ]
    return r.choice(looks)


def bottom_chrome(m):
    r, t, y = m.r, m.town, m.year
    looks = [
        ["| 已是首条 |", f"| 下一条:云岭县交通运输局关于{y}年法治政府建设工作情况的报告 |"],
        [
            "扫一扫在手机打开当前页",
            "版权声明：",
            "凡本网注明“稿件来源：本网”的所有文字、图片和音视频稿件，版权均属本网所有，未经本网协议授权不得转载。",
        ],
        ["【打印本页】【关闭窗口】", "上一篇：白石乡2020年政务公开年报", "下一篇：没有了"],
        [
            "分享到：",
            "微信",
            "微博",
            "主办单位：云岭县人民政府办公室 承办：云岭县信息中心",
            "鄂ICP备05000000号-1 公安备案 42028102000001号 网站标识码：4202810001",
        ],
        ["责任编辑：李某", "相关附件：", f"{t}{y}年报告.docx"],
        [
            "我要纠错",
            "打印",
            "收藏",
            "关闭",
            "网站地图 | 联系我们 | 关于我们",
            "版权所有：云岭县人民政府",
            "地址：云岭县人民路1号 邮编：430000 电话：0714-8720000",
        ],
        [],
        [],
        ["附件下载：" + t + "报告.pdf"],
        ["相关链接", "中国政府网", "省人民政府网", "友情链接"],
    ]
    return r.choice(looks)


def layout(m, report, mode, title, titles):
    r, made = m.r, m.made
    pages = r.random() < 0.75
    lines = []  # (text, chrome?)
    if pages:
        top = top_chrome(m, title)
        lines += [(x, True) for x in top]
        if mode == "none" and any(title in x for x in top):
            made.title = title
    if mode in ("twice", "twice_other"):
        lines.append((title if mode == "twice" else r.choice(titles), True))
    mid = mid_chrome(m) if pages else []
    title_lines = len([x for x in report[:3] if made.title and x in made.title and len(x) < 60])
    if mode in ("twice", "twice_other"):
        lines += [(x, True) for x in mid]
        mid = []
    if not pages and r.random() < 0.25 and mode not in ("none", "first_line"):
        lines += [
            (f"{office(m.town)}文件", True),
            (f"云府〔{m.year + 1}〕{r.randint(1, 30)}号", True),
        ]
        if r.random() < 0.3:
            lines.append(("签发人：张某", True))
    k = title_lines if mode not in ("none", "first_line") else 0
    lines += (
        [(x, False) for x in report[:k]]
        + [(x, True) for x in mid]
        + [(x, False) for x in report[k:]]
    )
    if not pages and r.random() < 0.2 and made.date:
        lines += [
            ("抄送：县委办公室，县司法局。", True),
            (f"{m.town}党政综合办公室　　{m.year + 1}年2月1日印发", True),
        ]
    if pages:
        lines += [(x, True) for x in bottom_chrome(m)]
    if pages and r.random() < 0.08:
        place = r.randint(len(lines) // 2, len(lines) - 1)
        lines.insert(place, (r.choice(["[image: a.png]", "分享到：", "[图片]"]), True))
    indent = r.choice(["", "", "　　", "  ", "\u2002\u2002", "\xa0\xa0 "])
    blanks = r.random() < 0.5
    fold = r.random() < 0.45
    spaced = []
    for text, chrome in lines:
        if fold:
            text = text.translate(str.maketrans("，：；（）", ",:;()"))
        spaced.append(((indent if not chrome else "") + text, chrome))
        if blanks:
            spaced.append(("", False))
    made.habits.update(pages=pages, mode=mode, fold=fold, blanks=blanks)
    made.lines = [text for text, _ in spaced]
    made.chrome = [i for i, (_, chrome) in enumerate(spaced, 1) if chrome]


def fold_into_one_line(made, sign=" "):
    """The same report, everything on one line, as some pages give it: chrome lines left out."""
    kept = [
        line.strip()
        for i, line in enumerate(made.lines, 1)
        if line.strip() and i not in made.chrome
    ]
    return sign.join(kept)
