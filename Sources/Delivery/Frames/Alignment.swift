/// What a thing serves: one main line, and any number of others. Listed among the fields of the
/// thing itself as `line` and `other_lines`; without a main line it is aligned to nothing.
package struct Alignment: Fielded, Hashable {
    package var main: CodeName?
    package var others: [CodeName] = []

    package init() {}

    package init(_ main: CodeName?, others: [CodeName] = []) {
        self.main = main
        self.others = others
    }

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.optional("line", &main)
        try visitor.list("other_lines", &others)
    }

    /// The main line first.
    package var lines: [CodeName] { (main.map { [$0] } ?? []) + others }

    package static let refusals: [Refusal.Code] = [.lineUnknown, .lineMissing, .lineTwice]
}

extension City {
    /// The lines are declared, each named once, the main one first.
    func check(_ alignment: Alignment) throws(Refusal) {
        if alignment.main == nil, let other = alignment.others.first {
            throw Refusal(
                .lineMissing, field: "line", zh: "列有其他主线“\(other)”，还需指明一条主线",
                en: "\"\(other)\" stands among the other lines, so name the main one too")
        }
        var seen: Set<CodeName> = []
        for id in alignment.lines {
            let field = seen.isEmpty ? "line" : "other_lines"
            guard line(id) != nil else {
                let known = frames.flatMap(\.lines).map(\.id.text).joined(separator: ", ")
                throw Refusal(
                    .lineUnknown, field: field,
                    zh: "没有编号为“\(id)”的主线" + (known.isEmpty ? "，请先设定框架" : "，可选：\(known)"),
                    en: "there is no line \"\(id)\""
                        + (known.isEmpty ? "; declare a frame first" : "; there are \(known)"))
            }
            guard seen.insert(id).inserted else {
                throw Refusal(
                    .lineTwice, field: field, zh: "主线“\(id)”出现了两次，只写一次",
                    en: "the line \"\(id)\" stands twice; name it once")
            }
        }
    }
}
