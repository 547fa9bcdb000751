"""What a varied report is known to hold."""

from dataclasses import dataclass, field

_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True)
class Heading:
    level: int
    text: str
    layout: str
    kinds: tuple = ()


@dataclass(frozen=True)
class Figure:
    number: float
    high: float | None
    unit: str
    qualifier: str | None
    role: str
    thing: str


@dataclass
class Varied:
    lines: list = field(default_factory=list)
    headings: list = field(default_factory=list)
    figures: list = field(default_factory=list)
    points: int = 0
    chrome: set = field(default_factory=set)
    optional: set = field(default_factory=set)  # lines that may or may not be set aside
    title: str | None = None
    organisation: str = ""
    level: str = ""
    year: int = 0
    addressee: str | None = None
    signature: str | None = None
    date: str | None = None
    habits: dict = field(default_factory=dict)

    @property
    def text(self):
        return "\n".join(self.lines)


def spoken(number):
    """A whole number below 100,000 as it is spoken: 五千, 二十三."""
    if number < 10:
        return _DIGITS[number]
    for size, sign in ((10000, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            head, rest = divmod(number, size)
            lead = "" if size == 10 and head == 1 else spoken(head)
            gap = "零" if rest and rest < size // 10 else ""
            return lead + sign + gap + (spoken(rest) if rest else "")
    return ""
