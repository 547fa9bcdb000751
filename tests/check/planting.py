"""One planted error in a clean report: a function a rule, with many variants each.

Each returns (text, last, public) or None where the report has no place for that variant.
"""

import re

TOWNS = (
    "白鹤镇",
    "石桥镇",
    "龙潭乡",
    "望城街道",
    "柳溪镇",
    "马家店镇",
    "红岩乡",
    "三合镇",
    "云台街道",
    "木兰镇",
)


def sub_nth(pattern, repl, text, rng, flags=0):
    """Replace one random match; None where there is none."""
    found = list(re.finditer(pattern, text, flags))
    if not found:
        return None
    m = rng.choice(found)
    new = repl(m) if callable(repl) else m.expand(repl)
    if new == m.group():
        return None
    return text[: m.start()] + new + text[m.end() :]


def _insert(text, sentence, rng, part="achievements"):
    """Put a sentence at the end of a random paragraph of a part."""
    lines = text.split("\n")
    inside, places = None, []
    for i, line in enumerate(lines):
        if re.match(r"[一二三四五]、", line):
            inside = line
        elif inside and len(line) > 40:
            kind = (
                "shortcomings" if re.search("不足|问题", inside)
                else "duty" if re.search("责任人|履职", inside)
                else "plan" if re.search("计划|安排", inside)
                else "achievements"
            )  # fmt: skip
            if kind == part and line.endswith("。"):
                places.append(i)
    if not places:
        return None
    lines[rng.choice(places)] += sentence
    return "\n".join(lines)


def _sections(text):
    starts = [m.start() for m in re.finditer(r"(?m)^[一二三四五]、", text)]
    end = text.rindex("\n", 0, text.rindex("\n"))
    return [(a, b) for a, b in zip(starts, [*starts[1:], end + 1], strict=True)]


def missing_section(c, rng):
    spans = _sections(c.text)
    k = rng.randrange(4)
    a, b = spans[k]
    text = c.text[:a] + c.text[b:]
    if rng.random() < 0.7:
        n = iter("一二三四")
        text = re.sub(r"(?m)^[一二三四]、", lambda m: next(n) + "、", text)
    return text


def missing_cause(c, rng):
    a, b = _sections(c.text)[1]
    heading = c.text[a:b].split("\n")[0]
    body = rng.choice((
        "一是执法力量仍显薄弱，专业人员偏少。二是普法形式不够新颖，线上产品不多。三是部分村干部程序意识不强。",
        "当前工作仍有差距：部分干部法治思维有待增强；普法宣传的针对性不够；矛盾纠纷源头预防还需加强。",
        "（一）学法用法深度不够。少数干部满足于完成任务，学用结合不紧密。\n（二）普法形式单一。多以发放资料为主，群众参与度不高。",
        "虽然取得了一定成绩，但与上级要求相比还存在不足，主要表现在：一是执法规范化水平不高；二是公共法律服务覆盖面不广。",
    ))  # fmt: skip
    return c.text[:a] + heading + "\n" + body + "\n" + c.text[b:]


def missing_signature(c, rng):
    lines = c.text.split("\n")
    return "\n".join(rng.choice((lines[:-1], lines[:-2] + lines[-1:], lines[:-2])))


def numbering(c, rng):
    cn = "一二三四五六七八九十"
    v = rng.randrange(5)
    if v == 0:
        return sub_nth(r"(?m)^([二三四])、", lambda m: cn[cn.index(m[1]) + 1] + "、", c.text, rng)
    if v == 1:
        return sub_nth(
            r"（([二三四五六])）",
            lambda m: f"（{cn[cn.index(m[1]) + rng.choice((1, -1))]}）",
            c.text,
            rng,
        )
    if v == 2:
        return sub_nth(r"([二三])是", lambda m: cn[cn.index(m[1]) + 1] + "是", c.text, rng)
    if v == 3:
        return sub_nth(r"(?m)^([23])\.", lambda m: f"{int(m[1]) + 1}.", c.text, rng)
    return sub_nth(r"(?m)^([二三四])、", lambda m: cn[cn.index(m[1]) - 1] + "、", c.text, rng)


