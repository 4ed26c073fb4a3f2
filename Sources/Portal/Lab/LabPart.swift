// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import People
import Programme

/// The pages under /lab and /desk/lab: change assumptions, see what becomes of it, keep it, compare.
struct LabPart: PortalPart {
  let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    let path = request.path
    if path.first == "lab" {
      guard request.method == .get, let laboratory = services.laboratory else {
        throw PortalProblem.notFound
      }
      if let fault = laboratory.fault { return Self.closed(fault) }
      return try await read(Array(path.dropFirst()), request, visit, laboratory)
    }
    guard path.starts(with: ["desk", "lab"]) else { return nil }
    guard let laboratory = services.laboratory else { throw PortalProblem.notFound }
    _ = try visit.person(who: .analyse)
    return try await desk(Array(path.dropFirst(2)), request, visit, laboratory)
  }

  private func read(
    _ path: [String], _ request: PortalRequest, _ visit: Visit, _ laboratory: Laboratory
  ) async throws -> PortalAnswer {
    switch path {
    case []: return try await lab(request, visit, laboratory)
    case ["results.csv"]: return try await results(request, laboratory)
    case ["scenario.yaml"]: return try scenarioFile(request, laboratory)
    case ["compare"]: return try await compare(request, laboratory)
    case ["scenarios"]: return try scenarios(visit, laboratory)
    default:
      guard path.count == 2, path[0] == "scenarios" else { throw PortalProblem.notFound }
      if path[1].hasSuffix(".yaml") {
        return try keptFile(String(path[1].dropLast(5)), laboratory)
      }
      return try scenario(path[1], visit, laboratory)
    }
  }

  private func desk(
    _ path: [String], _ request: PortalRequest, _ visit: Visit, _ laboratory: Laboratory
  ) async throws -> PortalAnswer {
    switch path {
    case ["save"]: return try await save(request, visit, laboratory)
    default:
      guard path.count == 3, path[0] == "scenarios", path[2] == "withdraw" else {
        throw PortalProblem.notFound
      }
      return try await withdraw(path[1], request, visit)
    }
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.analyse), services.laboratory?.fault == nil, services.laboratory != nil else {
      return []
    }
    return [DeskLink(group: "Programme", title: "Scenarios of the lab", path: "/lab/scenarios")]
  }

  var scenarioDesk: LabScenarioDesk {
    LabScenarioDesk(services.data, plan: services.programme.lab, clock: services.clock)
  }

  func state() throws -> LabScenarioState { try services.ledger.state(LabScenarioState.self) }

  private static func closed(_ fault: String) -> PortalAnswer {
    SectionPage(
      title: LabPage.name,
      answer: "The lab cannot work anything out, because the plan has a mistake.",
      sections: [SectionPage.Section(paragraphs: [fault])]
    ).answer(isPrivate: false)
  }
}

extension LabPart: ProgrammeSection {
  func programmeLinks(_ request: PortalRequest) throws -> [SectionPage.Item] {
    guard let laboratory = services.laboratory, laboratory.fault == nil else { return [] }
    let kept = try services.ledger.state(LabScenarioState.self).offered.count
    return [
      SectionPage.Item(
        link: SectionLink(text: LabPage.name, href: "/lab"),
        text: "Change what the plan assumes, and see what becomes of the gap, the beds and the "
          + "promises. \(LabWords.count(kept, "scenario is", "scenarios are")) kept.")
    ]
  }
}

// MARK: - The lab

extension LabPart {
  private func lab(
    _ request: PortalRequest, _ visit: Visit, _ laboratory: Laboratory
  ) async throws -> PortalAnswer {
    let form = LabForm(request.query, laboratory.inputs)
    if form.errors.hasErrors { return LabPage(form, laboratory).page() }
    // What a form sends has a field for every assumption; the address that can be sent on has not.
    if form.isSent { return .see("/lab" + form.state.query) }
    let result = try await laboratory.result(form.state)
    let maySave = visit.person?.may(.analyse) ?? false
    return LabPage(form, result, laboratory, maySave: maySave).page()
  }

  /// The state of an address; one that is wrong has no file.
  private func state(
    _ request: PortalRequest, _ laboratory: Laboratory
  ) throws(PortalProblem) -> LabState {
    let form = LabForm(request.query, laboratory.inputs)
    guard let wrong = form.errors.errors.first else { return form.state }
    throw PortalProblem(422, "This address is wrong", wrong.message)
  }

  private func results(
    _ request: PortalRequest, _ laboratory: Laboratory
  ) async throws -> PortalAnswer {
    let state = try state(request, laboratory)
    return .text(
      "text/csv; charset=utf-8", LabFiles.csv(try await laboratory.rows(state)),
      name: "lab-results.csv")
  }

  private func scenarioFile(
    _ request: PortalRequest, _ laboratory: Laboratory
  ) throws -> PortalAnswer {
    let state = try state(request, laboratory)
    guard !state.settings.isEmpty else {
      throw PortalProblem(
        422, "Nothing is changed yet", "Change an assumption in the lab first, then come back.")
    }
    let changes = laboratory.inputs.compactMap { input in
      state.settings[input.id].map { LabWords.change($0, input) }
    }
    return .text(
      "text/yaml; charset=utf-8",
      LabFiles.yaml(
        state, title: LabOptions.title(state, laboratory),
        reason: "Made in the lab. \(changes.joined(separator: ". ")).", laboratory),
      name: "scenario.yaml")
  }

  private func compare(
    _ request: PortalRequest, _ laboratory: Laboratory
  ) async throws -> PortalAnswer {
    let kept = try state().offered
    let options = LabOptions(request.query, laboratory, try state().kept)
    let isAsked = options.sides.count > 1 && !options.errors.hasErrors
    let comparison =
      isAsked ? try await laboratory.comparison(options.sides.map(\.state)) : nil
    return LabComparePage(options, comparison, laboratory, kept, asked: request.query).page()
  }
}
