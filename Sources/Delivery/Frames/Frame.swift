/// What everything is aligned to: 六个建设, 两先区. Its lines are P1 to P6 of the first.
package struct Frame: Sendable, Hashable {
    package var id: CodeName
    package var name: String
    package var nameEn: String?
    /// In the order in which the city names them.
    package var lines: [Line]
    package var seq: Int
}

/// One line of a frame, known by an id that no other frame has.
package struct Line: FieldStructure, Hashable {
    package var id = CodeName.blank
    package var name = ""
    package var nameEn: String?

    package init() {}

    package init(_ id: CodeName, _ name: String, _ nameEn: String? = nil) {
        self.id = id
        self.name = name
        self.nameEn = nameEn
    }

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("id", &id)
        try visitor.field("name", &name)
        try visitor.optional("name_en", &nameEn)
    }
}

extension City {
    package func frame(_ id: CodeName) -> Frame? { frames.first { $0.id == id } }

    /// The line, whatever frame it is of.
    package func line(_ id: CodeName) -> Line? {
        for frame in frames {
            if let line = frame.lines.first(where: { $0.id == id }) { return line }
        }
        return nil
    }

    package func frame(of line: CodeName) -> Frame? {
        frames.first { $0.lines.contains { $0.id == line } }
    }
}

/// The whole frame as it stands from now on.
package struct FrameDeclared: EventBody {
    package static let type: StaticString = "frame.declared"
    package var id = CodeName.blank
    package var name = ""
    package var nameEn: String?
    package var lines: [Line] = []

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("id", &id)
        try visitor.field("name", &name)
        try visitor.optional("name_en", &nameEn)
        try visitor.list("lines", &lines)
    }

    func frame(seq: Int) -> Frame {
        Frame(id: id, name: name, nameEn: nameEn, lines: lines, seq: seq)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        if let index = city.frames.firstIndex(where: { $0.id == id }) {
            city.frames[index] = frame(seq: at.seq)
        } else {
            city.frames.append(frame(seq: at.seq))
        }
    }
}
