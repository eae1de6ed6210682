internal import Delivery
internal import Foundation

/// What a password must be: long, and not what anybody would try first. Nothing is asked of the
/// kinds of its characters.
package enum PasswordPolicy {
    package static let shortest = 12
    package static let longest = 200
    /// Fewer different characters than this are a pattern.
    private static let leastDifferent = 5

    /// - Parameter field: of the form, to say where.
    package static func check(
        _ password: String, of person: Person, field: String = "new_password"
    ) throws(AccountRefusal) {
        guard password.count >= shortest else {
            throw AccountRefusal(
                .passwordTooShort, field: field, zh: "密码至少 \(shortest) 个字符；几个不相干的词连起来就好",
                en: "a password has at least \(shortest) characters; a few unrelated words will do")
        }
        guard password.count <= longest else {
            throw AccountRefusal(
                .passwordTooLong, field: field, zh: "密码最多 \(longest) 个字符",
                en: "a password has at most \(longest) characters")
        }
        guard Set(password.lowercased()).count >= leastDifferent else {
            throw AccountRefusal(
                .passwordTooPlain, field: field, zh: "密码里不同的字符至少要有 \(leastDifferent) 个",
                en: "a password has at least \(leastDifferent) different characters")
        }
        let names = [person.id.text, person.name, person.email].compactMap(\.self)
        let simple = plain(password)
        guard !names.map(plain).contains(where: { !$0.isEmpty && simple.isMade(of: $0) }) else {
            throw AccountRefusal(
                .passwordIsName, field: field, zh: "密码不能就是姓名、编号或邮箱",
                en: "a password is not the person's name, id or e-mail address")
        }
    }

    /// Letters and digits alone, small.
    private static func plain(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}

extension String {
    /// Whether nothing is left, or digits only, when a word is taken out wherever it stands.
    fileprivate func isMade(of word: String) -> Bool {
        guard contains(word) else { return false }
        return replacingOccurrences(of: word, with: "").allSatisfy(\.isNumber)
    }
}

/// A password for one use, easy to read out: 20 letters and digits that are not mistaken for one
/// another, 98 bits.
package enum OneTimePassword {
    /// Days in which it may be used.
    package static let days = 14

    private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")

    package static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        let groups = (0..<4).map { _ in
            String(
                (0..<5).map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)] })
        }
        return groups.joined(separator: "-")
    }
}
