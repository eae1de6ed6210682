"""Rulebooks at random, of every form."""

from scores import Scores
from trial_facts import FactsTrial


class RulesTrial(FactsTrial):
    def conditions(self):
        return [self.condition() for _ in range(self.r.choice([0, 1, 1, 2, 3]))]

    def condition(self):
        r = self.r
        op = r.choice("eq ne lt le gt ge in exists absent in_period in_prior_year"
                      " by_period_end in_period by_period_end".split())
        if op.startswith(("in_", "by_")):
            return {"field": r.choice(["on", "end", "m"]), "op": op}
        field = r.choice(["amt", "on", "m", "kind", "flag", "mix", "unit", "id"])
        condition = {"field": field, "op": op}
        if op == "in":
            condition["value"] = [self.comparand(field) for _ in range(r.randint(0, 3))]
        elif op not in ("exists", "absent"):
            condition["value"] = self.comparand(field)
        return condition

    def comparand(self, field):
        natural = {"amt": self.amount, "on": self.day, "m": self.month,
                   "flag": lambda: self.maybe(0.5)}.get(field, self.kind)
        return self.r.choice([natural, natural, natural, self.kind, self.amount, self.day])()

    def operand(self):
        return self.r.choice(self.names + ["a", "b", "c", "zero.v"])

    def measure(self):
        r = self.r
        form = r.choice(["fact", "agg", "agg", "agg", "ratio", "difference", "share", "mix",
                         "growth"])
        if form == "fact":
            return {"fact": r.choice(["a", "b", "c", "none"])}
        if form == "agg":
            return self.aggregate()
        if form == "share":
            return {"share": self.operand()}
        if form == "mix":
            return {"mix": [{"of": self.operand(), "weight": self.amount(0)}
                            for _ in range(r.randint(1, 3))]}
        measure = {form: [self.operand(), self.operand()]}
        if form == "ratio" and self.maybe(0.7):
            measure["zero_den"] = r.choice(["missing", "not_applicable", "zero", "full"])
        if form == "growth" and self.maybe(0.6):
            measure["base_not_positive"] = r.choice(["missing", "turnaround"])
        return measure

    def aggregate(self):
        r = self.r
        kind = r.choice("count count_distinct sum mean median min max".split())
        table = "p" if self.maybe(0.95) else "empty"
        measure = {"agg": kind, "of": table, "where": self.conditions()}
        if self.maybe(0.3):
            measure["days"] = r.choice([["on", "end"], ["end", "on"]])
        elif kind == "count_distinct":
            measure["field"] = r.choice(["amt", "kind", "mix", "on", "flag", "unit"])
        elif kind != "count" or self.maybe(0.5):
            measure["field"] = "amt"
        if self.maybe(0.25):
            measure["min_n"] = r.choice(["0", "1", "2", "3"])
        if not measure["where"] and self.maybe(0.5):
            del measure["where"]
        return measure

    def step(self):
        r = self.r
        name = r.choice("cap floor clamp multiply add goalposts minmax rank_ladder"
                        " percentile_rank efficacy bands marginal".split())
        within = {"within": r.choice(["group", "all"])} if self.maybe(0.5) else {}
        if name in ("cap", "floor", "multiply", "add"):
            return {name: self.amount()}
        if name == "clamp":
            return {name: [self.amount(), self.amount()]}
        if name == "goalposts":
            return {name: {"at0": self.amount(), "at1": self.amount()}}
        if name in ("minmax", "percentile_rank"):
            return {name: {"no_spread": self.amount(), **within}}
        if name == "rank_ladder":
            rule = {"step": self.amount(), "floor": self.amount(), **within}
            if self.maybe(0.5):
                rule["first"] = self.amount()
            if self.maybe(0.5):
                rule["zero_value"] = self.amount()
            return {name: rule}
        if name == "efficacy":
            ends = r.choice([["group_min", "group_max"], ["group_max", "group_min"],
                             [self.amount(), self.amount()], ["group_min", self.amount()]])
            rule = {"fail": ends[0], "best": ends[1], "base": self.amount(),
                    "span": self.amount(), **within}
            if "group_min" in ends or self.maybe(0.3):
                rule["no_spread"] = self.amount()
            return {name: rule}
        if name == "bands":
            rule = {"edges": [{"ge": self.amount(), "score": self.amount()}
                              for _ in range(r.randint(1, 4))]}
            if self.maybe(0.5):
                rule["below"] = self.amount()
            return {name: rule}
        return {name: {"brackets": [{"from": self.amount(), "rate": self.amount()}
                                    for _ in range(r.randint(1, 4))]}}

    def indicator(self, index):
        r = self.r
        rule = {"id": f"i{index}", "measure": self.operand()}
        rule["weight"] = r.choice(["1", "2.5", "10", "0"]) if self.maybe(0.8) else (
            {group: self.amount(0) for group in self.groups} if self.maybe(0.7)
            else self.amount(0))
        if self.maybe(0.4):
            rule["direction"] = r.choice(["higher", "lower"])
        if self.maybe(0.8):
            rule["missing"] = r.choice(Scores.POLICIES[:5] + ["zero"])
        if self.maybe(0.9):
            rule["score"] = [self.step() for _ in range(r.choice([0, 1, 1, 1, 2, 3]))]
        return rule

    def adjustment(self, index):
        r = self.r
        kind = r.choice(["bonus", "penalty", "veto"])
        rule = {"id": f"j{index}", "kind": kind, "of": "p", "where": self.conditions()}
        if kind == "veto":
            if self.maybe(0.8):
                effect = {"score": self.amount(), "rank": "last", "award": "ineligible"}
                rule["effect"] = {k: v for k, v in effect.items() if self.maybe(0.6)}
            return rule
        if self.maybe(0.4):
            rule["cap"] = self.amount(0)
        form = r.choice(["points", "listed", "tiers"])
        if form == "points":
            rule["points"] = self.amount()
            if self.maybe(0.5):
                rule["field"] = r.choice(["kind", "amt", "m"])
        elif form == "listed":
            rule["field"] = r.choice(["kind", "mix", "flag", "amt"])
            rule["points"] = {key: self.amount() for key in sorted({self.kind() for _ in range(3)})}
        else:
            rule["field"] = "amt"
            rule["tiers"] = [{"ge": self.amount(), "points": self.amount()}
                             for _ in range(r.randint(1, 3))]
            if self.maybe(0.6):
                rule["highest_tier_only"] = self.maybe(0.5)
        return rule

    def rules(self):
        r = self.r
        self.names = []
        rules = {"rulebook": "t", "schema": "1", "version": r.choice(["1", "2024.1"])}
        if self.maybe(0.6):
            rules["period"] = {"unit": self.unit, "basis": r.choice(["period", "ytd"])}
        if self.maybe(0.3):
            rules["effective"] = {"from": f"{self.year}-01-01", "until": f"{self.year + 1}-01-01"}
        if self.maybe(0.2):
            rules["title"] = {"zh": "示例", "en": "An example"}
        if self.maybe(0.6) or any(not members for members in self.groups.values()):
            rules["groups"] = {name: list(members) for name, members in self.groups.items()}
        measures = {}
        for index in range(r.randint(0, 7)):
            measures[f"m{index}"] = self.measure()
            self.names.append(f"m{index}")
        rules["indicators"] = [self.indicator(i) for i in range(r.randint(1, 4))]
        if self.maybe(0.5):
            rules["adjust"] = [self.adjustment(i) for i in range(r.randint(0, 3))]
        if self.maybe(0.4):
            rules["missing"] = {"default": r.choice(Scores.POLICIES[:5])}
        if self.maybe(0.4):
            rules["aggregate"] = {"mean": "arithmetic", "scale": self.amount()}
        if self.maybe(0.5):
            total = {"floor": self.amount(), "cap": self.amount(),
                     "round": str(r.randint(0, 12))}
            rules["total"] = {k: v for k, v in total.items() if self.maybe(0.5)}
        if self.maybe(0.6):
            rank = {"within": r.choice(["group", "all"]),
                    "on": r.choice(["rounded_total", "total"]),
                    "tie_break": ["score." + rule["id"] for rule in rules["indicators"]],
                    "then": "shared_min"}
            rules["rank"] = {k: v for k, v in rank.items() if self.maybe(0.6)}
        items = list(measures.items())
        if self.maybe(0.5):
            r.shuffle(items)
        if items or self.maybe(0.5):
            rules["measures"] = dict(items)
        if self.params or self.maybe(0.1):
            rules["params"] = self.params
        return rules
