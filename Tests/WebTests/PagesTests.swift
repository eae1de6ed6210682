import Delivery
import Foundation
import Hummingbird
import HummingbirdTesting
import JSON
import Testing
import Web

@Suite struct PagesTests {
    static let pages = [
        "/", "/projects", "/projects?q=港口&sort=-total", "/projects?stage=signed&district=xigang",
        "/projects?unknown=1", "/projects?pending=1", "/projects?q=nothing-is-called-so",
        "/projects/p1", "/projects/p2", "/projects/p3", "/races", "/races/made/2024-10",
        "/races/made/2024-10?as_of=20", "/races/made/2024-10/zhongshan",
        "/races/made/2024-10/xigang?show=signed&rows=all", "/organizations",
        "/organizations/zhongshan", "/organizations/office", "/ledger", "/ledger/0", "/ledger/12",
        "/ledger?type=project.registered", "/ledger?project=p1&type=project.stage_claimed",
        "/ledger?organization=zhongshan", "/about", "/wall", "/watch",
        "/watch?light=yellow&owner=xigang", "/targets", "/projects?view=board",
        "/projects?view=board&track=government&q=none", "/projects?col=industry&col=investor",
        "/races/made/2024-10?view=claims", "/races/made/2024-10?view=claims&as_of=20",
        "/ledger/verify", "/ledger?actor=judge&from=2024-11-01&to=2024-11-30",
        "/races/made/2024-10/bulletin", "/races/made/2024-10/bulletin?as_of=20", "/blockers",
        "/blockers?light=green&kind=land&tier=bureau&state=open&house=zhongshan",
        "/blockers?kind=sea", "/templates", "/blockers/b1", "/ledger?subject=f1",
        "/ledger?from=2031-01-01&to=2030-01-01",
    ]

    @Test("Every page answers in both languages, escapes what was typed and marks Chinese")
    func everyPage() async throws {
        // Given a made city with a hostile name in it.
        let made = try await MadeHouse()
        try await made.application.test(.router) { client in
            for page in Self.pages {
                for language in Language.allCases {
                    // When a page is asked for.
                    let mark = page.contains("?") ? "&" : "?"
                    let uri = "\(Self.encoded(page))\(mark)lang=\(language.rawValue)"
                    let response = try await client.execute(uri: uri, method: .get)
                    let text = String(buffer: response.body)
                    // Then it is whole, in that language, and nothing of it runs.
                    #expect(response.status == .ok, "\(uri)")
                    #expect(response.headers[.contentLanguage] == language.tag)
                    #expect(text.contains("<html lang=\"\(language.tag)\""), "\(uri)")
                    #expect(!text.contains("<script>") && !text.contains(" style="), "\(uri)")
                    if language == .en { #expect(Self.unmarkedHan(text) == [], "\(uri)") }
                }
            }
        }
    }

    @Test("A city without a record shows what to do next on every list")
    func emptyCity() async throws {
        let made = try await MadeHouse(isEmpty: true)
        try await made.application.test(.router) { client in
            for page in [
                "/", "/projects", "/races", "/organizations", "/ledger", "/about", "/wall",
                "/watch", "/targets", "/ledger/verify", "/projects?view=board", "/blockers",
            ] {
                let response = try await client.execute(uri: page, method: .get)
                #expect(response.status == .ok, "\(page)")
            }
            let projects = try await client.execute(uri: "/projects", method: .get)
            #expect(String(buffer: projects.body).contains("saima import"))
        }
    }

    @Test("What does not exist or cannot be read is refused with the reason, never with a crash")
    func refusals() async throws {
        let made = try await MadeHouse()
        let hostile = [
            ("/projects/none", 404), ("/projects/%ZZ", 400), ("/projects/..%2F..", 404),
            ("/ledger/99999", 404), ("/ledger/-1", 404), ("/ledger/x", 400),
            ("/ledger/99999999999999999999", 400), ("/races/made/2024-13", 400),
            ("/races/none/2024-10", 404), ("/races/made/2024-10/none", 404),
            ("/races/made/2024-10?as_of=-1", 400), ("/races/made/2024-10?as_of=99999", 404),
            ("/races/made/2024-10?as_of=0", 404), ("/organizations/none", 404),
            ("/races/none/2024-10/bulletin", 404),
            ("/blockers/none", 404), ("/templates/none.xlsx", 404), ("/templates/projects", 404),
            ("/races/made?period=soon", 400),
            ("/races/made/2024-13/claims", 400),
        ]
        try await made.application.test(.router) { client in
            let early = try await client.execute(
                uri: "/races/made/2031-10/bulletin.docx", method: .get)
            #expect(early.status == .unprocessableContent)
            for (path, status) in hostile {
                let prefixes =
                    path.hasPrefix("/races/made?")
                    ? [""] : path.hasSuffix("/claims") ? ["/api/v1"] : ["", "/api/v1"]
                for prefix in prefixes {
                    let response = try await client.execute(uri: prefix + path, method: .get)
                    #expect(response.status.code == status, "\(prefix)\(path)")
                }
            }
        }
    }

    @Test("Whatever a query holds, the lists answer")
    func hostileQueries() async throws {
        let made = try await MadeHouse()
        let values = [
            "", "-", "--total", "%00", "9223372036854775807", "-9223372036854775808",
            "%F0%9F%98%80",
            "%3Cscript%3E", "a%0D%0Ab", "%25", "%E4%B8%AD", "1e999",
        ]
        try await made.application.test(.router) { client in
            for name in [
                "q", "sort", "page", "size", "district", "track", "stage", "type", "col", "view",
                "actor", "subject", "from", "to", "light", "owner",
            ] {
                for value in values {
                    for path in [
                        "/projects", "/projects.csv", "/api/v1/projects", "/ledger", "/watch",
                    ] {
                        let uri = "\(path)?\(name)=\(value)"
                        let response = try await client.execute(uri: uri, method: .get)
                        #expect(response.status == .ok, "\(uri)")
                        guard path == "/projects" || path == "/ledger" else { continue }
                        #expect(!String(buffer: response.body).contains("<script>"), "\(uri)")
                    }
                }
            }
        }
    }

    private static func encoded(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            scalar.isASCII
                ? String(scalar)
                : String(scalar).utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined()
        }.joined()
    }

    /// Chinese outside elements marked as Chinese, in text and attributes alike, but for the
    /// values of fields that the reader filled in and names of things to choose from.
    static func unmarkedHan(_ html: String) -> [String] {
        var rest = html[...]
        var found: [String] = []
        while let start = rest.firstIndex(of: "<") {
            if Han.isIn(rest[..<start]) { found.append(String(rest[..<start].prefix(40))) }
            guard let end = rest[start...].firstIndex(of: ">") else { break }
            let tag = rest[start...end]
            rest = rest[rest.index(after: end)...]
            let name = tag.dropFirst().prefix { $0.isLetter || $0.isNumber }
            let isData = tag.contains(" lang=\"zh") || name == "option" || name == "title"
            if isData, let close = rest.range(of: "</\(name)>") {
                rest = rest[close.upperBound...]
            }
        }
        return found
    }
}
