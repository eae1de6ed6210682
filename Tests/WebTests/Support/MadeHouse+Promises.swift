import Delivery
import Rulebook

/// A public list of four promises of which one is kept, one late, one put off and one a draft;
/// beside it, marked SECRET, whatever is not to be known of them.
extension MadeHouse {
    static let promises = ListID(unchecked: "l1")
    static let hidden = ListID(unchecked: "l2-secret")

    static func promising() async throws -> MadeHouse {
        let made = try await MadeHouse()
        for (person, home, roles) in [
            ("secret-boss", "dalian", [Role.leader]), ("secret-owner", "zhongshan", [.leader]),
            ("secret-zs", "zhongshan", [.districtReporter]),
            ("secret-xg", "xigang", [.districtReporter]),
            ("secret-judge", "office", [.dispatcher, .inspector]),
        ] {
            try await made.appoint(person, home, roles)
        }
        try await made.promise("c1", "公园三个", "zhongshan", due: "2024-09-30")
        try await made.promise("c2", "车位五百个", "xigang", due: "2024-10-31")
        try await made.promise("c3", hostile, "zhongshan", due: "2024-12-31")
        try await made.promise("c4", "食堂四十个", "xigang", due: "2024-12-20")
        try await made.promise("c5-secret", "SECRET-title", "xigang", due: "2024-12-20")
        try await made.publish(promises, "十件实事", ["c1", "c2", "c3", "c4"])
        try await made.publish(hidden, "SECRET-list", ["c5-secret"])
        try await made.keep()
        try await made.putOff()
        try await made.submit(made.issuing("c2"), as: "secret-judge")
        try await made.submit(
            RedraftCommitment {
                $0.commitment = CommitmentID(unchecked: "c4")
                $0.profile = made.promised("SECRET-redraft", "xigang", due: "2024-12-21")
            }, as: "secret-judge")
        try await made.submit(
            ReviseList { ($0.list, $0.reason) = (promises, .text("SECRET-revision")) },
            as: "secret-judge")
        return made
    }

    func disclose(_ edition: Int = 1) async throws {
        try await submit(
            DiscloseEdition {
                ($0.list, $0.edition) = (Self.promises, edition)
                $0.reason = .text("SECRET-disclosure")
            }, as: "secret-boss")
    }

    /// The same city, which lets no guests in.
    func close() async throws { try await submit(ConfigureCity.example) }

    private func promised(_ title: String, _ lead: String, due: String) -> CommitmentProfile {
        var profile = CommitmentProfile()
        (profile.title, profile.criterion) = (title, .text("验收 \(title)"))
        (profile.lead, profile.due) = (OrganizationID(unchecked: lead), day(due))
        profile.post = "SECRET-post"
        return profile
    }

    private func promise(
        _ id: String, _ title: String, _ lead: String, due: String
    ) async throws {
        try await submit(
            DraftCommitment {
                $0.id = CommitmentID(unchecked: id)
                $0.profile = promised(title, lead, due: due)
                if id == "c1" { $0.profile.owner = PersonID(unchecked: "secret-owner") }
            })
    }

    private func publish(_ list: ListID, _ title: String, _ items: [String]) async throws {
        try await submit(
            OpenList {
                ($0.id, $0.profile.title) = (list, title)
                $0.profile.keeper = OrganizationID(unchecked: "office")
            })
        try await submit(ReviseList { ($0.list, $0.reason) = (list, .text("SECRET-why")) })
        for item in items {
            var adding = AddItem()
            (adding.list, adding.revision) = (list, 1)
            (adding.item, adding.reason) = (CommitmentID(unchecked: item), .text("SECRET-why"))
            try await submit(adding)
        }
        try await submit(SubmitRevision { ($0.step.list, $0.step.revision) = (list, 1) })
        try await submit(
            ApproveRevision {
                ($0.step.list, $0.step.revision) = (list, 1)
                $0.step.note = .text("SECRET-approval")
            }, as: "secret-boss")
        try await submit(
            PublishEdition { ($0.list, $0.revision, $0.day) = (list, 1, day("2024-01-18")) })
    }

    private func issuing(_ id: String) -> IssueCommitment {
        IssueCommitment {
            ($0.commitment, $0.day) = (CommitmentID(unchecked: id), day("2024-02-01"))
        }
    }

    /// The first is done, shown by two files, verified by the office and struck off.
    private func keep() async throws {
        let id = CommitmentID(unchecked: "c1")
        try await submit(issuing("c1"), as: "secret-judge")
        try await submit(AcknowledgeCommitment { $0.commitment = id }, as: "secret-zs")
        try await submit(
            SubmitEvidence {
                $0.commitment = id
                $0.evidence = ["a", "b"].map { digit in
                    var evidence = Evidence()
                    evidence.sha256 =
                        SHA256Text(String(repeating: digit, count: 64)) ?? .blank
                    (evidence.size, evidence.mediaType) = (1, "application/pdf")
                    evidence.name = .text("SECRET-file.pdf")
                    return evidence
                }
            }, as: "secret-zs")
        try await submit(
            ReportDone {
                ($0.commitment, $0.day, $0.note) = (id, day("2024-09-28"), .text("SECRET-word"))
            }, as: "secret-zs")
        try await submit(
            VerifyCommitment { ($0.commitment, $0.note) = (id, .text("SECRET-look")) },
            as: "secret-judge")
        try await submit(
            StrikeOffCommitment { ($0.commitment, $0.note) = (id, .text("SECRET-end")) },
            as: "secret-judge")
    }

    /// The third is worked on, and due three months later than it was.
    private func putOff() async throws {
        let id = CommitmentID(unchecked: "c3")
        try await submit(issuing("c3"), as: "secret-judge")
        try await submit(AcknowledgeCommitment { $0.commitment = id }, as: "secret-zs")
        try await submit(
            ReportProgress {
                ($0.commitment, $0.asOf, $0.percent) = (id, day("2024-10-31"), 40)
                $0.note = .text("SECRET-progress")
            }, as: "secret-zs")
        try await submit(
            ProposeAdjustment {
                ($0.commitment, $0.due, $0.reason) = (id, day("2025-03-31"), .text("SECRET-need"))
            }, as: "secret-zs")
        try await submit(
            DecideAdjustment {
                ($0.commitment, $0.adjustment, $0.approved) = (id, 1, true)
                $0.reason = .text("SECRET-grant")
            }, as: "secret-boss")
    }
}
