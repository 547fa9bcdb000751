"""Numerals: read in every writing, and written back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawdraft.text.numerals import chinese_numeral, parse_number, parse_year


@pytest.mark.parametrize(
    ("printed", "value"),
    [("五千", 5000), ("2万", 20000), ("4.46万", 44600), ("1,200", 1200), ("十二", 12), ("二十", 20),
     ("三万五", 35000), ("一百零五", 105), ("两千", 2000), ("1.2亿", 120_000_000), ("３６", 36)],
)  # fmt: skip
def test_numerals_of_every_writing(printed, value):
    assert parse_number(printed) == value


@pytest.mark.parametrize("text", ["", "若干", "三十多", "1.2.3", "2024年", "百分"])
def test_what_is_no_numeral(text):
    assert parse_number(text) is None


@given(st.integers(0, 9999))
@settings(derandomize=True, max_examples=300)
def test_chinese_numerals_read_back(number):
    assert parse_number(chinese_numeral(number)) == number


@given(st.integers(1, 99_999_999), st.sampled_from(["", "万", "千", "亿"]))
@settings(derandomize=True, max_examples=200)
def test_scales_multiply(number, scale):
    factor = {"": 1, "千": 1000, "万": 10_000, "亿": 100_000_000}[scale]
    assert parse_number(f"{number}{scale}") == number * factor


@given(st.text(max_size=12))
@settings(derandomize=True, max_examples=300)
def test_any_text_is_a_number_or_none(text):
    value = parse_number(text)
    assert value is None or value >= 0


def test_years():
    assert parse_year("二〇二四") == parse_year("2024") == parse_year("二零二四") == 2024
    assert parse_year("1024") is None


def test_numbers_too_large_to_write_are_refused():
    with pytest.raises(ValueError, match="10000"):
        chinese_numeral(10_000)
