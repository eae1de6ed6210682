/// Goes over the free texts and the files among the fields of an event, however deep they lie,
/// and may exchange them. A new field of either type needs no more than its type.
package protocol CitationVisitor: FieldVisitor {
    mutating func note(_ note: inout Note)
    mutating func evidence(_ evidence: inout Evidence)
}

extension CitationVisitor {
    package mutating func evidence(_ evidence: inout Evidence) {}

    package mutating func field<Value: FieldValue>(_ name: StaticString, _ value: inout Value) {
        value.cite(to: &self)
    }

    package mutating func optional<Value: FieldValue>(
        _ name: StaticString, _ value: inout Value?
    ) {
        value?.cite(to: &self)
    }

    package mutating func list<Value: FieldValue>(_ name: StaticString, _ values: inout [Value]) {
        for index in values.indices { values[index].cite(to: &self) }
    }

    package mutating func flag(_ name: StaticString, _ value: inout Bool) {}
}

extension FieldValue {
    package mutating func cite<V: CitationVisitor>(to visitor: inout V) {}
}

extension FieldStructure {
    package mutating func cite<V: CitationVisitor>(to visitor: inout V) {
        // A visitor of citations has nothing to refuse.
        try? visit(&visitor)
    }
}

extension Note {
    package mutating func cite<V: CitationVisitor>(to visitor: inout V) { visitor.note(&self) }
}

extension Evidence {
    package mutating func cite<V: CitationVisitor>(to visitor: inout V) {
        visitor.evidence(&self)
        name?.cite(to: &visitor)
    }
}
