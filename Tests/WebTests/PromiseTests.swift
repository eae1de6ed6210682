import CityHall
import Delivery
import Foundation
import Hummingbird
import HummingbirdTesting
import JSON
import Synchronization
import Testing
import Web

@Suite("What everybody may read")
struct PromiseTests {
    /// Every public address there is, with each list for its parameter.
    private static func addresses(of made: MadeHouse) -> [String] {
        let paths = buildRouter(house: made.house, serving: Serving()).routes
            .filter { $0.method == .get }
            .map { "/" + $0.path.description.split(separator: "/").joined(separator: "/") }
            .filter { $0.hasPrefix("/public") || $0.hasPrefix("/api/v1/public") }
        return paths.flatMap { path in
            path.contains("{id}")
                ? [MadeHouse.promises, MadeHouse.hidden].map {
                    path.replacing("{id}", with: $0.text)
                } : [path]
        }
    }

    private static func links(in page: String) -> [String] {
        page.split(separator: "href=\"").dropFirst().compactMap { part in
            part.split(separator: "\"").first.map {
                String($0).replacing("&amp;", with: "&")
            }
        }
    }

    @Test("until it is decided nothing is public, and once it is taken back nothing is again")
    func decided() async throws {
        // Given a city that lets no guests in, with a published list
        let made = try await MadeHouse.promising()
        try await made.close()
        try await made.application(as: nil).test(.router) { client in
            let index = try await client.execute(uri: "/public?lang=en", method: .get)
            #expect(index.status == .ok)
            #expect(String(buffer: index.body).contains("No list has been made public"))
            let list = try await client.execute(uri: "/public/l1", method: .get)
            #expect(list.status == .notFound)
            // When it is made public
            try await made.disclose()
            let shown = try await client.execute(uri: "/public/l1", method: .get)
            #expect(shown.status == .ok && String(buffer: shown.body).contains("公园三个"))
            // When it is taken back
            try await made.submit(
                ConcealList { ($0.list, $0.reason) = (MadeHouse.promises, .text("更正")) },
                as: "secret-boss")
            let gone = try await client.execute(uri: "/public/l1", method: .get)
            #expect(gone.status == .notFound)
        }
    }

    @Test("the public pages show nothing beyond the edition and where its items stand")
    func nothingBeyond() async throws {
        // Given secrets of every kind around a public list, in a city that lets no guests in
        let made = try await MadeHouse.promising()
        try await made.disclose()
        try await made.close()
        let addresses = Self.addresses(of: made)
        #expect(addresses.count == 8)
        try await made.application(as: nil).test(.router) { client in
            for address in addresses {
                for language in ["zh", "en"] {
                    // When a guest asks for any of it
                    let answer = try await client.execute(
                        uri: "\(address)?lang=\(language)", method: .get)
                    let isHidden = address.contains(MadeHouse.hidden.text)
                    #expect(answer.status == (isHidden ? .notFound : .ok), "\(address)")
                    // Then none of it is told but what the address itself says
                    let text = (String(buffer: answer.body) + "\(answer.headers)")
                        .replacing(MadeHouse.hidden.text, with: "").lowercased()
                    #expect(!text.contains("secret"), "\(address)")
                    #expect(!text.contains(String(repeating: "a", count: 64)), "\(address)")
                    let isPage = answer.headers[.contentType]?.hasPrefix("text/html") == true
                    #expect(!isPage || !text.contains("<script>alert"), "\(address)")
                    #expect(answer.headers[.setCookie] == nil, "\(address)")
                }
            }
        }
    }

    @Test("every link of a public page leads where a guest may go")
    func links() async throws {
        let made = try await MadeHouse.promising()
        try await made.disclose()
        for isOpen in [true, false] {
            if !isOpen { try await made.close() }
            try await made.application(as: nil).test(.router) { client in
                for address in ["/public", "/public/l1", "/public/none"] {
                    let page = try await client.execute(uri: "\(address)?lang=en", method: .get)
                    let links = Self.links(in: String(buffer: page.body))
                    #expect(!links.isEmpty)
                    // The same page in the other language is as missing as this one.
                    for link in links
                    where !link.hasPrefix("#") && !link.hasPrefix("/public/none") {
                        let path = String(link.prefix { $0 != "#" })
                        let answer = try await client.execute(uri: path, method: .get)
                        #expect(answer.status == .ok, "\(address) leads to \(link)")
                    }
                    // Only where guests may read is there a way to the ledger.
                    let toLedger = links.contains { $0.hasPrefix("/ledger") }
                    #expect(toLedger == (isOpen && address == "/public/l1"))
                }
            }
        }
    }

    @Test("a promise is told with its day, its first day, how far it is and who checked it")
    func told() async throws {
        let made = try await MadeHouse.promising()
        try await made.disclose()
        try await made.application(as: nil).test(.router) { client in
            let page = try await client.execute(uri: "/public/l1?lang=en", method: .get)
            let text = String(buffer: page.body)
            for words in [
                "<b>1</b> of 4 done and verified",
                "4 promises: 1 done and verified, 1 late, 1 under way, 1 not started",
                "on 5 November 2024 by Project office, shown 2 files", "late</span> · by 5 days",
                "within the time first promised",
                "from 31 December 2024 to 31 March 2025, approved on 5 November 2024",
                "(first promised for 31 December 2024)", "食堂四十个",
            ] {
                #expect(text.contains(words), "\(words)")
            }
            let api = try await client.execute(uri: "/api/v1/public/l1", method: .get)
            let json = try JSON.parse(Array(api.body.readableBytesView))
            #expect(json["counts"]?["done"] == .integer(1))
            #expect(json["as_of_record"] == .integer(made.hall.city.size - 1))
            let kept = json["promises"]?.arrayValue?.first
            #expect(kept?["evidence_files"] == .integer(2))
            #expect(kept?["verified_by"]?["en"] == .string("Project office"))
            // A draft that was redrafted since stands as the edition has it.
            let draft = json["promises"]?.arrayValue?.last
            #expect(draft?["due"] == .string("2024-12-20"))
            #expect(draft?["status"] == .string("not_started"))
            let csv = try await client.execute(uri: "/public/l1/promises.csv", method: .get)
            let rows = String(buffer: csv.body).split(separator: "\r\n")
            #expect(rows.count == 5 && rows[0].hasSuffix("closed_on,as_of_record"))
            #expect(rows[2].contains(",late,5,"))
        }
    }

    @Test("it is the same for everybody, may be kept for minutes, and says which record it is of")
    func same() async throws {
        let made = try await MadeHouse.promising()
        try await made.disclose()
        let record = "第 \(made.hall.city.size - 1) 号记录"
        let seen = Mutex<Set<String>>([])
        for person in [nil, "secret-boss", "secret-xg"] {
            try await made.application(as: person).test(.router) { client in
                // When somebody asks
                let page = try await client.execute(uri: "/public/l1", method: .get)
                // Then it may be kept, is tagged, and names the record that it stands on
                #expect(page.headers[.cacheControl] == "public, max-age=300")
                let text = String(buffer: page.body)
                #expect(text.contains(record))
                seen.withLock { _ = $0.insert(text) }
                let again = try await client.execute(
                    uri: "/public/l1", method: .get,
                    headers: [.ifNoneMatch: page.headers[.eTag] ?? ""])
                #expect(again.status == .notModified)
            }
        }
        #expect(seen.withLock { $0.count } == 1)
    }
}
