import SaimaProgram
import Testing

struct OpenIDOptionTests {
    private static let site = ["--public-url", "https://saima.example"]
    private static let own = ["--oidc", "city=https://id.example", "--oidc-client", "city=saima"]

    private static let wrong: [(code: String, options: [String])] = [
        ("public_url_missing", own), ("oidc_client_missing", site + ["--oidc", own[1]]),
        ("oidc_option_malformed", site + ["--oidc", "https://id.example"]),
        ("oidc_option_malformed", site + own + ["--oidc-title", "city="]),
        ("oidc_option_unknown", site + own + ["--oidc-scopes", "town=openid"]),
        ("oidc_option_unknown", ["--oidc-client", "city=saima"]),
        ("oidc_option_repeated", site + own + ["--oidc", "city=https://other.example"]),
        ("oidc_provider_malformed", site + ["--oidc", "A=https://a", "--oidc-client", "A=s"]),
        ("oidc_issuer_malformed", site + ["--oidc", "a=http://a", "--oidc-client", "a=s"]),
        ("oidc_scopes_malformed", site + own + ["--oidc-scopes", "city=profile"]),
        ("oidc_redirect_malformed", ["--public-url", "http://saima.example"] + own),
        ("oidc_client_malformed", site + own + ["--oidc-secret-file", "city=EMPTY"]),
        ("file_missing", site + own + ["--oidc-secret-file", "city=EMPTY-none"]),
        ("file_missing", site + own + ["--oidc-ca-file", "city=EMPTY-none"]),
    ]

    @Test(
        "a provider that is not written rightly is refused before anything is served",
        arguments: wrong)
    func refused(_ code: String, _ options: [String]) throws {
        let book = try Book()
        let empty = try book.scratch.write("empty", "\n")
        let named = options.map { $0.replacing("EMPTY", with: empty) }
        let run = try SaimaProgram.run(["serve", "--data", book.data, "--port", "0"] + named)
        #expect(run.status == 1 && run.isOrderly && run.errors.contains(code), "\(run.errors)")
    }

    @Test("a provider that cannot be reached does not keep the server from serving")
    func unreachable() throws {
        let book = try Book()
        let server = try Server(
            book.data,
            ["--public-url", "http://127.0.0.1:9", "--oidc", "city=http://127.0.0.1:9"]
                + ["--oidc-client", "city=saima"])
        let browser = try CurlBrowser()
        let page = try browser.get("http://127.0.0.1:\(server.port)/sign-in?lang=en")
        #expect(page.status == 200 && page.body.contains("Sign in by 127.0.0.1"))
        let sent = try browser.get("http://127.0.0.1:\(server.port)/sign-in/oidc/city?lang=en")
        #expect(sent.status == 502 && sent.body.contains("cannot be reached now"))
        #expect(server.end(15) == 0)
    }
}
