"""Slips of the pen, told by the language model."""

import numpy as np
import pytest

from lawdraft.flow import Kit
from lawdraft.knowledge.evidence import FACTS
from lawdraft.knowledge.hunting import KINDS
from lawdraft.knowledge.language import Together, read_language
from lawdraft.model.errors import BadPackError

SLIPS = Kit().knowledge.slips
TOLD = 0.8


def slips(text):
    return {(text[s.start : s.end], s.right) for s in SLIPS.find(text) if s.score >= TOLD}


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("落实重大事项集体讨仑决定制度", "仑", "论"),
        ("坚持在法治轨到上推进各项工作", "到", "道"),
        ("严格落实行政执法公事制度", "事", "示"),
        ("推进法治政府设建各项工作", "设建", "建设"),
        ("执法人员全部取得执法格资", "格资", "资格"),
        ("主要负责人认真履行行职责", "行行", "行"),
        ("及时时化解各类矛盾", "时时", "时"),
        ("开展法治传活动12场", "", "宣"),
        ("成功划界矛盾纠纷214件", "划界", "化解"),
        ("推进推法治政府建设", "推进推", "推进"),
        ("持续开展扫黑除恶斗真", "真", "争"),
        ("部分群众存在侥幸心里", "里", "理"),
        ("划定临时摊位，整治占到经营", "到", "道"),
        ("组织党员清理沟渠垃圾和秸杆", "杆", "秆"),
        ("干部对此推委扯皮", "委", "诿"),
        ("主要原因事培训次数少", "事", "是"),
        ("由镇长进进行督办", "进进", "进"),
        ("对12家企业行进检查", "行进", "进行"),
        ("案件己移送司法机关", "己", "已"),
        ("仓内粮食末按时入库", "末", "未"),
        ("深入开展法治宣，营造氛围", "", "传"),
        ("把账目算得清清楚，群众心服", "", "楚"),
        ("家家户都挂上联系卡", "", "户"),
        ("从源头减少纷发生", "", "纠"),
        ("避免经济损失失约130万元", "失失", "失"),
        ("推行导师帮带制制", "制制", "制"),
        ("编制重大行政决策事项目录录，将其公布", "录录", "录"),
        ("牵头编制了权责清单清，并向社会公开", "清单清", "清单"),
        ("与三家单位签订协作备忘录忘录", "忘录忘录", "忘录"),
        ("村民议事厅厅每月开放一次", "厅厅", "厅"),
        ("广大党员率垂范，带头签订承诺书", "", "先"),
        ("院坝里的法治课堂无虚席。", "", "座"),
        ("河道两岸的垃圾由保洁公司统清运", "", "一"),
    ],
)
def test_a_slip_is_found_with_what_it_should_be(text, wrong, right):
    assert (wrong, right) in slips(text)


@pytest.mark.parametrize(
    "text",
    [
        "公安局局长到场指导，派出所所长参加",
        "组织学习习近平法治思想",
        "弘扬钉钉子精神，挨家挨户走访家家户户",
        "依法处置涉疫案件，执法法律文书规范",
        "人人登台讲法治，村村响广播播出普法音频25条",
        "持续推进进村入户宣讲，安全全覆盖，监管全过程",
        "推行帮代办服务，培养了一批批法律明白人",
        "看一看案卷，问一问群众，是不是依法办事一查便知",
        "凡重大决策必经合法性审查，任务数逐月分解",
        "从形式到内容都要创新，心里装着群众",
        "洮河河道管护有序，采茶季季节性用工增多",
        "律师循循善诱，为群众把把关",
        "给囡囡们讲法，村里的粑粑节",
        "走访在沪乡贤，沪籍企业返乡投资",
        "组建西兰卡普普法宣讲团，全镇镇情复杂",
        "社会科学工作作了部署，召开坝坝会，推行白语语音播报",
        "涉海涉渔纠纷，抢收抢运，自编自演，知己知彼",
        "在景区入口张贴告示，年末检查，自己动手",
        "明明白纸黑字，平平安全度汛，“十四五”末建成",
        "把理讲透，把账算清，民有所呼",
        "街道机关关工委开展活动，村里的老爷爷也来了，办件结果逐一回访回告",
        "村民编成山歌小调、吹吹腔，尊法学法",
        "党委会会前学法，老年人人均一份，当事人人手一份",
        "责任落细落实，演员走村串寨传唱，马上办、帮代办",
        "一件一件抓落实，入户了解了解情况，坐下来掰扯掰扯",
    ],
)
def test_proper_words_are_left_alone(text):
    assert slips(text) == set()


def test_places_count_from_the_text_with_its_numbers_and_marks():
    text = "2025年，共排查128件。坚持在法治轨到上推进工作。"
    (slip,) = (s for s in SLIPS.find(text) if s.score >= TOLD)
    assert text[slip.start : slip.end] == "到"
    assert text[slip.start - 1] == "轨"


def test_numbers_of_full_width_count_as_numbers():
    plain = slips("调解纠纷36件，推进法治政府设建各项工作25项")
    assert slips("调解纠纷３６件，推进法治政府设建各项工作２５项") == plain


def test_many_texts_at_once_give_what_each_gives_alone():
    texts = ("坚持在法治轨到上推进", "", "执法人员取得执法格资", "12345")
    SLIPS.known.clear()
    SLIPS.read(texts)
    together = [SLIPS.known[text] for text in texts]
    SLIPS.known.clear()
    assert [SLIPS.find(text) for text in texts] == together


def test_a_set_phrase_is_likelier_than_its_slip():
    assert SLIPS.gain("坚持宽严想济", 2, 6, "宽严相济") > 10
    assert SLIPS.gain("做好扶贫济困工作", 2, 6, "扶危济困") < 0


def test_pairs_of_facts_count_up_to_their_limits():
    together = Together(np.array([2.0, 6.0]), np.array([[0.5, 1.0], [0.0, -3.0]]))
    assert together.score(np.array([[1.0, 1.0], [5.0, 1.0], [0.0, 1.0]])).tolist() == [-1.5, 1, -3]


def test_every_fact_has_a_weight():
    weights = SLIPS.language.weights
    assert {len(row.limits) for row in SLIPS.language.together.values()} == {len(FACTS)}
    assert set(weights) == set(KINDS)
    assert {len(row) for row in weights.values()} == {len(FACTS)}


def test_rows_do_not_reach_across_a_gap():
    codes = np.array([0, 0, 0, ord("法"), ord("治"), 0, ord("政"), ord("府")], np.uint64)
    values = SLIPS.language.rows(codes)
    assert values[1][4] >= 0
    assert values[2][6] == values[2][7] == -1


@pytest.mark.parametrize(
    "data", [b"", b"{}\n", b'{"parts": {"table": 6, "single": 2}, "weights": {}}\nabcdefgh']
)
def test_a_damaged_file_is_told(tmp_path, data):
    file = tmp_path / "language.bin"
    file.write_bytes(data)
    with pytest.raises(BadPackError, match="重新安装"):
        read_language(file)