def placeholder(c, rng):
    v = rng.randrange(8)
    if v == 0:
        return sub_nth(r"(?<=[一-鿿])\d{2,4}(?=[件场次人份家处])", "××", c.text, rng)
    if v == 1:
        return sub_nth(r"(?<=[一-鿿])\d{2,4}(?=[件场次人份家处])", "XX", c.text, rng)
    if v == 2:
        return sub_nth(
            re.escape(c.unit), "XX" + c.unit[-1], c.text[: c.text.rindex("\n")], rng
        ) and sub_nth(re.escape(c.unit), "XX镇", c.text, rng)
    extra = rng.choice((
        "（此处补充典型案例）", "[图片]", "全年开展【数量】次督查。", "具体数据（待补充）。", "对接____个部门。", "走访某某村群众。",
        "[image: image2.png]", "全年办件{{数量}}件。", "培训干部**人次。", "TODO：补充数据。", "当前位置：首页 > 政务公开", "参训人员XX人。", "该项工作由×××负责。", "【请填写完成情况】",
    ))  # fmt: skip
    return _insert(c.text, extra, rng)


def stale_year(c, rng):
    y, p = str(c.year), str(c.year - 1)
    v = rng.randrange(6)
    if v == 0:
        return sub_nth(
            rf"(?m)^([一二三四]、.*?){y + ''}(年)", lambda m: m[1] + p + m[2], c.text, rng
        )
    if v == 1:
        return sub_nth(rf"(?m)^四、{c.year + 1}(?=年)", f"四、{y}", c.text, rng)
    if v == 2:
        return _insert(c.text, f"{p}年，{c.unit}共开展专项督查6轮次，通报问题12个。", rng)
    if v == 3:
        return _insert(
            c.text,
            rng.choice(
                (
                    f"{p}年全年召开联席会议8次。",
                    f"{p}年度，共有16名干部取得执法资格。",
                    f"{p}年11月，组织干部旁听庭审1次。",
                    f"{p}年“12·4”国家宪法日期间开展集中宣传。",
                )
            ),
            rng,
        )
    if v == 4:
        return _insert(
            c.text,
            rng.choice(
                (
                    f"{y}年，将进一步加强执法培训，力争全员持证。",
                    f"力争{y}年底前完成全部网格员轮训。",
                    f"{y}年重点抓好以下几项任务，继续推进依法行政。",
                )
            ),
            rng,
            "plan",
        )
    head, _, tail = c.text.rpartition("\n")
    return head + "\n" + tail.replace(str(c.year + 1), y)


def foreign_place(c, rng):
    other = rng.choice([t for t in TOWNS if t[-1] != c.unit[-1] or t != c.unit])
    v = rng.randrange(6)
    if v == 0:
        body = c.text.index("\n") + 1
        new = sub_nth(
            re.escape(c.unit) + "(?!人民|办事|委)",
            other,
            c.text[body : c.text.rindex("\n", 0, c.text.rindex("\n"))],
            rng,
        )
        return new and c.text[:body] + new + c.text[c.text.rindex("\n", 0, c.text.rindex("\n")) :]
    if v == 1:
        return _insert(
            c.text,
            rng.choice(
                (
                    f"{other}党委定期听取法治工作汇报，压实各方责任。",
                    f"{other}坚持以案释法，干部群众法治素养明显提升。",
                    f"近年来，{other}依法治理水平不断提升。",
                    f"推动“法治{other}”建设取得新成效。"
                    if other.endswith("镇")
                    else f"{other}人民政府高度重视普法工作。",
                )
            ),
            rng,
        )
    if v == 2:
        return _insert(
            c.text,
            rng.choice(
                (
                    "我局严格落实行政执法责任制，规范执法程序。",
                    "我院定期开展案件评查。",
                    "本局组织执法人员参加轮训。",
                    "我委认真落实普法责任制。",
                )
            ),
            rng,
        )
    if v == 3:
        level = c.unit[-1]
        wrong = {
            "镇": (
                "街道党工委定期研究法治工作。",
                "我乡持续深化依法治理。",
                "乡党委书记带头学法。",
            ),
            "乡": ("我镇持续深化依法治理。", "镇党委书记带头学法。", "全镇干部参与学法考试。"),
            "道": ("我镇持续深化依法治理。", "镇党委书记带头学法。", "镇政府班子会前学法。"),
        }[level]
        return _insert(c.text, rng.choice(wrong), rng)
    if v == 4:
        return _insert(
            c.text,
            rng.choice(
                (
                    "在青山县委、县政府的领导下，各项工作稳步推进。",
                    "积极配合大冶市司法局开展案卷评查。",
                    "按照武定县委依法治县办要求报送材料。",
                    "认真落实台山市委、市政府部署。",
                )
            ),
            rng,
        )
    return (
        c.text.replace(c.unit, other, 1)
        if c.text.startswith((c.unit, c.organisation[:3]))
        else None
    )


