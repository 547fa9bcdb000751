"""What would embarrass a report, and nothing else: findings with a place, a sentence, a fix."""

from lawdraft.check.engine import check_report
from lawdraft.check.live import Live
from lawdraft.check.reading import Context
from lawdraft.check.rules.copied_other import copied_finding

__all__ = ["Context", "Live", "check_report", "copied_finding"]
