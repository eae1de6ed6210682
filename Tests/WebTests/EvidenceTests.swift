import CityHall
import Delivery
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing
import Web

@Suite("Evidence")
struct EvidenceTests {
    private func claim(
        _ made: MadeHouse, as person: String, _ bytes: [UInt8]
    ) async throws -> (status: Int, text: String) {
        try await made.application(as: person).test(.router) { client in
            let answer = try await client.execute(
                uri: "/do/project.claimStage", method: .post,
                headers: [.contentType: Multipart.type],
                body: Multipart.body(
                    [
                        ("project", "p3"), ("stage", "landed"), ("day", "2024-08-01"),
                        ("evidence[0].kind", "registration_or_land"),
                    ],
                    files: [.init("evidence[0].file", "用地手续.pdf", bytes)]))
            return (answer.status.code, String(buffer: answer.body))
        }
    }

    /// Bytes in which the beginnings of a boundary stand.
    private static var pdf: [UInt8] {
        Array("%PDF-1.7\r\n--\r\n------bound\r\n".utf8) + (0..<200_000).map { UInt8($0 % 251) }
    }

    @Test("A file is kept whole under its hash before its record, with the type of its bytes")
    func kept() async throws {
        // Given
        let made = try await MadeHouse()
        // When
        let answer = try await claim(made, as: "xg", Self.pdf)
        // Then
        #expect(answer.status == 303)
        let project = try #require(made.hall.city.projects[ProjectID(unchecked: "p3")])
        let evidence = try #require(project.claims.last?.evidence.first)
        #expect(evidence.size == Self.pdf.count && evidence.mediaType == "application/pdf")
        let hash = evidence.sha256.text
        let place = made.files.appending(path: String(hash.prefix(2))).appending(path: hash)
        #expect(Array(try Data(contentsOf: place)) == Self.pdf)
        let left = try FileManager.default.contentsOfDirectory(atPath: made.files.path)
        #expect(left == [String(hash.prefix(2))])
    }

    @Test("A file is shown to who may see a record that cites it, and to nobody else")
    func shown() async throws {
        let made = try await MadeHouse()
        _ = try await claim(made, as: "xg", Self.pdf)
        try await made.appoint("works", "zhongshan", [.enterprise])
        let project = try #require(made.hall.city.projects[ProjectID(unchecked: "p3")])
        let hash = try #require(project.claims.last?.evidence.first?.sha256.text)
        for (person, status) in [("xg", 200), ("zs", 200), (nil, 404), ("works", 404)] {
            try await made.application(as: person).test(.router) { client in
                let answer = try await client.execute(uri: "/files/\(hash)", method: .get)
                #expect(answer.status.code == status)
                guard status == 200 else { return }
                #expect(Array(answer.body.readableBytesView) == Self.pdf)
                #expect(answer.headers[.contentType] == "application/pdf")
                #expect(answer.headers[.contentDisposition] == "inline")
                #expect(answer.headers[.xContentTypeOptions] == "nosniff")
                #expect(answer.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
            }
        }
    }

    @Test("What calls itself a page is not one, and is only ever saved")
    func html() async throws {
        let made = try await MadeHouse()
        let script = Array("<html><script>alert(1)</script>".utf8)
        _ = try await claim(made, as: "xg", script)
        let project = try #require(made.hall.city.projects[ProjectID(unchecked: "p3")])
        let evidence = try #require(project.claims.last?.evidence.first)
        #expect(evidence.mediaType == "text/plain")
        try await made.application(as: "xg").test(.router) { client in
            let answer = try await client.execute(
                uri: "/files/\(evidence.sha256.text)", method: .get)
            #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            #expect(answer.headers[.contentType] == "text/plain")
        }
    }

    @Test("A file stays received while the rest of the form is put right")
    func received() async throws {
        let made = try await MadeHouse()
        let size = made.hall.city.size
        let wrong = try await claim(made, as: "zs", Self.pdf)
        #expect(wrong.status == 403 && wrong.text.contains("evidence[0].sha256"))
        #expect(wrong.text.contains("用地手续.pdf"))
        #expect(made.hall.city.size == size)
    }

    @Test("Who is signed out leaves no file behind")
    func signedOut() async throws {
        let made = try await MadeHouse()
        try await made.application(as: nil).test(.router) { client in
            let answer = try await client.execute(
                uri: "/do/project.claimStage", method: .post,
                headers: [.contentType: Multipart.type],
                body: Multipart.body([], files: [.init("evidence[0].file", "a.pdf", Self.pdf)]))
            #expect(answer.status == .unauthorized)
        }
        #expect(!FileManager.default.fileExists(atPath: made.files.path))
    }
}
