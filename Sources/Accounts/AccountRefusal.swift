package import Delivery

/// Why something is not done for who asked: a stable code, and a sentence in both languages that
/// says what would be right.
package struct AccountRefusal: Error, Sendable, Hashable {
    package var code: Code
    /// The form's field it is about, if one.
    package var field: String?
    package var words: Words
    /// Seconds until it may be tried again, where time alone helps.
    package var wait: Int?

    package init(_ code: Code, field: String? = nil, wait: Int? = nil, zh: String, en: String) {
        self.code = code
        self.field = field
        self.wait = wait
        words = Words(zh: zh, en: en)
    }

    package enum Code: String, CaseIterable, Sendable {
        case signInRefused = "sign_in_refused"
        case signInThrottled = "sign_in_throttled"
        case oneTimePasswordExpired = "one_time_password_expired"
        case passwordWrong = "password_wrong"
        case passwordTooShort = "password_too_short"
        case passwordTooLong = "password_too_long"
        case passwordTooPlain = "password_too_plain"
        case passwordIsName = "password_is_name"
        case passwordUnchanged = "password_unchanged"
        case personUnknown = "person_unknown"
        case personTaken = "person_taken"
        case personErased = "person_erased"
        case personMalformed = "person_malformed"
        case nameMissing = "name_missing"
        case textTooLong = "text_too_long"
        case emailMalformed = "email_malformed"
        case emailTaken = "email_taken"
        case phoneMalformed = "phone_malformed"
        case sessionUnknown = "session_unknown"
        case tokenUnknown = "token_unknown"
        case tokenExpiryOutOfRange = "token_expiry_out_of_range"
        case tokenScopeMalformed = "token_scope_malformed"
        case tokensTooMany = "tokens_too_many"
        case identityTaken = "identity_taken"
        case identityUnknown = "identity_unknown"
        case busy
        case storeDamaged = "store_damaged"
        case storeFailed = "store_failed"
    }
}

extension AccountRefusal {
    static let busy = AccountRefusal(
        .busy, wait: 2, zh: "此刻登录的人太多，请过几秒再试",
        en: "too many people are signing in at this moment; try again in a few seconds")

    /// The same whether the name or the password was wrong.
    static let refused = AccountRefusal(
        .signInRefused, field: "password", zh: "登录名或密码不对；忘记密码请找安全管理员重置",
        en: "the name or the password is wrong; if it is forgotten, the security administrator"
            + " can reset it")

    static func throttled(seconds: Int) -> AccountRefusal {
        AccountRefusal(
            .signInThrottled, field: "password", wait: seconds,
            zh: "失败次数过多，请等 \(seconds) 秒再试",
            en: "too many attempts have failed; try again in \(seconds) seconds")
    }

    static func unknown(_ person: PersonID) -> AccountRefusal {
        AccountRefusal(
            .personUnknown, field: "person", zh: "人员名册里没有“\(person)”",
            en: "the directory of persons has no \"\(person)\"")
    }
}
