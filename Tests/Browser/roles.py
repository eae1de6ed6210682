"""What each role finds when it signs in, and what it is told of what is not its own."""

from people import must

# The role, whose work it is, and a command that is not for it.
ROLES = {
    "p-leader": ("领导", "commitment.acknowledge"),
    "p-supervise": ("督查", "commitment.acknowledge"),
    "p-dispatch": ("调度", "commitment.decideAdjustment"),
    "p-inspect": ("督导检查", "commitment.issue"),
    "p-fgw-1": ("部门填报", "commitment.verify"),
    "p-zhongshan-1": ("地区填报", "commitment.strikeOff"),
    "p-enterprise-1": ("企业", "commitment.draft"),
    "p-system": ("系统管理员", "commitment.issue"),
    "p-security": ("安全管理员", "commitment.issue"),
    "p-audit": ("审计管理员", "commitment.issue"),
}
ADMINISTRATORS = ("p-system", "p-security", "p-audit")


def deeds(house):
    return [(name, lambda name=name: works(house, name)) for name in ROLES] + [
        ("a guest", lambda: reads(house))]


def works(house, name):
    """Its page of work says as whom one is here; a form of others is refused in plain words."""
    role, foreign = ROLES[name]
    person = house.person(name)
    size = person.size()
    person.work()
    person.sees("我的事", role)
    person.look()
    answer = person.go(f"/do/{foreign}")
    must(answer.status == 403, f"{name} is given the form of {foreign}")
    person.sees("这件事不归您的角色", "由以下角色办理")
    person.look()
    answer = person.go("/people")
    may = name == "p-security"
    must((answer.status == 200) == may, f"{name} finds {answer.status} at /people")
    person.look()
    person.go("/account")
    person.sees(role)
    person.look()
    must(person.size() == size, f"looking around as {name} changes the ledger")
    person.close()


def reads(house):
    """Whoever is not signed in reads what is published, and is asked in for the rest."""
    guest = house.person()
    guest.go("/work")
    guest.sees("登录后，这里列出等您办理的事")
    guest.look()
    guest.go("/commitments")
    must(guest.page.locator("main nav.actions").count() == 0, "a guest is offered commands")
    guest.go("/do/commitment.draft")
    must("/sign-in" in guest.page.url, "a guest is not asked in")
    guest.look()
    guest.close()
