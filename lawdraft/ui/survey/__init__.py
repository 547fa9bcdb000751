"""A folder of reports as tables: the page 汇总, its tabs, and the details of one report."""
