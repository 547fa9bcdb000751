"""Similarity beside its peers in one run: what they find, what they blame, and how fast."""

import re
import sqlite3
import time

import numpy as np
import pytest
from made_similarity import corpus, draft

from lawdraft.similarity import Index, Session

REPORTS, DRAFTS = 150, 4
_SENTENCE = re.compile(r"[^。\n]+。")


@pytest.fixture(scope="module")
def made():
    return corpus(REPORTS), [draft(k, REPORTS) for k in range(DRAFTS)]


@pytest.fixture(scope="module")
def library(made, tmp_path_factory):
    folder = tmp_path_factory.mktemp("library")
    with Index.create(folder) as index:
        index.add_many(made[0])
    return folder


def sentences(text):
    return [(m.start(), m.end(), m[0]) for m in _SENTENCE.finditer(text)]


def ours(library):
    index = Index.open(library)

    def find(text):
        return [
            (m.draft.start, m.draft.end) for m in index.compare(text).matches if m.kind == "copied"
        ]

    return find


def exact_13(made):
    known = {text[k : k + 13] for _, text in made for k in range(len(text) - 12)}
    return lambda text: [(k, k + 13) for k in range(len(text) - 12) if text[k : k + 13] in known]


def rapidfuzz_sentences(made):
    from rapidfuzz import fuzz, process

    known = [s for _, text in made for _, _, s in sentences(text)]

    def find(text):
        mine = sentences(text)
        best = process.cdist(
            [s for _, _, s in mine], known, scorer=fuzz.ratio, score_cutoff=60, dtype=np.uint8
        ).max(1)
        return [(a, b) for (a, b, _), score in zip(mine, best, strict=True) if score]

    return find


def datasketch_minhash(made):
    datasketch = pytest.importorskip("datasketch")

    def sketch(text):
        made_of = datasketch.MinHash(num_perm=64, seed=1)
        made_of.update_batch([text[k : k + 3].encode() for k in range(len(text) - 2)])
        return made_of

    known = datasketch.MinHashLSH(threshold=0.35, num_perm=64)
    for number, (_, text) in enumerate(made):
        for start, _, one in sentences(text):
            known.insert((number, start), sketch(one))
    return lambda text: [(a, b) for a, b, s in sentences(text) if known.query(sketch(s))]


def fts5_trigram(made):
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE f USING fts5(t, tokenize='trigram', detail=none)")
    rows = [(s,) for _, text in made for _, _, s in sentences(text)]
    db.executemany("INSERT INTO f VALUES (?)", rows)

    def held(sentence):
        grams = {sentence[k : k + 3] for k in range(0, len(sentence) - 3, 6)}
        query = " OR ".join(f'"{gram}"' for gram in grams)
        row = db.execute("SELECT t FROM f WHERE f MATCH ? ORDER BY rank LIMIT 1", (query,))
        best = row.fetchone()[0]
        return sum(gram in best for gram in grams) >= 0.5 * len(grams)

    return lambda text: [(a, b) for a, b, s in sentences(text) if held(s)]


def measure(find, drafts):
    """Recall and precision a character of the drafts, and milliseconds a draft."""
    right = marked = true = 0
    find(drafts[0][0])
    begun = time.perf_counter()
    found = [find(text) for text, _ in drafts]
    taken = (time.perf_counter() - begun) * 1e3 / len(drafts)
    for spans, (text, copied) in zip(found, drafts, strict=True):
        said, is_copied = np.zeros(len(text), bool), np.zeros(len(text), bool)
        for start, end in spans:
            said[start:end] = True
        for start, end in copied:
            is_copied[start:end] = True
        right += (said & is_copied).sum()
        marked, true = marked + said.sum(), true + is_copied.sum()
    return right / true, right / max(1, marked), taken


@pytest.mark.slow
def test_peers_in_one_run(made, library, record):
    reports, drafts = made
    recall, precision, taken = measure(ours(library), drafts)
    note = f"recall {recall:.3f}, precision {precision:.3f}"
    assert record("similarity: F1 of reordered copies", "≥ 0.95", f1(recall, precision), note=note)
    record("similarity: a draft (ms)", "", taken)
    for peer in (exact_13, rapidfuzz_sentences, datasketch_minhash, fts5_trigram):
        theirs = measure(peer(reports), drafts)
        note = "recall {:.3f}, precision {:.3f}, {:.1f} ms a draft".format(*theirs)
        record(f"   {peer.__name__}: F1", "", f1(*theirs[:2]), note=note)
        assert f1(*theirs[:2]) < f1(recall, precision)


def f1(recall, precision):
    return float(2 * recall * precision / max(1e-9, recall + precision))


@pytest.mark.slow
def test_comparing_against_normalising(made, library, record):
    """Time as a multiple of sorting a million numbers in the same run."""
    unit = min(_timed(lambda: np.sort(_numbers())) for _ in range(5))
    text = made[1][0][0]
    with Index.open(library) as index:
        session = Session(index, unit="望山镇")
        paragraph = text.split("\n")[2][:300]
        whole = min(_timed(lambda: index.compare(text)) for _ in range(15))
        part = min(_timed(lambda: session.compare(paragraph)) for _ in range(15))
    assert record("similarity: a draft ÷ sorting 10⁶ numbers", "≤ 4 ×", whole / unit)
    assert record("similarity: an edited paragraph ÷ the same", "≤ 0.6 ×", part / unit)


def _numbers():
    return np.random.default_rng(1).integers(0, 1 << 62, 1_000_000)


def _timed(work):
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
