"""Sentences."""

from lawdraft.text.sentences import split


def cut(text, spans):
    return [text[span.start : span.end] for span in spans]


def test_sentences_keep_their_closing_mark():
    text = "一是好。 “二是好。”三是好\n四"
    assert cut(text, split(text)) == ["一是好。", "“二是好。”", "三是好", "四"]


def test_nothing_gives_nothing():
    assert split("") == ()
