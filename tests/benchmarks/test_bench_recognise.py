"""How long recognising takes: 200 reports in one call leave about 12 ms for each."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "recognise"))

from reading import document
from synthetic import make

from lawdraft.recognise import recognise_report

REPORTS = [document(make(seed).text) for seed in range(20)]


def test_twenty_reports(benchmark):
    reports = benchmark(lambda: [recognise_report(each) for each in REPORTS])
    assert len(reports) == 20
