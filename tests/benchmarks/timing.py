"""How long a piece of work takes at its best."""

import time

TIMES = 9


def best(work, times=TIMES):
    """The shortest of some runs, seconds."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return min(took)
