package import Delivery

/// A table of the export: what it is called, what it holds, and what each column means.
package struct ExportTable: Sendable {
    package var name: String
    package var words: Words
    package var columns: [ExportColumn]
    /// The columns that tell its rows apart.
    package var key: [String]
}

/// A column of an exported table.
package struct ExportColumn: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case text, code, integer, flag, day, month, time, decimal, money, minor, seq, sha256, json

        /// How SQLite keeps it.
        package var storage: String {
            switch self {
            case .integer, .flag, .minor, .seq: "INTEGER"
            case .text, .code, .day, .month, .time, .decimal, .money, .sha256, .json: "TEXT"
            }
        }

        package var words: Words {
            switch self {
            case .text: Words(zh: "文本", en: "text")
            case .code: Words(zh: "代码", en: "a code")
            case .integer: Words(zh: "整数", en: "a whole number")
            case .flag: Words(zh: "是否：1 或 0", en: "1 or 0")
            case .day: Words(zh: "日期，如 2024-10-15", en: "a day, 2024-10-15")
            case .month: Words(zh: "月份，如 2024-10", en: "a month, 2024-10")
            case .time: Words(zh: "世界时，如 2024-10-15T04:00:00.000Z", en: "a moment in UTC")
            case .decimal: Words(zh: "精确的十进制数", en: "an exact decimal")
            case .money: Words(zh: "精确的金额", en: "an exact amount")
            case .minor: Words(zh: "以最小货币单位（分）计的金额", en: "the amount in minor units")
            case .seq: Words(zh: "台账记录号", en: "a record of the ledger")
            case .sha256: Words(zh: "SHA-256", en: "a SHA-256")
            case .json: Words(zh: "规范 JSON", en: "canonical JSON")
            }
        }
    }

    package var name: String
    package var kind: Kind
    package var words: Words
    package var isRequired: Bool
    /// The table whose rows it names.
    package var references: String?

    init(
        _ name: String, _ kind: Kind, zh: String, en: String, isRequired: Bool = false,
        references: String? = nil
    ) {
        self.name = name
        self.kind = kind
        words = Words(zh: zh, en: en)
        self.isRequired = isRequired
        self.references = references
    }
}
