"""What goes wrong at a desk: two at once, a closed browser, a repeated click, a sign-in that runs
out. Nothing is lost, nothing is doubled; the ledger is counted before and after."""

import pathlib

from people import must

TYPED = "两个街区已完工，第三个正在收尾\n第二行也要留下"


class Item:
    """An item of the sample that its lead carries out, found on the page of work."""

    def __init__(self, house, **context):
        self.house = house
        self.lead = house.person("p-zjj-1", **context)
        self.opens()

    def opens(self):
        self.lead.work()
        self.lead.page.locator("main tr", has_text="城市更新行动").get_by_role(
            "link", name="城市更新行动").first.click()
        self.lead.page.wait_for_url("**/commitments/*")
        self.id = self.lead.page.url.split("?")[0].rsplit("/", 1)[-1]

    def form(self, words="填报事项进展"):
        self.lead.press(words)
        self.lead.page.wait_for_url("**_key=*")

    def count(self):
        return len(self.lead.records(self.id))


def deeds(house, closed, folder):
    made = [
        ("two people at one item", lambda: two_people(house)),
        ("a browser closed before sending", lambda: closed_before(house)),
        ("a browser closed after sending", lambda: closed_after(house)),
        ("a doubled click", lambda: doubled_click(house)),
        ("the same form in two windows", lambda: two_windows(house)),
        ("the way back", lambda: way_back(house)),
        ("the other language", lambda: other_language(house)),
    ]
    for each in filter(None, (house, closed)):
        where = "" if each is house else " where guests see nothing"
        made += [
            ("a sign-in that ran out" + where, lambda each=each: ran_out(each)),
            ("a cookie that is gone" + where, lambda each=each: forgotten(each, folder)),
            ("signing in by another window" + where, lambda each=each: other_window(each)),
        ]
    return made


def kept(item):
    value = item.lead.page.locator('main [name="note"]').input_value()
    must(value == TYPED, f"what was typed is now {value!r}")
    must(item.lead.page.locator('main [name="percent"]').input_value() == "37",
         "the percentage that was typed is lost")


def types(item):
    item.form()
    item.lead.type(percent="37", note=TYPED)


def two_people(house):
    """The second is told what changed, loses nothing typed, and decides."""
    first, second = Item(house), Item(house)
    before = first.count()
    types(first)
    types(second)
    first.lead.submit()
    page = second.lead.page
    page.locator("form.command .buttons button").click()
    page.get_by_text("打开之后又有改动").wait_for()
    must(second.count() == before + 1, "the second word is recorded unasked")
    second.lead.sees("p-zjj-1")
    second.lead.look()
    newest = second.lead.records(second.id)[-1]["seq"]
    must(page.locator(f'.problems a[href^="/ledger/{newest}"]').count() == 1,
         "the second is not led to what changed")
    kept(second)
    page.get_by_role("button", name="已看过，按最新情况提交").click()
    page.locator("p.done").wait_for()
    must(second.count() == before + 2, "the second word is not recorded once")
    first.lead.close()
    second.lead.close()


def closed_before(house):
    item, witness = Item(house), house.person("p-zjj-1")
    before = item.count()
    types(item)
    item.lead.page.close()
    item.lead.close()
    must(len(witness.records(item.id)) == before, "what was never sent is recorded")
    witness.close()


def closed_after(house):
    """Sent, and gone before the answer came; the same form is opened again later."""
    item, witness = Item(house), house.person("p-zjj-1")
    before = item.count()
    types(item)
    address = item.lead.page.url
    with item.lead.page.expect_request(lambda request: request.method == "POST"):
        item.lead.page.locator("form.command .buttons button").click(no_wait_after=True)
    item.lead.close()
    witness.go(address.removeprefix(house.base))
    witness.page.wait_for_function(
        """async ([id, count]) => {
          const answer = await fetch(`/api/v1/ledger?subject=${id}&size=500`);
          return (await answer.json()).records.length === count;
        }""", arg=[item.id, before + 1])
    witness.page.reload()
    witness.sees("这张表单已经提交过了")
    must(witness.page.locator("form.command").count() == 0, "what was sent can be sent again")
    witness.look()
    must(len(witness.records(item.id)) == before + 1, "what was sent once is recorded twice")
    witness.close()


def doubled_click(house):
    item = Item(house)
    before = item.count()
    types(item)
    item.lead.page.locator("form.command .buttons button").dblclick()
    item.lead.page.locator("p.done").wait_for()
    must(item.count() == before + 1, "a doubled click records twice")
    item.lead.close()


def two_windows(house):
    """Both send before either has an answer."""
    item = Item(house)
    before = item.count()
    types(item)
    pages = [item.lead.page, item.lead.context.new_page()]
    pages[1].goto(pages[0].url)
    pages[1].locator('main [name="percent"]').fill("37")
    pages[1].locator('main [name="note"]').fill(TYPED)
    seen = {page.locator("[name=_seen]").get_attribute("value") for page in pages}
    must(len(seen) == 1, "the two windows do not show the same city")
    for page in pages:
        page.locator("form.command .buttons button").click(no_wait_after=True)
    for page in pages:
        page.locator("p.done").wait_for()
    done = {page.locator("p.done a").inner_text() for page in pages}
    must(len(done) == 1 and item.count() == before + 1, f"two windows record {done}")
    item.lead.close()


