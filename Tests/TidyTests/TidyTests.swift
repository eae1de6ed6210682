import Foundation
import Testing

@Suite("House rules")
struct TidyTests {
    private static let tree = Tree.read()

    @Test("the whole tree keeps each rule", arguments: Rule.all)
    func treeKeepsRule(rule: Rule) {
        let findings = rule.find(Self.tree)
        let list = findings.map(\.description).joined(separator: "\n")
        #expect(findings.isEmpty, "\(rule.name):\n\(list)")
    }

    @Test("each rule finds each of its bad examples", arguments: Rule.all)
    func ruleFindsBadExamples(rule: Rule) {
        #expect(!rule.bad.isEmpty)
        for file in rule.bad {
            let findings = rule.find(Tree(files: [file], tracked: [file.path]))
            #expect(!findings.isEmpty, "\(file.path) passed: \(file.text.prefix(80))")
        }
    }

    @Test("each rule lets its good examples pass", arguments: Rule.all)
    func ruleLetsGoodExamplesPass(rule: Rule) {
        #expect(!rule.good.isEmpty)
        let tree = Tree(files: rule.good, tracked: rule.good.map(\.path))
        let findings = rule.find(tree)
        #expect(findings.isEmpty, "\(findings)")
    }

    @Test("the tree that is checked is the project, with and without git")
    func treeIsTheProject() {
        let paths = Set(Self.tree.files.map(\.path))
        let walked = Set(Tree.walk(Tree.root))
        for path in ["Package.swift", "README.md", ".swift-format", "Tests/TidyTests/Rule.swift"] {
            let found = (listed: paths.contains(path), walked: walked.contains(path))
            #expect(found == (listed: true, walked: true), "\(path)")
        }
        let built = walked.filter { $0.hasPrefix(".build/") || $0.hasPrefix(".git/") }
        #expect(built.isEmpty)
    }
}
