import Accounts
import Testing

@Suite("What a password must be")
struct PasswordPolicyTests {
    private static let person = Person(
        id: .of("p-fgw-1"), name: "Ouyang Xiaoming", email: "xiaoming@example.cn")

    private func refusal(_ password: String) -> AccountRefusal? {
        do throws(AccountRefusal) {
            try PasswordPolicy.check(password, of: Self.person)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "Long passwords of any kind of characters are taken",
        arguments: ["correct horse", "八匹马在东关街上慢慢地跑着", "            abcd", "xq7-xq8-xq9-z"])
    func taken(password: String) {
        #expect(refusal(password) == nil)
    }

    @Test(
        "What is short, endless, plain or a name is refused at its field",
        arguments: [
            ("", .passwordTooShort), ("elevenchars", .passwordTooShort),
            (String(repeating: "abcdefgh", count: 26), .passwordTooLong),
            ("aaaaaaaaaaaaaa", .passwordTooPlain), ("abababababAB", .passwordTooPlain),
            ("Ouyang Xiaoming", .passwordIsName), ("ouyangxiaoming2024", .passwordIsName),
            ("xiaoming@example.cn", .passwordIsName), ("p-fgw-1 p-fgw-1", .passwordIsName),
        ] as [(String, AccountRefusal.Code)])
    func refused(password: String, code: AccountRefusal.Code) {
        let refusal = refusal(password)
        #expect(refusal?.code == code)
        #expect(refusal?.field == "new_password")
    }

    @Test("One-time passwords are long, differ, and hold nothing that is mistaken")
    func oneTime() {
        let made = (0..<200).map { _ in OneTimePassword.random() }

        #expect(Set(made).count == 200)
        #expect(made.allSatisfy { $0.count == 23 && !$0.contains { "ilo01".contains($0) } })
    }
}
