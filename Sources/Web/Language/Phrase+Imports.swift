import Delivery

extension Phrase {
    static let templates = Phrase("填报表", "Sheets to fill in")
    static let templatesLead = Phrase(
        "下载填写，先预览再导入；下拉列表里是本市的组织、项目、指标和主线。YAML 是读回它的映射。",
        "Download one, fill it in, preview, then import it. Its lists offer the city's own "
            + "organizations, projects, indicators and lines; the YAML is its mapping."
    )
}
