package import Delivery
package import JSON

/// A kind of thing that a row can speak of: the commands that bring it in, and hooks that say what
/// the city already holds of it. The fields of a thing are its command's own, so a new field of a
/// command can be mapped without a change here.
package struct Entity: Sendable {
    /// `project.report`, as mapping files name it.
    package var name: String
    package var words: Words
    package var fields: [FieldDescription]
    /// What one thing is recognised by, where the mapping does not say. A part that may be absent
    /// counts where the mapping fills it.
    package var defaultKey: [String]
    /// Fields that only count when the thing is new.
    package var onlyWhenNew: Set<String>
    package var course: Course

    /// What a row of the kind becomes.
    package enum Course: Sendable {
        /// A thing that the city holds from then on.
        case registers(Registering)
        /// Deeds about a thing that the city holds already.
        case answers(Answering)
    }

    package struct Registering: Sendable {
        /// The command that registers it.
        package var command: String
        /// What the city holds under the key of `wanted`, as an object of the same fields; nil
        /// where it holds nothing.
        package var held: @Sendable (_ wanted: JSON, _ key: [String], _ holding: Holding) -> JSON?
        /// The commands that make the city hold `wanted`, where it holds `held` and the named
        /// fields differ.
        package var change: @Sendable (_ wanted: JSON, _ held: JSON, _ fields: [String]) -> [JSON]
    }

    init(
        name: String, words: Words, command: String, fields: [FieldDescription],
        defaultKey: [String], onlyWhenNew: Set<String>,
        held: @escaping @Sendable (JSON, [String], Holding) -> JSON?,
        change: @escaping @Sendable (JSON, JSON, [String]) -> [JSON]
    ) {
        self.name = name
        self.words = words
        self.fields = fields
        self.defaultKey = defaultKey
        self.onlyWhenNew = onlyWhenNew
        course = .registers(Registering(command: command, held: held, change: change))
    }

    init(
        name: String, words: Words, fields: [FieldDescription], key: [String],
        answering: Answering
    ) {
        self.name = name
        self.words = words
        self.fields = fields
        defaultKey = key
        onlyWhenNew = []
        course = .answers(answering)
    }

    /// The commands that its rows become.
    package var commands: [String] {
        switch course {
        case .registers(let registering): [registering.command]
        case .answers(let answering): answering.commands
        }
    }

    package static let all: [Entity] = [
        organization, project, projectReport, projectClaim, projectInvestment, projectPlan, target,
        indicator, indicatorObservation, indicatorTarget, commitment, blocker,
        stageRecognition, commitmentUpdate,
    ]

    package static func named(_ name: String) -> Entity? { all.first { $0.name == name } }

    package func field(_ name: String) -> FieldDescription? { fields.first { $0.name == name } }

    static func fields(of command: String) -> [FieldDescription] {
        CommandKind.named(command)?.fields ?? []
    }
}

/// The city as an import compares against it.
package struct Holding: Sendable {
    /// As whoever imports may see it, so that nothing hidden shows in what would change.
    package var city: City
    /// All of it: what the commands are decided on.
    package var whole: City
    /// The text of a note; nil where it was purged.
    package var text: @Sendable (Note) -> String?

    package init(city: City, text: @escaping @Sendable (Note) -> String?) {
        self.city = city
        whole = city
        self.text = text
    }

    /// The city as one person may see it.
    package init(
        _ city: City, seenBy actor: Actor, text: @escaping @Sendable (Note) -> String?
    ) {
        self.init(city: city.seen(by: .person(actor)).city, text: text)
        whole = city
    }

    /// The note as a command would state it. A purged one stays sealed, and equals nothing.
    func open(_ note: Note?) -> Note? { note.map { open($0) } }

    func open(_ note: Note) -> Note { text(note).map { Note.text($0) } ?? note }
}

extension Entity {
    /// An event's fields as a JSON object.
    static func object(_ fielded: some Fielded) -> JSON? {
        var out = JSONBuffer()
        fielded.write(to: &out)
        return try? JSON.parse(out.bytes)
    }
}

extension JSON {
    /// The object with a member set, or removed with nil.
    func setting(_ key: String, _ value: JSON?) -> JSON {
        var members = (objectValue ?? []).filter { !$0.key.utf8.elementsEqual(key.utf8) }
        if let value { members.append(Member(key, value)) }
        return .object(members)
    }

    /// The members of these names only.
    func keeping(_ keys: [String]) -> JSON {
        .object(
            (objectValue ?? []).filter { member in
                keys.contains { $0.utf8.elementsEqual(member.key.utf8) }
            })
    }

    /// Equal apart from the order of members.
    func isSame(as other: JSON) -> Bool {
        switch (self, other) {
        case (.object(let left), .object(let right)):
            left.count == right.count
                && left.allSatisfy { member in
                    other[member.key].map { member.value.isSame(as: $0) } ?? false
                }
        case (.array(let left), .array(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
        default: self == other
        }
    }
}
