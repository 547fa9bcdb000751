"""lawdraft（法治报告助手）: drafts, checks and lays out a township's yearly 法治政府建设年度报告."""

__version__ = "0.1.0"
