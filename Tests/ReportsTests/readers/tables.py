"""Compares the tables of a bulletin, as lists of rows of texts, with the race's JSON."""

import re

from race import same

FIRST = ["名次", "地区", "总分", "较上期"]


def check(tables, groups, names, titles):
    """names: unit to name; titles: indicator to its title."""
    same(len(tables), len(groups), "number of tables")
    for (heads, rows), (group, expected) in zip(tables, groups):
        same(heads[:4], FIRST, f"heads of {group}")
        same(heads[-1], "主要原因", f"last head of {group}")
        same(len(rows), len(expected), f"rows of {group}")
        count = len(expected[0].scores)
        short = [titles[name].split("·")[-1] for name in expected[0].scores]
        same(heads[4 : 4 + count], short, f"indicators of {group}")
        for cells, row in zip(rows, expected):
            check_row(cells, heads, row, names, titles)


def check_row(cells, heads, row, names, titles):
    what = f"row of {row.unit}"
    dash = lambda value: "—" if value is None else str(value)
    same(cells[0], dash(row.rank), f"rank in {what}")
    same(cells[1], names[row.unit], f"name in {what}")
    same(cells[2], dash(row.total), f"total in {what}")
    same(cells[3], moved(row.movement), f"movement in {what}")
    marks = [dash(row.marks[name]) for name in row.scores]
    same(cells[4 : 4 + len(marks)], marks, f"ranks on indicators in {what}")
    rest = dict(zip(heads[4 + len(marks) :], cells[4 + len(marks) :]))
    if "加分" in rest:
        same(rest["加分"], row.bonus, f"bonus in {what}")
    else:
        same(row.bonus, "0", f"bonus that no column shows in {what}")
    if "扣分" in rest:
        same(rest["扣分"], row.penalty, f"penalty in {what}")
    else:
        same(row.penalty, "0", f"penalty that no column shows in {what}")
    check_reason(rest["主要原因"], row, titles)


def moved(places):
    if places is None:
        return "—"
    return "持平" if places == 0 else f"升{places}" if places > 0 else f"降{-places}"


WORDS = {
    "veto": "一票否决", "none": "没有适用的指标", "alone": "组内仅此一家",
    "nothing": "各项均未得分", "level": "与比较对象持平",
}


def check_reason(text, row, titles):
    name, points = row.reason
    if points is None:
        same(text, WORDS[name], f"reason of {row.unit}")
        return
    found = re.fullmatch(r"(.+?)(领先|落后|少|多)([0-9.]+)分", text)
    if not found:
        raise SystemExit(f"reason of {row.unit}: {text!r}")
    same(found[3], points, f"points in the reason of {row.unit}")
    called = {"bonus": "加分", "penalty": "扣分"}
    known = {called.get(one) or titles[one].split("·")[-1] for one in name}
    if found[1] not in known:
        raise SystemExit(f"reason of {row.unit}: {found[1]!r} is none of {known}")
