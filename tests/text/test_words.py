"""Words: jieba behind one door, its dictionary cached in the folder given."""

import lzma

from lawdraft.text import words


def test_words_cover_the_text_and_the_cache_is_ours(tmp_path):
    words.load(tmp_path)
    text = "加强法治政府建设"
    assert "".join(words.cut(text)) == text
    assert {0, len(text)} <= words.boundaries(text)


def test_the_cached_dictionary_cuts_the_same(tmp_path):
    import jieba

    words.load(tmp_path)
    before = words.cut("健全矛盾纠纷化解机制")
    jieba.dt.initialized = False
    words.load(tmp_path)
    assert words.cut("健全矛盾纠纷化解机制") == before


def test_a_packed_dictionary_cuts_the_same(tmp_path, monkeypatch):
    import jieba

    words.load(tmp_path)
    before = words.cut("健全矛盾纠纷化解机制")
    packed = tmp_path / "dict.txt.xz"
    packed.write_bytes(lzma.compress(words._dictionary().read_bytes(), preset=1))
    monkeypatch.setattr(words, "_dictionary", lambda: packed)
    jieba.dt.initialized = False
    words.load(tmp_path / "另一处")
    assert words.cut("健全矛盾纠纷化解机制") == before
