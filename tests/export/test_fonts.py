"""Fonts: what is missing, what stands in, what to do."""

from export_samples import make_report

from lawdraft.export.fonts import missing_fonts

NAMED = (("fang", "仿宋_GB2312"), ("hei", "黑体"), ("title", "方正小标宋简体"))


def test_missing_font_names_the_nearest_installed():
    missing = missing_fonts(NAMED, ["仿宋", "SimHei", "华文中宋"])
    assert [(m.key, m.instead) for m in missing] == [("body", "仿宋"), ("title", "华文中宋")]
    assert "仿宋" in missing[0].sentence


def test_nothing_missing_where_all_are_there():
    assert missing_fonts(NAMED, ["FangSong_GB2312", "黑体", "FZXiaoBiaoSong-B05S"]) == ()


def test_sentence_says_what_to_do_where_nothing_stands_in():
    (missing,) = missing_fonts((("kai", "楷体_GB2312"),), ["Arial"])
    assert missing.instead == ""
    assert "可选功能" in missing.sentence


def test_one_option_changes_the_font_everywhere(write, document):
    out = write(make_report(), options={"正文字体": "仿宋", "二级标题字体": "楷体"})
    parts = document(out, "word/styles.xml") + document(out)
    assert 'w:eastAsia="仿宋"' in parts
    assert "GB2312" not in parts
