import Accounts
import HTTPTypes

extension Trouble {
    static let formExpired = Trouble(
        .forbidden, "form_refused",
        Phrase("这张表单已失效", "This form is no longer good"),
        Phrase(
            "表单不是从本站当前的登录打开的，或登录已经更换。请返回上一页、刷新后重新提交；程序请用访问令牌。",
            "It was not opened in the present sign-in to this site, or that has changed. Go back, "
                + "reload the page and send it again; programs use an access token."))

    static let otherSite = Trouble(
        .forbidden, "other_site",
        Phrase("请求来自别的网站", "The request comes from another site"),
        Phrase(
            "改动只能从本站的页面提出。如果您没有在操作赛马，可能有别的网页在冒用您的登录。",
            "Changes are asked for by pages of this site only. If you were not using Saima, "
                + "another page may have tried to use your sign-in."))

    static let passwordMustChange = Trouble(
        .forbidden, "password_must_change",
        Phrase("请先更换一次性密码", "Change the one-time password first"),
        Phrase(
            "在浏览器中打开“账户”页，换成自己的密码后再继续。",
            "Open the account page in a browser and choose a password of your own."))

    static let tokenRefused = Trouble(
        .unauthorized, "token_refused",
        Phrase("访问令牌无效", "The access token is not good"),
        Phrase(
            "令牌不存在、已撤销或已过期。请写成“Authorization: Bearer saima_…”，或在“账户”页新建。",
            "It is unknown, revoked or has expired. Write it as \"Authorization: Bearer saima_…\", "
                + "or make another on the account page."))

    static let tokenReadsOnly = Trouble(
        .forbidden, "token_reads_only",
        Phrase("这个令牌只能读取", "This token only reads"),
        Phrase(
            "要执行命令，请新建一个含这些命令的令牌。",
            "To give commands, make a token whose scope has them."))

    static let notByToken = Trouble(
        .forbidden, "not_by_token",
        Phrase("令牌不能用在这里", "A token is of no use here"),
        Phrase(
            "令牌供程序读取和经 /api/ 执行命令；账户和人员只在浏览器里管理。",
            "Tokens are for programs that read, and that command under /api/. Accounts and persons "
                + "are managed in a browser."))

    static let notSecurityAdministrator = Trouble(
        .forbidden, "not_permitted",
        Phrase("只有安全管理员可以管理人员", "Persons are managed by the security administrator"),
        Phrase(
            "请找本市的安全管理员，或换用其账户登录。",
            "Ask the city's security administrator, or sign in as one."))

    /// What the accounts refuse, where there is no form to say it in.
    init(_ refusal: AccountRefusal) {
        switch refusal.code {
        case .personUnknown, .sessionUnknown, .tokenUnknown, .identityUnknown:
            self.init(.notFound, refusal.code.rawValue, Phrase.notDone, refusal.words)
        case .busy:
            self.init(.serviceUnavailable, refusal.code.rawValue, Phrase.notDone, refusal.words)
        case .storeFailed, .storeDamaged: self = .failed
        default:
            self.init(
                .unprocessableContent, refusal.code.rawValue, Phrase.notDone, refusal.words)
        }
    }

    /// Throws what no other word in the form would mend.
    static func unlessMendable(_ refusal: AccountRefusal) throws(Trouble) {
        switch refusal.code {
        case .storeFailed, .storeDamaged: throw Trouble(refusal)
        default: break
        }
    }
}

extension Phrase {
    static let notDone = Phrase("没有办成", "That was not done")
}
