"""What last year's plan promised and this year's report does not mention."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.brought import is_brought
from lawdraft.check.counting import noun_of
from lawdraft.check.promised import is_hinted, is_silent, is_told, own_words
from lawdraft.check.rule import Example, ReportRule
from lawdraft.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.draft import Draft, Promise
    from lawdraft.model.report import Figure, Span

ID = "plan-unanswered"
_MADE = re.compile(
    r"(?:建成|打造|新建|创建|成立|组建|设立|编制|编印|出台|建立|试点|启动|引进|上线|开发|搭建|推出|增设|增配|聘请|改造|开通|新增|筹建|制定|建设|开展|举办|组织|推行|实施|完成|升级|改建|扩建|修订|编写|汇编|拍摄|推广|设置|安装|创办|开设|建好|选聘|招录|引入|配备|补充|增加|培育|培养|命名|选派|派驻)"
    r"(?:好|完善|健全|镇级|村级|全镇|覆盖全镇的?|一批|一个|1个|一处|\d+[个处场次期名])*(?P<what>[一-鿿“”（）]{4,18}?)(?=\d|[，。；、]|不少于|至少|\Z)"
)
_QUOTED = re.compile(r"“(?P<what>[一-鿿·\d+＋]{3,12})”|《(?P<title>[一-鿿·\d]{3,20})》")
_USUAL = re.compile(
    r"枫桥经验|三项制度|谁执法谁普法|关键少数|法律明白人|法律七进|法律六进|法律八进|放管服|一村一|一网通办|十[四五]五|[七八九]五|两个维护|两个确立|四个意识|四个自信|三治|四议两公开|最后一公里|进一步|四个方面|一把手|最多跑一次|12·4|互联网|双随机|三重一大|学习强国|1\+|小事不出"
)
_VAGUE = re.compile(
    r"^(?:法治(?:政府)?建设|依法行政|各项(?:工作|任务)|(?:以下|下列|相关|有关)|法治(?:思维|意识|观念)|工作(?:机制|制度)|体制机制|良好(?:氛围|局面)|长效机制|推[上向]|推动|迈[上向]|[再更跃]上|走[上向深在]|取得|提质|提升|向纵深|高质量|水平|质效|成效)"
)
_PERIOD = re.compile(r"[六七八九十]五普法|十[三四五六]五")
_TAIL = re.compile(
    r"(?:工作|任务|活动|事项|管理|机制|制度|进(?:校园|社区|企业|农村|乡村|机关|村组)|[一二两三四五六七八九十]+[处个所座条场期次名支批套块])+\Z"
)
_CARRIED_ON = re.compile(
    r"继续|持续|续建|接续|加快|结转|延续|办好|用好|管好|建好|巩固|在[^，。；]{0,20}基础上|尚未|未完成|未能|扩大|深化|完善|后续|年内完成"
)
_NEW = r"制定|编制|出台|编印|建成|新建|打造|设立|增设|组建|成立|开通|推出|聘请|选聘|拍摄|创办"
_SECOND = re.compile(rf"，(?:(?:并|同时|还要?|另)|(?={_NEW}))")
_BEGUN = re.compile(_NEW)
_NOT_YET = re.compile(r"尚未|未完成|未能|没有完成|推迟|滞后|结转|还未|未如期|未按期|未达")
_LETTERS = re.compile(r"[^一-鿿]+")
_MARK = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．是要]|第[一二三四五六七八九十]+[，、])"
)


def check(reading: Reading) -> Iterator[Finding]:
    """One finding a promise, quoting it; from the draft's list where there is one."""
    draft = reading.context.draft
    listed = draft is not None and bool(draft.promises)
    promises = list(_open_in(draft) if draft and listed else _promises(reading))
    answers = _answers(reading) if promises else ()
    if not answers:
        return
    done = _answers(reading, lacking=False)
    for promise_text, objects in promises:
        if _is_open(promise_text, objects, (answers, done), reading):
            yield _finding(promise_text)
            continue
        for half in _halves(promise_text):
            named = _objects(half)
            if named and _is_silent(half, answers, reading) and not _told(named, answers):
                yield _finding(half)


