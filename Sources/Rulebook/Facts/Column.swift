/// The cells of one field, typed where all of them are of one kind.
struct Column: Sendable {
    enum Cells: Sendable {
        case numbers(Numbers)
        /// Days since 1970-01-01; `Column.noDay` where there is none.
        case days([Int32])
        /// Text, months, true and false, and columns in which kinds mix.
        case texts(Texts)
    }

    struct Numbers: Sendable {
        /// `value × 10^places`; `Column.noNumber` where there is none.
        var scaled: [Int64]
        var places: Int
        /// Source texts that differ from the shortest decimal, by row.
        var literals: [Int: String]
    }

    struct Texts: Sendable {
        /// Indexes into `entries`, -1 where there is none.
        var codes: [Int32]
        var entries: [Entry]
    }

    struct Entry: Sendable, Hashable {
        var text: ExactText
        var isBool: Bool
    }

    static let noDay = Int32.min
    static let noNumber = Int64.min

    let cells: Cells

    func text(_ row: Int) -> String? {
        switch cells {
        case .numbers(let numbers):
            let value = numbers.scaled[row]
            if value == Column.noNumber { return nil }
            return numbers.literals[row] ?? decimalText(value, places: numbers.places)
        case .days(let days):
            return days[row] == Column.noDay ? nil : Day(number: Int(days[row]))?.description
        case .texts(let texts):
            let code = Int(texts.codes[row])
            return code < 0 ? nil : texts.entries[code].text.string
        }
    }

    func isNull(_ row: Int) -> Bool {
        switch cells {
        case .numbers(let numbers): numbers.scaled[row] == Column.noNumber
        case .days(let days): days[row] == Column.noDay
        case .texts(let texts): texts.codes[row] < 0
        }
    }

    /// The cell as it would be written; true and false as such.
    func cell(_ row: Int) -> Cell {
        if case .texts(let texts) = cells, texts.codes[row] >= 0 {
            let entry = texts.entries[Int(texts.codes[row])]
            if entry.isBool { return .bool(entry.text == ExactText("true")) }
        }
        return text(row).map(Cell.text) ?? .null
    }
}
