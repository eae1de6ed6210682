/// The languages of the pages. Chinese is the first.
package enum Language: String, Sendable, CaseIterable {
    case zh, en

    /// The value of an HTML `lang` attribute and of `Content-Language`.
    package var tag: String {
        switch self {
        case .zh: "zh-CN"
        case .en: "en"
        }
    }

    package var other: Language { self == .zh ? .en : .zh }

    /// What `?lang=` says, else the cookie, else the reader's first language among ours, else
    /// Chinese.
    package init(asked: String?, cookie: String?, accepted: String?) {
        let chosen = Language(rawValue: asked ?? "") ?? Language(rawValue: cookie ?? "")
        self = chosen ?? Language(accepted: accepted ?? "") ?? .zh
    }

    /// The best of an `Accept-Language` field (RFC 9110, 12.5.4); nil where it names none of
    /// ours.
    private init?(accepted field: String) {
        var best: (language: Language, quality: Int)?
        for range in field.split(separator: ",").prefix(32) {
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " } }
            guard let tag = parts.first?.lowercased(),
                let language = Language(rawValue: String(tag.prefix { $0 != "-" }))
            else { continue }
            let quality = parts.dropFirst().compactMap(Self.quality).first ?? 1000
            if quality > best?.quality ?? 0 { best = (language, quality) }
        }
        guard let best else { return nil }
        self = best.language
    }

    /// `q=0.8` in thousandths.
    private static func quality(_ parameter: String) -> Int? {
        guard parameter.hasPrefix("q=") else { return nil }
        let digits = parameter.dropFirst(2).filter { $0 != "." }.prefix(4)
        guard let value = Int(digits) else { return nil }
        let places = digits.count - 1
        return (0..<max(0, 3 - places)).reduce(value) { value, _ in value * 10 }
    }
}