def _halves(promise: str) -> list[str]:
    """What a promise adds to its first matter: 设立说事厅，并编印案例汇编."""
    return _SECOND.split(promise)[1:]


def _is_silent(half: str, answers: tuple[str, ...], reading: Reading) -> bool:
    """Whether no sentence has a word of its own, where it has two of them or a title."""
    words = own_words(half, reading.knowledge.spelling.common)
    if is_silent(half, words, answers):
        return True
    enough = len(words) >= 2 or (bool(words) and re.search("[“《]", half) is not None)
    return enough and not any(word in answer for word in words for answer in answers)


def _told(named: list[str], answers: tuple[str, ...]) -> bool:
    return any(_answered(what, answers) for what in named if len(_stem(what)) >= 3)


def _is_open(
    promise: str, objects: list[str], told: tuple[tuple[str, ...], ...], reading: Reading
) -> bool:
    """Told neither by the name of a thing nor in other words; 提高执法水平 is never open.

    `told`: this year's sentences, and those of them that tell no shortcoming.
    """
    answers, done = told
    promise = _MARK.sub("", promise)
    words = own_words(promise, reading.knowledge.spelling.common)
    named = [what for what in objects if len(_stem(what)) >= 3]
    brought = is_brought(promise, reading.knowledge.spelling.common, done)
    if brought is not None:
        return not brought
    if any(_answered(what, answers) for what in named):
        return False
    if not named:
        return is_silent(promise, words, answers)
    if words:
        return not is_told(promise, words, done)
    new = _BEGUN.match(promise) is not None and not is_hinted(_BEGUN.sub("", promise), done)
    return new or bool(re.search(r"\d", promise))


def _open_in(draft: Draft) -> Iterator[tuple[str, list[str]]]:
    """Promises nobody has answered, a sentence once, with the things they name.

    The cards of a promise are those it stands in, not those that answer it.
    """
    things: dict[str, list[str]] = {}
    for promise in draft.promises:
        if promise.state == "open" and not promise.answer:
            known = things.setdefault(promise.text, _objects(promise.text))
            if _is_named(promise) and len(noun_of(promise.thing)) >= 4:
                known.append(noun_of(promise.thing))
    for text, objects in things.items():
        yield text, [what for what in dict.fromkeys(objects) if not _VAGUE.match(what)]


def _finding(promise: str) -> Finding:
    return Finding(
        ID,
        "warning",
        f"去年计划提出“{promise[:80].rstrip('；，。')}”，今年的报告没有说到完成情况。",
        why="上一年度计划的事项应在本年度报告中有回应：已完成、部分完成或结转",
    )


def _answers(reading: Reading, *, lacking: bool = True) -> tuple[str, ...]:
    """This year's sentences: what was done, what was not, and what the plan carries on.

    Without `lacking`, shortcomings count only where they say that a thing is not yet done.
    """
    short = () if lacking else reading.parts("shortcomings")
    last = reading.context.last
    promised = {_key(last.text[s.start : s.end]) for s in reading.last_sentences} if last else set()
    return tuple(
        _LETTERS.sub("", reading.text[span.start : span.end])
        for span in reading.sentences
        if span.end - span.start > 6
        and not _left_standing(reading, span, promised)
        and not (
            any(part.start <= span.start < part.end for part in short)
            and not _NOT_YET.search(reading.text[span.start : span.end])
        )
    )


def _left_standing(reading: Reading, span: Span, promised: set[str]) -> bool:
    """A plan's sentence answers nothing unless it says it carries on: 继续建设、办好."""
    if not reading.in_plan(span.start):
        return False
    sentence = reading.text[span.start : span.end]
    return _key(sentence) in promised or not _CARRIED_ON.search(sentence)


def _key(sentence: str) -> str:
    """Its letters alone."""
    return _LETTERS.sub("", sentence)


def _promises(reading: Reading) -> Iterator[tuple[str, list[str]]]:
    """Sentences of last year's plan with the things they name."""
    last = reading.context.last
    if last is None:
        return
    headings = {heading.start for heading in last.headings if heading.level == 1}
    for plan in reading.last_plan_spans:
        for span in reading.last_sentences:
            if not plan.start <= span.start < plan.end or span.start in headings:
                continue
            yield from _of_sentence(reading, span)


