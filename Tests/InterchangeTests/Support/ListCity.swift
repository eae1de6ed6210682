import Delivery
import Interchange
import JSON
import Rulebook
import Testing

/// A small city with the offices that a list and its projects need: 东区 owes, the bureau of
/// development (发改委) dispatches and rules, the mayor decides.
enum ListCity {
    static func make() throws -> TestCity {
        var city = try TestCity.small()
        let lines = [
            #"{"cmd":"organization.register","id":"dalian","kind":"government","name":"示例市政府","#
                + #""from":"2020-01-01"}"#,
            #"{"cmd":"organization.register","id":"fgw","kind":"department","name":"发改委","#
                + #""parent":"dalian","from":"2020-01-01"}"#,
            person("dong", "east", "district_reporter"), person("xi", "west", "district_reporter"),
            person("fa", "fgw", "dispatcher"), person("du", "dalian", "supervisor"),
            person("shi", "dalian", "leader"),
        ]
        for line in lines { try city.run(JSON.parse(Array(line.utf8)).canonical()) }
        return city
    }

    private static func person(_ id: String, _ house: String, _ role: String) -> String {
        #"{"cmd":"person.appoint","person":"\#(id)","#
            + #""organization":"\#(house)","roles":["\#(role)"]}"#
    }

    static func id(_ text: String) -> CommitmentID { CommitmentID(unchecked: text) }

    static func day(_ text: String) -> Day { Day(text) ?? .blank }
}

extension TestCity {
    /// A draft of 东区, supported by 西区, due at the end of the year.
    mutating func draft(
        _ id: String, _ change: (inout CommitmentProfile) -> Void = { _ in }
    ) throws {
        var profile = CommitmentProfile()
        profile.title = "新开工项目 20 个"
        profile.criterion = .text("20 个项目取得施工许可")
        profile.lead = OrganizationID(unchecked: "east")
        profile.supporting = [OrganizationID(unchecked: "west")]
        profile.post = "分管副区长"
        profile.due = ListCity.day("2024-12-31")
        change(&profile)
        let wanted = profile
        try run(
            DraftCommitment { ($0.id, $0.profile) = (ListCity.id(id), wanted) }, as: actor("fa"))
    }

    mutating func issue(_ id: String) throws {
        try run(
            IssueCommitment {
                ($0.commitment, $0.day) = (ListCity.id(id), ListCity.day("2024-02-01"))
            },
            as: actor("fa"))
    }

    mutating func acknowledge(_ id: String) throws {
        try run(AcknowledgeCommitment { $0.commitment = ListCity.id(id) }, as: actor("dong"))
    }

    mutating func progress(
        _ id: String, _ percent: Int?, _ note: String? = nil, on day: String = "2024-06-30"
    ) throws {
        try run(
            ReportProgress {
                ($0.commitment, $0.asOf) = (ListCity.id(id), ListCity.day(day))
                ($0.percent, $0.note) = (percent, note.map { .text($0) })
            }, as: actor("dong"))
    }

    mutating func show(_ id: String) throws {
        var evidence = Evidence()
        (evidence.kind, evidence.size, evidence.mediaType) = (.other, 1, "application/pdf")
        evidence.sha256 = SHA256Text(String(repeating: "a", count: 64)) ?? .blank
        let shown = evidence
        try run(
            SubmitEvidence { ($0.commitment, $0.evidence) = (ListCity.id(id), [shown]) },
            as: actor("dong"))
    }

    /// The export of a list for a person, and what it says once some cells of it are changed.
    func sheet(
        for person: String, _ items: [String]? = nil,
        _ changes: [String: [String: String]] = [:]
    ) -> [FilledRow] {
        let desk = TemplateDesk(holding, for: actor(person), on: Self.today)
        let wanted = city.commitments.all.filter { items?.contains($0.id.text) ?? true }
        return CommitmentExport(desk).rows(wanted).map { row in
            var row = row
            for (head, text) in changes[row.cells["事项编号"] ?? ""] ?? [:] {
                row.cells[head] = text
            }
            return row
        }
    }

    /// What the rows would do, as a text file.
    func plan(_ rows: [FilledRow], as person: String) throws -> ImportPlan {
        let template = Template.commitmentUpdates
        return try plan(
            template.mappingText, bytes: template.text(rows), as: actor(person))
    }
}

extension ImportPlan {
    /// The names of its commands, in order.
    var names: [String] {
        steps.map { step in
            (try? JSON.parse(step.command))?["cmd"]?.stringValue ?? "?"
        }
    }

    func field(_ name: String, of step: Int) -> String? {
        guard steps.indices.contains(step) else { return nil }
        let value = (try? JSON.parse(steps[step].command))?[name]
        return value?.stringValue ?? value?.text()
    }
}
