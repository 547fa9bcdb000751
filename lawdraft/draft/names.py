"""Short names of units: 大冶市殷祖镇人民政府 is 殷祖镇 in titles and sentences."""

import re

_OFFICE = re.compile(r"(?:人民政府|街道办事处|办事处|党工委|党委|委员会|管理委员会)$")
_TOWN = re.compile(r"(?:.*[省市县区旗盟州])?(?P<town>[^省市县区旗]{1,8}(?:镇|乡|街道|苏木))$")
_NEUTRAL = (  # what only a township says, and what any unit may; longer words first
    ("健全镇村两级排查调处机制", "健全矛盾纠纷排查调处机制"),
    ("派出所和村（社区）力量", "派出所和基层力量"),
    ("各办所", "各部门"),
    ("站所协同", "各单位协同"),
    ("村务协商", "基层协商"),
    ("活跃在村（社区）", "活跃在基层"),
    ("一村（社区）一法律顾问制度", "法律顾问制度"),
    ("每名法律顾问每月到村（社区）服务", "每名法律顾问每月服务"),
    ("到村（社区）服务", "服务基层"),
    ("进村（社区）服务", "进基层服务"),
    ("完善村（社区）调解组织", "完善调解组织"),
    ("村（社区）法律顾问", "法律顾问"),
    ("村（社区）普法骨干", "普法骨干"),
    ("村（社区）", "基层单位"),
    ("进村、进校、进企业", "进机关、进校园、进企业"),
    ("进村、进校、进企", "进机关、进校园、进企业"),
    ("进村入户", "进基层"),
    ("入户走访", "上门走访"),
    ("镇长（乡长、街道办主任）", "行政主要负责人"),
    ("党委（党工委）书记", "党组织主要负责人"),
)
_KIND = re.compile(r"(?:镇|乡|街道|苏木)$")


def short_name(organisation: str) -> str:
    """The unit as its title calls it: 云岭县青禾镇人民政府 → 青禾镇, 东风路街道办事处 → 东风路街道."""
    name = organisation.strip()
    if name.endswith("街道办事处"):
        name = name.removesuffix("办事处")
    name = _OFFICE.sub("", name)
    found = _TOWN.search(name)
    return found["town"] if found else name


def own_word(organisation: str) -> str:
    """How the unit speaks of itself: 我镇, 我乡, 我街道, 我县; 本单位 where its kind is unknown."""
    short = short_name(organisation)
    kind = _KIND.search(short)
    if kind:
        return f"我{kind[0]}"
    return f"我{short[-1]}" if short and short[-1] in "县市区旗局" else "本单位"


def level_of(organisation: str) -> str | None:
    """What kind of unit it is: 镇 乡 街道 县 …; None where the name does not tell."""
    short = short_name(organisation)
    kind = _KIND.search(short)
    if kind:
        return kind[0]
    return short[-1] if short and short[-1] in "县市区旗局" else None


def worded_for(organisation: str, text: str) -> str:
    """A township's wording made neutral for a county or a bureau: 镇村两级 → 上下联动的."""
    if level_of(organisation) not in ("县", "市", "区", "旗", "局"):
        return text
    for township, neutral in _NEUTRAL:
        text = text.replace(township, neutral)
    return text


def renaming(old: str | None, new: str | None) -> tuple[tuple[str, str], ...]:
    """What to replace where another unit's report is the base, the longest first; () for its own.

    The bare name is replaced behind 法治, 平安 and the like alone: 法治殷祖 → 法治青禾.
    """
    if not old or not new or short_name(old) == short_name(new):
        return ()
    old_short, new_short = short_name(old), short_name(new)
    pairs = [(old, new), (old_short, new_short)]
    old_stem, new_stem = _KIND.sub("", old_short), _KIND.sub("", new_short)
    if len(old_stem) > 1 and new_stem:
        pairs += [(f"{w}{old_stem}", f"{w}{new_stem}") for w in ("法治", "平安", "幸福", "美丽")]
    pairs.append((own_word(old), own_word(new)))
    return tuple((before, after) for before, after in pairs if before != after)
