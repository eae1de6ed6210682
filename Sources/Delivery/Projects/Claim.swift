package import Rulebook

/// A file cited by a record: kept elsewhere under its SHA-256, stood for here by hash and size.
package struct Evidence: Fielded, FieldStructure, Hashable {
    package var kind: EvidenceKind = .other
    /// 64 lower-case hexadecimal digits.
    package var sha256 = SHA256Text.blank
    /// Bytes.
    package var size = 0
    package var mediaType = ""
    /// The file's own name.
    package var name: Note?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("kind", &kind)
        try visitor.field("sha256", &sha256)
        try visitor.field("size", &size)
        try visitor.field("type", &mediaType)
        try visitor.optional("name", &name)
    }
}

extension Evidence {
    /// What a command brings names its file by a text, and no file has less than no bytes.
    func requireSound(field: String) throws(Refusal) {
        try name.requireFresh(field: field + ".name")
        guard size >= 0 else {
            throw Refusal(
                .fieldMalformed, field: field + ".size", zh: "文件大小 \(size) 不能小于 0",
                en: "a file's size cannot be \(size); it is a number of bytes")
        }
    }
}

/// A district's word that a project reached a stage on a day, and what became of it.
package struct Claim: Sendable, Hashable {
    /// From 1, in the order of the project's claims.
    package var number: Int
    package var stage: Stage
    package var day: Day
    package var evidence: [Evidence]
    package var organization: OrganizationID
    package var seq: Int
    package var ruling: Ruling

    package enum Ruling: Sendable, Hashable {
        case pending
        case withdrawn(seq: Int)
        /// `day` is the recognised actual date, which may differ from the claimed one.
        case recognised(day: Day, by: OrganizationID, seq: Int)
        case refused(RefusedBecause, note: Note?, by: OrganizationID, seq: Int)
        /// A recognition taken back.
        case revoked(RefusedBecause, note: Note?, by: OrganizationID, seq: Int)
    }

    package var recognisedDay: Day? {
        if case .recognised(let day, _, _) = ruling { day } else { nil }
    }

    package var isPending: Bool { ruling == .pending }

    package var isWithdrawn: Bool { if case .withdrawn = ruling { true } else { false } }
}

/// Why a claim was refused or a recognition taken back.
package enum RefusedBecause: String, CaseIterable, Sendable, FieldCode {
    case evidenceInsufficient = "evidence_insufficient"
    case notOnSite = "not_on_site"
    case dateWrong = "date_wrong"
    case countedTwice = "counted_twice"
    case other

    package var words: Words {
        switch self {
        case .evidenceInsufficient: Words(zh: "佐证不足", en: "evidence insufficient")
        case .notOnSite: Words(zh: "现场不符", en: "not what is on the site")
        case .dateWrong: Words(zh: "日期不实", en: "date not right")
        case .countedTwice: Words(zh: "重复申报", en: "counted elsewhere")
        case .other: Words(zh: "其他", en: "other")
        }
    }
}
