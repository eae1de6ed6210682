"""Takes one commitment from a directive to its end by the pages alone, and makes it hard for them.

usage: loop.py BASE_URL SIGN_INS [--closed BASE_URL] [--shots DIR]

SIGN_INS is what `saima sample` printed. --closed names the same city where guests see nothing.
Every act is a click or a key on a page, each by a person who may; what must come of it is looked
for on the pages and on the ledger.
"""

import argparse
import pathlib
import sys
import tempfile

from playwright.sync_api import sync_playwright

import afterwards
import hardships
import roles
from people import House, must, sign_ins

LEAD = "住房和城乡建设局"
DISTRICTS = {"zhongshan": ("中山区", "p-zhongshan-1"), "jinpu": ("金普新区", "p-jinpu-1")}
REASON = "现场核查时有 2 处尚未完工，请补充完工照片"


class Loop:
    """One item on its way; `scripts` says whether the browsers run any."""

    def __init__(self, house, folder, scripts=True, shots=None):
        self.house = house
        self.folder = folder
        self.scripts = scripts
        self.shots = shots
        self.title = "浏览器走查事项" + ("" if scripts else "（无脚本）")
        self.people = {}
        self.districts = DISTRICTS

    def person(self, name):
        if name not in self.people:
            self.people[name] = self.house.person(name, scripts=self.scripts)
        return self.people[name]

    def picture(self, person, name):
        if self.shots and self.scripts:
            pathlib.Path(self.shots).mkdir(parents=True, exist_ok=True)
            for width in (1280, 360):
                person.page.set_viewport_size({"width": width, "height": 800})
                person.page.screenshot(path=f"{self.shots}/{name}-{width}.png", full_page=True)
            person.page.set_viewport_size({"width": 1280, "height": 900})

    def file(self, name):
        path = pathlib.Path(self.folder) / f"{name}{'' if self.scripts else '-2'}.pdf"
        path.write_bytes(b"%PDF-1.4\n% " + path.name.encode() + b"\n%%EOF\n")
        return str(path)

    def id_of(self, person):
        return person.page.url.split("?")[0].rsplit("/", 1)[-1]

    def run(self):
        for step in (self.registers, self.drafts, self.lists, self.issues, self.districts_deliver,
                     self.adjusts, self.lead_reports, self.returns, self.closes):
            step()
        afterwards.walks(self)
        afterwards.reads_the_ledger(self)
        for person in self.people.values():
            person.close()

    def registers(self):
        """The dispatcher records what came from above, clause by clause."""
        keeper = self.person("p-dispatch")
        keeper.work()
        keeper.look()
        self.picture(keeper, "work-dispatcher")
        keeper.press("登记指示部署")
        keeper.type(**{"title": f"{self.title}的部署", "issuer": "市政府", "level": "city",
                       "clauses[0].id": "1", "clauses[0].text": "年内完成 2 个街区改造"})
        keeper.add_row("clauses")
        must(keeper.page.locator('[name="title"]').input_value() == f"{self.title}的部署",
             "adding a row loses what was typed")
        keeper.type(**{"clauses[1].id": "2", "clauses[1].text": "每月通报一次进展"})
        keeper.look()
        keeper.submit()
        self.directive = self.id_of(keeper)
        keeper.sees("未落实")
        keeper.look()
        self.picture(keeper, "directive")

    def drafts(self):
        keeper = self.person("p-dispatch")
        keeper.press("草拟落实第 1 条的事项")
        keeper.type(**{"kind": "task", "title": self.title, "lead": "zjj", "owner": "p-zjj-1",
                       "criterion": "2 个街区通过竣工验收，附验收表和照片", "post": "分管副区长",
                       "due": "2027-06-30", "districts[0]": "zhongshan"})
        keeper.add_row("districts")
        keeper.type(**{"districts[1]": "jinpu"})
        keeper.look()
        self.picture(keeper, "draft")
        keeper.submit()
        self.item = self.id_of(keeper)
        keeper.sees("草拟")
        self.parts = {district: f"{self.item}.{district}" for district in DISTRICTS}

    def lists(self):
        """The item goes onto a new list by a revision that a leader approves."""
        keeper, leader = self.person("p-dispatch"), self.person("p-leader")
        keeper.work()
        keeper.press("建立清单")
        keeper.type(**{"title": f"{self.title}的清单", "keeper": "xmb",
                       "directives[0]": self.directive})
        keeper.submit()
        self.list = self.id_of(keeper)
        keeper.press("开始修订清单")
        keeper.type(directive=self.directive, reason="编制第一版")
        keeper.submit()
        keeper.press("新增清单事项")
        keeper.type(item=self.item, reason="落实第 1 条")
        keeper.submit()
        keeper.look()
        self.picture(keeper, "list")
        keeper.press("送审清单修订")
        keeper.submit()
        leader.take_up(f"{self.title}的清单", "批准清单修订")
        leader.look()
        leader.submit()
        keeper.take_up(f"{self.title}的清单", "发布清单新版")
        keeper.submit()
        keeper.sees("第 1 版", self.title)

    def issues(self):
        keeper = self.person("p-dispatch")
        keeper.press(self.title)
        keeper.look()
        keeper.press("下达清单事项")
        keeper.submit()
        keeper.sees("分项", *[name for name, _ in DISTRICTS.values()])

    def districts_deliver(self):
        for district, (house, person) in DISTRICTS.items():
            reporter = self.person(person)
            reporter.take_up(self.title, "签收清单事项", house)
            reporter.submit()
            self.delivers(reporter, f"{house}验收表")
            reporter.sees("已报结")

    def delivers(self, reporter, file):
        """From the item's page: how far it is, what shows it, and that it is done."""
        reporter.look()
        reporter.press("填报事项进展")
        reporter.type(percent="60", note="两个街区已完工")
        reporter.look()
        reporter.submit()
        self.shows(reporter, file)
        reporter.press("报结清单事项")
        reporter.type(note="全部完成")
        reporter.submit()

    def shows(self, reporter, file):
        reporter.press("提交事项佐证")
        reporter.type(**{"evidence[0].kind": "acceptance", "evidence[0].file": self.file(file)})
        reporter.look()
        reporter.submit()
        reporter.sees(f"{file}")

    def adjusts(self):
        """The lead asks for a later day, and who may decide does."""
        lead, leader = self.person("p-zjj-1"), self.person("p-leader")
        lead.take_up(self.title, "签收清单事项", LEAD)
        lead.submit()
        lead.press("申请调整事项")
        lead.type(due="2027-09-30", reason="验收档期顺延")
        lead.submit()
        lead.sees("待审批")
        leader.take_up(self.title, "审批调整", LEAD)
        leader.type(approved="true", reason="情况属实，同意")
        leader.look()
        leader.submit()
        leader.sees("已批准", "2027年9月30日", "下达时：2027年6月30日")
        self.picture(leader, "adjusted")

    def lead_reports(self):
        lead = self.person("p-zjj-1")
        lead.work()
        lead.sees("在办事项", self.title)
        lead.press(self.title)
        self.delivers(lead, "总验收表")

    def returns(self):
        """Somebody from outside is not content; the reason is the first thing the lead sees."""
        lead, inspector = self.person("p-zjj-1"), self.person("p-inspect")
        inspector.work()
        row = inspector.page.locator("main tr", has_text=self.title).filter(has_text=LEAD)
        inspector.follow(row.get_by_role("link", name=self.title, exact=True))
        inspector.look()
        self.opens(inspector, "总验收表")
        inspector.press("退回清单事项")
        inspector.type(reason=REASON)
        inspector.look()
        inspector.submit()
        inspector.sees("退回 1 次")
        lead.work()
        first = lead.page.locator("main section").first.inner_text()
        must("被退回的事项" in first and REASON in first,
             f"what was returned is not the first of the lead's work: {first[:80]}")
        lead.look()
        self.picture(lead, "work-returned")
        lead.follow(lead.page.locator("main section").first.get_by_role(
            "link", name=self.title, exact=True))
        banner = lead.page.locator("main .problems")
        must(REASON in banner.inner_text(), "the reason of the return is not seen")
        size = banner.locator(".lede").bounding_box()["y"]
        must(size < 500, f"the reason of the return stands {size} pixels down")
        self.picture(lead, "returned")
        self.shows(lead, "完工照片")
        lead.press("报结清单事项")
        lead.type(note="已补充完工照片")
        lead.submit()

    def opens(self, person, file):
        """Evidence opens by its name, and is what was sent."""
        link = person.page.get_by_role("link", name=f"{file}", exact=False).first
        answer = person.context.request.get(
            person.house.base + link.get_attribute("href").split("?")[0])
        must(answer.status == 200 and answer.body().startswith(b"%PDF"),
             f"{file} cannot be opened")

    def closes(self):
        inspector = self.person("p-inspect")
        houses = [name for name, _ in DISTRICTS.values()]
        for house in houses + [LEAD]:
            inspector.take_up(self.title, "复核清单事项", house)
            inspector.type(note="现场核查属实")
            inspector.submit()
            inspector.press("销号")
            inspector.submit()
            inspector.sees("已销号")
        inspector.look()
        self.picture(inspector, "closed")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("base")
    parser.add_argument("sign_ins")
    parser.add_argument("--closed")
    parser.add_argument("--shots")
    options = parser.parse_args()
    passwords = sign_ins(options.sign_ins)
    faults = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        house = House(browser, options.base.rstrip("/"), passwords)
        closed = options.closed and House(browser, options.closed.rstrip("/"), passwords)
        deeds = [
            ("the loop", lambda: Loop(house, folder, shots=options.shots).run()),
            ("the loop without scripts", lambda: Loop(house, folder, scripts=False).run()),
        ] + roles.deeds(house) + hardships.deeds(house, closed, folder)
        for name, deed in deeds:
            try:
                deed()
            except Exception as error:  # One that fails must not hide the others.
                faults.append(f"{name}: {type(error).__name__}: {str(error)[:600]}")
        for each in filter(None, (house, closed)):
            faults += each.faults
        browser.close()
    for fault in faults:
        print(fault)
    print(f"{len(deeds)} deeds, {len(faults)} faults", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
