import Delivery
package import Interchange

/// By what a sheet is read: one of the templates, or a mapping that somebody brought or made.
package enum ImportMapping: Sendable {
    case template(Template)
    case own(text: String, file: String)

    /// As messages name it.
    package var file: String {
        switch self {
        case .template(let template): template.mappingName
        case .own(_, let file): file
        }
    }

    package func read() throws(MappingProblems) -> Mapping {
        switch self {
        case .template(let template): try template.mapping()
        case .own(let text, let file): try MappingReader.read(text, file: file)
        }
    }

    /// What a reader calls it.
    func title(_ mapping: Mapping) -> Words {
        switch self {
        case .template(let template): template.words
        case .own(_, let file): mapping.title ?? Words(zh: file, en: file)
        }
    }
}