def contradiction(c, rng):
    m = re.search(r"全年排查矛盾纠纷(\d+)件", c.text)
    aware = re.search(r"现有法律明白人(\d+)名", c.text)
    options = []
    if m:
        n = int(m[1])
        options += [
            f"总体看，全年共排查矛盾纠纷{n + rng.choice((-20, 9, 18, 27))}件，处置及时。",
            f"{c.unit}全年排查矛盾纠纷{str(n)[::-1]}件，做到早发现、早介入。"
            if str(n) != str(n)[::-1]
            else f"全年累计排查矛盾纠纷{n + 31}件。",
        ]
    if aware:
        options.append(f"建强{int(aware[1]) + 12}人的法律明白人队伍，常态化开展宣讲。")
    inspected = re.search(r"开展执法检查(\d+)家次", c.text)
    if inspected:
        options.append(f"综合执法队全年开展执法检查{int(inspected[1]) * 2}家次，震慑作用明显。")
    options += ["全年受理群众诉求56件，办结61件。", "接待群众来访62批48人次。"]
    vc = re.search(r"(\d+)个村（社区）", c.text)
    if vc and re.search(r"全[镇乡街]道?\d+个村（社区）", c.text):
        all_ = re.search(r"(全(?:街道|镇|乡))\d+个村（社区）", c.text)[1]
        options.append(f"{all_}{int(vc[1]) + 2}个村（社区）定期召开法治例会。")
    return _insert(c.text, rng.choice(options), rng)


def sum_mismatch(c, rng):
    v = rng.randrange(3)
    if v == 0:
        return sub_nth(
            r"(?<=邻里纠纷)(\d+)",
            lambda m: str(int(m[1]) + rng.choice((3, 7, -4, 10))),
            c.text,
            rng,
        )
    if v == 1:
        return sub_nth(
            r"(?<=线上咨询)(\d+)", lambda m: str(int(m[1]) + rng.choice((5, -6, 11))), c.text, rng
        )
    a, b = rng.randint(11, 40), rng.randint(11, 40)
    t = a + b + rng.choice((2, -3, 10))
    return _insert(c.text, rng.choice((
        f"全年举办培训{t}场，其中镇级{a}场、村级{b}场。", f"开展送法活动，进校园{a}场、进企业{b}场，合计{t}场。",
        f"化解纠纷{t}件，其中成功调解{a}件、引导诉讼{max(b, t - a + 4)}件。", f"办理法律援助事项{t}件，其中民事{a}件、行政{b + 20}件。",
    )), rng)  # fmt: skip


def rate_mismatch(c, rng):
    v = rng.randrange(3)
    if v == 0:
        return sub_nth(
            r"(?<=化解率)(\d+\.\d)%",
            lambda m: f"{float(m[1]) - rng.choice((3, 5, 9)):.1f}%",
            c.text,
            rng,
        )
    if v == 1:
        return sub_nth(
            r"(?<=整改率)(\d+\.\d)%",
            lambda m: rng.choice(("100%", f"{float(m[1]) - 6:.1f}%")),
            c.text,
            rng,
        )
    return _insert(c.text, rng.choice((
        "受理信访件45件，办结42件，办结率98%。", "参加考试80人，合格76人，合格率90%。", "信访量由60件下降到48件，下降30%。", "机关干部参学率达105%。",
        "排查隐患50处，整改48处，整改率达100%。", "调解纠纷64件，调解成功61件，成功率99%。", "纠纷数量从去年的80件减少到60件，同比下降15%。",
    )), rng)  # fmt: skip


