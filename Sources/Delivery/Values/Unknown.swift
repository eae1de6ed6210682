package import JSON

/// Why a figure is not known although it was asked for.
package enum UnknownReason: String, CaseIterable, Sendable, FieldCode {
    case blankSource = "blank"
    case implausibleDate = "implausible_date"
    case implausibleAmount = "implausible_amount"
    case severalPlaces = "several_places"
    case outsideTheCity = "outside_the_city"
    case notRecognised = "not_recognised"

    package var words: Words {
        switch self {
        case .blankSource: Words(zh: "来源空白", en: "blank in the source")
        case .implausibleDate: Words(zh: "日期不合理", en: "implausible date in the source")
        case .implausibleAmount: Words(zh: "金额不合理", en: "implausible amount in the source")
        case .severalPlaces: Words(zh: "涉及多个地区", en: "in several places")
        case .outsideTheCity: Words(zh: "不在任何参赛地区", en: "outside every district")
        case .notRecognised: Words(zh: "来源写法无法识别", en: "not recognised in the source")
        }
    }
}

/// A figure that is known, or is kept as unknown with its reason and the source's own words.
/// Written as the value itself or as `{"unknown":"implausible_date","source":"10/21/2108"}`.
package enum Known<Value: FieldValue & Hashable>: Hashable, Sendable {
    case known(Value)
    case unknown(UnknownReason, source: String)

    package var value: Value? {
        if case .known(let value) = self { value } else { nil }
    }
}

extension Known: FieldValue {
    package static var blank: Known { .unknown(.blankSource, source: "") }
    package static var shape: FieldShape { .known(Value.shape) }

    package init(raw: RawValue) throws(FieldProblem) {
        guard raw.isObject else {
            self = .known(try Value(raw: raw))
            return
        }
        var unknown = UnknownFields()
        try raw.read(into: &unknown)
        self = .unknown(unknown.unknown, source: unknown.source)
    }

    package func write(to out: inout JSONBuffer) {
        switch self {
        case .known(let value): value.write(to: &out)
        case .unknown(let reason, let source):
            UnknownFields(unknown: reason, source: source).write(to: &out)
        }
    }
}

private struct UnknownFields: Fielded {
    var unknown: UnknownReason = .blankSource
    var source = ""

    init() {}

    init(unknown: UnknownReason, source: String) {
        self.unknown = unknown
        self.source = source
    }

    mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("unknown", &unknown)
        try visitor.field("source", &source)
    }
}
