"""How word processors write the number of a list: 三 （三） 3. ③ 叁 C iii."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

DIGITS = "〇一二三四五六七八九"
UNITS = ("", "十", "百", "千")
ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
LEGAL_SIMPLIFIED = str.maketrans("〇零一二三四五六七八九十百千", "零零壹贰叁肆伍陆柒捌玖拾佰仟")
LEGAL_TRADITIONAL = str.maketrans("〇零一二三四五六七八九十百千", "零零壹貳參肆伍陸柒捌玖拾佰仟")
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
LARGEST = 9999
BULLETS = {"l": "●", "n": "■", "u": "◆", "Ø": "➢", "ü": "✓", "§": "▪", "v": "❖", "o": "○", "·": "•"}
"""What the letters of the symbol fonts look like (Wingdings, Symbol, Courier's o)."""


def chinese(number: int) -> str:
    """十二 for 12, 一百零五 for 105; only 1..9999 have a form in lists."""
    text = in_full(number)
    return text[1:] if text.startswith("一十") else text


def in_full(number: int) -> str:
    """一十二 for 12, as the numerals of contracts (壹拾贰) have it."""
    text, gap = "", False
    digits = str(number)
    for place, digit in enumerate(digits):
        if digit == "0":
            gap = bool(text)
            continue
        text += ("零" if gap else "") + DIGITS[int(digit)] + UNITS[len(digits) - 1 - place]
        gap = False
    return text


def chinese_digits(number: int) -> str:
    """一〇五 for 105: digit by digit, as ideographDigital does."""
    return "".join(DIGITS[int(digit)] for digit in str(number))


def chinese_counting(number: int) -> str:
    """一 … 九十九 counted, from a hundred on digit by digit (Word's chineseCounting)."""
    return chinese(number) if number < 100 else chinese_digits(number)


def letters(number: int) -> str:
    """Letters a … z, aa, bb … as Word goes on after the alphabet."""
    return chr(97 + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)


def roman(number: int) -> str:
    """Upper-case Roman numerals."""
    text = ""
    for value, sign in ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def circled(number: int) -> str:
    """① … ⑳ ㉑ … ㊿, plain figures beyond."""
    for first, last, code in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(code + number - first)
    return str(number)


def _one_of(signs: str, number: int) -> str:
    return signs[(number - 1) % len(signs)]


def _from(code: int, number: int, last: int = 20) -> str:
    return chr(code + number - 1) if number <= last else str(number)


FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("chineseCounting", "taiwaneseCounting"), chinese_counting),
    **dict.fromkeys(
        (
            "chineseCountingThousand",
            "taiwaneseCountingThousand",
            "japaneseCounting",
            "koreanCounting",
        ),
        chinese,
    ),
    **dict.fromkeys(
        ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), chinese_digits
    ),
    "chineseLegalSimplified": lambda n: in_full(n).translate(LEGAL_SIMPLIFIED),
    "ideographLegalTraditional": lambda n: in_full(n).translate(LEGAL_TRADITIONAL),
    "japaneseLegal": lambda n: chinese(n).translate(LEGAL_TRADITIONAL),
    "ideographTraditional": lambda n: STEMS[n - 1] if n <= len(STEMS) else str(n),
    "ideographZodiac": lambda n: _one_of(BRANCHES, n),
    "ideographZodiacTraditional": lambda n: _one_of(STEMS, n) + _one_of(BRANCHES, n),
    "ideographEnclosedCircle": lambda n: _from(0x3280, n, 10),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), circled),
    "decimalEnclosedParen": lambda n: _from(0x2474, n),
    "decimalEnclosedFullstop": lambda n: _from(0x2488, n),
    **dict.fromkeys(
        ("decimalFullWidth", "decimalFullWidth2"),
        lambda n: str(n).translate({48 + d: 0xFF10 + d for d in range(10)}),
    ),
    "decimalZero": lambda n: f"{n:02d}",
    "decimalZero3": lambda n: f"{n:03d}",
    "lowerLetter": letters,
    "upperLetter": lambda n: letters(n).upper(),
    "lowerRoman": lambda n: roman(n).lower(),
    "upperRoman": roman,
    "ordinal": lambda n: f"{n}.",
    "numberInDash": lambda n: f"- {n} -",
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def written(number: int, form: str) -> str:
    """`number` in Word's number format `form`; figures where the form is unknown or has no such."""
    if form in ("none", "bullet"):
        return ""
    if not 0 < number <= LARGEST or form not in FORMATS:
        return "〇" if number == 0 and "hinese" in form else str(number)
    return FORMATS[form](number)


def bullet(sign: str) -> str:
    """The sign a list shows before each member: • for the letter that symbol fonts draw it with."""
    if not sign.strip() or sign[0] == "\u200b":
        return ""
    code = ord(sign[0])
    letter = chr(code - 0xF000) if 0xF020 <= code <= 0xF0FF else sign[0]
    if code == 0xF0B7:
        return "•"
    return BULLETS.get(letter, "•" if letter.isalnum() or code >= 0xE000 else letter)
