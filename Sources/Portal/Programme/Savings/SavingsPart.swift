// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People
import Programme

/// The pages under /programme/savings and /programme/benefits, and those of staff.
struct SavingsPart: PortalPart {
  let services: Services
  let schemes: SchemeDesk
  let benefits: BenefitDesk

  init(_ services: Services) {
    self.services = services
    schemes = SchemeDesk(services.data, plan: services.programme, clock: services.clock)
    benefits = BenefitDesk(services.data, plan: services.programme, clock: services.clock)
  }

  var plan: ProgrammePlan { services.programme }
  var today: CivilDay { LondonTime.day(services.clock()) }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    let path = request.path
    if path.starts(with: ["programme", "savings"]) {
      guard request.method == .get else { throw PortalProblem.notFound }
      return try page(Array(path.dropFirst(2)), request)
    }
    if path.starts(with: ["programme", "benefits"]) {
      guard request.method == .get else { throw PortalProblem.notFound }
      return try benefitsPage(Array(path.dropFirst(2)), request)
    }
    if path.starts(with: ["desk", "programme", "savings"]) {
      _ = try visit.person(who: .runProgramme)
      return try await deskPage(Array(path.dropFirst(3)), request, visit)
    }
    if path.starts(with: ["desk", "programme", "benefits"]) {
      _ = try visit.person(who: .runProgramme)
      return try await benefitsDeskPage(Array(path.dropFirst(3)), request, visit)
    }
    return nil
  }

  private func page(_ path: [String], _ request: PortalRequest) throws -> PortalAnswer {
    let shown = try SavingsShown(request, services)
    switch path {
    case []: return overview(shown)
    case ["schemes"]: return schemeList(shown)
    case ["overlap"]: return overlapPage(shown, request)
    case ["reinvestment"]: return reinvestmentPage(shown, request)
    default: break
    }
    if path.count == 1, let table = table(path[0], shown) {
      return .text("text/csv; charset=utf-8", table.csv, name: path[0])
    }
    guard path.count == 2 else { throw PortalProblem.notFound }
    switch path[0] {
    case "groups": return try groupPage(path[1], shown)
    case "schemes": return try schemePage(path[1], shown)
    default: throw PortalProblem.notFound
    }
  }

  private func table(_ name: String, _ shown: SavingsShown) -> SavingsTable? {
    switch name {
    case "groups.csv": shown.groupTable
    case "organisations.csv": shown.organisationTable
    case "schemes.csv": shown.schemeTable(shown.view.schemes, "Schemes")
    case "months.csv": shown.monthTable
    case "pools.csv": shown.poolTable
    case "pairs.csv": shown.pairTable
    case "reinvestment.csv": shown.balanceTable
    default: nil
    }
  }

  func text(_ reference: ContentReference?) -> String {
    guard let reference else { return "" }
    return ((try? services.ledger.content(reference.id)) ?? nil) ?? "This text was removed."
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.runProgramme), !plan.savings.groups.isEmpty else { return [] }
    return [
      DeskLink(group: "Programme", title: "Savings", path: "/desk/programme/savings"),
      DeskLink(group: "Programme", title: "Benefits", path: "/desk/programme/benefits"),
    ]
  }
}

extension SavingsPart: ProgrammeSection {
  func programmeLinks(_ request: PortalRequest) throws -> [SectionPage.Item] {
    guard !plan.savings.groups.isEmpty else { return [] }
    let asOf = AsOf(request, services)
    let state = try asOf.state(SchemeState.self, services.ledger)
    let view = SavingsView(plan: plan, state: state, day: asOf.day)
    let sum = view.total.fullYear
    let text =
      view.schemes.isEmpty
      ? "What should be saved, by whom. No scheme is registered yet."
      : "\(SavingsWords.money(sum.net)) a year net of overlaps, in "
        + EventWords.count(view.schemes.count, "scheme", "schemes") + "."
    return [
      SectionPage.Item(
        link: SectionLink(text: "Savings", href: "/programme/savings"), text: text),
      SectionPage.Item(
        link: SectionLink(text: "Benefits", href: "/programme/benefits"),
        text: "What is to come of the work, how it is measured, and how far it is."),
    ]
  }
}

/// Savings as one page shows them: a day, and everything worked out for it.
struct SavingsShown {
  let asOf: AsOf
  let view: SavingsView

  init(_ request: PortalRequest, _ services: Services) throws {
    asOf = AsOf(request, services)
    let state = try asOf.state(SchemeState.self, services.ledger)
    view = SavingsView(plan: services.programme, state: state, day: asOf.day)
  }

  var plan: ProgrammePlan { view.plan }
  var query: String { asOf.query }
  var year: String { SavingsYearWords.year(view) }

  func organisation(_ id: String) -> String {
    plan.organisations.first { $0.id == id }?.name ?? id
  }

  func group(_ id: String) -> String { plan.savings.group(id)?.name ?? id }
  func pool(_ id: String) -> String { plan.savings.pool(id)?.label ?? id }
  func scheme(_ id: String) -> String { view.schemes.first { $0.id == id }?.terms.title ?? id }

  func link(_ text: String, _ path: String) -> SectionLink {
    SectionLink(text: text, href: path + query)
  }
}
