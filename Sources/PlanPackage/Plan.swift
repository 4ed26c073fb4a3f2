// SPDX-License-Identifier: Apache-2.0

public import Facts
public import Forms

/// A plan that has been read and checked: its tables, its pages and its scenarios.
public struct Plan: Sendable {
  /// What the plan says about itself.
  public let metadata: PlanMetadata
  /// The documents and data sets.
  public let sources: [Source]
  /// Stated facts with every place in which each is printed.
  public let facts: [Fact]
  /// Figures worked out by formula.
  public let derived: [DerivedRow]
  /// The checks that figures follow from others.
  public let relations: [Relation]
  /// What the plan assumes.
  public let assumptions: [AssumptionRow]
  /// The reasons that are on the record.
  public let acknowledgements: [Acknowledgement]
  /// Terms in plain English.
  public let glossary: [GlossaryRow]
  /// The themes of the programme.
  public let themes: [ThemeRow]
  /// The workstreams of the programme.
  public let workstreams: [WorkstreamRow]
  /// What each workstream is for, has heard, has done and will do.
  public let items: [WorkstreamItemRow]
  /// The members of the partnership and the bodies around it.
  public let organisations: [OrganisationRow]
  /// People in published roles.
  public let people: [PersonRow]
  /// The ambitions for local care.
  public let ambitions: [AmbitionRow]
  /// Every date that a document gives.
  public let milestones: [MilestoneRow]
  /// Members of lists as documents print them.
  public let listItems: [ListItemRow]
  /// Places where services are.
  public let sites: [SiteRow]
  /// Yearly rates by series.
  public let rates: [RateRow]
  /// Lines of money.
  public let lines: [FinanceLineRow]
  /// Money that several schemes draw on.
  public let pools: [PoolRow]
  /// What closes the gap.
  public let schemes: [SchemeRow]
  /// Small areas where people live.
  public let areas: [AreaRow]
  /// Sets of journey times.
  public let travel: [TravelRow]
  /// People who need a service, by area.
  public let demand: [DemandRow]
  /// Services whose sites have to be chosen.
  public let services: [ServiceRow]
  /// Figures that turn patients into beds, staff and outcomes.
  public let serviceParameters: [ServiceParameterRow]
  /// Where a service could be.
  public let serviceSites: [ServiceSiteRow]
  /// What else is at a site.
  public let siteServices: [SiteServiceRow]
  /// What services have to reach.
  public let standards: [StandardRow]
  /// Hurdle criteria, in order.
  public let rules: [RuleRow]
  /// Sets of sites with a name.
  public let configurations: [ConfigurationRow]
  /// Evaluation criteria.
  public let criteria: [CriterionRow]
  /// What assessors gave each option.
  public let scores: [ScoreRow]
  /// What options cost and save.
  public let optionMoney: [OptionMoneyRow]
  /// Who may decide what together with others.
  public let authority: AuthorityRows
  /// Demand, capacity and their cost under uncertainty.
  public let projection: ProjectionRows
  /// Models of patient flow.
  public let flow: FlowRows
  /// Places within the partnership that plan local care.
  public let local: LocalityRows
  /// Clusters, hubs and systems: what is asked of them, and what was published.
  public let groupings: GroupingRows
  /// Segments of the population.
  public let segments: SegmentRows
  /// Prevention and self-care.
  public let prevention: PreventionRows
  /// The core model of local care and its local differences.
  public let careModel: CareModelRows
  /// What local care costs and what it is expected to do.
  public let investment: InvestmentRows
  /// The journey times of `geography/travel/`, by path.
  public let matrices: [String: TravelFile]
  /// Consultations and other exercises in which people are asked for their views.
  public let consultations: [ConsultationRow]
  /// What they propose, by service and area.
  public let consultationServices: [ConsultationServiceRow]
  /// Publications of the partnership.
  public let documents: [DocumentRow]
  /// Versions and formats of these.
  public let documentEditions: [DocumentEditionRow]
  /// Groups of patients and the public.
  public let groups: [GroupRow]
  /// Activities, milestones and gates of the programme.
  public let activities: [ActivityRow]
  /// What waits for what among them.
  public let activityLinks: [ActivityLinkRow]
  /// Numbers by which their lateness is judged.
  public let timelineRules: [TimelineRuleRow]
  /// Changes to services that go through the stage gates.
  public let serviceChanges: [ServiceChangeRow]
  /// The stage gates, in order.
  public let gates: [GateRow]
  /// The checklists of the gates.
  public let gateCriteria: [GateCriterionRow]
  /// The dated record of service changes.
  public let gateEvents: [GateEventRow]
  /// Measures that are followed month by month.
  public let measures: [MeasureRow]
  /// Kinds of people of whom there are not enough.
  public let scarceRoles: [ScarceRoleRow]
  /// Registers that the programme keeps.
  public let registers: [RegisterRow]
  /// What an entry of each register says.
  public let registerFields: [RegisterFieldRow]
  /// Boards and groups that steer or advise.
  public let bodies: [BodyRow]
  /// Who sits on these.
  public let seats: [SeatRow]
  /// What each paper calls a workstream.
  public let workstreamNames: [WorkstreamNameRow]
  /// Names under which people know where they live.
  public let places: [PlaceRow]
  /// Money that savings are claimed from.
  public let costPools: [CostPoolRow]
  /// How that money divides between organisations.
  public let poolParts: [PoolPartRow]
  /// Groups that find and deliver savings.
  public let workingGroups: [WorkingGroupRow]
  /// Schemes that were published.
  public let savingsSchemes: [SavingsSchemeRow]
  /// What is to come of the work.
  public let benefits: [BenefitRow]
  /// The forms of `engagement/forms/`, in order of id.
  public let forms: [FormDefinition]
  /// The pictures that pages show.
  public let pictures: [PictureRow]
  /// In order of section, order and name.
  public let pages: [Page]
  /// In order of id.
  public let scenarios: [Scenario]
  /// Where each stated, derived or assumed fact is written.
  public let factPlaces: [FactID: Finding.Place]
  /// Every file that was read, with its bytes, in order of path.
  public let files: [PlanFile]
  /// The scenario that has been applied, or nil.
  public let scenario: Scenario?

