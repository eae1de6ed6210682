"""What is seen of an item when it has come to its end: its chain, and its records."""

from people import must


def walks(loop):
    """The chain, by clicks: down from the directive to the proof and up again, as anybody."""
    guest = loop.house.person(None, scripts=loop.scripts)
    guest.go("/commitments")
    guest.press(f"{loop.title}的部署")
    row = guest.page.locator("main tr", has_text="年内完成 2 个街区改造")
    must("已落实" in row.inner_text(), f"the clause is not answered: {row.inner_text()}")
    guest.look()
    guest.follow(row.get_by_role("link", name=loop.title, exact=True).first)
    must(guest.page.url.split("?")[0].endswith(loop.item),
         f"the clause leads down to {guest.page.url}")
    guest.sees("已销号", "退回 1 次", "下达时：")
    guest.look()

    def chain(words, exact=True):
        guest.follow(guest.page.locator("ul.chain").get_by_role(
            "link", name=words, exact=exact).first)
        return guest.page.url.split("?")[0].split("#")[0]

    down = chain(loop.title)
    must(down.endswith(tuple(loop.parts.values())), f"the chain leads down to {down}")
    up = chain(loop.title)
    must(up.endswith(loop.item), f"the chain leads up to {up}")
    chain("年内完成 2 个街区改造", exact=False)
    must(f"/directives/{loop.directive}" in guest.page.url,
         f"the chain leads up to {guest.page.url}")
    guest.close()


def reads_the_ledger(loop):
    """Each step, in order, by whoever took it: on the ledger's page and in its records."""
    lead, keeper, inspector = "p-zjj-1", "p-dispatch", "p-inspect"
    expected = [
        ("commitment.drafted", keeper), ("list.edition_published", keeper),
        ("commitment.issued", keeper),
        ("commitment.acknowledged", lead), ("commitment.adjustment_proposed", lead),
        ("commitment.adjustment_decided", "p-leader"), ("commitment.progressed", lead),
        ("commitment.evidence_submitted", lead), ("commitment.reported_done", lead),
        ("commitment.returned", inspector), ("commitment.evidence_submitted", lead),
        ("commitment.reported_done", lead), ("commitment.verified", inspector),
        ("commitment.struck_off", inspector),
    ]
    reader = loop.person("p-inspect")
    found = [(record["type"], record["actor"]) for record in reader.records(loop.item)]
    must(found == expected, f"the ledger has {found}")
    for district, (_, person) in loop.districts.items():
        found = [(record["type"].split(".")[1], record["actor"])
                 for record in reader.records(loop.parts[district])]
        must(found == [("drafted", keeper), ("issued", keeper), ("acknowledged", person),
                       ("progressed", person), ("evidence_submitted", person),
                       ("reported_done", person), ("verified", inspector),
                       ("struck_off", inspector)], f"{district}: the ledger has {found}")
    reader.go(f"/commitments/{loop.item}")
    reader.press("在台账中按顺序查看")
    actors = reader.page.locator("#records tbody tr td:last-child").all_inner_texts()
    must(actors == [actor for _, actor in reversed(expected)],
         f"the ledger's page shows {actors}")
    reader.look()
    loop.picture(reader, "ledger")
