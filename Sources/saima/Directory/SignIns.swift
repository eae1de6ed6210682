import Accounts
import CityHall
import Delivery
import HashTreeCollections

/// Sign-ins that the program makes itself: those of a sample, and the first one of a city.
enum SignIns {
    struct Line {
        var person: Person
        var roles: Set<Role>
        var password: String
    }

    /// Enters a sample's persons, each with a password of its own made at random, which stays:
    /// what was printed once must still open the sample tomorrow.
    static func make(
        _ persons: [(id: String, name: String)], _ posts: [PersonID: Appointment],
        in book: AccountBook
    ) async throws -> [Line] {
        let desk = SignInDesk(book: book, hashing: try HashingDesk())
        let now = Clock.system.now()
        var lines: [Line] = []
        for (id, name) in persons {
            let person = Person(id: PersonID(unchecked: id), name: name)
            try await book.add(person, now: now)
            let password = try await desk.givePassword(to: person.id, now: now)
            lines.append(
                Line(person: person, roles: posts[person.id]?.roles ?? [], password: password))
        }
        return lines
    }

    static func text(_ lines: [Line], _ language: SpokenLanguage) -> [String] {
        guard !lines.isEmpty else { return [] }
        let heads = [
            Words(zh: "角色", en: "role"), Words(zh: "姓名", en: "who"),
            Words(zh: "登录名", en: "sign-in name"), Words(zh: "密码", en: "password"),
        ]
        var table = TextTable(heads.map { (language.of($0), .left) })
        for line in lines {
            let roles = line.roles.map { language.of($0.words) }.sorted()
            table.append([
                roles.joined(separator: language.of(zh: "、", en: ", ")), line.person.name,
                line.person.id.text, line.password,
            ])
        }
        return [language.of(zh: "示例登录：", en: "Sign-ins of the sample:")] + table.lines
    }

    /// Where nobody can sign in yet, makes whoever the ledger has as security administrator, or
    /// a new one at the top of the city, able to: answers with the line to print once. Nil where
    /// somebody can, or where the city has no organization yet to appoint anybody in.
    static func makeFirst(
        in hall: CityHall, _ desk: SignInDesk, _ language: SpokenLanguage
    ) async throws -> String? {
        guard try await desk.book.holders().isEmpty else { return nil }
        guard let id = try await securityAdministrator(in: hall, desk.book) else {
            Terminal.tell(
                language.of(
                    zh: "saima：城市还没有单位，无法任用安全管理员，因而无人能登录；登记单位后重新启动即可",
                    en: "saima: the city has no organization yet, so no security administrator can"
                        + " be appointed and nobody can sign in; register one and start again"))
            return nil
        }
        let now = Clock.system.now()
        if desk.book.person(id) == nil {
            let name = language.of(zh: "安全管理员", en: "Security administrator")
            try await desk.book.add(Person(id: id, name: name), now: now)
        }
        let password = try await desk.giveOneTimePassword(to: id, now: now)
        return language.of(
            zh: "安全管理员登录名 \(id)，一次性密码 \(password)（只显示这一次，首次登录须更换）",
            en: "security administrator \(id), one-time password \(password)"
                + " (shown this once, to be changed at the first sign-in)")
    }

    private static func securityAdministrator(
        in hall: CityHall, _ book: AccountBook
    ) async throws -> PersonID? {
        let city = hall.city
        let known = city.people.filter { $0.value.roles.contains(.securityAdministrator) }
        if let first = known.keys.min() { return first }
        let today = city.day ?? .epoch
        let root = city.organizations.all.first {
            $0.closed == nil && city.organizations.parent(of: $0.id, on: today) == nil
        }
        guard let root else { return nil }
        let taken = Set(city.people.keys).union(try await book.erasures().map(\.person))
        let names = (1...).lazy.map { PersonID(unchecked: "security-\($0)") }
        guard let id = names.first(where: { !taken.contains($0) }) else { return nil }
        let appoint = AppointPerson {
            $0.person = id
            $0.organization = root.id
            $0.roles = [.securityAdministrator]
        }
        _ = try await hall.submit(
            Submission(key: Submission.freshKey(), appoint, as: Actor.console.person))
        return id
    }
}
