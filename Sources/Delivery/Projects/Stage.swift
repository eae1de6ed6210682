/// How far a project has come. Which stages there are, and in what order, is its track's matter.
package enum Stage: String, CaseIterable, Sendable, FieldCode {
    case idea, negotiating, signed, landed
    case reserve, approved
    case preparation, started, building, completed
    case producing
    case atCapacity = "at_capacity"
    case inUse = "in_use"

    package var words: Words {
        switch self {
        case .idea: Words(zh: "谋划", en: "Idea")
        case .negotiating: Words(zh: "在谈", en: "Negotiating")
        case .signed: Words(zh: "签约", en: "Signed")
        case .landed: Words(zh: "落地", en: "Landed")
        case .reserve: Words(zh: "储备", en: "Reserve")
        case .approved: Words(zh: "立项", en: "Approved")
        case .preparation: Words(zh: "前期", en: "Preparation")
        case .started: Words(zh: "开工", en: "Started")
        case .building: Words(zh: "在建", en: "Building")
        case .completed: Words(zh: "竣工", en: "Completed")
        case .producing: Words(zh: "投产", en: "Producing")
        case .atCapacity: Words(zh: "达产", en: "At capacity")
        case .inUse: Words(zh: "交付使用", en: "In use")
        }
    }

    /// What must lie beside a claim before this stage can be recognised.
    package var requiredEvidence: [EvidenceKind] {
        switch self {
        case .signed: [.contract]
        case .landed: [.registrationOrLand]
        case .approved: [.approval]
        case .started: [.constructionPermit, .sitePhotograph]
        case .completed: [.acceptance]
        case .producing: [.statisticsEntry]
        case .inUse: [.acceptance]
        case .idea, .negotiating, .reserve, .preparation, .building, .atCapacity: []
        }
    }
}

package enum Track: String, CaseIterable, Sendable, FieldCode {
    case attracted, government

    package var words: Words {
        switch self {
        case .attracted: Words(zh: "招商引资项目", en: "Attracted")
        case .government: Words(zh: "政府投资项目", en: "Government")
        }
    }

    /// In order; a stage may be skipped.
    package var stages: [Stage] {
        switch self {
        case .attracted:
            [
                .idea, .negotiating, .signed, .landed, .preparation, .started, .building,
                .completed, .producing, .atCapacity,
            ]
        case .government:
            [
                .idea, .reserve, .approved, .preparation, .started, .building, .completed, .inUse,
            ]
        }
    }

    /// The stage's place on this track, from 0; nil where the track has no such stage.
    package func position(of stage: Stage) -> Int? { stages.firstIndex(of: stage) }
}

package enum EvidenceKind: String, CaseIterable, Sendable, FieldCode {
    case contract
    case registrationOrLand = "registration_or_land"
    case approval
    case constructionPermit = "construction_permit"
    case sitePhotograph = "site_photograph"
    case statisticsEntry = "statistics_entry"
    case acceptance
    case other

    package var words: Words {
        switch self {
        case .contract: Words(zh: "合同", en: "contract")
        case .registrationOrLand: Words(zh: "工商注册或用地手续", en: "registration or land title")
        case .approval: Words(zh: "立项批复", en: "approval")
        case .constructionPermit: Words(zh: "施工许可", en: "construction permit")
        case .sitePhotograph: Words(zh: "现场照片", en: "photograph of the site")
        case .statisticsEntry: Words(zh: "入库纳统凭证", en: "entry in the statistics")
        case .acceptance: Words(zh: "竣工验收", en: "acceptance")
        case .other: Words(zh: "其他", en: "other")
        }
    }
}
