"""sqlite_reader.py FILE CITY: compares exported tables with what saima printed.

CITY is a folder with facts-PERIOD.json and race-PERIOD.json for some periods."""

import hashlib
import json
import pathlib
import sqlite3
import sys

from race import same


def check_file(db):
    same(db.execute("pragma integrity_check").fetchall(), [("ok",)], "integrity")
    same(db.execute("pragma foreign_key_check").fetchall(), [], "rows that name no row")
    described = set(db.execute("select table_name, column_name from columns"))
    tables = [name for (name,) in db.execute("select name from sqlite_schema where type='table'")]
    present = {
        (table, column[1])
        for table in tables
        if table != "columns"
        for column in db.execute(f'pragma table_info("{table}")')
    }
    same(described, present, "columns that are described")


def check_seqs(db):
    """The record that a row stands on speaks of the row's own thing."""
    places = [
        ("projects", "first_seq", "id"), ("projects", "last_seq", "id"),
        ("project_credits", "seq", "project"), ("project_schedule", "seq", "project"),
        ("claims", "seq", "project"), ("claims", "ruling_seq", "project"),
        ("claim_evidence", "seq", "sha256"), ("plans", "seq", "project"),
        ("investment", "seq", "month"), ("targets", "seq", "measure"),
        ("target_schedule", "seq", "organization"), ("findings", "seq", "id"),
        ("organizations", "first_seq", "id"), ("organization_groups", "seq", "organization"),
        ("organization_parents", "seq", "organization"), ("people", "seq", "id"),
        ("rulebooks", "seq", "version"), ("record_subjects", "seq", "id"),
        ("fact_investment", "seq", "project"), ("fact_findings", "seq", "id"),
        ("fact_plans", "seq", "project"), ("fact_projects", "seq", "id"),
        ("fact_units", "seq", "unit"), ("fact_values", "seq", "unit"),
    ]
    for table, seq, thing in places:
        query = (
            f'select t."{thing}", r.data, r.type from "{table}" t'
            f' join records r on r.seq = t."{seq}"'
        )
        rows = db.execute(query).fetchall()
        wanted = db.execute(f'select count(*) from "{table}" where "{seq}" is not null')
        same(len(rows), wanted.fetchone()[0], f"records of {table}.{seq}")
        if not rows:
            raise SystemExit(f"{table} is empty")
        for value, data, type in rows:
            # What becomes of a finding or of a blocker touches its project without naming it.
            touches = type == "finding.closed" or type.startswith("blocker.")
            if str(value) not in data and not touches:
                raise SystemExit(f"{table}.{seq}: {data} does not speak of {value}")


def cell(value, kind):
    if value is None:
        return None
    if kind == "flag":
        return value == 1
    return str(value)


def check_facts(db, text):
    facts = json.loads(text)
    hash = hashlib.sha256(text).hexdigest()
    found = db.execute(
        "select id, counted from fact_sets where period = ? and sha256 = ?",
        (facts["period"], hash)).fetchall()
    same(len(found), 1, f"sets of facts of {facts['period']}")
    number = found[0][0]
    units = db.execute(
        "select unit, name, race_group from fact_units where facts = ? order by position",
        (number,)).fetchall()
    same(units, [(u["id"], u["name"], u["group"]) for u in facts["units"]], "units")
    values = {name: {} for name in facts["values"]}
    for name, unit, value in db.execute(
        "select name, unit, value from fact_values where facts = ?", (number,)):
        values[name][unit] = value
    same(values, facts["values"], "values")
    kinds = {}
    for table, column, kind in db.execute("select table_name, column_name, kind from columns"):
        kinds.setdefault(table, {})[column] = kind
    named = {name for name in kinds if name.startswith("fact_")}
    own = {"fact_sets", "fact_units", "fact_values"}
    same(named - own, {"fact_" + name for name in facts["tables"]}, "tables of facts")
    for name, rows in facts["tables"].items():
        check_table(db, number, name, rows, kinds["fact_" + name])
    return hash


