import HashTreeCollections
package import Rulebook

/// Where figures and words were taken from: a newspaper's article, a bulletin, a yearbook.
package struct Source: Registered, Hashable {
    package var id: SourceID
    package var title: String
    package var titleEn: String?
    package var publisher: String?
    /// The day it came out.
    package var day: Day?
    package var records: [Int]
}

/// The whole source as it is described from now on.
package struct SourceRegistered: EventBody {
    package static let type: StaticString = "source.registered"
    package var id = SourceID.blank
    package var title = ""
    package var titleEn: String?
    package var publisher: String?
    package var day: Day?

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("id", &id)
        try visitor.field("title", &title)
        try visitor.optional("title_en", &titleEn)
        try visitor.optional("publisher", &publisher)
        try visitor.optional("day", &day)
    }

    func source(records: [Int]) -> Source {
        Source(
            id: id, title: title, titleEn: titleEn, publisher: publisher, day: day,
            records: records)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        city.sources.insert(source(records: (city.sources[id]?.records ?? []) + [at.seq]))
    }
}

/// Registers a source that figures can name, or corrects what is known of it.
package struct RegisterSource: ProposingCommand {
    package static let name: StaticString = "source.register"
    package static let title = Words(zh: "登记来源", en: "Register a source")
    package static let may: Set<Role> = [.console, .dispatcher, .departmentReporter]
    package static let refusals: [Refusal.Code] = [.dayInFuture, .nothingChanges]
    package static let example = RegisterSource {
        $0.id = SourceID(unchecked: "yearbook-2023")
        $0.title = "示例统计年鉴（2023）"
        $0.titleEn = "Example statistical yearbook 2023"
        $0.publisher = "示例统计局"
        $0.day = Month(year: 2023, month: 12)?.firstDay
    }

    package var proposed = SourceRegistered()

    package init() {}

    package func check(_ city: City, _ asked: Asked) throws(Refusal) {
        try requireText(proposed.title, field: "title")
        if let day = proposed.day { try asked.requireNotFuture(day, field: "day") }
        if let standing = city.sources[proposed.id],
            standing == proposed.source(records: standing.records)
        {
            throw Refusal(
                .nothingChanges, zh: "该来源已如此登记", en: "the source is registered like this already")
        }
    }
}
