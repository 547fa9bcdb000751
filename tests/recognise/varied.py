"""Reports grown from a grammar, habit by habit, each with the truth of what it holds."""

import random
import re

import varied_words as words
from varied_truth import Figure, Heading, Varied, spoken

CN = [
    "一",
    "二",
    "三",
    "四",
    "五",
    "六",
    "七",
    "八",
    "九",
    "十",
    "十一",
    "十二",
    "十三",
    "十四",
    "十五",
]
_MARK = re.compile(r"(百分之)?<([\d.]+)-([\d.]+)\|([^|<>]+)\|(\w*)\|([^|<>]+)>")


class Grammar:
    """Draws one report; every choice comes from the seed."""

    def __init__(self, seed):
        self.r = random.Random(f"varied {seed}")
        self.made = Varied()
        self.plan = False
        self._name()
        self._habits()

    def some(self, share):
        return self.r.random() < share

    def _name(self):
        r, made = self.r, self.made
        made.level = r.choices(["镇", "乡", "街道", "县", "区", "局"], [40, 20, 22, 5, 5, 8])[0]
        self.county = r.choice(words.COUNTIES)
        base = r.choice(words.PLACES[made.level])
        self.place = base + made.level
        tail = {"街道": "办事处", "局": ""}.get(made.level, "人民政府")
        self.full = self.place + tail
        if made.level == "局":
            self.place = self.full = self.county + self.place
        self.up = {
            "镇": "县委、县政府",
            "乡": "县委、县政府",
            "街道": "区委、区政府",
            "局": "县委、县政府",
        }.get(made.level, "市委、市政府")
        made.year = r.randint(2016, 2026)

    def _habits(self):
        _r, c = self.r, self.r.choices
        self.h = {
            "skeleton": c(
                ["wrapper", "flat", "combined", "highlights", "rectified", "first_late", "first_first",
                 "first_inside", "double", "bare", "digits", "no_plan"],
                [26, 16, 8, 8, 5, 8, 5, 5, 4, 4, 5, 3])[0],
            "one": c(["{}、", "{}．", "{}.", "{} "], [88, 4, 4, 4])[0],
            "two": c(["（{}）", "({})", "({}）", "（{}", "{}）", "（{}）、", "（ {} ）"], [66, 12, 6, 4, 4, 4, 4])[0],
            "three": c(["{}.", "{}、", "{}．", "{}. ", "{} "], [52, 22, 10, 12, 4])[0],
            "lay1": c(["own", "own。", "own：", "run_in。"], [86, 6, 4, 4])[0],
            "lay2": c(["own", "own。", "run_in。", "run_in：", "run_in　", "run_in"], [38, 8, 38, 6, 5, 5])[0],
            "lay3": c(["own", "run_in。", "run_in：", "run_in"], [18, 64, 10, 8])[0],
            "depth": c(["text", "two", "two three", "two points", "points", "paras", "three", "two four"],
                       [12, 26, 20, 18, 8, 6, 6, 4])[0],
            "counting on": self.some(0.08), "short": self.some(0.15),
            "page": c(["lines", "blank", "one", "one gap", "mixed"], [58, 26, 6, 4, 6])[0],
            "indent": c(["", "　　", "  ", "\u2002\u2002\u2002\u2002", "\u00a0\u00a0", "\t", "    "], [30, 26, 8, 10, 10, 4, 12])[0],
            "width": c(["full", "half"], [74, 26])[0],
            "site": c(["plain", "page"], [34, 66])[0],
            "twice": self.some(0.04),
        }  # fmt: skip
        self.made.habits = self.h
        self.count3 = 0

    # ---- figures and sentences ----

    def _figure(self, match):
        spoken_percent, low, high, unit, flags, thing = match.groups()
        r, exact = self.r, "." in low
        if exact:
            number = round(r.uniform(float(low), float(high)), 1)
        else:
            number = r.randint(int(low), int(high))
        before = after = end = ""
        qualifier = {"L": "不少于", "U": "以上", "T": "突破"}.get(flags[-1:])
        if "余" in unit:
            unit, qualifier, after = unit.replace("余", ""), "余", "余"
        elif "y" in flags and not exact and self.some(0.45):
            qualifier = r.choice(["余", "余", "余", "多", "近", "约", "超过", "以上"])
            if qualifier in "余多" and number > 10:
                number -= number % 10
                after = qualifier
            elif qualifier == "以上":
                end = qualifier
            elif qualifier in ("近", "约", "超过"):
                before = qualifier
            else:
                qualifier = None
        top = number + r.randint(1, 5) if "g" in flags else None
        role = (
            "target"
            if self.plan
            else "rate"
            if "r" in flags
            else "background"
            if "b" in flags
            else "result"
        )
        if spoken_percent:
            self._add(number, None, "%", None, "target" if self.plan else "rate", thing)
            return "百分之" + spoken(number)
        digits = f"{number:g}" if exact else str(number)
        if top:
            digits += r.choice(["-", "—", "~", "至"]) + str(top)
        elif "c" in flags and not exact and self.some(0.4) and (not after or number % 10 == 0):
            digits = spoken(number)
            digits = "两" if digits == "二" else digits
        elif not exact and number >= 1000 and unit not in ("%",) and self.some(0.12):
            digits = f"{number:,}"
        scale, bare = (10000, unit[1:]) if unit.startswith("万") else (1, unit)
        self._add(number * scale, top and top * scale, bare, qualifier, role, thing)
        shown = unit
        if scale == 10000 and after:
            digits, shown = digits + "万", bare
        if bare == "%":
            shown = r.choice(["%"] * 6 + ["％"])
        return before + digits + after + shown + end

    def _add(self, number, top, unit, qualifier, role, thing):
        self.made.figures.append(
            Figure(float(number), top and float(top), unit, qualifier, role, thing)
        )

    def fill(self, sentence):
        return _MARK.sub(self._figure, sentence)

    def prose(self, bank, n, flat=words.FLAT, share=0.4):
        parts = [
            self.r.choice(flat) if flat and self.some(share) else self.fill(self.r.choice(bank))
            for _ in range(n)
        ]
        return self.r.choice(["。", "。", "；"]).join(parts) + "。"

    def points(self, bank, apart=False):
        n = self.r.randint(2, 4)
        heads = self.r.sample(words.POINT_HEADS, n)
        parts = []
        for i, head in enumerate(heads):
            body = self.fill(self.r.choice(bank))
            parts.append(f"{CN[i]}是{head}。{body}。" if self.some(0.8) else f"{CN[i]}是{body}。")
        self.made.points += n
        return parts if apart else ["".join(parts)]

    # ---- headings ----

    def head(self, level, mark, text, layout, body, kinds=()):
        """One heading in its layout with the first paragraph under it; paragraphs are (text, heading)."""
        form, sign = re.fullmatch(r"(own|run_in)(.?)", layout).groups()
        shown = mark + text
        if form == "own":
            heading = Heading(level, shown + sign, "own", kinds)
            return [(shown + sign, heading), *((line, None) for line in body)]
        heading = Heading(level, shown, "run_in", kinds)
        first = body[0] if body else self.prose(words.DONE, 1)
        return [(shown + sign + first, heading), *((line, None) for line in body[1:])]

    def one(self, number, text, kinds, body):
        mark = self.h["one"].format(CN[number])
        level = 1
        if self.h["skeleton"] == "bare":
            mark = ""
        if self.h["skeleton"] == "digits":
            mark, level = f"{number + 1}{self.digit_sign}", 3
        layout = self.h["lay1"]
        if mark == "" or (layout != "own" and body and body[0][1]):
            layout = "own"
        y = self.made.year
        shown = text.format(y=y, n=y + 1, l=y - 1)
        if layout.startswith("run_in"):
            lead, rest = body[0][0] if body else "", body[1:]
            return [*self.head(level, mark, shown, layout, [lead], kinds), *rest]
        return [*self.head(level, mark, shown, layout, [], kinds), *body]

    def two(self, i, text, body, kinds=()):
        return self.head(2, self.h["two"].format(CN[i]), text, self.h["lay2"], body, kinds)

    def three(self, i, text, body):
        if self.h["counting on"]:
            i, self.count3 = self.count3, self.count3 + 1
        return self.head(3, self.h["three"].format(i + 1), text, self.h["lay3"], body)

    def topics(self, texts, bank, deep=True):
        depth = self.h["depth"] if deep else self.r.choice(["two", "points", "text"])
        plain = lambda n=2: [self.prose(bank, n)]  # noqa: E731
        if self.h["skeleton"] == "digits":
            depth = self.r.choice(["text", "points", "paras"])
        if depth == "text":
            return [(line, None) for line in plain(3) + (plain(2) if self.some(0.5) else [])]
        if depth in ("points", "paras"):
            return [(line, None) for line in self.points(bank, depth == "paras")]
        if depth == "three":
            self.count3 = 0 if not self.h["counting on"] else self.count3
            return [p for i, t in enumerate(texts) for p in self.three(i, t, plain(2))]
        out = []
        for i, text in enumerate(texts):
            if depth in ("two", "two points"):
                body = self.points(bank) if depth == "two points" else plain(self.r.randint(1, 3))
                out += self.two(i, text, body)
                continue
            lead = plain(1) if "run_in" in self.h["lay2"] or self.some(0.3) else []
            out += self.two(i, text, lead)
            for j, third in enumerate(self.r.sample(words.THIRD, self.r.randint(2, 3))):
                if depth == "two four":
                    out += self.head(4, f"（{j + 1}）", third, self.h["lay3"], plain(1))
                else:
                    out += self.three(j, third, plain(2))
        return out

    # ---- sections ----

    def done(self):
        n = self.r.randint(2, 3) if self.h["short"] else self.r.randint(3, 6)
        return self.topics(self.r.sample(words.TOPICS, n), words.DONE)

    def weak(self):
        self.plan = False
        lead = [("虽然取得了一定成绩，但也存在一些问题和不足。", None)] if self.some(0.4) else []
        if self.h["depth"].startswith("two") and self.some(0.6):
            texts = self.r.sample(words.WEAK_TOPICS, self.r.randint(2, 4))
            return lead + [
                p
                for i, t in enumerate(texts)
                for p in self.two(i, t, [self.r.choice(words.WEAK) + "。"])
            ]
        if self.some(0.6):
            parts = [f"{CN[i]}是{t}。" for i, t in enumerate(self.r.sample(words.WEAK, 3))]
            self.made.points += 3
            return [*lead, ("".join(parts), None)]
        return [*lead, ("；".join(self.r.sample(words.WEAK, 2)) + "。", None)]

    def will(self):
        self.plan = True
        n = self.r.randint(2, 4)
        if self.h["depth"].startswith("two") and self.some(0.6):
            texts = self.r.sample(words.PLAN_TOPICS, n)
            out = [
                p
                for i, t in enumerate(texts)
                for p in self.two(i, t, [self.prose(words.WILL, 2, None)])
            ]
        elif self.some(0.6):
            out = [(line, None) for line in self.points(words.WILL)]
        else:
            out = [(self.prose(words.WILL, 3, None), None)]
        self.plan = False
        return out

    def first(self):
        if self.h["depth"].startswith("two") and self.some(0.4):
            texts = ["带头学法用法", "推动责任落实", "强化督促检查"]
            return [
                p
                for i, t in enumerate(texts)
                for p in self.two(i, t, [self.prose(words.FIRST, 1, None)])
            ]
        return [(self.prose(words.FIRST, 3, None), None)]

    def sections(self):
        r, kind = self.r, self.h["skeleton"]
        pick = r.choice
        self.digit_sign = pick(["、", "．", "."])
        ach = lambda: (pick(words.ACHIEVEMENTS), ("achievements",), self.done)  # noqa: E731
        weak = (pick(words.SHORTCOMINGS), ("shortcomings",), self.weak)
        will = (pick(words.PLANS), ("next_year_plan",), self.will)
        first = (pick(words.FIRSTS), ("first_responsible_person",), self.first)
        plain = lambda bank: lambda: [(self.prose(bank, 2, None), None)]  # noqa: E731
        if kind == "flat":
            texts = r.sample(words.TOPICS, r.randint(3, 7))
            lower = lambda: self.topics(r.sample(words.THIRD, 3), words.DONE)  # noqa: E731
            return [*((t, ("achievements",), lower) for t in texts), weak, will]
        if kind == "digits":
            texts = r.sample(words.TOPICS, r.randint(2, 4))
            return [*((t, ("achievements",), self.done) for t in texts), weak, will]
        if kind == "combined":
            both = (pick(words.COMBINED), ("shortcomings", "next_year_plan"), lambda: self._both())
            return [ach(), both]
        if kind == "highlights":
            return [
                ach(),
                (pick(words.HIGHLIGHTS), ("highlights",), plain(words.SHINE)),
                weak,
                will,
            ]
        if kind == "rectified":
            mended = (pick(words.RECTIFICATIONS), ("rectification",), plain(words.MENDED))
            return r.choice([[mended, ach(), weak, will], [ach(), mended, weak, will]])
        if kind == "first_late":
            return r.choice([[ach(), weak, first, will], [ach(), first, weak, will]])
        if kind == "first_first":
            return [first, ach(), weak, will]
        if kind == "no_plan":
            return [ach(), weak]
        return [ach(), weak, will]

    def _both(self):
        lead = [
            (
                "当前，我们的工作还存在一些问题：" + "；".join(self.r.sample(words.WEAK, 2)) + "。",
                None,
            )
        ]
        self.plan = True
        out = [*lead, ("下一步，" + self.prose(words.WILL, 2, None), None)]
        self.plan = False
        return out

    def body(self):
        out = []
        sections = self.sections()
        for i, (text, kinds, make) in enumerate(sections):
            if self.h["skeleton"] == "double" and i == 0:
                texts = self.r.sample(words.TOPICS, 3)
                inner = []
                for j, t in enumerate(texts):
                    inner += self.head(
                        1,
                        self.h["one"].format(CN[j]),
                        t,
                        "own",
                        [self.prose(words.DONE, 2)],
                        ("achievements",),
                    )
                out += self.one(i, text, kinds, inner)
                continue
            made = make()
            if (
                self.h["skeleton"] == "first_inside"
                and i == 0
                and self.h["depth"].startswith("two")
            ):
                count = sum(1 for _, h in made if h and h.level == 2)
                lead = self.two(
                    count,
                    self.r.choice(words.FIRSTS),
                    [self.prose(words.FIRST, 2, None)],
                    ("first_responsible_person",),
                )
                made = made + lead
            out += self.one(i, text, kinds, made)
        return out
