package import Delivery
internal import GRDB

/// A person as the directory knows one. The ledger knows the id only.
package struct Person: Sendable, Hashable {
    package var id: PersonID
    /// As pages show it.
    package var name: String
    package var email: String?
    package var phone: String?

    package init(id: PersonID, name: String, email: String? = nil, phone: String? = nil) {
        self.id = id
        self.name = name
        self.email = email
        self.phone = phone
    }

    private static let longest = 100

    /// Blanks at the ends are nobody's; what is then empty is not given.
    func tidied() throws(AccountRefusal) -> Person {
        guard PersonID.isWellFormed(id.text), id != Actor.console.person else {
            throw AccountRefusal(
                .personMalformed, field: "person",
                zh: "人员编号应为 1–64 个字母、数字或 . _ : -，以字母或数字开头，且不能是 console",
                en: "a person's id is 1–64 letters, digits or . _ : - beginning with a letter or"
                    + " digit, and not console")
        }
        let tidy = Person(
            id: id, name: Self.trimmed(name) ?? "", email: email.flatMap(Self.trimmed),
            phone: phone.flatMap(Self.trimmed))
        guard !tidy.name.isEmpty else {
            throw AccountRefusal(
                .nameMissing, field: "name", zh: "请填写姓名", en: "give the person's name")
        }
        let texts = [("name", tidy.name), ("email", tidy.email ?? ""), ("phone", tidy.phone ?? "")]
        for (field, text) in texts where text.count > Self.longest {
            throw AccountRefusal(
                .textTooLong, field: field, zh: "最多 \(Self.longest) 个字",
                en: "at most \(Self.longest) characters")
        }
        if let email = tidy.email, !Self.isEmail(email) {
            throw AccountRefusal(
                .emailMalformed, field: "email", zh: "邮箱应写成 name@example.cn 的样子",
                en: "an e-mail address is written like name@example.cn")
        }
        let marks = Set("+-() ")
        if let phone = tidy.phone,
            !phone.allSatisfy({ marks.contains($0) || $0.isASCII && $0.isNumber })
        {
            throw AccountRefusal(
                .phoneMalformed, field: "phone", zh: "电话只含数字、空格和 + - ( )",
                en: "a telephone number has digits, blanks and + - ( ) only")
        }
        return tidy
    }

    private static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
    }

    static func trimmed(_ text: String) -> String? {
        var rest = Substring(text)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest.isEmpty ? nil : String(rest)
    }
}

extension Person {
    private static let columns = "SELECT id, name, email, phone FROM persons"

    init(_ row: Row) {
        self.init(
            id: PersonID(unchecked: row["id"]), name: row["name"], email: row["email"],
            phone: row["phone"])
    }

    static func fetchAll(_ db: Database) throws -> [Person] {
        try Row.fetchAll(db, sql: "\(columns) ORDER BY id").map(Person.init)
    }

    /// By id or e-mail, in any case of letters: an id has no `@`, so nobody is two.
    static func named(_ name: String, _ db: Database) throws -> Person? {
        try Row.fetchOne(
            db, sql: "\(columns) WHERE id = ?1 OR email = ?1", arguments: [name]
        ).map(Person.init)
    }

    static func require(_ id: PersonID, _ db: Database) throws -> Person {
        guard
            let row = try Row.fetchOne(
                db, sql: "\(columns) WHERE id = ? COLLATE BINARY", arguments: [id.text])
        else { throw AccountRefusal.unknown(id) }
        return Person(row)
    }
}
