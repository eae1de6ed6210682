import Testing

@Suite("Reading Swift for the house rules")
struct SwiftTextTests {
    @Test("comments and the insides of strings are no code")
    func partsCodeFromTheRest() {
        let source = #"""
            let a = "try! // x" // try! y
            /* a /* b */ c */ let b = #"a "quote" \n"#
            let c = """
                { try!
                """
            """#
        let swift = SwiftText(source)
        #expect(!swift.code.contains("try!"))
        #expect(!swift.code.contains("quote"))
        #expect(!swift.code.contains("{"))
        #expect(swift.codeLines.count == 5)
        #expect(swift.comments.map(\.line) == [1, 2])
    }

    @Test("an interpolation is code, whatever strings stand in it")
    func interpolationIsCode() {
        let swift = SwiftText(#"let a = "x \(call("y)", z(1))) try!" ; let b = 2"#)
        #expect(swift.code.contains("call("))
        #expect(swift.code.contains("z(1)"))
        #expect(swift.code.contains("let b = 2"))
        #expect(!swift.code.contains("try!"))
    }

    @Test("a quote in a regular expression opens no string, and division is no expression")
    func regularExpressionsAreSkipped() {
        let regex = SwiftText(#"let a = /[^"]{2}/ ; let b = #/x"/{}/# ; let c = 1"#)
        #expect(regex.code.contains("let c = 1"))
        #expect(!regex.code.contains("{"))
        let division = SwiftText("let a = b / c + d / e // f")
        #expect(division.code.hasPrefix("let a = b / c + d / e"))
    }

    @Test("a body is counted from its keyword to its closing brace")
    func bodiesAreCounted() {
        let source = """
            struct A {
                var a = 1
                let b: [Int] = []
                var c: Int {
                    1
                }
                func d(_ e: () -> Void = { print(1) }) -> Int
                where A: B {
                    if a { return 1 }
                    return 2
                }
                static func e() {}
            }
            """
        let bodies = SwiftText(source).bodies
        #expect(bodies.map(\.name) == ["var", "d", "e"])
        #expect(bodies.map(\.lineCount) == [3, 5, 1])
    }

    @Test("imports are found under every access level and attribute")
    func importsAreFound() {
        let source = "@testable import A\npackage import B\nimport struct C.D\n// import E\n"
        #expect(SwiftText(source).imports.map(\.text) == ["A", "B", "C"])
    }
}