def missing_unit(c, rng):
    v = rng.randrange(2)
    if v == 0:
        return sub_nth(
            r"(?<=[一-鿿])(\d{2,3})(?:件|场次|人次|家次|处|份|次)(?=[，。、])", r"\1", c.text, rng
        )
    return _insert(
        c.text,
        rng.choice(
            (
                "发放3000余宣传资料，受到群众欢迎。",
                "全年开展专项巡查36，及时消除隐患。",
                "共调处58矛盾纠纷。",
                "举办法治讲座12，参训干部踊跃。",
                "出动执法人员260，检查经营场所80家。",
                "聘请3律师担任村级顾问。",
            )
        ),
        rng,
    )


def exact_with_approx(c, rng):
    v = rng.randrange(2)
    if v == 0:
        return sub_nth(
            r"(?<=[一-鿿])(\d*[1-9])(?=件|场次|人次|家次|处(?!理)|次(?![一-鿿]))",
            r"\1余",
            c.text,
            rng,
        )
    return _insert(
        c.text,
        rng.choice(
            (
                "提供法律咨询72余次。",
                "发放资料约3000余份。",
                "走访群众近500多户。",
                "参训干部约200人左右。",
                "解答咨询超过300余人次。",
                "覆盖群众127多人次。",
                "化解率达100%以上。",
                "惠及群众1200余人左右。",
            )
        ),
        rng,
    )


def superseded_law(c, rng):
    y = c.year
    late = [
        "依据《治安管理处罚条例》开展宣讲。",
        "按照《城市房屋拆迁管理条例》规范征收程序。",
        "宣传《食品卫生法》等知识。",
    ]
    if y >= 2021:
        late += [
            "组织学习《合同法》《物权法》，提升履约意识。",
            "宣讲婚姻法有关规定，引导和谐家庭建设。",
            "依据《中华人民共和国侵权责任法》调处纠纷。",
            "学习《民法通则》《民法总则》。",
            "依据担保法审查合同条款。",
        ]
    if y >= 2023:
        late += [
            "严格按照《信访条例》办理群众诉求。",
            "规范信访秩序，落实信访条例有关规定。",
            "宣传《环境噪声污染防治法》。",
        ]
    if y >= 2025:
        late += ["依据《法规规章备案条例》报备。", "落实《退役士兵安置条例》。"]
    if y <= 2023:
        late += ["深入学习《法治宣传教育法》。", "宣传《民营经济促进法》。"]
    if y <= 2024:
        late += ["宣传《行政执法监督条例》，规范执法行为。", "开展《生态环境法典》宣讲。"]
    if y == 2026:
        late += ["严格依据《大气污染防治法》查处露天焚烧行为。", "贯彻《森林防火条例》，开展巡查。"]
    return _insert(c.text, rng.choice(late), rng)


def unknown_law(c, rng):
    return _insert(c.text, rng.choice((
        "组织学习《行政处罚程序法》。", "宣传《基层治理促进法》。", "学习《村民自治法》有关规定。", "落实《法治乡镇建设法》要求。", "宣讲《矛盾纠纷多元化解法》。",
        "学习《治安处罚法》。", "宣传《宪法》《人民陪审员》等法律。", "按照《人民调解条例》开展工作。", "学习《反诈骗法》《反家暴法》。", "贯彻《行政执法公示法》。", "学习《信访法》，引导群众依法信访。", "开展《公民道德法》宣讲。", "解读《社区矫正工作条例》。",
    )), rng)  # fmt: skip


