"""Made reports with set phrases and substance, and drafts with passages copied and changed."""

import random

_SET = (
    "坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想。",
    "严格履行推进法治建设第一责任人职责，将法治建设纳入年度工作计划。",
    "深入推进法治宣传教育，营造办事依法、遇事找法的良好氛围。",
    "全面推行行政执法公示、执法全过程记录、重大执法决定法制审核制度。",
)
_SUBJECTS = [
    "调解专班",
    "网格员",
    "司法所",
    "执法队",
    "普法宣讲团",
    "老党员",
    "驻村干部",
    "村民议事会",
    "乡贤",
    "护林员",
    "妇联主席",
    "楼栋长",
    "退役老兵",
    "返乡大学生",
    "水库巡查员",
    "村小校长",
    "卫生院医师",
    "农技员",
    "驻镇检察官",
    "巡回法官",
]
_VERBS = [
    "走访",
    "核实",
    "调处",
    "回访",
    "登记",
    "督办",
    "会商",
    "抽查",
    "讲解",
    "整改",
    "移交",
    "公示",
    "评议",
    "帮扶",
    "建档",
    "摸底",
    "劝返",
    "复勘",
    "测绘",
    "拍照",
    "约谈",
    "清运",
    "张贴",
    "播报",
    "问询",
    "组卷",
    "对账",
    "退赔",
    "补种",
    "加固",
]
_OBJECTS = [
    "山林权属",
    "灌溉用水",
    "彩礼返还",
    "宅基地界",
    "土地流转",
    "工程欠薪",
    "噪声扰民",
    "餐饮油烟",
    "道路占用",
    "电梯维修",
    "果园药害",
    "养殖排污",
    "租赁押金",
    "物业收费",
    "借贷欠条",
    "交通事故",
    "邻里漏水",
    "祖坟迁移",
    "校园欺凌",
    "网络购物",
    "采砂船只",
    "渔网围栏",
    "茶园界沟",
    "光伏支架",
    "墓地占道",
    "牛羊啃青",
    "鱼塘水位",
    "砖厂扬尘",
    "校车停靠",
    "集市摊位",
    "广场音响",
    "屋檐滴水",
    "井盖松动",
    "化肥赊账",
    "蜂箱搬迁",
    "婚丧酒席",
    "田埂水渠",
    "危桥限重",
    "民宿退订",
    "游客跌伤",
    "树木倒伏",
    "鞭炮燃放",
    "犬只伤人",
    "快递丢件",
    "菜地边界",
    "老屋翻建",
    "塔吊噪声",
    "货车超载",
    "油罐私放",
    "药瓶回收",
]
_PLACES = [
    "柏",
    "桐",
    "枫",
    "榆",
    "槐",
    "楠",
    "樟",
    "栗",
    "橡",
    "桦",
    "杉",
    "椿",
    "柳",
    "杏",
    "桃",
    "梅",
    "荷",
    "菱",
    "茭",
    "蓼",
    "荻",
    "葛",
    "藤",
    "竹",
    "松",
    "柚",
    "橘",
    "茶",
    "桑",
    "麻",
    "棉",
    "黍",
]
_RESULTS = [
    "双方当场握手言和",
    "当事人送来锦旗",
    "全部按期销号",
    "满意率逐月上升",
    "没有一件反复",
    "群众主动报名参加",
    "形成了可推广的做法",
    "上级现场会予以介绍",
    "欠款分三期付清",
    "双方书面具结",
    "两家合办了一场坝坝宴",
    "事后按月上门看望",
    "赔偿款当天到账",
    "相邻三个组照此办理",
    "原告撤回了起诉",
    "录音录像刻盘留存",
    "村规民约添了一条",
    "红手印按满了一页",
    "旧账从此一笔勾销",
    "店主写下保证书",
]


def sentence(dice):
    """A sentence of four clauses that hardly anybody says again."""
    place = dice.choice(_PLACES) + dice.choice(_PLACES)
    clauses = [
        (
            f"{place}村{dice.choice(_SUBJECTS)}{dice.choice(_VERBS)}{dice.choice(_OBJECTS)}"
            f"{dice.randint(2, 90)}件"
        ),
        f"{dice.choice(_VERBS)}{dice.choice(_OBJECTS)}和{dice.choice(_OBJECTS)}两类问题",
        f"联合{dice.choice(_SUBJECTS)}{dice.choice(_VERBS)}{dice.choice(_OBJECTS)}",
        dice.choice(_RESULTS),
    ]
    return "，".join(clauses) + "。"


def report(seed, sentences=70):
    """The sentences of one report, set phrases among them."""
    dice = random.Random(f"report {seed}")
    return [dice.choice(_SET) if dice.random() < 0.12 else sentence(dice) for _ in range(sentences)]


def as_text(unit, sentences):
    """A report as it is written, seven sentences a paragraph."""
    body = ["".join(sentences[k : k + 7]) for k in range(0, len(sentences), 7)]
    return f"{unit}2024年度法治政府建设工作情况报告\n" + "\n".join(body) + f"\n{unit}人民政府\n"


def changed(dice, sentences):
    """Other figures, clauses in another order: what a clerk does to a copied passage."""
    said = []
    for one in sentences:
        clauses = one[:-1].split("，")
        dice.shuffle(clauses)
        text = "，".join(clauses) + "。"
        said.append("".join(str(dice.randint(1, 9)) if c.isdigit() else c for c in text))
    return said


def corpus(count):
    """`count` reports as (name, text)."""
    return [(f"r{k}", as_text(f"第{k}镇", report(k))) for k in range(count)]


def draft(seed, count, passages=4):
    """A draft and the (start, end) of what was copied from `passages` reports of the corpus."""
    dice = random.Random(f"draft {seed}")
    own, spans = report(f"own {seed}"), []
    text = "望山镇2025年度法治政府建设工作情况报告\n"
    for k in range(passages + 1):
        text += "".join(own[k * 12 : k * 12 + 12]) + "\n"
        if k == passages:
            continue
        source = [s for s in report(dice.randrange(count)) if s not in _SET]
        first = dice.randrange(len(source) - 5)
        stolen = "".join(changed(dice, source[first : first + 5]))
        spans.append((len(text), len(text) + len(stolen)))
        text += stolen + "\n"
    return text, spans
