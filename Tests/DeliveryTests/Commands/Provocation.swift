import Delivery
import Testing

/// A command that is refused with a given code, in the prepared city or after some more.
struct Provocation: Sendable, CustomTestStringConvertible {
    var code: Refusal.Code
    var command: any Command
    var actor: Actor
    var after: @Sendable (inout TestCity) throws -> Void

    init(
        _ code: Refusal.Code, _ command: any Command, as actor: Actor,
        after: @escaping @Sendable (inout TestCity) throws -> Void = { _ in }
    ) {
        self.code = code
        self.command = command
        self.actor = actor
        self.after = after
    }

    var name: String { type(of: command).name.description }
    var testDescription: String { "\(name) \(code.rawValue)" }

    static let all =
        ofCity + ofOrganizations + ofPeople + ofProjects + ofStages + ofRulings + ofFigures
        + ofFindings + ofFrames + ofSources + ofIndicators + ofReviews + ofCalendar
        + ofDirectives + ofCommitments + ofClosing + ofAdjustments + ofBlockers + ofLists
        + ofPurges + ofDisclosures + ofOrder
}

@Suite("Refusals")
struct RefusalTests {
    @Test("a provoked command is refused with its code", arguments: Provocation.all)
    func provoked(_ provocation: Provocation) throws {
        // Given the prepared city, and what has to happen before
        var test = try TestCity.dalian()
        try provocation.after(&test)
        // When the command is asked for
        let refusal = test.refusal(of: provocation.command, as: provocation.actor)
        // Then it is refused with the code, in words of both languages
        #expect(refusal?.code == provocation.code, "\(String(describing: refusal))")
        #expect(refusal?.words.zh.isEmpty == false && refusal?.words.en.isEmpty == false)
    }

    @Test("each refusal that a command lists is provoked", arguments: CommandKind.all.map(\.name))
    func listedAreProvoked(_ name: String) {
        let kind = CommandKind.named(name)
        let provoked = Set(Provocation.all.filter { $0.name == name }.map(\.code))
        let missing = Set(kind?.refusals ?? []).subtracting(provoked)
        #expect(missing.isEmpty, "\(name): no test provokes \(missing.map(\.rawValue).sorted())")
    }

    @Test("each provoked refusal is listed or common to all", arguments: Provocation.all)
    func provokedAreListed(_ provocation: Provocation) {
        let listed = type(of: provocation.command).refusals + CommandKind.commonRefusals
        #expect(listed.contains(provocation.code))
    }

    @Test("who has none of a command's roles is refused it", arguments: CommandKind.all.map(\.name))
    func roles(_ name: String) throws {
        // Given somebody of an enterprise, for whom no command is
        let kind = try #require(CommandKind.named(name))
        let test = try TestCity.dalian()
        let command = try CommandKind.read(kind.example())
        // When
        let refusal = test.refusal(of: command, as: .enterprise)
        // Then
        #expect(refusal?.code == .notPermitted)
    }

    @Test("every code of a refusal is snake case and stands once")
    func codes() {
        let codes = Refusal.Code.allCases.map(\.rawValue)
        #expect(Set(codes).count == codes.count)
        for code in codes {
            #expect(code.allSatisfy { $0 == "_" || ("a"..."z").contains($0) }, "\(code)")
        }
    }
}