def outdated_phrase(c, rng):
    y = c.year
    late = ["联合县工商局开展市场检查。", "会同环保局开展巡查。", "配合县法制办开展文件清理。"]
    if y >= 2021:
        late += [
            "扎实推进“七五”普法规划实施。",
            "深入开展扫黑除恶专项斗争，打击黑恶势力。",
            "紧扣“十三五”规划目标推进依法治理。",
            "深入贯彻习近平总书记全面依法治国新理念新思想新战略。",
        ]
    if y >= 2024:
        late += ["统筹疫情防控和经济社会发展，抓实常态化疫情防控。"]
    if y == 2026:
        late += [
            "全面落实“八五”普法规划，推动普法提质增效。",
            "围绕“十四五”规划目标任务，抓好法治建设。",
            "扎实开展深入贯彻中央八项规定精神学习教育，专题研讨3次。",
            "贯彻落实《法治政府建设实施纲要（2021—2025年）》，逐项推进任务。",
        ]
    if y == 2025:
        late += [
            "扎实开展党纪学习教育，读书班集中学习4天。",
            "落实“九五”普法规划各项任务。",
            "开展树立和践行正确政绩观学习教育。",
        ]
    if y == 2024:
        late += [
            "深入开展主题教育，集中学习4次。",
            "深入学习贯彻党的二十届四中全会精神。",
            "开展深入贯彻中央八项规定精神学习教育。",
        ]
    if y <= 2022:
        late += ["深入学习贯彻党的二十届三中全会精神。", "扎实开展党纪学习教育。"]
    if y <= 2020:
        late += ["深入学习贯彻党的二十大精神。"]
    if y <= 2023:
        late += ["启动“十五五”规划实施，推进法治建设。", "推动“九五”普法深入开展。"]
    return _insert(c.text, rng.choice(late), rng)


def wrong_term(c, rng):
    v = rng.randrange(2)
    if v == 0:
        return sub_nth(
            r"法治(?=思维|意识|宣传|讲座|素养|政府|文化|建设|方式|乡村|知识|教育|氛围)",
            "法制",
            c.text,
            rng,
        )
    return _insert(c.text, rng.choice((
        "推动形成遵法学法守法用法的良好氛围。", "运用法制思维和法制方式化解矛盾。", "优化法制化营商环境。", "加强刑释解教人员帮教。", "学习习近平法制思想。", "开展国家宪法宣传日活动。",
        "增强“四个意思”，坚定“四个自信”。", "加强法治明白人培养。", "聘任法制副校长3名。", "持续推进依法制镇工作。", "发展新时代“枫桥精神”，推动就地化解。",
    )), rng)  # fmt: skip


def typo(c, rng):
    v = rng.randrange(2)
    pairs = (
        ("部署", "布署"),
        ("矛盾", "予盾"),
        ("化解", "化觧"),
        ("扎实", "扎时"),
        ("健全", "建全"),
        ("纠纷", "纠份"),
        ("宣传", "宣船"),
        ("法律", "法侓"),
        ("排查", "排察"),
        ("培训", "陪训"),
        ("调解", "条解"),
        ("责任", "则任"),
        ("提升", "提生"),
        ("规范", "规犯"),
        ("落实", "落石"),
    )
    if v == 0:
        some = [
            (a, b)
            for a, b in pairs
            if a in c.text and b not in ("化觧", "落石", "扎时", "则任", "提生")
        ]
        if some:
            a, b = rng.choice(some)
            return sub_nth(a, b, c.text[: c.text.rindex("\n")], rng) + c.text[c.text.rindex("\n") :]
    return _insert(c.text, rng.choice((
        "进一步安排布署法治建设工作。", "奔实基层治理基础。", "贯彻落时各项任务。", "截止2023年底，任务全部完成。", "做好的的工作持续推进。", "再接再励，推动工作上台阶。", "各项任务己全部完成。", "强化措失，压实责任。", "帐号管理更加规范。",
        "加强人民调节工作。", "夯实基楚，补齐短板。", "行政权利运行更加规范。", "反应问题及时办理。", "优化营商环镜。", "既使任务繁重，也坚持学法。", "开展开展法治宣传。", "广大群从积极参与。", "一如继往抓好落实。", "因地治宜开展普法。", "合法性审察率先推进。",
    )), rng)  # fmt: skip


