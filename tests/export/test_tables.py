"""Tables: as wide as the type area, short columns whole, long ones sharing the rest."""

from lawdraft.export.tables import column_widths

AREA = 8841


def test_columns_fill_the_area_whatever_they_hold():
    for columns in ([[""]], [["甲"], ["乙"]], [["长" * 90], ["长" * 50], ["1"]], [["字" * 9]] * 20):
        widths = column_widths(columns, AREA, 14)
        assert sum(widths) == AREA
        assert min(widths) > 0


def test_short_columns_hold_their_cells_beside_long_ones():
    widths = column_widths([["项目" * 8], ["2024年"], ["由执法队牵头" * 9]], AREA, 14)
    assert widths[1] / 20 / 14 >= 4.0
    assert widths[2] > widths[0] > widths[1]
