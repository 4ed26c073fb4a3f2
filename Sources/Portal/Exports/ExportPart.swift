// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People

/// Responses as files, for analysts and for anybody whom the office gives them to.
struct ExportPart: PortalPart {
  let services: Services
  let shelf: ResultsShelf

  init(_ services: Services) {
    self.services = services
    shelf = ResultsShelf(services.ledger)
  }

  func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.export) else { return [] }
    return [DeskLink(group: "Analysis", title: "Exports", path: "/desk/exports")]
  }

  func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    guard request.path.starts(with: ["desk", "exports"]), request.path.count <= 3 else {
      return nil
    }
    let person = try visit.person(who: .export)
    guard request.path.count == 3 else { return list() }
    guard
      let definition = services.plan.consultations.first(where: { $0.id == request.path[2] })
    else { throw PortalProblem.notFound }
    return request.method == .post
      ? try await export(definition, request, person, visit)
      : try page(definition, visit)
  }

  private func list() -> PortalAnswer {
    let model = ResultsListModel(
      links: services.plan.consultations.map {
        ResultsLink(href: "/desk/exports/\($0.id)", label: $0.title)
      })
    return .page(PortalPage("Exports", template: "exports-list", model, isPrivate: true))
  }

  private func page(
    _ definition: ConsultationDefinition, _ visit: Visit
  ) throws -> PortalAnswer {
    let made = try services.ledger.state(ResultsState.self).exports[definition.id] ?? []
    let rows = made.suffix(20).reversed().map { record in
      [
        record.format, record.allWords ? "all words" : "published words only", record.madeBy.role,
        record.madeOn.formatted(.iso8601), record.digest,
      ]
    }
    let model = ExportModel(
      title: definition.title, action: "/desk/exports/\(definition.id)", secret: visit.formSecret,
      format: .radios(
        "format", "Format", ExportFormat.allCases.map { ($0.rawValue, $0.label) }, chosen: "csv"),
      words: .radios(
        "words", "Words that people wrote",
        [
          ("published", "Only what was published, as it was published"),
          ("all", "All of them, for the independent analyst"),
        ], chosen: "published"),
      made: rows.isEmpty
        ? nil : Grid("The last exports", ["Format", "Words", "Role", "When", "SHA-256"], rows))
    return .page(
      PortalPage("Export: \(definition.title)", template: "exports", model, isPrivate: true))
  }

  private func export(
    _ definition: ConsultationDefinition, _ request: PortalRequest, _ person: Person,
    _ visit: Visit
  ) async throws -> PortalAnswer {
    guard let format = ExportFormat(rawValue: request.fields["format"]) else {
      throw PortalProblem(422, "Choose a format", "Go back and choose one of the formats.")
    }
    let allWords = request.fields["words"] == "all"
    let exporter = ResponseExport(
      data: services.data, definition: definition, shelf: shelf, role: person.role.rawValue,
      clock: services.clock)
    let file = try await exporter.file(format, allWords: allWords)
    try await services.ledger.append(
      ResultsEvent.exported(format: format.rawValue, allWords: allWords, digest: file.sha256),
      subject: definition.id, by: visit.author)
    return .file(format.contentType, file.bytes, name: file.path)
  }
}

/// The page on which an export is made.
struct ExportModel {
  let title: String
  let action: String
  let secret: String
  let format: Field
  let words: Field
  let made: Grid?
}
