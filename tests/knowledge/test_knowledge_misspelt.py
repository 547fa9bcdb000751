"""Wrong forms that people are known to write for a word."""

import numpy as np
import pytest

from lawdraft.knowledge.misspelt import packed, unpacked

WORDS = {
    "部署": ["布署", "部属"],
    "收集": ["收机"],
    "手机": ["收机"],
    "一揽子": ["一篮子"],
    "各司其职": ["各施其职"],
}


def found(text):
    """What the forms of a text should be: (place, character) each."""
    at, rights = unpacked(packed(WORDS)).of(np.array([ord(sign) for sign in text], np.uint64))
    return sorted(zip(at.tolist(), map(chr, rights.tolist()), strict=True))


def test_every_form_is_found_after_packing():
    assert all(found(form) for forms in WORDS.values() for form in forms)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("全面布署", [(2, "部")]),
        ("收机号码", [(0, "手"), (1, "集")]),  # one form of two words
        ("推行一篮子", [(3, "揽")]),
        ("各施其职", [(1, "司")]),
        ("全面部署", []),
        ("署", []),
    ],
)
def test_forms_are_found_with_the_right_character(text, wanted):
    assert found(text) == wanted