def punctuation(c, rng):
    v = rng.randrange(8)
    t = c.text
    if v == 0:
        return sub_nth(r"》《", "》、《", t, rng)
    if v == 1:
        return sub_nth(r"(?<=[一-鿿])。(?=[一-鿿])", "。。", t, rng)
    if v == 2:
        return sub_nth(r"(?<=[一-鿿])，(?=[一-鿿])", "，，", t, rng)
    if v == 3:
        return sub_nth(r"“([^”\n]*)”", r"“\1", t, rng)
    if v == 4:
        return sub_nth(r"（([^）\n]{2,})）", r"（\1", t, rng)
    if v == 5:
        return sub_nth(r"“(12|6|3)·(4|26|15)”", r"“\1\2”", t, rng)
    if v == 6:
        return sub_nth(r"(?m)(?<=[一-鿿]{4})。$", "", t, rng)
    return _insert(
        t,
        rng.choice(
            (
                "公安、司法等、部门密切配合。",
                "第一、加强领导。第二、压实责任。",
                "学习《宪法》、《刑法》、《民法典》。",
                "落实“谁主管谁负责”、“谁执法谁普法”责任。",
                "开展普法宣传，。群众反响良好。",
                "村民、干部、和网格员共同参与。",
            )
        ),
        rng,
    )


def number_style(c, rng):
    return _insert(c.text, rng.choice((
        "每名骨干联系5-10户群众。", "落实法治建设实施方案（2021-2025年）。", "第3季度集中开展检查。", "24年12月，完成文件清理。", "发放资料五千余份。", "罚没款12，300元。", "满意度保持在85~90%。", "投诉量减少2倍。", "提高3%个百分点。",
        "发放资料3万5千份。", "走访３６户群众。", "30几名干部参加考试。", "调解纠纷12.5件。", "会议于2025.3.12召开。", "二零二五年，工作稳步推进。", "满意率达百分之95。", "2季度开展自查。", "2025年03月05日召开专题会。",
    )), rng)  # fmt: skip


def duplicate_passage(c, rng):
    sentences = [
        s
        for s in re.findall(r"(?<=。)[^。\n]{32,}。", c.text)
        if "第一责任人" not in s and not re.match(r"[一二三四]是", s)
    ]
    if not sentences:
        return None
    s = rng.choice(sentences)
    if rng.random() < 0.3:
        s = s.replace("全年", "今年").replace("开展", "组织开展")
    return _insert(c.text, s, rng, rng.choice(("achievements", "plan")))


PROMISES = (
    "二是建成法治文化长廊1处。",
    "新建法律援助联络点2个。",
    "打造“石榴籽”调解品牌。",
    "编印村级合同审查指引手册。",
    "举办法治微视频大赛1次。",
    "开发线上预约调解小程序。",
    "组建青年普法宣讲团。",
    "制定小微权力负面清单。",
)


def plan_unanswered(c, rng):
    p = rng.choice(PROMISES)
    return c.text, _insert(c.last, p, rng, "plan"), False


def repeated_shortcoming(c, rng):
    s = re.search(r"镇村干部运用法律手段[^。；]*[。；]", c.last)[0].rstrip("；。")
    if rng.random() < 0.3:
        s = s.replace("不多", "还不多")
    return _insert(c.text, s + "。", rng, "shortcomings"), c.last, False


def unchanged_figure(c, rng):
    m = re.search(r"全年排查矛盾纠纷(\d{3})件", c.text)
    k = re.search(r"发放宣传资料(\d+)余份", c.text)
    options = []
    if m:
        options.append(f"全年排查矛盾纠纷{m[1]}件。")
    if k:
        options.append(f"全年发放宣传资料{k[1]}余份。")
    i = re.search(r"开展执法检查(\d{3})家次", c.text)
    if i:
        options.append(f"综合执法队开展执法检查{i[1]}家次。")
    last = options and _insert(c.last, rng.choice(options), rng)
    return (c.text, last, False) if last else None


