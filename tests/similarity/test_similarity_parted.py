"""A copied report that own sections part is found almost whole."""

import random
import re

import pytest
from conftest_similarity import paragraph, report

from lawdraft.similarity import Index

REPORTS = 5


def said(seed):
    """Ten paragraphs of one report."""
    return [paragraph(f"{seed}/{k}", 5) for k in range(10)]


def refilled(text, seed):
    """Other figures."""
    dice = random.Random(seed)
    return re.sub(r"\d+", lambda _: str(dice.randint(2, 900)), text)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with Index.create(tmp_path_factory.mktemp("parted") / "library") as index:
        index.add_many((f"r{k}", "\n".join(said(k)), f"共{k}镇人民政府") for k in range(REPORTS))
        yield index


def found(index, copied, draft):
    """How much of the copied paragraphs is marked, how much is marked beside them."""
    marks = [match.draft for match in index.compare(draft).matches if match.kind == "copied"]
    marked = {place for span in marks for place in range(span.start, span.end)}
    starts = [(draft.index(one), len(one)) for one in copied]
    true = {place for start, size in starts for place in range(start, start + size)}
    return len(marked & true) / len(true), len(marked - true) / len(draft)


@pytest.mark.parametrize("sections", [0, 1, 2, 3, 5])
@pytest.mark.parametrize("source", [0, 3])
def test_a_copy_with_own_sections_is_found_whole(library, sections, source):
    copied = [refilled(one, f"{sections}{source}") for one in said(source)]
    draft = list(copied)
    places = random.Random(sections + source).sample(range(1, 10), sections)
    for place in sorted(places, reverse=True):
        draft[place:place] = ["（七）特色做法", paragraph(f"own/{place}/{sections}", 2)]
    recall, beside = found(library, copied, "\n".join(draft))
    assert recall >= 0.95
    assert beside <= 0.01


def test_half_a_report_is_found(library):
    copied = said(1)[5:]
    draft = "\n".join([*said("own"), *copied])
    recall, beside = found(library, copied, draft)
    assert recall >= 0.95
    assert beside <= 0.01


def test_several_sources_are_found(library):
    copied = [*said(0)[:4], *said(2)[4:7], *said(4)[7:]]
    draft = "\n".join([*copied[:5], report("青禾镇", 2025, "own", 2), *copied[5:]])
    recall, beside = found(library, copied, draft)
    assert recall >= 0.95
    assert beside <= 0.01
