"""The leader's file compared with the draft: what was changed, placed on cards, one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lawdraft.draft.aligning import aligned, moved
from lawdraft.draft.hunks import hunks_of
from lawdraft.draft.marked import MarkedParagraph, Run
from lawdraft.draft.placing import Finder
from lawdraft.draft.shifting import Shifts
from lawdraft.model.errors import NotAReportError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.draft.aligning import Pair
    from lawdraft.draft.hunks import Hunk
    from lawdraft.model.composed import Composed
    from lawdraft.model.draft import Draft
    from lawdraft.model.rounds import Revision

_RELATED = 0.2  # of the draft's characters stand in paragraphs that came back
_OFFICE_MARKS = re.compile(  # red head and record: no words of the report
    r"^[\w\s]{2,30}文件\s*$|[〔\[]20\d\d[〕\]]\s*\d*\s*号\s*$|^\s*签发人|^\s*\d{6}\s*$|^\s*(?:特急|加急|平急)\s*$"
    r"|^\s*(?:抄送|主送)：|20\d\d年\d{1,2}月\d{1,2}日印发\s*$|^\s*（?共印\d+份"
)
_FRAME_ROLES = ("title", "addressee", "signature", "date")


def revisions(
    draft: Draft, composed: Composed, returned: Sequence[MarkedParagraph]
) -> tuple[Revision, ...]:
    """What a returned file changes in the draft whose composed text went out.

    Raises NotAReportError for a file that has next to nothing in common with it.
    """
    report = composed.report
    paragraphs = [p for p in report.paragraphs if p.start < p.end]
    spans = [(p.start, p.end) for p in paragraphs]
    texts = [report.text[start:end] for start, end in spans]
    framed = [i for i, p in enumerate(paragraphs) if p.role in _FRAME_ROLES]
    theirs = [p.new or p.old for p in returned]
    pairs = aligned(texts, theirs, framed)
    _check_related([texts[i] for p in pairs if p.there for i in p.here], len(report.text))
    round_ = _Round(Finder(draft, composed), Shifts(draft, composed), spans, returned)
    found = round_.told(pairs, moved(pairs, texts, theirs, framed))
    return tuple(replace(each, id=f"r{n}") for n, each in enumerate(found, start=1))


def _check_related(common: list[str], length: int) -> None:
    if sum(map(len, common)) < length * _RELATED:
        raise NotAReportError("这份文件和草稿几乎没有相同的内容，请确认选对了送审返回的文件。")


@dataclass(slots=True)
class _Round:
    """Goes through the paragraphs in the order in which they came back."""

    finder: Finder
    shifts: Shifts
    spans: list[tuple[int, int]]  # of our paragraphs, in the composed text
    returned: Sequence[MarkedParagraph]
    found: list[Revision] = field(default_factory=list)
    place: int = 0  # of our text: behind it comes what is new

    def told(self, pairs: Sequence[Pair], shifted: dict[int, int]) -> list[Revision]:
        """All changes; what stands at another place is moved, not struck out and written anew."""
        gone = set(shifted.values())
        for pair in pairs:
            if pair.here and pair.there:
                self._changed(pair.here, pair.there)
            elif pair.here and pair.here.start not in gone:
                start, end = self.spans[pair.here.start]
                self.found += self.finder.struck(start, end)
                self.place = max(self.place, end)
            elif pair.there and pair.there.start in shifted:
                self._moved(shifted[pair.there.start], pair.there)
            elif pair.there and not _OFFICE_MARKS.search(self.returned[pair.there.start].new):
                self.found += self.shifts.added(self.returned[pair.there.start], self.place)
        self.found += self.shifts.closed()
        return self.found

    def _changed(self, here: range, there: range) -> None:
        self.found += self.shifts.closed()
        start, end = self.spans[here[0]][0], self.spans[here[-1]][1]
        whole = len(here) == 1 and self.finder.is_one_line(start, end)  # a title in two lines
        paragraph = _joined([self.returned[j] for j in there], "" if whole else "\n")
        self.place = end
        text = self.finder.text[start:end]
        hunks = hunks_of(start, text, paragraph, self.finder.gaps(start, end))
        if len(hunks) > 1 and self.finder.is_one_line(start, end):
            hunks = [_as_one(hunks, self.finder.text)]
        for hunk in hunks:
            self.found += self.finder.placed(hunk)
        self.found += self.finder.comments(start, text, paragraph)

    def _moved(self, here: int, there: range) -> None:
        start, end = self.spans[here]
        self.found += self.shifts.moved(start, end, self.place, self.returned[there.start])
        self._changed(range(here, here + 1), there)


def _as_one(hunks: Sequence[Hunk], text: str) -> Hunk:
    """Several changes of a short line told as one."""
    first, last = hunks[0], hunks[-1]
    after, place = "", first.start
    for hunk in hunks:
        after += text[place : hunk.start] + hunk.after
        place = hunk.end
    return replace(first, end=last.end, after=after)


def _joined(paragraphs: list[MarkedParagraph], between: str) -> MarkedParagraph:
    """Several paragraphs as one, with `between` them; what is said beside them too."""
    if len(paragraphs) == 1:
        return paragraphs[0]
    whole = MarkedParagraph()
    for count, each in enumerate(paragraphs):
        if count and between:
            whole.runs.append(Run(between, "inserted"))
        length = len(whole.new)
        whole.runs += each.runs
        whole.notes += [replace(n, start=n.start + length, end=n.end + length) for n in each.notes]
    return whole
