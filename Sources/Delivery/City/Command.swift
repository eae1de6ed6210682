package import Rulebook

/// Something a person asks for. It is decided on the state that includes everything before it,
/// and either becomes events or is refused; it changes nothing by itself.
package protocol Command: Fielded {
    /// `project.claimStage`: stable for ever.
    static var name: StaticString { get }
    static var title: Words { get }
    /// Who may ask.
    static var may: Set<Role> { get }
    /// The refusals beside those of malformed fields and of permission.
    static var refusals: [Refusal.Code] { get }
    static var example: Self { get }
    /// What it is about, so that who asks can be told what was recorded of it meanwhile; unless
    /// a command says otherwise, the first thing its fields name.
    var subject: Subject? { get }
    func decide(_ city: City, _ asked: Asked) throws(Refusal) -> [any EventBody]
}

/// A command whose fields are those of the one event it asks for.
package protocol ProposingCommand: Command {
    associatedtype Proposed: EventBody
    var proposed: Proposed { get set }
    func check(_ city: City, _ asked: Asked) throws(Refusal)
}

extension ProposingCommand {
    package init(_ fill: (inout Proposed) -> Void) {
        self.init()
        fill(&proposed)
    }

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try proposed.visit(&visitor)
    }

    package func decide(_ city: City, _ asked: Asked) throws(Refusal) -> [any EventBody] {
        try check(city, asked)
        return [proposed]
    }
}

/// The circumstances of a command: who asked, when, and what the outside has to say. Everything
/// that is not in the city comes in here, so that deciding stays a pure function.
package struct Asked: Sendable {
    package var actor: Actor
    /// The city's local day.
    package var today: Day
    /// Reads a rulebook's text: its heading, or what is wrong with it.
    package var readRulebook: @Sendable (String) -> Result<RulebookHeading, RulebookProblems>
    /// Whether a time zone's name is known.
    package var knowsTimeZone: @Sendable (String) -> Bool
    /// What the durable record of a seq cites by hash; nil where there is none.
    package var cited: @Sendable (Int) -> Cited?

    package init(
        actor: Actor, today: Day,
        readRulebook: @escaping @Sendable (String) -> Result<RulebookHeading, RulebookProblems>,
        knowsTimeZone: @escaping @Sendable (String) -> Bool,
        cited: @escaping @Sendable (Int) -> Cited? = { _ in nil }
    ) {
        self.actor = actor
        self.today = today
        self.readRulebook = readRulebook
        self.knowsTimeZone = knowsTimeZone
        self.cited = cited
    }
}

extension Asked {
    package func requireNotFuture(_ day: Day, field: String) throws(Refusal) {
        guard day.year >= 1949 else {
            throw Refusal(
                .fieldMalformed, field: field, zh: "日期 \(day) 早于 1949 年，请核对年份",
                en: "\(day) lies before 1949; look at the year")
        }
        guard day <= today else {
            throw Refusal(
                .dayInFuture, field: field, zh: "日期 \(day) 晚于今天 \(today)",
                en: "\(day) lies after today, \(today)")
        }
    }
}

package func requireText(_ text: String, field: String) throws(Refusal) {
    guard text.utf8.contains(where: { $0 > UInt8(ascii: " ") }) else {
        throw Refusal(
            .textMissing, field: field, zh: "“\(field)”不能为空", en: "\(field) must not be empty")
    }
}

/// What the command and the ledger must both know of a rulebook.
package struct RulebookHeading: Sendable, Hashable {
    package var id: String
    package var version: String
    package var title: Words?
    package var effectiveFrom: Day?
    /// The first day on which it no longer holds.
    package var effectiveUntil: Day?
    package var cutoffDays: Int?

    package init(
        id: String, version: String, title: Words?, effectiveFrom: Day?, effectiveUntil: Day?,
        cutoffDays: Int?
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.effectiveFrom = effectiveFrom
        self.effectiveUntil = effectiveUntil
        self.cutoffDays = cutoffDays
    }
}

package struct RulebookProblems: Error, Sendable, Hashable {
    /// One sentence a problem, in both languages, each with its line.
    package var sentences: [Words]

    package init(sentences: [Words]) { self.sentences = sentences }
}
