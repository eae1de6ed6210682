"""From measures to scores, step by step."""

from fractions import Fraction

from measures import Measures
from scalars import MISSING, NOT_APPLICABLE, refuse_if, keys, text, items, word, median


class Scores(Measures):
    POLICIES = ["zero", "not_applicable", "fail_score", "group_mean", "group_median", "reject"]

    def peers(self, unit, values, within):
        members = self.order if within == "all" else self.groups[self.group_of[unit]]
        return [values[other] for other in members if isinstance(values[other], Fraction)]

    def apply(self, step, values, lower):
        refuse_if(not isinstance(step, dict) or len(step) != 1, "step")
        (name, rule), = step.items()
        word(name, "cap floor clamp multiply add goalposts minmax rank_ladder percentile_rank"
             " efficacy bands marginal".split())
        change = getattr(self, "step_" + name)(rule, lower)
        return {unit: change(value, lambda within: self.peers(unit, values, within))
                if isinstance(value, Fraction) else value for unit, value in values.items()}

    def within(self, rule):
        return word(rule.get("within", "group"), ["group", "all"])

    def step_cap(self, rule, lower):
        cap = self.amount(rule)
        return lambda v, peers: min(v, cap)

    def step_floor(self, rule, lower):
        floor = self.amount(rule)
        return lambda v, peers: max(v, floor)

    def step_multiply(self, rule, lower):
        factor = self.amount(rule)
        return lambda v, peers: v * factor

    def step_add(self, rule, lower):
        term = self.amount(rule)
        return lambda v, peers: v + term

    def step_clamp(self, rule, lower):
        low, high = map(self.amount, self.pair(rule))
        return lambda v, peers: max(low, min(high, v))

    def step_goalposts(self, rule, lower):
        keys(rule, ["at0", "at1"], ["at0", "at1"])
        at0, at1 = self.amount(rule["at0"]), self.amount(rule["at1"])
        refuse_if(at0 == at1, "goalposts")
        return lambda v, peers: (v - at0) / (at1 - at0)

    def step_minmax(self, rule, lower):
        keys(rule, ["no_spread", "within"], ["no_spread"])
        constant, within = self.amount(rule["no_spread"]), self.within(rule)

        def change(v, peers):
            low, high = min(peers(within)), max(peers(within))
            if low == high:
                return constant
            y = (v - low) / (high - low)
            return 1 - y if lower else y
        return change

    def place(self, v, peers, lower):
        return 1 + sum(1 for p in peers if (p < v if lower else p > v))

    def step_rank_ladder(self, rule, lower):
        keys(rule, ["first", "step", "floor", "zero_value", "within"], ["step", "floor"])
        first, step = self.amount(rule.get("first", "1")), self.amount(rule["step"])
        floor, within = self.amount(rule["floor"]), self.within(rule)
        zero = self.amount(rule["zero_value"]) if "zero_value" in rule else None

        def change(v, peers):
            if v == 0 and zero is not None:
                return zero
            return max(floor, first - step * (self.place(v, peers(within), lower) - 1))
        return change

    def step_percentile_rank(self, rule, lower):
        keys(rule, ["no_spread", "within"], ["no_spread"])
        constant, within = self.amount(rule["no_spread"]), self.within(rule)

        def change(v, peers):
            n = len(peers(within))
            if n == 1:
                return constant
            return Fraction(n - self.place(v, peers(within), lower), n - 1)
        return change

    def step_efficacy(self, rule, lower):
        keys(rule, ["fail", "best", "base", "span", "no_spread", "within"],
             ["fail", "best", "base", "span"])
        base, span, within = self.amount(rule["base"]), self.amount(rule["span"]), self.within(rule)
        constant = self.amount(rule["no_spread"]) if "no_spread" in rule else None
        bounds = [rule[key] if rule[key] in ("group_min", "group_max") else self.amount(rule[key])
                  for key in ("fail", "best")]
        refuse_if(constant is None and (bounds[0] == bounds[1] or any(
            isinstance(bound, str) for bound in bounds)), "efficacy without no_spread")

        def change(v, peers):
            ends = {"group_min": min(peers(within)), "group_max": max(peers(within))}
            fail, best = [ends.get(b, b) for b in bounds]
            return constant if fail == best else base + span * (v - fail) / (best - fail)
        return change

    def pairs(self, value, key, earned):
        refuse_if(not items(value), "empty list")
        pairs = []
        for entry in value:
            keys(entry, [key, earned], [key, earned])
            pairs.append((self.amount(entry[key]), self.amount(entry[earned])))
        refuse_if(len({edge for edge, _ in pairs}) < len(pairs), "edge twice")
        return sorted(pairs)

    def step_bands(self, rule, lower):
        keys(rule, ["edges", "below"], ["edges"])
        edges = self.pairs(rule["edges"], "ge", "score")
        below = self.amount(rule["below"]) if "below" in rule else Fraction(0)
        return lambda v, peers: ([below] + [y for edge, y in edges if v >= edge])[-1]

    def step_marginal(self, rule, lower):
        brackets = self.pairs(keys(rule, ["brackets"], ["brackets"])["brackets"], "from", "rate")

        def change(v, peers):
            sum_, ends = Fraction(0), [start for start, _ in brackets[1:]] + [None]
            for (start, rate), end in zip(brackets, ends):
                top = v if end is None else min(v, end)
                sum_ += max(top - start, 0) * rate
            return sum_
        return change

    def indicator(self, rule):
        keys(rule, ["id", "title", "weight", "measure", "direction", "missing", "score"],
             ["id", "weight", "measure"])
        text(rule["id"])
        refuse_if(isinstance(rule.get("title"), list), "title")
        lower = word(rule.get("direction", "higher"), ["higher", "lower"]) == "lower"
        policy = word(rule.get("missing", self.default), self.POLICIES)
        weight = rule["weight"]
        if isinstance(weight, dict) and set(weight) != {"param"}:
            refuse_if(set(weight) != set(self.groups), "weights by group")
            weights = {group: self.amount(value) for group, value in weight.items()}
        else:
            weights = dict.fromkeys(self.groups, self.amount(weight))
        refuse_if(any(w < 0 for w in weights.values()), "negative weight")
        scores = self.operand(rule["measure"])
        for step in items(rule.get("score", [])):
            scores = self.apply(step, scores, lower)
        final = {}
        for unit, score in scores.items():
            if weights[self.group_of[unit]] == 0:
                score = NOT_APPLICABLE
            if score == MISSING:
                refuse_if(policy == "reject", "missing value")
                score = self.stand_in(policy, rule, self.peers(unit, scores, "group"))
            final[unit] = score if isinstance(score, Fraction) else None
        return rule["id"], weights, final

    def stand_in(self, policy, rule, others):
        if policy == "fail_score":
            bases = [step["efficacy"]["base"] for step in rule.get("score", [])
                     if "efficacy" in step]
            return self.amount(bases[0]) if bases else Fraction(0)
        if policy == "group_mean" and others:
            return sum(others) / len(others)
        if policy == "group_median" and others:
            return median(others)
        return Fraction(0) if policy == "zero" else NOT_APPLICABLE
