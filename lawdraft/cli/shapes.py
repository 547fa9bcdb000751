"""The JSON of the command line: values of the model as the dictionaries of the contract."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lawdraft.flow import Checked
    from lawdraft.model.document import Document, Source
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Figure, Report
    from lawdraft.model.similarity import Comparison

Shape = dict[str, Any]


def of_source(source: Source | None) -> Shape | None:
    """Where lines came from."""
    if source is None:
        return None
    return {**asdict(source), "warnings": list(source.warnings)}


def of_document(document: Document) -> Shape:
    """`read --json`."""
    lines = [
        {"text": x.text, "style": x.style, "numbering": x.numbering, "table": x.table}
        for x in document.lines
    ]
    return {"source": of_source(document.source), "lines": lines}


def of_report(report: Report) -> Shape:
    """`outline --json` and `compose --json`."""
    return {
        "source": of_source(report.source),
        "organisation": report.organisation,
        "level": report.level,
        "year": report.year,
        "year_reason": report.year_reason,
        "title": report.title,
        "addressee": report.addressee,
        "signature": report.signature,
        "date": report.date.isoformat() if report.date else None,
        "removed": [{"line": r.line, "text": r.text} for r in report.removed],
        "notes": list(report.notes),
        "text": report.text,
        "headings": [{**asdict(h), "kinds": list(h.kinds)} for h in report.headings],
        "points": [asdict(p) for p in report.points],
        "figures": [of_figure(f) for f in report.figures],
        "paragraphs": [asdict(p) for p in report.paragraphs],
        "sections": [{**asdict(s), "kinds": list(s.kinds)} for s in report.sections],
    }


def of_figure(figure: Figure) -> Shape:
    """One figure; fields in the order of the contract."""
    return asdict(figure)


def of_checked(checked: Checked) -> Shape:
    """`check --json`."""
    comparison = checked.comparison
    return {
        "source": of_source(checked.report.source),
        "findings": [of_finding(f) for f in checked.findings],
        "similarity": None if comparison is None else of_comparison(comparison, None),
        "text": checked.report.text,
    }


def of_finding(finding: Finding) -> Shape:
    """One finding."""
    shape = asdict(finding)
    return {**shape, "other": None if finding.other is None else list(finding.other)}


def of_comparison(comparison: Comparison, text: str | None) -> Shape:
    """`similar --json`; inside `check` the text is not repeated."""
    matches = [
        {
            "report": m.report_id,
            "kind": m.kind,
            "own": m.own,
            "draft": [m.draft.start, m.draft.end],
            "source": [m.source.start, m.source.end],
            "score": round(m.score, 4),
            "leftovers": list(m.leftovers),
        }
        for m in comparison.matches
    ]
    shape: Shape = {
        "substance": round(comparison.substance, 4),
        "set_phrases": round(comparison.set_phrases, 4),
        "others": round(comparison.others, 4),
        "matches": matches,
    }
    return shape if text is None else {**shape, "text": text}
