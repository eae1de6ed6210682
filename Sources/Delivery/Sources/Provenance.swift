/// What a figure or a word rests on.
package enum ProvenanceBasis: String, CaseIterable, Sendable, FieldCode {
    /// The source says so.
    case stated
    /// Concluded from what the source says.
    case inferred
    /// Made up, and marked so wherever it is shown.
    case example
    /// By the organization itself, which answers for it.
    case reported

    package var words: Words {
        switch self {
        case .stated: Words(zh: "原文载明", en: "stated in the source")
        case .inferred: Words(zh: "据来源推断", en: "inferred from the source")
        case .example: Words(zh: "示例", en: "example")
        case .reported: Words(zh: "单位填报", en: "reported by the organization")
        }
    }
}

/// Where a figure or a word comes from. Listed among the fields of the thing itself as
/// `provenance`, `source`, `reference` and `doubt`; absent where nothing is said of it.
package struct Provenance: Fielded, Hashable {
    package var basis: ProvenanceBasis?
    package var source: SourceID?
    /// The place inside the source: `F09`, a page, a table.
    package var reference: String?
    /// 存疑: why it may not be right as it stands.
    package var doubt: Note?

    package init() {}

    package init(_ basis: ProvenanceBasis, _ source: SourceID? = nil, _ reference: String? = nil) {
        self.basis = basis
        self.source = source
        self.reference = reference
    }

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.optional("provenance", &basis)
        try visitor.optional("source", &source)
        try visitor.optional("reference", &reference)
        try visitor.optional("doubt", &doubt)
    }

    package var isExample: Bool { basis == .example }

    package static let refusals: [Refusal.Code] = [.sourceUnknown, .provenanceIncomplete]
}

extension City {
    /// A source that is named is registered, and what rests on a source names it.
    ///
    /// - Parameter standing: the doubts that stand where the command writes.
    func check(_ provenance: Provenance, doubts standing: [Note?] = []) throws(Refusal) {
        try provenance.doubt.requireFresh(among: standing, field: "doubt")
        guard let basis = provenance.basis else {
            guard provenance == Provenance() else {
                throw Refusal(
                    .provenanceIncomplete, field: "provenance",
                    zh: "写了来源、出处或存疑，还需写明依据（provenance）",
                    en: "a source, reference or doubt is given, so say the provenance too")
            }
            return
        }
        if basis == .stated || basis == .inferred, provenance.source == nil {
            throw Refusal(
                .provenanceIncomplete, field: "source", zh: "“\(basis.words.zh)”须写明来源",
                en: "what is \(basis.words.en) must name it")
        }
        if provenance.reference != nil, provenance.source == nil {
            throw Refusal(
                .provenanceIncomplete, field: "source", zh: "写了出处，还需写明来源",
                en: "a reference is a place inside a source, so name the source")
        }
        if let source = provenance.source, sources[source] == nil {
            throw Refusal(
                .sourceUnknown, field: "source", zh: "没有编号为“\(source)”的来源，请先登记",
                en: "there is no source \"\(source)\"; register it first")
        }
    }
}