def order_of_magnitude(c, rng):
    m = re.search(r"全年排查矛盾纠纷(\d+)件", c.text)
    k = re.search(r"发放宣传资料(\d+)余份", c.text)
    i = re.search(r"开展执法检查(\d+)家次", c.text)
    options = []
    if m:
        options.append(("排查矛盾纠纷" + m[1], "全年排查矛盾纠纷{}件。", int(m[1])))
    if k:
        options.append(("发放宣传资料" + k[1], "发放宣传资料{}余份。", int(k[1])))
    if i:
        options.append(("开展执法检查" + i[1], "开展执法检查{}家次。", int(i[1])))
    if not options:
        return None
    _, sentence, n = rng.choice(options)
    other = rng.choice((n * 10, n * 12, max(1, n // 10)))
    if sentence.endswith("余份。"):
        other = other // 10 * 10 or 10
    return c.text, _insert(c.last, sentence.format(other), rng), False


def _id_number(rng):
    base = f"42028119{rng.randint(50, 99)}0{rng.randint(1, 9)}1{rng.randint(0, 9)}{rng.randint(100, 999)}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return base + "10X98765432"[sum(int(a) * b for a, b in zip(base, weights, strict=True)) % 11]


def privacy_id(c, rng):
    return _insert(c.text, f"当事人（身份证号{_id_number(rng)}）诉求已办结。", rng)


def privacy_phone(c, rng):
    n = f"1{rng.choice('3578')}{rng.randint(100000000, 999999999)}"
    return (
        _insert(
            c.text,
            rng.choice(
                (
                    f"法律顾问电话{n}全天接听。",
                    f"联系人：{n[:3]}-{n[3:7]}-{n[7:]}。",
                    f"举报电话为{n}，欢迎监督。",
                )
            ),
            rng,
        ),
        None,
        True,
    )


def privacy_name(c, rng):
    return _insert(c.text, rng.choice((
        "成功化解村民张建国与李秀梅的宅基地纠纷。", "聘请湖北江城律师事务所戴志华律师担任法律顾问。", "帮助居民陈小红追回欠薪2万元。", "当事人刘海涛、王桂兰达成调解协议。", "社区矫正对象赵大勇按期报到。",
        "村民吴秀英反映的用水问题得到解决。", "聘请周正明律师为村级法律顾问。", "化解了村民何文彬家的邻里纠纷。",
    )), rng), None, True  # fmt: skip


def sensitive_public(c, rng):
    return _insert(c.text, rng.choice((
        "妥善处置非正常死亡事件3起。", "全年未发生进京上访事件。", "未发生群体性事件。", "落实重点人员稳控措施。", "做好涉邪教人员教育转化。", "做好信访维稳工作。", "越级上访2批5人次。", "加强易肇事肇祸人员管理。", "赴省集访零发生。", "劝返进京非访人员1人次。",
    )), rng), None, True  # fmt: skip


def length(c, rng):
    if rng.random() < 0.5:
        lines = c.text.split("\n")
        return "\n".join(
            line if len(line) < 40 or i < 2 else line[:30] + "。" for i, line in enumerate(lines)
        )
    _, b = _sections(c.text)[0]
    extra = "".join(
        f"{k}组走访{k + 3}户农家，记录第{k}类诉求并逐户答复到位，随后由{k}号联络员回访核实情况。"
        for k in range(1, 260)
    )
    return c.text[:b] + extra[: rng.choice((4200, 9000))] + "。\n" + c.text[b:]


def copied_own(c, rng):
    sentences = [s for s in re.findall(r"[^。\n]{34,}。", c.last) if "坚持以" not in s]
    s = rng.choice(sentences)
    return _insert(c.text, s, rng), c.last, False


PLANTED = {
    name.replace("_", "-"): function
    for name, function in globals().items()
    if callable(function) and name not in ("sub_nth", "_insert", "_sections", "_id_number")
}
