/// A condition compiled for the column it looks at. Masks are bytes, 1 where the row meets it.
enum Predicate: Sendable {
    /// Rows with a value inside the range (or outside it), never those without.
    case numbers([Int64], ClosedRange<Int64>, inside: Bool)
    case days([Int32], ClosedRange<Int32>, inside: Bool)
    /// By dictionary code plus one; the first byte is for rows without a value.
    case codes([Int32], accepted: [UInt8])
    case numberIsNull([Int64], Bool)
    case dayIsNull([Int32], Bool)
    case mask([UInt8])
    case none

    /// Writes the mask of `count` rows from `start` on.
    func fill(_ mask: UnsafeMutablePointer<UInt8>, start: Int, count: Int) {
        switch self {
        case .numbers(let values, let range, let inside):
            Predicate.fill(mask, values, start, count, range, inside, null: Column.noNumber)
        case .days(let values, let range, let inside):
            Predicate.fill(mask, values, start, count, range, inside, null: Column.noDay)
        case .codes(let codes, let accepted):
            codes.withUnsafeBufferPointer { codes in
                accepted.withUnsafeBufferPointer { accepted in
                    for row in 0..<count { mask[row] = accepted[Int(codes[start &+ row]) &+ 1] }
                }
            }
        case .numberIsNull(let values, let isNull):
            Predicate.fillNull(mask, values, start, count, null: Column.noNumber, isNull)
        case .dayIsNull(let values, let isNull):
            Predicate.fillNull(mask, values, start, count, null: Column.noDay, isNull)
        case .mask(let bytes):
            for row in 0..<count { mask[row] = bytes[start + row] }
        case .none: mask.update(repeating: 0, count: count)
        }
    }

    @inline(__always)
    private static func fill<Value: FixedWidthInteger>(
        _ mask: UnsafeMutablePointer<UInt8>, _ values: [Value], _ start: Int, _ count: Int,
        _ range: ClosedRange<Value>, _ inside: Bool, null: Value
    ) {
        let (low, high) = (range.lowerBound, range.upperBound)
        values.withUnsafeBufferPointer { values in
            if inside {
                for row in 0..<count {
                    let value = values[start &+ row]
                    mask[row] = (value >= low ? 1 : 0) & (value <= high ? 1 : 0)
                }
            } else {
                for row in 0..<count {
                    let value = values[start &+ row]
                    let outside: UInt8 = (value < low ? 1 : 0) | (value > high ? 1 : 0)
                    mask[row] = outside & (value != null ? 1 : 0)
                }
            }
        }
    }

    @inline(__always)
    private static func fillNull<Value: FixedWidthInteger>(
        _ mask: UnsafeMutablePointer<UInt8>, _ values: [Value], _ start: Int, _ count: Int,
        null: Value, _ isNull: Bool
    ) {
        let whenNull: UInt8 = isNull ? 1 : 0
        values.withUnsafeBufferPointer { values in
            for row in 0..<count {
                mask[row] = values[start &+ row] == null ? whenNull : 1 &- whenNull
            }
        }
    }
}
