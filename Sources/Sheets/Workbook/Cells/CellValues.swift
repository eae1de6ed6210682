/// What stands in the tag of a cell.
struct CellHead {
    enum Kind {
        case number, shared, inline, formulaText, boolean, error, isoDate, unknown
    }

    var kind = Kind.number
    /// Its place in the list of styles.
    var style = 0

    /// Which attribute says where it stands.
    var address: Int?

    init() {}

    init(_ attributes: XMLAttributes) {
        for index in 0..<attributes.count {
            switch attributes.name(index)?.letter {
            case UInt8(ascii: "r"): address = index
            case UInt8(ascii: "s"): style = Self.style(attributes.value(index))
            case UInt8(ascii: "t"): kind = Self.kind(attributes.value(index))
            default: continue
            }
        }
    }

    private static func style(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var style = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), style < 1 << 24 else {
                return .max
            }
            style = style * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return style
    }

    private static func kind(_ type: UnsafeBufferPointer<UInt8>) -> Kind {
        if type.count == 1 {
            switch type[0] {
            case UInt8(ascii: "n"): return .number
            case UInt8(ascii: "s"): return .shared
            case UInt8(ascii: "b"): return .boolean
            case UInt8(ascii: "e"): return .error
            case UInt8(ascii: "d"): return .isoDate
            default: return .unknown
            }
        }
        switch String(decoding: type, as: UTF8.self) {
        case "str": return .formulaText
        case "inlineStr": return .inline
        default: return .unknown
        }
    }
}

/// Turns what cells hold into values, by the workbook's texts, styles and epoch.
struct CellValues {
    let texts: SharedStrings?
    let formats: [NumberFormat]
    let dates: SerialDate

    static func text(_ bytes: [UInt8]) -> Cell {
        bytes.isEmpty ? .blank : .text(String(decoding: bytes, as: UTF8.self))
    }

    func cell(
        _ value: [UInt8], _ head: CellHead, hasFormula: Bool, at place: SheetPlace
    ) throws(SheetError) -> Cell {
        guard !value.isEmpty else {
            let isText = head.kind == .formulaText || head.kind == .inline
            return hasFormula && !isText ? .error(Cell.uncalculated) : .blank
        }
        switch head.kind {
        case .number: return try number(value, head, place)
        case .shared: return try shared(value, place)
        case .inline, .formulaText:
            var text = CellText()
            return Self.text(text.reading(value))
        case .boolean:
            let word = String(decoding: value, as: UTF8.self)
            guard ["0", "1", "true", "false"].contains(word) else { throw damaged(value, place) }
            return .boolean(word == "1" || word == "true")
        case .error: return .error(String(decoding: value, as: UTF8.self))
        case .isoDate: return isoDate(String(decoding: value, as: UTF8.self))
        case .unknown:
            throw .damagedCell(place, "单元格类型不明", "the cell's type is not known")
        }
    }

    private func number(
        _ value: [UInt8], _ head: CellHead, _ place: SheetPlace
    ) throws(SheetError) -> Cell {
        guard var number = value.withUnsafeBufferPointer({ PlainNumber.read($0) }) else {
            throw damaged(value, place)
        }
        guard head.style > 0 || !formats.isEmpty else { return .number(number) }
        guard formats.indices.contains(head.style) else {
            if formats.isEmpty { return .number(number) }
            throw .damagedCell(place, "样式 \(head.style) 不存在", "there is no style \(head.style)")
        }
        switch formats[head.style] {
        case .date(let shown):
            if let date = dates.cell(number.digits, as: shown) { return date }
        case .number(let shown): number.shown = shown
        }
        return .number(number)
    }

    private func shared(_ value: [UInt8], _ place: SheetPlace) throws(SheetError) -> Cell {
        var index = 0
        for byte in value {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), index < 1 << 32 else {
                throw damaged(value, place)
            }
            index = index * 10 + Int(byte - UInt8(ascii: "0"))
        }
        guard let text = texts?[index] else {
            throw .damagedCell(
                place, "第 \(index) 条共享文字不存在", "there is no shared string \(index)")
        }
        return text.isEmpty ? .blank : .text(text)
    }

    /// `2024-10-15T00:00:00` and the like, as files in ISO dates have them.
    private func isoDate(_ text: String) -> Cell {
        let plain = text.hasSuffix("Z") ? String(text.dropLast()) : text
        let parts = plain.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, parts[1].allSatisfy({ "0:.".contains($0) }) else {
            return .date(String(plain.prefix(19)))
        }
        return .date(String(parts[0]))
    }

    private func damaged(_ value: [UInt8], _ place: SheetPlace) -> SheetError {
        let shown = String(decoding: value.prefix(40), as: UTF8.self)
        return .damagedCell(place, "单元格的值“\(shown)”不对", "the cell's value \"\(shown)\" is wrong")
    }
}
