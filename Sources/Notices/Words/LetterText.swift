package import Delivery
package import JSON
import Rulebook

/// What a letter says: by e-mail in the person's language, by webhook in both and without a word
/// that anybody typed.
package struct LetterText {
    package let letter: Letter
    /// As the person may see it.
    private let city: City
    /// Where the pages are for those who read the letter, without a slash at its end; nil where
    /// nobody said.
    private let site: String?
    private let words: NoticeWords

    private static let longest = 50

    package init(_ letter: Letter, _ city: City, site: String?) {
        self.letter = letter
        self.city = city
        self.site = site
        words = NoticeWords(city)
    }

    private var isDigest: Bool { letter.notices.contains { $0.draft.kind == .digest } }

    package func subject(_ language: KeyPath<Words, String>) -> String {
        let house = city.settings?.name ?? Words(zh: "赛马", en: "Saima")
        let what: Words
        if letter.notices.count == 1, let notice = letter.notices.first {
            what = words.bare(notice.draft)
        } else {
            let count = letter.notices.count
            what = Words(zh: "\(count) 条通知", en: "\(count) notices")
        }
        return "[\(house[keyPath: language])] \(what[keyPath: language])"
    }

    package func body(_ language: KeyPath<Words, String>) -> String {
        var lines: [String] = []
        for notice in letter.notices.prefix(Self.longest) {
            let draft = notice.draft
            if draft.kind == .digest {
                lines += digest(draft, language) + [""]
                continue
            }
            let text = words.bare(draft)[keyPath: language]
            lines.append("- " + text)
            if let name = words.name(of: draft.subject) { lines.append("  " + Self.plain(name)) }
            if let site { lines.append("  \(site)\(words.path(of: draft.subject))") }
        }
        let rest = letter.notices.count - Self.longest
        if rest > 0 {
            lines.append(Words(zh: "……另有 \(rest) 条", en: "… and \(rest) more")[keyPath: language])
        }
        lines.append("")
        if let site {
            let all = Words(zh: "全部通知：", en: "All notices: ")[keyPath: language]
            lines.append("\(all)\(site)/notices")
        }
        lines.append(Self.foot[keyPath: language])
        return lines.joined(separator: "\n") + "\n"
    }

    private static let foot = Words(
        zh: "这封邮件由系统发出，请勿回复。怎样告知您，可在“通知”页面选择。",
        en: "This mail was sent by a program; nobody reads replies. How you are told is yours to"
            + " choose on the page of notices.")

    private func digest(
        _ draft: NoticeDraft, _ language: KeyPath<Words, String>
    ) -> [String] {
        let monday = Day(draft.mark) ?? city.day ?? .epoch
        let digest = Digest(city, for: letter.person, on: monday)
        let lines = digest.waiting.prefix(Self.longest).flatMap { item($0, language) }
        let waiting = Words(
            zh: "待办 \(digest.waiting.count) 项，其中逾期 \(digest.overdue) 项",
            en: "Waiting: \(digest.waiting.count), overdue of these: \(digest.overdue)")
        let closed = Words(
            zh: "上周办结 \(digest.closed.count) 项", en: "Closed last week: \(digest.closed.count)")
        return [waiting[keyPath: language]] + lines + [closed[keyPath: language]]
            + digest.closed.prefix(Self.longest).map { id in
                "- \(id.text)\(named(NoticeSubject(.commitment, id.text)))"
            }
    }

    private func item(
        _ item: WorkItem, _ language: KeyPath<Words, String>
    ) -> [String] {
        let subject = item.subject.notice
        let due = item.due.map { " · \($0)" } ?? ""
        let isLate = item.urgency == .overdue
        let late = isLate ? " (\(item.urgency.words[keyPath: language]))" : ""
        let link = site.map { ["  \($0)\(words.path(of: subject))"] } ?? []
        let what = item.kind.words[keyPath: language]
        return ["- \(what): \(subject.id)\(named(subject))\(due)\(late)"] + link
    }

    private func named(_ subject: NoticeSubject) -> String {
        words.name(of: subject).map { " " + Self.plain($0) } ?? ""
    }

    /// On one line.
    private static func plain(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// For whoever passes it on. The telephone number is the directory's.
    package func json(phone: String?) -> JSON {
        .object([
            .init("id", .string(letter.id)), .init("person", .string(letter.person.text)),
            .init("phone", phone.map(JSON.string) ?? .null),
            .init("kind", .string(isDigest ? "digest" : "notices")),
            .init("made", .string(letter.made.description)),
            .init("link", site.map { .string($0 + "/notices") } ?? .null),
            .init("notices", .array(letter.notices.prefix(Self.longest).map { json($0) })),
            .init("more", .integer(max(0, letter.notices.count - Self.longest))),
        ])
    }

    private func json(_ notice: Notice) -> JSON {
        let draft = notice.draft
        let text = words.bare(draft)
        return .object([
            .init("kind", .string(draft.kind.rawValue)),
            .init("subject", .string(draft.subject.text)), .init("count", .integer(draft.count)),
            .init("zh", .string(text.zh)), .init("en", .string(text.en)),
            .init("link", site.map { .string($0 + words.path(of: draft.subject)) } ?? .null),
        ])
    }
}
