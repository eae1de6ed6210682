"""Random rulebooks and facts with what the reference makes of them, one JSON object a line.

Usage: trials.py SEED COUNT. Each line has `rules` (YAML), `facts` (JSON) and `expected`: the
standings, or null where they must be refused. About a third have been spoilt on purpose.
"""

import copy
import json
import re
import sys

import reference
from scalars import Literal
from trial_rules import RulesTrial

PLAIN = re.compile(r"[A-Za-z0-9_一-鿿][A-Za-z0-9_.一-鿿-]*|-?[0-9][0-9.eE+-]*")


class Trial(RulesTrial):
    def spoil(self, tree):
        """Changes one random place."""
        r = self.r
        places = []

        def walk(node):
            if isinstance(node, dict):
                places.extend((node, key) for key in node)
                for value in node.values():
                    walk(value)
            elif isinstance(node, list):
                places.extend((node, index) for index in range(len(node)))
                for value in node:
                    walk(value)
        walk(tree)
        if not places:
            return
        node, key = r.choice(places)
        old = node[key]
        change = r.randint(0, 11)
        if change <= 2 and isinstance(node, dict):
            del node[key]
            if change == 0:
                node[str(key) + r.choice(["x", "_", " ", "é"])] = old
        elif change == 3 and isinstance(node, list):
            node.append(copy.deepcopy(old))
        else:
            node[key] = r.choice([
                None, "", [], {}, [old], {"param": "none"}, "abc", "-1", "1e100", "true", True,
                "2024-02-30", "2024-13", "2024-1-1", "+1", ".5", "1.", "1e", "0x1", " 1", "１",
                "group", "m0", "a", "nothing", "score.i9", "1" * 41, "NaN", "2024", "-0", "0",
                "2024-10-31T00:00", "zero", {"a": "1"}, "last", "null", False])


def yaml(value, r, indent=0, flow=False):
    """Writes one of the many spellings of the value."""
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, str):
        return scalar(value, r)
    if not value:
        return "{}" if isinstance(value, dict) else "[]"
    if flow or r.random() < 0.4:
        if isinstance(value, list):
            return "[" + ", ".join(yaml(v, r, 0, True) for v in value) + "]"
        return "{" + ", ".join(
            scalar(k, r) + ": " + yaml(v, r, 0, True) for k, v in value.items()) + "}"
    pad = "\n" + "  " * indent
    if isinstance(value, list):
        return "".join(pad + "- " + yaml(v, r, indent + 1, True) for v in value)
    return "".join(
        pad + scalar(k, r) + ": " + yaml(v, r, indent + 1) for k, v in value.items())


def scalar(text, r):
    if PLAIN.fullmatch(text) and text not in ("true", "false", "null") and r.random() < 0.7:
        return text
    if "'" not in text and text.isprintable() and r.random() < 0.3:
        return "'" + text + "'"
    return json.dumps(text, ensure_ascii=r.random() < 0.2)


def dump(value):
    if isinstance(value, Literal):
        return str(value)
    if isinstance(value, list):
        return "[" + ",".join(map(dump, value)) + "]"
    if isinstance(value, dict):
        return "{" + ",".join(
            json.dumps(k, ensure_ascii=False) + ":" + dump(v) for k, v in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


def main(seed, count):
    for index in range(count):
        trial = Trial(seed * 1_000_003 + index)
        facts, rules = trial.facts(), trial.rules()
        if trial.maybe(0.35):
            trial.spoil(rules if trial.maybe(0.7) else facts)
        expected = reference.score(rules, facts)
        print(json.dumps({"rules": yaml(rules, trial.r), "facts": dump(facts),
                          "expected": expected}, ensure_ascii=False))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
