package import Delivery

/// A wording of the pages in both languages. There is no way to make one with a language
/// missing; the wordings themselves are `static` members in `Phrase+….swift`.
package typealias Phrase = Words

extension Words {
    package init(_ zh: String, _ en: String) {
        self.init(zh: zh, en: en)
    }

    package subscript(_ language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}
