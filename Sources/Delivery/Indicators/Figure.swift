package import JSON
package import Rulebook

/// A figure as exactly as it is known. Written as decimal text, or as one of
/// `{"at_least":"200"}`, `{"more_than":"10"}`, `{"up_to":"30"}`, `{"from":"-40","to":"60"}`,
/// `{"class":"百万千瓦级"}`.
package enum Figure: Hashable, Sendable {
    case exact(Decimal)
    /// 200余, 30多
    case atLeast(Decimal)
    /// 超10
    case moreThan(Decimal)
    /// 可达30
    case upTo(Decimal)
    /// Both ends among them, the lower first.
    case range(Decimal, Decimal)
    /// 兆瓦级: no number of its own.
    case ofClass(String)

    /// The number, where there is exactly one.
    package var exact: Rational? {
        if case .exact(let value) = self { value.rational } else { nil }
    }

    /// What it cannot be less than.
    package var lowerBound: Rational? {
        switch self {
        case .exact(let value), .atLeast(let value), .moreThan(let value): value.rational
        case .range(let low, _): low.rational
        case .upTo, .ofClass: nil
        }
    }

    /// - Parameter decimals: zeros are added up to so many; no digit is ever taken away.
    package func words(decimals: Int = 0) -> Words {
        func text(_ value: Decimal) -> String { value.text(atLeast: decimals) }
        switch self {
        case .exact(let value): return Words(zh: text(value), en: text(value))
        case .atLeast(let value):
            return Words(zh: "不少于 \(text(value))", en: "at least \(text(value))")
        case .moreThan(let value):
            return Words(zh: "超过 \(text(value))", en: "more than \(text(value))")
        case .upTo(let value): return Words(zh: "最高 \(text(value))", en: "up to \(text(value))")
        case .range(let low, let high):
            return Words(
                zh: "\(text(low)) 至 \(text(high))", en: "\(text(low)) to \(text(high))")
        case .ofClass(let name): return Words(zh: name, en: name)
        }
    }
}

extension Figure: FieldValue {
    package static var blank: Figure { .exact(.zero) }
    package static var shape: FieldShape { .figure }

    package init(raw: RawValue) throws(FieldProblem) {
        guard raw.isObject else {
            self = .exact(try Decimal(raw: raw))
            return
        }
        var fields = FigureFields()
        try raw.read(into: &fields)
        guard let figure = fields.figure else {
            throw raw.problem(
                .malformed,
                zh: "应只有 at_least、more_than、up_to、class 之一，或从小到大的 from 与 to",
                en: "must hold one of at_least, more_than, up_to and class, "
                    + "or from and to with the lower first")
        }
        self = figure
    }

    package func write(to out: inout JSONBuffer) {
        if case .exact(let value) = self {
            value.write(to: &out)
        } else {
            FigureFields(self).write(to: &out)
        }
    }
}

private struct FigureFields: Fielded {
    var atLeast: Decimal?
    var moreThan: Decimal?
    var upTo: Decimal?
    var from: Decimal?
    var to: Decimal?
    var ofClass: String?

    init() {}

    init(_ figure: Figure) {
        switch figure {
        case .exact: break
        case .atLeast(let value): atLeast = value
        case .moreThan(let value): moreThan = value
        case .upTo(let value): upTo = value
        case .range(let low, let high): (from, to) = (low, high)
        case .ofClass(let name): ofClass = name
        }
    }

    mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.optional("at_least", &atLeast)
        try visitor.optional("more_than", &moreThan)
        try visitor.optional("up_to", &upTo)
        try visitor.optional("from", &from)
        try visitor.optional("to", &to)
        try visitor.optional("class", &ofClass)
    }

    var figure: Figure? {
        switch (atLeast, moreThan, upTo, from, to, ofClass) {
        case (let value?, nil, nil, nil, nil, nil): .atLeast(value)
        case (nil, let value?, nil, nil, nil, nil): .moreThan(value)
        case (nil, nil, let value?, nil, nil, nil): .upTo(value)
        case (nil, nil, nil, let low?, let high?, nil):
            low.rational <= high.rational ? .range(low, high) : nil
        case (nil, nil, nil, nil, nil, let name?): .ofClass(name)
        default: nil
        }
    }
}

extension Decimal {
    /// The same value as a fraction, for reckoning with.
    package var rational: Rational { Rational(description) ?? .zero }

    /// With zeros added up to so many places after the point.
    package func text(atLeast wanted: Int) -> String {
        guard wanted > places else { return description }
        let zeros = String(repeating: "0", count: wanted - places)
        return description + (places == 0 ? "." : "") + zeros
    }
}
