"""A plain reading of the rulebook language in fractions, to hold the engine against.

A rulebook is given as dicts, lists, strings (source text), True, False and None; facts as parsed
JSON whose numbers are `Literal` (their source text). Nothing here is fast or says why it refuses.
"""

from fractions import Fraction

from scores import Scores
from scalars import (
    NOT_APPLICABLE, Refused, refuse_if, keys, text, items, word, number, decimal, rounded)


class Race(Scores):
    TOP = ("rulebook schema version title effective period cutoff numeric groups params measures"
           " indicators missing aggregate adjust total rank").split()

    def __init__(self, rules, facts):
        self.rules = keys(rules, self.TOP, ["rulebook", "schema", "version", "indicators"])
        text(rules["rulebook"]), text(rules["version"])
        word(rules["schema"], ["1"])
        refuse_if(isinstance(rules.get("title"), list), "title")
        super().__init__(rules, facts)
        if "numeric" in rules:
            word(keys(rules["numeric"], ["rounding"]).get("rounding", "half_up"), ["half_up"])
        if "cutoff" in rules:
            self.whole(keys(rules["cutoff"], ["days_after_period_end"],
                            ["days_after_period_end"])["days_after_period_end"], 0, 3660)
        self.default = "reject"
        if "missing" in rules:
            self.default = word(keys(rules["missing"], ["default"], ["default"])["default"],
                                self.POLICIES)
        self.measures = rules.get("measures", {})
        refuse_if(not isinstance(self.measures, dict), "measures")
        self.values, self.open = {}, set()
        for name in self.measures:
            self.measure(name)

    # Adjustments

    def adjustment(self, rule):
        refuse_if(not isinstance(rule, dict), "adjustment")
        kind = word(rule.get("kind"), ["bonus", "penalty", "veto"])
        known = ["id", "kind", "of", "where"]
        known += ["effect"] if kind == "veto" else [
            "field", "points", "tiers", "highest_tier_only", "cap"]
        keys(rule, known, ["id", "of"])
        text(rule["id"])
        table, rows = self.rows(rule["of"], rule.get("where", []))
        if kind == "veto":
            effect = keys(rule.get("effect", {}), ["score", "rank", "award"])
            word(effect.get("rank", "last"), ["last"])
            word(effect.get("award", "ineligible"), ["ineligible"])
            score = self.amount(effect["score"]) if "score" in effect else None
            return kind, {row["unit"] for row in rows}, score, "rank" in effect
        earn = self.earning(rule, table)
        cap = self.amount(rule["cap"]) if "cap" in rule else None
        sums = {}
        for unit in self.units:
            total = sum((earn(row) for row in rows if row["unit"] == unit), Fraction(0))
            sums[unit] = total if cap is None else min(total, cap)
        return kind, sums, None, False

    def earning(self, rule, table):
        refuse_if(("points" in rule) == ("tiers" in rule), "points or tiers")
        field = self.column(table, rule["field"]) if "field" in rule else None
        if "tiers" in rule:
            highest = rule.get("highest_tier_only", True)
            refuse_if(not isinstance(highest, bool) or field is None, "tiers")
            tiers = self.pairs(rule["tiers"], "ge", "points")

            def earn(row):
                value = self.cell(row, field)
                if value is None:
                    return Fraction(0)
                value = number(value)
                reached = [points for edge, points in tiers if value >= edge]
                return sum(reached[-1:] if highest else reached, Fraction(0))
            return earn
        refuse_if("highest_tier_only" in rule, "highest_tier_only")
        points = rule["points"]
        if isinstance(points, dict) and set(points) != {"param"}:
            refuse_if(field is None or not points, "points")
            listed = {value: self.amount(earned) for value, earned in points.items()}
            return lambda row: listed.get(self.cell(row, field), Fraction(0))
        each = self.amount(points)
        return lambda row: each if field is None or self.cell(row, field) is not None \
            else Fraction(0)

    # Totals and ranks

    def standings(self):
        rules = self.rules
        indicators = [self.indicator(rule) for rule in items(rules["indicators"])]
        ids = [name for name, _, _ in indicators]
        refuse_if(not ids or len(set(ids)) < len(ids), "indicator ids")
        for group in self.groups:
            refuse_if(not any(weights[group] > 0 for _, weights, _ in indicators), "no weight")
        adjust = items(rules.get("adjust", []))
        adjustments = [self.adjustment(rule) for rule in adjust]
        refuse_if(len({rule["id"] for rule in adjust}) < len(adjust), "adjustment ids")
        aggregate = keys(rules.get("aggregate", {}), ["mean", "scale"])
        word(aggregate.get("mean", "arithmetic"), ["arithmetic"])
        scale = self.amount(aggregate.get("scale", "1"))
        total = keys(rules.get("total", {}), ["floor", "cap", "round"])
        places = self.whole(total.get("round", "2"), 0, 12)
        floor, cap = [self.amount(total[k]) if k in total else None for k in ("floor", "cap")]
        rank = keys(rules.get("rank", {}), ["within", "on", "tie_break", "then"])
        exact = word(rank.get("on", "rounded_total"), ["rounded_total", "total"]) == "total"
        word(rank.get("then", "shared_min"), ["shared_min"])
        ties = [text(tie) for tie in items(rank.get("tie_break", []))]
        refuse_if(any(not tie.startswith("score.") or tie[6:] not in ids for tie in ties), "tie")
        lines = {}
        for unit in self.units:
            group = self.group_of[unit]
            applies = [(n, w[group], s[unit]) for n, w, s in indicators if s[unit] is not None]
            weight = sum(w for _, w, _ in applies)
            points = {n: w * y * scale / weight for n, w, y in applies}
            line = {"unit": unit, "group": group, "points": points, "veto": False, "last": False,
                    "base": sum(points.values(), Fraction(0)), "bonus": Fraction(0),
                    "penalty": Fraction(0), "scores": {n: y for n, _, y in applies}}
            vetoes = []
            for kind, found, score, last in adjustments:
                if kind != "veto":
                    line[kind] += found[unit]
                elif unit in found:
                    line["veto"], line["last"] = True, line["last"] or last
                    vetoes += [] if score is None else [score]
            result = line["base"] + line["bonus"] - line["penalty"]
            result = result if floor is None else max(result, floor)
            result = result if cap is None else min(result, cap)
            result = min(vetoes) if vetoes else result
            line["total"] = rounded(result, places) if applies else None
            line["key"] = (not line["last"], result if exact else line["total"],
                           [(n[6:] in points, points.get(n[6:], 0)) for n in ties])
            lines[unit] = line
        return self.output(lines, ids, places, self.within(rank))

    def output(self, lines, ids, places, within):
        pools = [self.order] if within == "all" else list(self.groups.values())
        for pool in pools:
            ranked = [lines[unit] for unit in pool if lines[unit]["total"] is not None]
            for line in ranked:
                line["rank"] = 1 + sum(1 for other in ranked if other["key"] > line["key"])
        standings = []
        for group, units in self.groups.items():
            order = sorted(units, key=lambda unit: lines[unit].get("rank", float("inf")))
            for line in (lines[unit] for unit in order):
                standings.append({
                    "group": group, "rank": line.get("rank"), "unit": line["unit"],
                    "total": None if line["total"] is None
                    else decimal(line["total"], places, True),
                    "base": decimal(line["base"]), "bonus": decimal(line["bonus"]),
                    "penalty": decimal(line["penalty"]), "veto": line["veto"],
                    "scores": {name: {"score": decimal(line["scores"][name]),
                                      "points": decimal(line["points"][name])}
                               if name in line["scores"] else {"status": NOT_APPLICABLE}
                               for name in ids}})
        return {"rulebook": text(self.rules["rulebook"]), "version": text(self.rules["version"]),
                "period": self.period, "standings": standings}


def score(rules, facts):
    """The standings, or None where the rulebook or the facts are refused."""
    try:
        return Race(rules, facts).standings()
    except Refused:
        return None
