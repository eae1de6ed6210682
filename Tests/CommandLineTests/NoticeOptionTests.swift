import SaimaProgram
import Testing

struct NoticeOptionTests {
    @Test(
        "a gateway that is not written rightly is refused before anything is served",
        arguments: [
            ("smtp_malformed", ["--smtp", "http://a", "--mail-from", "a@b.cn"]),
            ("smtp_malformed", ["--smtp", "smtp://u:p@a", "--mail-from", "a@b.cn"]),
            ("mail_from_malformed", ["--smtp", "smtp://a"]),
            ("mail_from_malformed", ["--smtp", "smtp://a", "--mail-from", "a"]),
            ("webhook_secret_missing", ["--webhook", "https://a"]),
            ("webhook_malformed", ["--webhook", "ftp://a", "--webhook-secret-file", "SECRET"]),
            ("webhook_malformed", ["--webhook", "https://a", "--webhook-secret-file", "EMPTY"]),
            ("gateway_missing", ["--mail-from", "a@b.cn"]),
            ("gateway_missing", ["--webhook-secret-file", "SECRET"]),
            (
                "file_missing",
                ["--smtp", "smtp://a", "--mail-from", "a@b.cn", "--smtp-ca-file", "/nowhere"]
            ),
            ("public_url_malformed", ["--public-url", "saima.example"]),
        ])
    func refused(_ code: String, _ options: [String]) throws {
        let book = try Book()
        let secret = try book.scratch.write("secret", "s\n")
        let empty = try book.scratch.write("empty", "\n")
        let named = options.map { $0 == "SECRET" ? secret : $0 == "EMPTY" ? empty : $0 }
        let run = try SaimaProgram.run(["serve", "--data", book.data, "--port", "0"] + named)
        #expect(run.status == 1 && run.isOrderly && run.errors.contains(code), "\(run.errors)")
    }
}
