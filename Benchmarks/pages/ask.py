"""Asks for project lists over one connection and prints the median and the 99th percentile of the
milliseconds that the server says it took, tab-separated.

usage: ask.py BASE_URL | ask.py --redmine ISSUES_URL

Saima says so in `Server-Timing`, Redmine in `X-Runtime`. Each list is asked for 40 times after a
first time that does not count; what is asked for stands in another order in each round.
"""

import http.client
import random
import re
import sys
import urllib.parse

ROUNDS = 40

LISTS = [
    "", "?page=100", "?page=200", "?sort=name", "?sort=-total", "?sort=-total&page=77",
    "?sort=stage&size=200", "?sort=-changed", "?sort=-progress&page=3", "?q=港口", "?q=智能船舶 金普",
    "?q=zhongshan", "?q=项目9999", "?q=没有这个", "?district=jinpu", "?district=gaoxin&sort=-total",
    "?stage=signed", "?stage=producing&sort=-invested&page=5", "?pending=1", "?strategic=1&q=电池",
    "?view=board", "?view=board&district=wafangdian",
]

REDMINE_LISTS = [
    "", "&page=100", "&page=200", "&sort=subject", "&sort=priority:desc", "&sort=updated_on:desc",
]


def lists(url, is_redmine):
    if is_redmine:
        return [f"{url}?per_page=50{more}" for more in REDMINE_LISTS]
    return [f"{url}/projects{urllib.parse.quote(more, safe='?=&-')}" for more in LISTS]


def milliseconds(answer, is_redmine):
    if is_redmine:
        return float(answer.headers["X-Runtime"]) * 1000
    return float(re.search(r"dur=([0-9.]+)", answer.headers["Server-Timing"]).group(1))


def main():
    is_redmine = sys.argv[1] == "--redmine"
    base = urllib.parse.urlsplit(sys.argv[-1])
    wanted = lists(base.path.rstrip("/"), is_redmine)
    connection = http.client.HTTPConnection(base.netloc, timeout=60)
    shuffle = random.Random(10).shuffle
    times = []
    for turn in range(ROUNDS + 1):
        order = list(wanted)
        shuffle(order)
        for path in order:
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200 or not body:
                sys.exit(f"{path} answers {answer.status}")
            if turn:
                times.append(milliseconds(answer, is_redmine))
    times.sort()
    print(f"{times[len(times) // 2]:.3f}\t{times[int(len(times) * 0.99)]:.3f}")
    print(f"{len(times)} pages, {len(wanted)} lists", file=sys.stderr)


main()