def check_table(db, number, name, rows, kinds):
    fields = [one for one in kinds if one not in ("facts", "position") and kinds[one] != "minor"]
    columns = ", ".join(f'"{one}"' for one in fields)
    found = db.execute(
        f'select {columns} from "fact_{name}" where facts = ? order by position', (number,))
    table = [
        {field: cell(value, kinds[field]) for field, value in zip(fields, row)} for row in found
    ]
    same(len(table), len(rows), f"rows of {name}")
    for ours, theirs in zip(table, rows):
        same(ours, theirs, f"a row of {name}")
    for field in kinds:
        if kinds[field] != "minor":
            continue
        major = field.removesuffix("_minor")
        for text, minor in db.execute(f'select "{major}", "{field}" from "fact_{name}"'):
            check_minor(text, minor, 10)


def check_minor(text, minor, places):
    from decimal import Decimal

    if text is None:
        same(minor, None, "minor units of nothing")
        return
    exact = Decimal(text) * 10**places
    same(minor, int(exact) if exact == int(exact) else None, f"minor units of {text}")


def check_race(db, race, hash):
    found = db.execute(
        "select r.id, r.rulebook_sha256, f.sha256, r.version from races r join fact_sets f"
        " on f.id = r.facts where r.rulebook = ? and r.period = ?",
        (race["rulebook"], race["period"])).fetchall()
    same(len(found), 1, "races of the period")
    number, rules, facts, version = found[0]
    same((rules, facts, version), (race["rulebook_sha256"], hash, race["version"]), "the race")
    same(race["facts_sha256"], hash, "hash of the facts")
    standings = db.execute(
        "select race_group, rank, unit, total, base, bonus, penalty, veto from standings"
        " where race = ? order by position", (number,)).fetchall()
    wanted = [
        (s["group"], s["rank"], s["unit"], s["total"], s["base"], s["bonus"], s["penalty"],
         int(s["veto"])) for s in race["standings"]
    ]
    same(standings, wanted, "standings")
    scores = {}
    for unit, indicator, score, points in db.execute(
        "select unit, indicator, score, points from scores where race = ?", (number,)):
        scores.setdefault(unit, {})[indicator] = (score, points)
    wanted = {
        s["unit"]: {
            name: (one.get("score"), one.get("points")) for name, one in s["scores"].items()
        } for s in race["standings"]
    }
    same(scores, wanted, "scores")


def check_nouns(db):
    """Nouns agree with each other and with the records they were folded from."""
    for amount, minor in db.execute("select amount, amount_minor from investment"):
        check_minor(amount, minor, 2)
    counts = {
        "project.registered": "projects", "project.stage_claimed": "claims",
        "finding.recorded": "findings", "organization.registered": "organizations",
        "rulebook.adopted": "rulebooks",
    }
    for type, table in counts.items():
        (records,) = db.execute("select count(*) from records where type = ?", (type,)).fetchone()
        (rows,) = db.execute(f'select count(*) from "{table}"').fetchone()
        same(rows, records, f"rows of {table}")
    recognised = "select project, stage, recognised_day from claims where ruling = 'recognised'"
    days = {(project, stage): day for project, stage, day in db.execute(recognised)}
    columns = {"signed_on": "signed", "started_on": "started", "produced_on": "producing"}
    (last,) = db.execute("select max(id) from fact_sets").fetchone()
    (counted,) = db.execute("select counted from fact_sets where id = ?", (last,)).fetchone()
    (records,) = db.execute("select records from basis").fetchone()
    same(counted, records, "the last set of facts stands on all records")
    for column, stage in columns.items():
        query = f"select id, {column} from fact_projects where facts = ?"
        for project, day in db.execute(query, (last,)):
            same(day, days.get((project, stage)), f"{stage} of {project}")


def main(path, folder):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    check_file(db)
    check_seqs(db)
    check_nouns(db)
    folder = pathlib.Path(folder)
    seen = 0
    for facts in sorted(folder.glob("facts-*.json")):
        hash = check_facts(db, facts.read_bytes())
        race = folder / facts.name.replace("facts-", "race-")
        check_race(db, json.loads(race.read_text()), hash)
        seen += 1
    if seen == 0:
        raise SystemExit("nothing was compared")


if __name__ == "__main__":
    main(*sys.argv[1:])
