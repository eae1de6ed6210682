package import Delivery

extension Localizer {
    /// An organization's name; in English its English name where it has one.
    package func name(_ organization: Organization) -> HTML {
        switch language {
        case .zh: HTML(escaping: organization.name)
        case .en: organization.nameEn.map { HTML(escaping: $0) } ?? data(organization.name)
        }
    }

    package func plainName(_ organization: Organization) -> String {
        language == .en ? organization.nameEn ?? organization.name : organization.name
    }

    package func unit(_ unit: MoneyUnit) -> String { language == .en ? unit.en : unit.zh }

    /// The exact amount in the city's unit, without its name: that stands in the column's head.
    package func exact(_ money: Money, _ unit: MoneyUnit) -> String {
        decimal(unit.text(money))
    }

    /// Two decimals, half away from zero, for columns; the exact amount in the title.
    package func amount(_ money: Money, _ unit: MoneyUnit) -> HTML {
        let exact = unit.text(money)
        let rounded = decimal(Self.rounded(money.minor, dropping: unit.places - 2))
        if Decimal(exact) == Decimal(rounded) { return HTML(escaping: rounded) }
        return "<span title=\"\(decimal(exact))\">\(rounded)</span>"
    }

    /// `minor` without its last `places` digits, written with two decimals.
    private static func rounded(_ minor: Int64, dropping places: Int) -> String {
        var step: Int64 = 1
        for _ in 0..<max(0, min(places, 17)) { step *= 10 }
        let (whole, rest) = minor.magnitude.quotientAndRemainder(dividingBy: step.magnitude)
        let cents = whole + (rest >= step.magnitude - rest ? 1 : 0)
        let digits = String(cents)
        let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        let negative = minor < 0 && cents > 0
        return (negative ? "-" : "") + padded.dropLast(2) + "." + padded.suffix(2)
    }
}

extension Localizer {
    /// The value, or `unknown` with its reason, or a dash where nothing was ever said.
    package func known<Value>(_ value: Known<Value>?, _ show: (Value) -> HTML) -> HTML {
        switch value {
        case .known(let value): show(value)
        case .unknown(let reason, let source):
            """
            <span class="mute" title="\(source)">\(self(.unknown)) \
            <small>\(self(reason.words))</small></span>
            """
        case nil: "<span class=\"mute\">–</span>"
        }
    }

    /// A name for where no markup can stand, with the language on the option itself missing:
    /// the English name where there is one.
    package func optionName(_ organization: Organization?, or text: String) -> HTML {
        guard let organization else { return HTML(escaping: text) }
        return HTML(escaping: plainName(organization))
    }
}
