"""Checking again while typing gives what checking anew gives."""

from dataclasses import replace

from lawdraft import flow
from lawdraft.model import editing
from lawdraft.store.sample import load_sample


def begun(kit):
    sample = load_sample(kit.places.resources)
    last = flow.load_report(sample.web_page, kit)[0]
    return flow.start_draft(last, kit, year=2026), last


def found(draft, last, kit):
    report = flow.compose(draft, kit)
    return flow.check(
        report, kit, year=draft.year, organisation=draft.organisation, last=last, draft=draft
    ).findings


def test_every_edit_gives_the_findings_of_a_whole_check():
    kit = flow.Kit()
    draft, last = begun(kit)
    live = flow.LiveCheck(kit)
    card = next(card for card in draft.cards if len(card.text) > 30)

    for words in ("全面安排布署工作。", "全面安排部署工作。", "按照《信访条例》办理。"):
        draft = editing.change_card(draft, card.id, lambda each, w=words: replace(each, text=w))
        again = live.check(flow.compose(draft, kit), draft, last, None).findings
        assert again == found(draft, last, kit)
