import Delivery
import Hummingbird
import HummingbirdTesting
import Rulebook
import Testing
import Web

@Suite("The page of what waits for a person")
struct WorkPageTests {
    /// As the page stands for one of the house's persons.
    private func page(
        _ made: MadeHouse, _ person: String?, _ address: String = "/work?lang=en"
    ) -> String {
        let sight = made.house.sight(for: .person(.console))
        let actor = person.flatMap { sight.city.actor(PersonID(unchecked: $0)) }
        let request = Request(
            head: .init(method: .get, scheme: nil, authority: nil, path: address),
            body: .init(buffer: .init()))
        let view = WorkPage.View(
            model: WorkPage.Model(sight, actor: actor), visit: Visit(request))
        return view.page.body.text
    }

    @Test("a guest is shown the way to sign in, and nothing that waits")
    func guest() async throws {
        let made = try await MadeHouse()
        try await made.application.test(.router) { client in
            for path in ["/work?lang=en", "/work?lang=zh", "/api/v1/work"] {
                let answer = try await client.execute(uri: path, method: .get)
                #expect(answer.status == .ok)
                let text = String(buffer: answer.body)
                #expect(!text.contains("/do/"))
                #expect(path.hasPrefix("/api") == !text.contains("/sign-in"))
            }
        }
    }

    @Test("each thing that waits is one click from the form of the command that answers it")
    func forms() async throws {
        // Given a claim that waits for the judge, and one that was refused
        let made = try await MadeHouse()
        let judge = page(made, "judge")
        #expect(judge.contains("/do/project.recogniseStage?project=p3&amp;claim=1"))
        #expect(judge.contains("/do/finding.close?finding=f1"))
        #expect(judge.contains("<b>0</b> overdue, <b>0</b> due this week, <b>3</b> in all"))
        let reporter = page(made, "zs")
        #expect(reporter.contains("/do/project.claimStage?project=p2&amp;stage=signed"))
        #expect(!reporter.contains("p3"))
        #expect(!page(made, "zs", "/work?lang=zh").contains("/sign-in"))
    }

    @Test("what anybody wrote is text on the page, and nothing waits where there is nothing")
    func plain() async throws {
        let made = try await MadeHouse()
        try await made.submit(
            DraftCommitment {
                $0 = DraftCommitment.example.proposed
                $0.profile.title = MadeHouse.hostile
            })
        let text = page(made, "judge")
        #expect(text.contains("&lt;script&gt;") && !text.contains("<script>"))
        #expect(text.contains("/do/commitment.issue?commitment=c-001"))
        #expect(page(made, "xg").contains("Nothing waits for you now."))
    }
}
