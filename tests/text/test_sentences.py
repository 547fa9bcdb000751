"""Sentences and clauses."""

from lawdraft.text.sentences import clauses, split


def cut(text, spans):
    return [text[span.start : span.end] for span in spans]


def test_sentences_keep_their_closing_mark():
    text = "一是好。 “二是好。”三是好\n四"
    assert cut(text, split(text)) == ["一是好。", "“二是好。”", "三是好", "四"]


def test_clauses_have_no_marks():
    text = "加强领导，健全机制；好。"
    assert cut(text, clauses(text)) == ["加强领导", "健全机制", "好"]


def test_nothing_gives_nothing():
    assert split("") == clauses("，。 ") == ()
