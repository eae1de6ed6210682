import Foundation
import SaimaProgram

/// A browser made of curl: it keeps cookies as browsers do, and goes where it is told.
final class CurlBrowser {
    struct Answer {
        var status: Int
        /// Where it leads, whole; nil where it leads nowhere.
        var location: String?
        var body: String
        var url: String

        /// What the page's last form of that kind would send.
        func fields(of form: String = "") -> [String: String] {
            guard
                let last = body.ranges(of: "<form").map(\.lowerBound).map({ body[$0...] })
                    .last(where: { form.isEmpty || $0.prefix { $0 != ">" }.contains(form) })
            else { return [:] }
            var found: [String: String] = [:]
            let end = last.range(of: "</form>")?.lowerBound ?? last.endIndex
            for input in last[..<end].matches(of: /<input[^>]*>/) {
                guard let name = input.0.firstMatch(of: /\sname="([^"]*)"/)?.1 else { continue }
                let value = input.0.firstMatch(of: /\svalue="([^"]*)"/)?.1 ?? ""
                found[String(name)] = CurlBrowser.decoded(String(value))
            }
            return found
        }
    }

    private let scratch: Scratch
    private var jar: String { scratch.path("jar") }

    init() throws {
        scratch = try Scratch()
        try scratch.write("jar", "")
    }

    /// Another browser with the same cookies.
    var copy: CurlBrowser {
        get throws {
            let other = try CurlBrowser()
            try Data(contentsOf: URL(filePath: jar)).write(to: URL(filePath: other.jar))
            return other
        }
    }

    func get(_ url: String) throws -> Answer { try ask(url, []) }

    func post(_ url: String, _ fields: [String: String]) throws -> Answer {
        let data = fields.flatMap { ["--data-urlencode", "\($0)=\($1)"] }
        return try ask(url, data.isEmpty ? ["--data", ""] : data)
    }

    private func ask(_ url: String, _ options: [String]) throws -> Answer {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/curl")
        process.arguments =
            ["--silent", "--show-error", "--noproxy", "*", "--cookie", jar, "--cookie-jar", jar]
            + ["--write-out", "\n%{http_code} %{redirect_url}"] + options + [url]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = String(decoding: data, as: UTF8.self)
        let last = text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        let words = last.split(separator: " ")
        return Answer(
            status: Int(words.first ?? "") ?? 0,
            location: words.count > 1 ? String(words[1]) : nil,
            body: String(text.dropLast(last.count + 1)), url: url)
    }

    private static func decoded(_ text: String) -> String {
        text.replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
}
