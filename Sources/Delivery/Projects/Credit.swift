package import JSON

/// One organization's part in a project. The parts of a project sum to 1.
package struct Credit: Fielded, FieldStructure, Hashable {
    package var organization = OrganizationID.blank
    package var share = Share.whole

    package init() {}

    package init(_ organization: OrganizationID, _ share: Share) {
        self.organization = organization
        self.share = share
    }

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("organization", &organization)
        try visitor.field("share", &share)
    }

    /// Checks one set of credits: shares that sum to 1, each organization once, all of them known.
    /// An empty set is right: the project is kept and credited to nobody.
    package static func check(_ credits: [Credit], in city: City) throws(Refusal) {
        guard !credits.isEmpty else { return }
        var seen: Set<OrganizationID> = []
        var sum = 0
        for credit in credits {
            try city.require(credit.organization, field: "credits")
            guard seen.insert(credit.organization).inserted else {
                throw Refusal(
                    .organizationTwice, field: "credits",
                    zh: "“\(credit.organization)”出现了两次，每个地区只写一行",
                    en: "\"\(credit.organization)\" stands twice; name each organization once")
            }
            sum += credit.share.millionths
        }
        guard sum == Share.whole.millionths else {
            let text = DecimalText.of(Int128(sum), places: 6)
            throw Refusal(
                .sharesNotOne, field: "credits", zh: "各方份额之和为 \(text)，应为 1",
                en: "the shares sum to \(text); they must sum to 1")
        }
    }
}

/// More than 0 and at most 1, in millionths; written as decimal text: `"0.6"`.
package struct Share: Hashable, Sendable {
    package let millionths: Int

    package static let whole = Share(unchecked: 1_000_000)

    private init(unchecked millionths: Int) { self.millionths = millionths }

    package init?(_ text: String) {
        guard let decimal = Decimal(text), let scaled = decimal.scaled(to: 6),
            (1...1_000_000).contains(scaled)
        else { return nil }
        millionths = Int(scaled)
    }
}

extension Share: CustomStringConvertible {
    package var description: String { DecimalText.of(Int128(millionths), places: 6) }
}

extension Share: FieldValue {
    package static var blank: Share { .whole }
    package static var shape: FieldShape { .decimal }

    package init(raw: RawValue) throws(FieldProblem) {
        guard let share = Share(try raw.text()) else {
            throw raw.problem(
                .malformed, zh: "份额应大于 0、不大于 1，最多六位小数，如 \"0.6\"",
                en: "a share is more than 0, at most 1 and has at most six decimals, "
                    + "such as \"0.6\"")
        }
        self = share
    }

    package func write(to out: inout JSONBuffer) { out.string(description) }
}