def _of_sentence(reading: Reading, span: Span) -> Iterator[tuple[str, list[str]]]:
    last = reading.context.last
    if last is None:
        return
    place = span.start
    for part in re.split(r"(?<=；)", last.text[span.start : span.end]):
        end = place + len(part)
        objects = _objects(part)
        objects += [
            noun_of(f.thing)
            for f in last.figures
            if place <= f.start < end and _is_named(f) and len(noun_of(f.thing)) >= 4
        ]
        yield part.strip(), [what for what in dict.fromkeys(objects) if not _VAGUE.match(what)]
        place = end


def _is_named(figure: Figure | Promise) -> bool:
    """A count, or a rate that says of what: 矛盾纠纷调解成功率."""
    return figure.unit is not None and (figure.unit != "%" or len(figure.thing) >= 6)


def _objects(part: str) -> list[str]:
    found = [m["what"].strip("“”（）") for m in _MADE.finditer(part)]
    quoted = [m["what"] or m["title"] for m in _QUOTED.finditer(part)]
    found += [what for what in quoted if not _USUAL.search(what)]
    return [
        what
        for what in found
        if len(_LETTERS.sub("", what)) >= 4 or (what in part and "“" in part and len(what) >= 3)
    ]


def _stem(what: str) -> str:
    """Its letters without 工作, 机制, 3处 at their end."""
    return _TAIL.sub("", _LETTERS.sub("", what))


def _answered(what: str, answers: tuple[str, ...]) -> bool:
    """A sentence that names its last word and most of its characters."""
    letters = _stem(what)
    period = _PERIOD.search(letters)
    if period:  # 编制“八五”普法规划 is answered by any word of the 八五普法
        return any(period.group() in answer for answer in answers)
    head, signs = letters[-2:], set(letters)
    pairs = [letters[at : at + 2] for at in range(len(letters) - 1)]
    for answer in answers:
        if letters in answer:
            return True
        told = sum(pair in answer for pair in pairs)
        if len(pairs) >= 3 and told >= 0.7 * len(pairs):
            return True
        if head not in answer or sum(sign in answer for sign in signs) < 0.75 * len(signs):
            continue
        if told >= 0.5 * len(pairs):
            return True
    return False


RULE = ReportRule(ID, check)
FLAGGED = (
    Example("一是建成法治文化公园1处。", "plan", last="一是建成法治文化公园1处。"),
    Example(
        "加强执法培训。",
        "plan",
        last="运行“楼栋+议事”机制，物业纠纷调处成功率保持在90%以上。",
    ),
    Example(
        "设立“说事角”3处，接待居民870人次。",
        "plan",
        last="一是设立“说事角”，方便居民反映诉求，并编印《身边纠纷案例汇编》发放到户。",
    ),
    Example(
        "继续组织执法人员参加年度考试。",
        "plan",
        last="组织执法人员参加年度考试，制定轻微违法首违不罚清单。",
    ),
    Example("加强执法培训。", "plan", last="一是将12个村的公章纳入镇级统一管理。"),
    Example("加强执法培训。", "plan", last="一是联合畜牧兽医部门规范生猪定点屠宰、养殖污染。"),
    Example(
        "一是加强执法培训。二是巩固普法成效。",
        "plan",
        last="一是建成法治文化公园1处。二是加强执法培训。",
    ),
)
CLEAN = (
    Example(
        "设立“说事角”3处，编印纠纷案例汇编2000册。",
        last="一是设立“说事角”，并编印《身边纠纷案例汇编》发放到户。",
    ),
    Example("建成议事长廊1处。", last="一是建成议事长廊1处，同时加强日常管护，提升使用效果。"),
    Example("继续办好法治文化公园。", "plan", last="一是建成法治文化公园1处。二是加强执法培训。"),
    Example(
        "法治副校长到校授课14场次，执法队员积分制考核全面推行。",
        last="二是推行执法积分制管理。三是开展法治副校长进校园活动。",
    ),
    Example("加强执法培训。", "plan", last="进一步加强组织领导，持续提升依法行政水平。"),
)