def way_back(house):
    item = Item(house)
    before = item.count()
    types(item)
    item.lead.submit()
    item.lead.page.go_back()
    item.lead.page.reload()
    item.lead.sees("这张表单已经提交过了")
    must(item.count() == before + 1, "going back records something")
    item.lead.press("另填一张")
    item.lead.page.locator("form.command").wait_for()
    must(item.lead.page.locator('main [name="commitment"]').input_value() == item.id,
         "another form is not of the same item")
    item.lead.close()


def other_language(house):
    item = Item(house)
    before = item.count()
    types(item)
    item.lead.page.get_by_role("button", name="English").click()
    item.lead.page.get_by_role("heading", name="Report a commitment's progress").wait_for()
    kept(item)
    item.lead.page.locator("form.command .buttons button").click()
    item.lead.page.locator("p.done").wait_for()
    must(item.count() == before + 1, "in the other language it is not recorded once")
    item.lead.close()


def asked_in(item):
    """The page that answers when nobody is signed in, with all that was typed."""
    page = item.lead.page
    page.get_by_text("刚才的内容还没有提交").wait_for()
    item.lead.sees("第二行也要留下", "37")
    item.lead.look()
    must(page.locator("main select").count() == 0, "a stranger is shown what can be chosen")


def goes_on(item, witness, before):
    """The form is back; nothing was recorded until it is sent."""
    item.lead.page.get_by_text("已登录，请核对后提交").wait_for()
    kept(item)
    must(len(witness.records(item.id)) == before, "it is recorded before it is sent")
    item.lead.submit()
    must(len(witness.records(item.id)) == before + 1, "it is not recorded once")
    item.lead.close()
    witness.close()


def ran_out(house):
    """Ended from another device while somebody types; the first try at the password is wrong."""
    item, other = Item(house), house.person("p-zjj-1")
    before = item.count()
    types(item)
    other.go("/account")
    ends = other.page.locator('form[action*="/account/sessions/"] button')
    while ends.count():
        ends.first.click()
        other.page.wait_for_load_state("load")
    page = item.lead.page
    page.locator("form.command .buttons button").click()
    asked_in(item)
    item.lead.type(_name="p-zjj-1", _password="not the password")
    page.get_by_role("button", name="登录并继续").click()
    page.locator("main .problem").first.wait_for()
    must(page.locator("[name=_name]").input_value() == "p-zjj-1", "the name is lost")
    asked_in(item)
    item.lead.type(_password=house.passwords["p-zjj-1"])
    page.get_by_role("button", name="登录并继续").click()
    goes_on(item, other, before)


def forgotten(house, folder):
    """A file cannot be kept for a stranger, and it is said which must be chosen again."""
    item, witness = Item(house), house.person("p-zjj-1")
    before = item.count()
    item.form("提交事项佐证")
    file = pathlib.Path(folder) / f"照片{id(house)}.pdf"
    file.write_bytes(b"%PDF-1.4\n" + str(file).encode())
    item.lead.type(**{"evidence[0].kind": "site_photograph", "evidence[0].file": str(file)})
    item.lead.context.clear_cookies()
    page = item.lead.page
    page.locator("form.command .buttons button").click()
    page.get_by_text("刚才的内容还没有提交").wait_for()
    item.lead.sees("这些文件要重新选择", file.name)
    item.lead.type(_name="p-zjj-1", _password=house.passwords["p-zjj-1"])
    page.get_by_role("button", name="登录并继续").click()
    page.get_by_text("已登录，请核对后提交").wait_for()
    item.lead.sees("这些文件要重新选择", file.name)
    must(page.locator('main [name="evidence[0].kind"]').input_value() == "site_photograph",
         "what was chosen beside the file is lost")
    item.lead.type(**{"evidence[0].file": str(file)})
    item.lead.submit()
    must(len(witness.records(item.id)) == before + 1, "the file is not recorded once")
    item.lead.close()
    witness.close()


def other_window(house):
    item, witness = Item(house), house.person("p-zjj-1")
    before = item.count()
    types(item)
    item.lead.context.clear_cookies()
    page = item.lead.page
    page.locator("form.command .buttons button").click()
    asked_in(item)
    with page.expect_popup() as opened:
        page.get_by_role("link", name="在新窗口登录").click()
    window = opened.value
    window.locator("#name").fill("p-zjj-1")
    window.locator("#password").fill(house.passwords["p-zjj-1"])
    window.locator("main button[type=submit]").click()
    window.wait_for_url(lambda address: "/sign-in" not in address)
    window.close()
    page.get_by_role("button", name="已登录，继续").click()
    goes_on(item, witness, before)
