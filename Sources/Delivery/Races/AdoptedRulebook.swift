package import JSON
package import Rulebook

/// A rulebook as the city adopted it: its exact text, so that its hash can be recomputed.
package struct AdoptedRulebook: Sendable, Hashable {
    package var heading: RulebookHeading
    package var text: String
    package var seq: Int
}

extension City {
    /// The version last adopted among those in force on `day`.
    package func rulebook(_ id: String, inForceOn day: Day) -> AdoptedRulebook? {
        rulebooks.last {
            $0.heading.id.utf8.elementsEqual(id.utf8)
                && ($0.heading.effectiveFrom.map { $0 <= day } ?? true)
                && ($0.heading.effectiveUntil.map { day < $0 } ?? true)
        }
    }
}

package struct RulebookAdopted: EventBody {
    package static let type: StaticString = "rulebook.adopted"
    package var id = ""
    package var version = ""
    package var titleZh: String?
    package var titleEn: String?
    package var effectiveFrom: Day?
    package var effectiveUntil: Day?
    package var cutoffDays: Int?
    package var text = RulebookText.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("id", &id)
        try visitor.field("version", &version)
        try visitor.optional("title", &titleZh)
        try visitor.optional("title_en", &titleEn)
        try visitor.optional("effective_from", &effectiveFrom)
        try visitor.optional("effective_until", &effectiveUntil)
        try visitor.optional("cutoff_days", &cutoffDays)
        try visitor.field("text", &text)
    }

    package func apply(to city: inout City, _ at: Occurrence) {
        let title = (titleZh ?? titleEn).map { Words(zh: titleZh ?? $0, en: titleEn ?? $0) }
        city.rulebooks.append(
            AdoptedRulebook(
                heading: RulebookHeading(
                    id: id, version: version, title: title, effectiveFrom: effectiveFrom,
                    effectiveUntil: effectiveUntil, cutoffDays: cutoffDays),
                text: text.text, seq: at.seq))
    }
}

/// A rulebook file's whole text; small enough to stand in a record.
package struct RulebookText: FieldValue, Hashable {
    package var text: String

    package static let maximumLength = 48_000
    package static let blank = RulebookText(text: "")
    package static var shape: FieldShape { .text }

    package init(text: String) { self.text = text }

    package init(raw: RawValue) throws(FieldProblem) {
        text = try raw.text()
        guard text.utf8.count <= RulebookText.maximumLength else {
            throw raw.problem(
                .tooLong, zh: "规则最长 48000 字节",
                en: "a rulebook's text may hold at most 48,000 bytes")
        }
    }

    package func write(to out: inout JSONBuffer) { out.string(text) }
}

/// Adopts a rulebook, or a further version of one.
package struct AdoptRulebook: Command {
    package static let name: StaticString = "rulebook.adopt"
    package static let title = Words(zh: "采用规则", en: "Adopt a rulebook")
    package static let may: Set<Role> = [.console, .dispatcher]
    package static let refusals: [Refusal.Code] = [.rulebookMalformed, .rulebookVersionTaken]
    package static var example: AdoptRulebook {
        var command = AdoptRulebook()
        command.text.text = """
            rulebook: signed
            schema: 1
            version: "1"
            measures: {n: {agg: count, of: projects, where: [{field: signed_on, op: in_period}]}}
            indicators: [{id: n, weight: 1, measure: n}]

            """
        return command
    }

    package var text = RulebookText.blank

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(FieldProblem) {
        try visitor.field("text", &text)
    }

    package func decide(_ city: City, _ asked: Asked) throws(Refusal) -> [any EventBody] {
        let heading: RulebookHeading
        switch asked.readRulebook(text.text) {
        case .success(let read): heading = read
        case .failure(let problems):
            throw Refusal(
                .rulebookMalformed, field: "text",
                zh: problems.sentences.map(\.zh).joined(separator: "\n"),
                en: problems.sentences.map(\.en).joined(separator: "\n"))
        }
        let taken = city.rulebooks.contains {
            $0.heading.id.utf8.elementsEqual(heading.id.utf8)
                && $0.heading.version.utf8.elementsEqual(heading.version.utf8)
        }
        guard !taken else {
            throw Refusal(
                .rulebookVersionTaken, field: "text",
                zh: "规则 \(heading.id) 的版本 \(heading.version) 已采用，修改后请换版本号",
                en: "version \(heading.version) of \(heading.id) is adopted already; "
                    + "give a changed text another version")
        }
        var event = RulebookAdopted()
        event.id = heading.id
        event.version = heading.version
        event.titleZh = heading.title?.zh
        event.titleEn = heading.title?.en
        event.effectiveFrom = heading.effectiveFrom
        event.effectiveUntil = heading.effectiveUntil
        event.cutoffDays = heading.cutoffDays
        event.text = text
        return [event]
    }
}
