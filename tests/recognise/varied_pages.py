"""A grown report on the page it was found on: title, signature, site, damage of the lines."""

from dataclasses import replace

import varied_words as words
from varied import Grammar
from varied_truth import spoken

_HALF = str.maketrans("，：；（）", ",:;()")
_TITLES = [
    "{org}{y}年法治政府建设年度报告", "{place}{y}年度法治政府建设情况报告", "{org}关于{y}年度法治政府建设情况的报告", "{place}{y}年法治政府建设工作总结", "{y}年度{place}法治政府建设工作报告",
    "{org}{y}年依法行政工作情况报告", "{place}关于{y}年法治政府建设工作情况的汇报", "{y}年{place}法治政府建设年度报告", "{place}{y}年法治政府建设工作总结及{n}年工作计划", "{county}{org}关于报送{y}年法治政府建设工作情况的报告",
]  # fmt: skip
_ADDRESSEES = [
    "县人民政府",
    "区委、区政府",
    "市委全面依法治市委员会办公室",
    "县司法局",
    "县委依法治县办",
    "中共{county}委员会、{county}人民政府",
    "县委、县政府",
]


class Page(Grammar):
    """Grammar's report with everything round it, as lines."""

    def make(self):
        top, title = self._site(words.TOP), self._title()
        opening = self._opening()
        body = self.body()
        closing = [self._say(self.r.choice(words.CLOSINGS))] if self.some(0.3) else []
        sign = self._signature()
        paragraphs = [(text, head) for text, head in [(o, None) for o in opening] + body]
        paragraphs += [(line, None) for line in closing]
        paragraphs = self._twice(paragraphs)
        rows = self._rows(paragraphs)
        if self.h["site"] == "page" and self.some(0.25):
            at = self.r.randint(2, len(rows) - 1) if len(rows) > 3 else len(rows)
            rows[at:at] = [(line, "chrome") for line in self.r.choice(words.MIDDLE)]
        lines = [*top, *title, *rows, *sign, *self._site(words.BOTTOM)]
        self._write(lines)
        return self.made

    def _say(self, text):
        made = self.made
        we = self.r.choice(
            [self.place, self.full] + (["我" + made.level] if made.level != "局" else ["我局"])
        )
        return text.format(y=made.year, n=made.year + 1, we=we, up=self.up, org=self.full)

    def _opening(self):
        self.made.organisation = self.place
        out = [self._say(self.r.choice(words.OPENINGS))]
        if self.some(0.3):
            self.made.addressee = self.r.choice(_ADDRESSEES).format(county=self.county)
            out.insert(0, self.made.addressee + "：")
        if not self.made.title and self.place not in out[-1]:
            out[-1] = (
                out[-1].replace("我" + self.made.level, self.place).replace("我局", self.place)
            )
            if self.place not in out[-1]:
                out[-1] = f"{self.made.year}年，{self.place}" + out[-1]
        return out

    def _title(self):
        made, r = self.made, self.r
        if self.some(0.22):
            return self._under()
        names = {
            "org": self.full,
            "place": self.place,
            "y": made.year,
            "n": made.year + 1,
            "county": self.county,
        }
        made.title = r.choice(_TITLES).format(**names).replace(self.county * 2, self.county)
        shape = r.choices(["plain", "split", "joint", "before", "around"], [64, 10, 6, 6, 14])[0]
        if shape == "split" and "关于" in made.title:
            head, tail = made.title.split("关于")
            return [(head, ""), ("关于" + tail, ""), *self._under()]
        if shape == "joint" and made.level in "镇乡":
            party, tail = f"中共{self.place}委员会", f"关于{made.year}年度法治政府建设情况的报告"
            made.title = party + self.full + tail
            return [(party, ""), (self.full, ""), (tail, ""), *self._under()]
        if shape == "around" and self.h["site"] == "page":
            return [(made.title, "either"), *self._under(), (made.title, "either")]
        return [(made.title, ""), *self._under()]

    def _under(self):
        if self.h["site"] == "plain":
            return []
        return [(self._page(line), "chrome") for line in self.r.choice(words.UNDER_TITLE)]

    def _page(self, line):
        year = self.made.year + self.r.choice([1, 1, 1, 1, 2, 0])
        pub = f"{year}-{self.r.randint(1, 12):02}-{self.r.randint(1, 28):02}"
        return line.format(place=self.place, org=self.full, pub=pub, m=year)

    def _site(self, bank):
        if self.h["site"] == "plain":
            return []
        picked = self.r.sample(bank, self.r.randint(0, 3))
        return [(self._page(line), "chrome") for block in picked for line in block]

    def _signature(self):
        made, r = self.made, self.r
        if self.some(0.35):
            return []
        made.signature = r.choice([self.full, self.full, self.county + self.full]).replace(
            self.county * 2, self.county
        )
        rows = [(made.signature, "")]
        if self.some(0.12) and made.level in "镇乡":
            rows.insert(0, (f"中共{self.place}委员会", ""))
            made.signature = rows[0][0] + made.signature
        if self.some(0.9):
            year, month, day = made.year + 1, r.randint(1, 3), r.randint(1, 28)
            made.date = f"{year}-{month:02}-{day:02}"
            chinese = "".join("〇一二三四五六七八九"[int(d)] for d in str(year))
            forms = [f"{year}年{month}月{day}日"] * 6 + [
                f"{year}.{month}.{day}",
                f"{chinese}年{spoken(month)}月{spoken(day)}日",
                f"{year} 年 {month} 月 {day} 日",
                f"{year}-{month:02}-{day:02}",
            ]
            rows.append((r.choice(forms), ""))
        pad = r.choice(["", "　" * 12, " " * 30])
        return [(pad + text, kind) for text, kind in rows]

    def _twice(self, paragraphs):
        if not self.h["twice"]:
            return paragraphs
        tops = [
            i for i, (t, h) in enumerate(paragraphs) if h and h.level == 1 and h.layout == "own"
        ]
        if not tops:
            return paragraphs
        at = self.r.choice(tops)
        self.double = paragraphs[at][1]
        return [*paragraphs[:at], (paragraphs[at][0], "again"), *paragraphs[at:]]

    def _rows(self, paragraphs):
        """Paragraphs as lines in the page's shape; headings take the layout they end up in."""
        shape, rows = self.h["page"], []
        gap = {"one gap": " "}.get(shape, "")
        for text, head in paragraphs:
            join = rows and (
                shape.startswith("one")
                or (shape == "mixed" and self.some(0.12) and "。" in rows[-1][0][-1:])
            )
            again = isinstance(head, str)
            head = None if again else head
            if join:
                rows[-1] = (rows[-1][0] + gap + text, "")
                ended = head and head.layout == "own" and head.text.endswith("。")
                whole = shape.startswith("one")  # nobody can tell own lines from run-in headings
                text_ = head.text.rstrip("。") if ended else head and head.text
                layout = head and (head.layout if whole else "mid_line")
                head = head and replace(
                    head, text=text_, layout="run_in" if ended and whole else layout
                )
            else:
                same = again or (head is not None and head is getattr(self, "double", None))
                rows.append((text, "either" if same else ""))
            if head:
                self.made.headings.append(head)
        return rows

    def _write(self, rows):
        made = self.made
        for text, kind in rows:
            if self.h["width"] == "half" and kind != "chrome":
                text = text.translate(_HALF)
            if kind in ("", "either") and not text.startswith((" ", "　")):
                text = self.h["indent"] + text
            made.lines.append(text)
            if kind == "chrome":
                made.chrome.add(len(made.lines))
            if kind == "either":
                made.optional.add(len(made.lines))
            if self.h["page"] == "blank":
                made.lines.append("")


def make(seed):
    """The report of a seed, with its truth."""
    return Page(seed).make()
