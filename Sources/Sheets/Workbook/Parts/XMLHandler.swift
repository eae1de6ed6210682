/// Takes what stands in a part of a workbook. Once it has failed nothing more is handed to it.
class XMLHandler {
    final private(set) var failure: SheetError?
    final private(set) var hasFailed = false

    final func fail(_ error: SheetError) {
        failure = error
        hasFailed = true
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {}
    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The local name of an element or attribute, in libxml2's memory.
struct XMLName {
    private let bytes: UnsafePointer<CChar>

    init(_ bytes: UnsafePointer<CChar>) { self.bytes = bytes }

    /// The name where it has but one letter, as those of cells have; else 0.
    var letter: UInt8 { bytes[0] != 0 && bytes[1] == 0 ? UInt8(bitPattern: bytes[0]) : 0 }

    static func == (name: XMLName, text: StaticString) -> Bool {
        text.withUTF8Buffer { wanted in
            for (index, byte) in wanted.enumerated()
            where UInt8(bitPattern: name.bytes[index]) != byte {
                return false
            }
            return name.bytes[wanted.count] == 0
        }
    }
}

/// The attributes of an element by their local names; in libxml2's memory.
struct XMLAttributes {
    /// Five pointers each.
    private let pointers: UnsafePointer<UnsafePointer<CChar>?>?
    let count: Int

    init(_ pointers: UnsafePointer<UnsafePointer<CChar>?>?, count: Int) {
        self.pointers = pointers
        self.count = pointers == nil ? 0 : count
    }

    func name(_ index: Int) -> XMLName? { pointers?[index * 5].map { XMLName($0) } }

    func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        guard let pointers, let from = pointers[index * 5 + 3], let to = pointers[index * 5 + 4]
        else { return UnsafeBufferPointer(start: nil, count: 0) }
        let bytes = UnsafeRawPointer(from).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: bytes, count: to - from)
    }

    func text(_ name: StaticString) -> String? {
        for index in 0..<count {
            if let found = self.name(index), found == name {
                return String(decoding: value(index), as: UTF8.self)
            }
        }
        return nil
    }

    func integer(_ name: StaticString) -> Int? { text(name).flatMap { Int($0) } }

    func flag(_ name: StaticString) -> Bool {
        let value = text(name)
        return value == "1" || value == "true" || value == "on"
    }
}
