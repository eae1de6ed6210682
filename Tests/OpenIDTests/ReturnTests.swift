import Foundation
import JSON
import OpenID
import Testing

@Suite("What a browser may bring back")
struct ReturnTests {
    @Test("Nothing, another's, a changed and another provider's attempt are nobody's")
    func unknown() async throws {
        let stage = try Stage()
        let begun = try await stage.begun()
        try stage.giveRight(begun)
        let attempt = begun.beginning.attempt
        let other = try Stage()
        let foreign = try await other.desk.begin(towards: "/", now: Stage.now).attempt
        var changed = Array(attempt)
        changed[20] = changed[20] == "A" ? "B" : "A"
        let wrong: [String?] = [
            nil, "", "x", foreign, String(changed), attempt + "A", String(attempt.dropLast(4)),
            String(repeating: "A", count: 5_000),
        ]
        for carried in wrong {
            await #expect(throws: OpenIDRefusal.self) {
                try await stage.desk.finish(begun.answer, attempt: carried, now: Stage.now)
            }
        }
        // None of them used it up.
        let arrival = try await stage.finish(begun).get()
        #expect(arrival.subject == "u-1")
    }

    @Test("An attempt comes back once")
    func once() async throws {
        let stage = try Stage()
        let begun = try await stage.begun()
        try stage.giveRight(begun)
        _ = try await stage.finish(begun).get()
        let again = await stage.finish(begun)
        #expect(again.code == .attemptUsed)
    }

    @Test("An attempt is over after ten minutes")
    func expired() async throws {
        let stage = try Stage()
        let begun = try await stage.begun()
        try stage.giveRight(begun, at: Stage.now + 599)
        let late = await stage.finish(begun, at: Stage.now + 600)
        #expect(late.code == .attemptExpired)
        let arrival = await stage.finish(begun, at: Stage.now + 599)
        #expect(arrival.code == nil)
    }

    @Test("A state that is missing or another attempt's is refused, and costs nothing")
    func states() async throws {
        let stage = try Stage()
        let (begun, other) = (try await stage.begun(), try await stage.begun())
        try stage.giveRight(begun)
        for state in [nil, "", "x", other.query["state"]] {
            let answer = AuthorizationAnswer(code: "c-1", state: state)
            let result = await stage.finish(begun, answer)
            #expect(result.code == .stateDiffers)
        }
        _ = try await stage.finish(begun).get()
    }

    @Test("What the provider says of why not is told, as far as it is a word of its own")
    func providerSays() async throws {
        let stage = try Stage()
        for (error, shown) in [("access_denied", "access_denied"), ("<b>x", "?")] {
            let begun = try await stage.begun()
            let answer = AuthorizationAnswer(state: begun.query["state"], error: error)
            let result = await stage.finish(begun, answer)
            guard case .failure(let refusal) = result else {
                Issue.record("it arrived")
                continue
            }
            #expect(refusal.code == .providerRefused)
            #expect(refusal.en.contains(shown) && !refusal.en.contains("<b>"))
        }
    }

    @Test("An answer by another issuer is refused, and one by nobody where it must say who it is")
    func issuers() async throws {
        let stage = try Stage()
        let begun = try await stage.begun()
        try stage.giveRight(begun)
        var answer = begun.answer
        answer.issuer = "https://other.example"
        #expect(await stage.finish(begun, answer).code == .issuerDiffers)

        let naming = try Stage()
        try naming.describe(["authorization_response_iss_parameter_supported": .bool(true)])
        let silent = try await naming.begun()
        try naming.giveRight(silent)
        #expect(await naming.finish(silent).code == .issuerDiffers)
        let named = try await naming.begun()
        try naming.giveRight(named)
        answer = named.answer
        answer.issuer = naming.issuer
        #expect(await naming.finish(named, answer).code == nil)
    }

    @Test("No code, and a code that the provider does not take")
    func codes() async throws {
        let stage = try Stage()
        let begun = try await stage.begun()
        let bare = AuthorizationAnswer(state: begun.query["state"])
        #expect(await stage.finish(begun, bare).code == .providerAnswerRefused)
        let second = try await stage.begun()
        try stage.answer("token", 400, #"{"error":"invalid_grant"}"#)
        let refused = await stage.finish(second)
        #expect(refused.code == .codeRefused)
        if case .failure(let refusal) = refused {
            #expect(refusal.detail == "400 invalid_grant")
        }
    }
}
