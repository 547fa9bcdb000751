import pytest

from lawdraft.draft.rolling import Roll, roll_text, tidy

SESSIONS = ("二十届二中", "二十届三中", "二十届四中")


def rolled(text, last=2024, year=2025, *, plan=False, names=()):
    return roll_text(text, Roll(last, year, names, SESSIONS), plan=plan)[0]


@pytest.mark.parametrize(
    ("last_year", "this_year"),
    [
        ("2024年，我镇", "2025年，我镇"),
        ("2024年度镇党委", "2025年度镇党委"),
        ("2024以来，我镇", "2025以来，我镇"),
        ("2025年，我镇将做好以下工作", "2026年，我镇将做好以下工作"),
        ("二〇二四年工作", "二〇二五年工作"),
        ("与2023年相比下降", "与2024年相比下降"),
        ("较2023年增长", "较2024年增长"),
        ("2024年5月12日集中宣传", "2025年5月12日集中宣传"),
    ],
)
def test_years_move_on(last_year, this_year):
    assert rolled(last_year) == this_year


@pytest.mark.parametrize(
    "text",
    [
        "自2019年以来连年考核",
        "2023年建成综治中心",
        "落实《青禾镇2024年工作要点》",
        "县政办发〔2024〕5号",
        "规划（2021—2025年）",
        "2023-2025年三年行动",
        "发放资料2024份",
        "自2024年3月起实行",
        "2024年度我镇荣获县先进单位",
        "今年以来，比去年增加",
    ],
)
def test_history_titles_and_spans_stay(text):
    assert rolled(text) == text


def test_what_stays_in_doubt_is_marked():
    _, changes = roll_text("依据《2024年要点》，2021—2025年规划", Roll(2024, 2025))

    assert [change.before for change in changes] == ["《2024年要点》", "2021—2025年"]
    assert all(change.before == change.after and "核对" in change.why for change in changes)


def test_several_years_at_once():
    assert rolled("2022年，比2021年多", last=2022, year=2025) == "2025年，比2024年多"


def test_same_year_again_changes_nothing():
    assert rolled("2024年，较2023年增长", year=2024) == "2024年，较2023年增长"


@pytest.mark.parametrize(
    ("year", "plan", "after"),
    [
        (2025, False, "“八五”普法规划"),
        (2025, True, "“九五”普法规划"),
        (2026, False, "“九五”普法规划"),
    ],
)
def test_law_education_plan_switches_in_2026(year, plan, after):
    assert rolled("“八五”普法规划", last=year - 1, year=year, plan=plan) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("“十四五”规划", "“十五五”规划"),
        ("“十四五”期间建成", "“十四五”期间建成"),
        ("“八五”普法中期表现突出的个人", "“八五”普法中期表现突出的个人"),
        ("“十三五”规划", "“十三五”规划"),
    ],
)
def test_plan_periods(text, after):
    assert rolled(text, last=2025, year=2026) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("党的二十大和二十届三中全会精神", "党的二十大和二十届四中全会精神"),
        ("二十届二中、三中全会精神", "二十届二中、三中、四中全会精神"),
        ("二十届四中全会精神", "二十届四中全会精神"),
        ("二十届三中全会召开后，我镇", "二十届三中全会召开后，我镇"),
        ("十九届六中全会精神", "十九届六中全会精神"),
    ],
)
def test_sessions_move_to_the_latest(text, after):
    assert rolled(text) == after


def test_another_units_name_is_replaced():
    names = (
        ("云岭县白石乡人民政府", "云岭县青禾镇人民政府"),
        ("白石乡", "青禾镇"),
        ("我乡", "我镇"),
    )

    assert rolled("白石乡2024年，我乡", names=names) == "青禾镇2025年，我镇"


def test_lost_picture_is_taken_out_and_told():
    text, changes = roll_text("通过率达100[image: a.png]。", Roll(2024, 2025))

    assert text == "通过率达100。"
    assert "图片" in changes[0].why


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("全镇 28个村，做好 相关工作。", "全镇28个村，做好相关工作。"),
        ("营造学法守法用法的良好氛围", "营造学法守法用法的良好氛围。"),
        (
            "Word 文档和 PDF 文件一并报送。",
            "Word 文档和 PDF 文件一并报送。".replace(" 文", "文").replace("和 P", "和P"),
        ),
        ("短句", "短句"),
        ("村名\t件数", "村名\t件数"),
    ],
)
def test_tidying(text, after):
    assert tidy(text)[0] == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("第十一个国家宪法日", "第十二个国家宪法日"),
        ("第9个全民国家安全教育日", "第10个全民国家安全教育日"),
        ("第七个“宪法宣传周”", "第八个“宪法宣传周”"),
        ("第三个工作日", "第三个工作日"),
        ("第一个月召开会议", "第一个月召开会议"),
    ],
)
def test_yearly_events_count_on(text, after):
    assert rolled(text) == after


@pytest.mark.parametrize(
    "text", ["“十四五”收官之年", "镇第十九届人民代表大会第三次会议", "结合疫情防控"]
)
def test_what_belonged_to_last_year_is_marked(text):
    after, changes = roll_text(text, Roll(2024, 2025))

    assert after == text
    assert "核对" in changes[0].why


def test_all_year_columns_of_a_comparing_table_move():
    table = "类别\t2024年（件）\t2025年（件）\n许可\t198\t215"

    text, changes = roll_text(table, Roll(2025, 2026))

    assert text == "类别\t2025年（件）\t2026年（件）\n许可\t198\t215"
    assert len(changes) == 2


def test_years_down_the_first_column_move_too_and_history_without_last_year_stays():
    rows = "年度\t案件数\n2023\t20\n2024\t31\n2025\t35"
    history = "获奖时间\t名称\n2019年\t平安乡镇"

    assert roll_text(rows, Roll(2025, 2026))[0] == "年度\t案件数\n2024\t20\n2025\t31\n2026\t35"
    assert roll_text(history, Roll(2025, 2026))[0] == history


def test_the_year_compared_with_moves_where_a_figure_grew_from_it():
    text = "较2024年增长3%，由2024年的5件增至2025年的7件。"

    assert roll_text(text, Roll(2025, 2026))[0] == "较2025年增长3%，由2025年的5件增至2026年的7件。"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2024年12月至2025年11月，受理案件5件。", "2025年12月至2026年11月，受理案件5件。"),
        ("2024年遗留问题全部整改。", "2025年遗留问题全部整改。"),
        ("到2030年，法治政府基本建成。", "到2030年，法治政府基本建成。"),
        ("力争2027年底前全面达标。", "力争2027年底前全面达标。"),
        ("2026年3月底前制定计划。", "2027年3月底前制定计划。"),
    ],
)
def test_years_before_and_far_ahead(before, after):
    assert roll_text(before, Roll(2025, 2026), plan=True)[0] == after


def test_a_far_target_is_asked_about():
    _, changes = roll_text("到2030年，法治政府基本建成。", Roll(2025, 2026))

    assert [change.asked for change in changes if change.before == "2030"] == [True]


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("2025年是“十四五”规划收官之年，也是“八五”普法收官之年。", False),
        ("2026年是“十五五”规划开局之年，也是“九五”普法启动之年。", True),
        ("2026年作为“十五五”起步之年，任务繁重。", True),
    ],
)
def test_a_year_tied_to_a_period_stays_and_is_asked_about(text, plan):
    after, changes = roll_text(text, Roll(2025, 2026, (), SESSIONS), plan=plan)

    assert after == text
    assert [change.asked for change in changes] == [True]
