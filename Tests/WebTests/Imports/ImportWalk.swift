import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Web

/// A person's way through an import, by the routes.
struct ImportWalk {
    let made: MadeHouse
    let person: String?

    struct Answer {
        var status: Int
        var text: String
        var headers: HTTPFields

        var location: String? { headers[.location] }
    }

    /// What the investment template's own sheet says, as text.
    static func investment(_ rows: String...) -> String {
        "项目,月份,年度,本月完成投资（万元）\n" + rows.map { $0 + "\n" }.joined()
    }

    func ask(
        _ method: HTTPRequest.Method, _ uri: String, type: String? = nil, body: ByteBuffer? = nil,
        as kind: WebSession.Kind = .cookie
    ) async throws -> Answer {
        try await made.application(as: person, kind).test(.router) { client in
            var headers = HTTPFields()
            headers[.contentType] = type
            if let name = HTTPField.Name("X-CSRF-Token") { headers[name] = MadeHouse.csrf }
            let answer = try await client.execute(
                uri: uri, method: method, headers: headers, body: body)
            return Answer(
                status: answer.status.code, text: String(buffer: answer.body),
                headers: answer.headers)
        }
    }

    func get(_ uri: String) async throws -> Answer { try await ask(.get, uri) }

    func upload(
        _ kind: String, _ files: [Multipart.File], to uri: String = "/imports"
    ) async throws -> Answer {
        try await ask(
            .post, uri, type: Multipart.type,
            body: Multipart.body([("kind", kind)], files: files))
    }

    /// Hands a sheet in, and where its preview is.
    func handIn(
        _ kind: String, _ text: String, _ others: [Multipart.File] = []
    ) async throws -> String {
        let sheet = Multipart.File("sheet", "表.csv", text)
        return try await upload(kind, [sheet] + others).location ?? ""
    }

    /// Presses the button of a preview.
    func apply(_ place: String, seen: String) async throws -> Answer {
        try await ask(
            .post, place + "/apply", type: "application/x-www-form-urlencoded",
            body: ByteBuffer(string: "csrf=\(MadeHouse.csrf)&seen=\(seen)"))
    }

    /// What the button of a page would send; nil where there is none.
    static func seen(_ page: Answer) -> String? {
        guard let start = page.text.range(of: "name=\"seen\" value=\"") else { return nil }
        return String(page.text[start.upperBound...].prefix(64))
    }
}
