import Delivery
import Testing

@Suite("The wording of commitments")
struct WordingCheckTests {
    @Test(
        "a direction with no number, time or thing to show is warned of",
        arguments: [
            ("加快推进项目建设", ["加快", "推进"]), ("深化改革，优化营商环境", ["深化", "优化"]),
            ("进一步加强组织领导。", ["加强"]),
            (
                "Strengthen and accelerate reform",
                [
                    "strengthen", "accelerate",
                ]
            ),
            ("加快三大产业集群发展", ["加快"]),
        ])
    func vague(_ text: String, _ words: [String]) throws {
        let warning = try #require(WordingCheck.warnings(text).first)
        #expect(warning.vague == words)
        #expect(warning.words.zh.contains(words[0]) && warning.words.en.contains(words[0]))
    }

    @Test(
        "what says how much, by when or what is there is not",
        arguments: [
            "加快推进项目建设，年内开工 20 个", "加强调度，每月通报", "深化改革，出台实施细则",
            "推进二十个项目", "优化流程，办理时间压减百分之三十", "提升服务，９０分钟办结",
            "建成实验室", "加快建设，10月底前完成主体", "Accelerate 20 projects",
            "Improve the rules and publish them", "",
        ])
    func checkable(_ text: String) { #expect(WordingCheck.warnings(text).isEmpty) }

    @Test("each sentence is looked at by itself, in title and criterion, and said once")
    func sentences() {
        let warnings = WordingCheck.warnings(
            "完成 20 个项目；大力推进招商。", "大力推进招商\n持续健全制度")
        #expect(warnings.map(\.sentence) == ["大力推进招商", "持续健全制度"])
        #expect(warnings.map(\.vague) == [["大力", "推进"], ["健全"]])
    }
}
