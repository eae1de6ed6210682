package import JSON

/// The project code of GB/T 40058-2021: 24 characters,
/// `YYYY-RRRRRR-CC-TT-SSSSSS` with its hyphens (year, region, class, type, serial number).
package struct NationalProjectCode: Hashable, Sendable {
    package let text: String

    package init?(_ text: String) {
        let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard text.utf8.count == 24, groups.map(\.count) == [4, 6, 2, 2, 6] else { return nil }
        let digit = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard groups.allSatisfy({ $0.allSatisfy(digit.contains) }) else { return nil }
        self.text = text
    }
}

extension NationalProjectCode: FieldValue {
    package static var blank: NationalProjectCode { NationalProjectCode(unchecked: "") }
    package static var shape: FieldShape { .text }

    private init(unchecked text: String) { self.text = text }

    package init(raw: RawValue) throws(FieldProblem) {
        guard let code = NationalProjectCode(try raw.text()) else {
            throw raw.problem(
                .malformed, zh: "国家项目代码应为 24 位，形如 2404-210213-04-01-123456",
                en: "a national project code has 24 characters, such as 2404-210213-04-01-123456")
        }
        self = code
    }

    package func write(to out: inout JSONBuffer) { out.string(text) }
}
