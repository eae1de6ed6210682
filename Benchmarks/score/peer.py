"""The aggregates of bench-score in DuckDB, on the same rows, and the comparison of both.

Usage: peer.py CSV OURS, where OURS holds what bench-score printed.
"""

import sys
import time

import duckdb

RUNS = 9
QUERY = """
select unit,
  count(*) filter (where signed_on between '2024-01-01' and '2024-10-31'
    and total_investment >= 1),
  count(*) filter (where signed_on between '2023-01-01' and '2023-10-31'
    and total_investment >= 1),
  count(*) filter (where signed_on between '2024-01-01' and '2024-10-31'
    and landed_on <= '2024-10-31' and total_investment >= 1),
  count(*) filter (where started_on between '2024-01-01' and '2024-10-31'
    and total_investment >= 1),
  sum(total_investment) filter (where started_on between '2024-01-01' and '2024-10-31'),
  count(*) filter (where started_on between '2024-01-01' and '2024-10-31'
    and total_investment >= 1 and strategic),
  count(*) filter (where produced_on between '2024-01-01' and '2024-10-31'
    and total_investment >= 1),
  median(started_on - signed_on) filter (where started_on between '2024-01-01' and '2024-10-31')
from projects group by unit order by unit
"""


def main(csv, ours):
    base = duckdb.connect()
    base.execute("set threads = 2")
    base.execute(
        "create table projects (unit varchar, id varchar, total_investment decimal(18, 4),"
        " signed_on date, landed_on date, started_on date, produced_on date, strategic boolean)")
    base.execute(f"copy projects from '{csv}' (header)")
    times = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        rows = base.execute(QUERY).fetchall()
        times.append((time.perf_counter() - start) * 1000)
    times = sorted(times[1:])
    lines = [line.split("\t") for line in open(ours, encoding="utf-8").read().splitlines()]
    own = {line[0]: line[1:] for line in lines}
    for row in rows:
        theirs = [float(value) for value in row[1:]]
        if [float(value) for value in own[row[0]]] != theirs:
            sys.exit(f"the numbers of {row[0]} differ: {own[row[0]]} and {theirs}")
    best, median = float(own["best"][0]), float(own["median"][0])
    print(f"scoring: best {best:.2f} ms, median {median:.2f} ms; "
          f"duckdb {duckdb.__version__}: best {times[0]:.2f} ms, "
          f"median {times[RUNS // 2]:.2f} ms", file=sys.stderr)
    peer = times[RUNS // 2]
    print(f"score-1m\t{median / 1000:.5f}\t{peer / 1000:.5f}\t{median / peer:.3f}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
