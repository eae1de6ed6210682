"""about.py TABLES.sqlite FACTS.json RULEBOOK.yaml RECORDS OUT.json: what a bulletin of the shared
city says beside its race, from the tables as of the race's cut-off, the facts and the rules."""

import json
import re
import sqlite3
import sys

STAGES = ("signed", "landed", "started", "producing")


def refused(db, period):
    """Claims of the year up to the period's end, by the units credited with the project."""
    (facts,) = db.execute("select id from fact_sets where period = ?", (period,)).fetchone()
    marks = ", ".join("?" for _ in STAGES)
    rows = db.execute(
        f"""select f.unit, count(*) from claims c join fact_projects f on f.id = c.project
        where f.facts = ? and c.ruling in ('refused', 'revoked') and c.stage in ({marks})
        and c.claimed_day >= ? and substr(c.claimed_day, 1, 7) <= ? group by f.unit""",
        (facts, *STAGES, period[:4] + "-01-01", period))
    return dict(rows.fetchall())


def main(path, facts, rulebook, records, out):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    facts = json.load(open(facts))
    text = open(rulebook, encoding="utf-8").read()
    titles = dict(re.findall(r"^- \{id: (\w+), *title: \{zh: ([^}]+)\}", text, re.MULTILINE))
    year, month = facts["period"].split("-")
    json.dump(
        {
            "names": {unit["id"]: unit["name"] for unit in facts["units"]}, "titles": titles,
            "issuer": "滨海市人民政府（示例）", "number": "滨政办〔2024〕10号",
            "title": f"关于{year}年{int(month)}月“赛马”情况的通报", "date": "2024年12月31日",
            "records": int(records), "refused": refused(db, facts["period"]),
        }, open(out, "w"))


if __name__ == "__main__":
    main(*sys.argv[1:])