  init(
    metadata: PlanMetadata, tables: [String: Table], pages: [Page], scenarios: [Scenario],
    forms: [FormDefinition], matrices: [String: TravelFile], files: [PlanFile],
    scenario: Scenario?
  ) {
    func rows(_ name: String) -> [Row] { tables[name]?.rows ?? [] }
    self.metadata = metadata
    self.pages = pages.sorted { ($0.section, $0.order, $0.name) < ($1.section, $1.order, $1.name) }
    self.scenarios = scenarios.sorted { $0.id < $1.id }
    self.files = files
    self.scenario = scenario
    sources = rows("sources").map(Source.init)
    let further = Dictionary(grouping: rows("citations"), by: { $0["fact"] })
    facts = rows("facts").compactMap { row in
      Fact(row, further: (further[row["id"]] ?? []).map(Citation.init))
    }
    derived = rows("derived").compactMap(DerivedRow.init)
    relations = rows("relations").compactMap(Relation.init)
    assumptions = rows("assumptions").compactMap(AssumptionRow.init)
    acknowledgements = rows("acknowledgements").map { row in
      Acknowledgement(
        finding: row["finding"], reason: row["reason"], by: row["by"],
        date: Day(iso: row["date"]))
    }
    glossary = rows("glossary").map(GlossaryRow.init)
    themes = rows("themes").map(ThemeRow.init)
    workstreams = rows("workstreams").map(WorkstreamRow.init)
    items = rows("workstream-items").compactMap(WorkstreamItemRow.init)
    organisations = rows("organisations").map(OrganisationRow.init)
    people = rows("people").map(PersonRow.init)
    ambitions = rows("ambitions").map(AmbitionRow.init)
    milestones = rows("milestones").compactMap(MilestoneRow.init)
    listItems = rows("lists").map(ListItemRow.init)
    sites = rows("sites").compactMap(SiteRow.init)
    rates = rows("rates").compactMap(RateRow.init)
    lines = rows("lines").compactMap(FinanceLineRow.init)
    pools = rows("pools").compactMap(PoolRow.init)
    consultations = rows("consultations").map(ConsultationRow.init)
    consultationServices = rows("consultation-services").map(ConsultationServiceRow.init)
    documents = rows("documents").map(DocumentRow.init)
    documentEditions = rows("document-editions").map(DocumentEditionRow.init)
    groups = rows("groups").map(GroupRow.init)
    activities = rows("activities").compactMap(ActivityRow.init)
    activityLinks = rows("activity-links").map(ActivityLinkRow.init)
    timelineRules = rows("timeline-rules").compactMap(TimelineRuleRow.init)
    serviceChanges = rows("service-changes").map(ServiceChangeRow.init)
    gates = rows("gates").compactMap(GateRow.init)
    gateCriteria = rows("gate-criteria").compactMap(GateCriterionRow.init)
    gateEvents = rows("gate-events").compactMap(GateEventRow.init)
    measures = rows("measures").map(MeasureRow.init)
    scarceRoles = rows("roles").map(ScarceRoleRow.init)
    registers = rows("registers").map(RegisterRow.init)
    registerFields = rows("register-fields").map(RegisterFieldRow.init)
    bodies = rows("bodies").map(BodyRow.init)
    seats = rows("seats").compactMap(SeatRow.init)
    workstreamNames = rows("workstream-names").compactMap(WorkstreamNameRow.init)
    places = rows("places").compactMap(PlaceRow.init)
    costPools = rows("cost-pools").map(CostPoolRow.init)
    poolParts = rows("pool-parts").compactMap(PoolPartRow.init)
    workingGroups = rows("working-groups").map(WorkingGroupRow.init)
    savingsSchemes = rows("savings-schemes").compactMap(SavingsSchemeRow.init)
    benefits = rows("benefits").map(BenefitRow.init)
    self.forms = forms
    pictures = rows("pictures").compactMap(PictureRow.init)
    schemes = rows("schemes").compactMap(SchemeRow.init)
    areas = rows("areas").compactMap(AreaRow.init)
    travel = rows("travel").map(TravelRow.init)
    demand = rows("demand").compactMap(DemandRow.init)
    services = rows("services").map(ServiceRow.init)
    serviceParameters = rows("service-parameters").compactMap(ServiceParameterRow.init)
    serviceSites = rows("service-sites").compactMap(ServiceSiteRow.init)
    siteServices = rows("site-services").map(SiteServiceRow.init)
    standards = rows("service-standards").compactMap(StandardRow.init)
    rules = rows("service-rules").compactMap(RuleRow.init).sorted {
      ($0.stage == .longList ? 0 : 1, $0.order) < ($1.stage == .longList ? 0 : 1, $1.order)
    }
    configurations = rows("configurations").compactMap(ConfigurationRow.init)
    criteria = rows("criteria").compactMap(CriterionRow.init)
    scores = rows("scores").map(ScoreRow.init)
    optionMoney = rows("option-money").compactMap(OptionMoneyRow.init)
    authority = AuthorityRows(rows)
    projection = ProjectionRows(rows)
    flow = FlowRows(tables)
    local = LocalityRows(rows)
    groupings = GroupingRows(rows)
    segments = SegmentRows(rows)
    prevention = PreventionRows(rows)
    careModel = CareModelRows(rows)
    investment = InvestmentRows(rows)
    self.matrices = matrices
    factPlaces = Plan.places(tables)
  }

  private static func places(_ tables: [String: Table]) -> [FactID: Finding.Place] {
    var places: [FactID: Finding.Place] = [:]
    for name in ["facts", "derived", "assumptions"] {
      guard let table = tables[name] else { continue }
      for row in table.rows {
        guard let id = FactID(row["id"]) else { continue }
        places[id] = Finding.Place(file: table.schema.path, row: row.number)
      }
    }
    return places
  }
}

/// A file of a plan folder.
public struct PlanFile: Sendable {
  /// The path within the folder, with forward slashes.
  public let path: String
  /// The content.
  public let bytes: [UInt8]

  /// Holds the content of a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

extension Relation {
  init?(_ row: Row) {
    guard let kind = Kind(rawValue: row["kind"]), let fact = FactID(row["fact"]),
      let formula = try? Formula(row["formula"])
    else { return nil }
    self.init(
      id: row["id"], kind: kind, fact: fact, formula: formula, years: Int(row["years"]),
      note: row["note"], place: .init(file: "relations.csv", row: row.number))
  }
}
