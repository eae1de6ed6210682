/// Numbers as headings count them: 一, 二, … 十, 十一, … 九十九.
package enum ChineseNumber {
    private static let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    /// From 1 to 99; in digits beyond.
    package static func text(_ number: Int) -> String {
        guard (1...99).contains(number) else { return String(number) }
        let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
        let head = tens == 0 ? "" : tens == 1 ? "十" : digits[tens] + "十"
        return head + digits[ones]
    }
}
