package import Delivery

/// What a notice is about: a noun of the house and its id, or the noun alone where it is of many.
package struct NoticeSubject: Sendable, Hashable {
    package enum Noun: String, Sendable, CaseIterable {
        case commitment, project, finding, blocker, indicator, list, record, work
    }

    package var noun: Noun
    package var id: String

    package init(_ noun: Noun, _ id: String) {
        self.noun = noun
        self.id = id
    }

    /// `commitment:c-001`
    package init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let noun = Noun(rawValue: String(parts[0])) else { return nil }
        self.init(noun, String(parts[1]))
    }

    package var text: String { "\(noun.rawValue):\(id)" }
}

/// Something that one person is told, as it is derived from the ledger and the calendar.
package struct NoticeDraft: Sendable, Hashable {
    package var person: PersonID
    package var kind: NoticeKind
    package var subject: NoticeSubject
    /// What tells it from others of the same kind about the same subject for ever: the seq of the
    /// record that gave rise to it, or the day.
    package var mark: String
    /// How many things it is of; of several the subject is the first.
    package var count = 1

    package init(
        _ person: PersonID, _ kind: NoticeKind, _ subject: NoticeSubject, mark: String
    ) {
        self.person = person
        self.kind = kind
        self.subject = subject
        self.mark = mark
    }
}

/// A notice as the book keeps it.
package struct Notice: Sendable, Hashable {
    package var number: Int64
    package var draft: NoticeDraft
    package var made: Timestamp
    package var read: Timestamp?

    package var isRead: Bool { read != nil }
}

/// How a person wants to hear of what the pages show anyway.
package enum NoticeChoice: String, CaseIterable, Sendable {
    /// Each as it comes, and the weekly digest.
    case atOnce = "at_once"
    case digest
    case none

    package var words: Words {
        switch self {
        case .atOnce: Words(zh: "随时告知，另有每周摘要", en: "at once, and a weekly digest")
        case .digest: Words(zh: "只要每周摘要", en: "the weekly digest only")
        case .none: Words(zh: "只在页面上看", en: "on the pages only")
        }
    }
}
