import Accounts
import Delivery
import Hummingbird

extension PeopleRoutes {
    func link(_ deed: Deed, _ id: PersonID, _ form: PostedForm) async throws -> Response {
        guard let provider = reception.providers.first(where: { $0.id == form["provider"] })
        else { throw Trouble.notFound }
        let identity = Identity(issuer: provider.issuer, subject: form["subject"])
        let typed = PersonPage.Typed.identity(provider: provider.id, subject: form["subject"])
        return try await keep(deed, id, typed: typed) { book throws(AccountRefusal) in
            try await book.link(identity, to: id, by: deed.doer, now: reception.now)
        }
    }

    func unlink(_ deed: Deed, _ id: PersonID, _ form: PostedForm) async throws -> Response {
        let identity = Identity(issuer: form["issuer"], subject: form["subject"])
        return try await keep(deed, id) { book throws(AccountRefusal) in
            try await book.unlink(identity, of: id)
        }
    }
}
