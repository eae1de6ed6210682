"""What a bulletin must say of a race, worked out from the race's JSON and nothing else."""

import json
from fractions import Fraction

HALF = Fraction(1, 2)


class Row:
    def __init__(self, line, group, before):
        self.unit = line["unit"]
        self.rank = line["rank"]
        self.total = line["total"]
        self.base, self.bonus, self.penalty = line["base"], line["bonus"], line["penalty"]
        self.veto = line["veto"]
        self.scores = line["scores"]
        self.marks = {name: mark(name, line, group) for name in line["scores"]}
        self.movement = movement(line, before)
        self.reason = reason(line, group)


def mark(name, line, group):
    """The rank of a score among those of its group; None where it does not apply."""
    own = line["scores"][name].get("score")
    if own is None:
        return None
    others = [other["scores"][name].get("score") for other in group]
    return 1 + sum(1 for other in others if other is not None and Fraction(other) > Fraction(own))


def movement(line, before):
    then = next((one for one in before if one["unit"] == line["unit"]), None)
    if then is None or then["group"] != line["group"]:
        return None
    if then["rank"] is None or line["rank"] is None:
        return None
    return then["rank"] - line["rank"]


def reason(line, group):
    """Indicator (or penalty, bonus) and the points by which it differs most from the rival."""
    if line["veto"]:
        return "veto", None
    if line["rank"] is None:
        return "none", None
    rivals = [one for one in group if one is not line and one["rank"] is not None]
    rival = next((one for one in rivals if not one["veto"]), None)
    if rival is None:
        return "alone", None
    if Fraction(line["base"]) == 0 and Fraction(line["bonus"]) == 0:
        return "nothing", None
    if line["rank"] == rival["rank"]:
        return "level", None
    gaps = []
    for name, score in line["scores"].items():
        other = rival["scores"][name]
        if "points" in score and "points" in other:
            gaps.append((name, Fraction(score["points"]) - Fraction(other["points"])))
    gaps.append(("bonus", Fraction(line["bonus"]) - Fraction(rival["bonus"])))
    gaps.append(("penalty", Fraction(rival["penalty"]) - Fraction(line["penalty"])))
    leads = line["rank"] < rival["rank"]
    widest = max(gap for _, gap in gaps) if leads else min(gap for _, gap in gaps)
    if widest == 0 or (widest > 0) != leads:
        return "level", None
    return {name for name, gap in gaps if gap == widest}, fixed(abs(widest))


def fixed(value):
    """Two decimals, half away from zero."""
    cents = int(value * 100 + HALF)
    return f"{cents // 100}.{cents % 100:02d}"


def read(path, before):
    """The groups of a race in order, each with its rows, and the race itself."""
    race = json.load(open(path))
    former = json.load(open(before))["standings"] if before != "-" else []
    groups = []
    for line in race["standings"]:
        if not groups or groups[-1][0] != line["group"]:
            groups.append((line["group"], []))
        groups[-1][1].append(line)
    return race, [(name, [Row(one, lines, former) for one in lines]) for name, lines in groups]


def same(found, expected, what):
    if found != expected:
        raise SystemExit(f"{what}: {found!r} is not {expected!r}")
