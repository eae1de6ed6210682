"""peer.py load FILE: decodes every record with orjson, best of three.
peer.py append FILE COUNT BATCH: inserts rows as large as records, BATCH to a durable commit.
Each prints its seconds."""

import sqlite3
import sys
import time


def load(path):
    import orjson

    best = float("inf")
    for _ in range(3):
        connection = sqlite3.connect(path)
        start = time.perf_counter()
        for (record,) in connection.execute("SELECT bytes FROM records ORDER BY seq"):
            orjson.loads(record)
        best = min(best, time.perf_counter() - start)
        connection.close()
    return best


def append(path, count, batch):
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(
        "CREATE TABLE records(seq INTEGER PRIMARY KEY, bytes BLOB NOT NULL, leaf BLOB NOT NULL)"
    )
    record, leaf = b"r" * 480, b"l" * 32
    start = time.perf_counter()
    for first in range(0, count, batch):
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            "INSERT INTO records VALUES (?, ?, ?)",
            [(seq, record, leaf) for seq in range(first, min(first + batch, count))],
        )
        connection.execute("COMMIT")
    seconds = time.perf_counter() - start
    connection.close()
    return seconds


if sys.argv[1] == "load":
    print(load(sys.argv[2]))
else:
    print(append(sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
