// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger
public import People

/// The pages where comments are read and coded: `/desk/coding`.
public struct CodingPart: PortalPart {
  let services: Services
  let desk: CodingDesk

  /// The pages over their services.
  public init(_ services: Services) {
    self.services = services
    desk = CodingDesk(services.ledger, store: services.comments)
  }

  /// The answer, or nil when the path is not one of this part.
  public func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    guard request.path.starts(with: ["desk", "coding"]) else { return nil }
    let person = try visit.person(who: .analyse)
    let rest = Array(request.path.dropFirst(2))
    guard let id = rest.first else { return list() }
    let page = CodingPage(
      services: services, desk: desk, consultation: try consultation(id), request: request,
      visit: visit, person: person)
    do {
      return try await route(Array(rest.dropFirst()), page)
    } catch let error as LedgerError {
      throw PortalProblem(503, "This could not be recorded", error.description)
    }
  }

  private func route(_ path: [String], _ page: CodingPage) async throws -> PortalAnswer {
    switch (path.first, path.count) {
    case (nil, 0): try await GridPage(page).answer()
    case ("frame", 1): try await FramePage(page).answer()
    case ("frame", 2): try await CodePage(page, code: path[1]).answer()
    case ("comments", 3):
      try await CommentPage(page, CommentID(response: path[1], question: path[2])).answer()
    case ("samples", 1): try await SamplesPage(page).answer()
    case ("samples", 2): try await SamplePage(page, sample: path[1]).answer()
    case ("samples", 3) where path[2] == "code":
      try await SecondCodingPage(page, sample: path[1]).answer()
    default: throw PortalProblem.notFound
    }
  }

  private func consultation(_ id: String) throws(PortalProblem) -> ConsultationDefinition {
    guard let found = services.plan.consultations.first(where: { $0.id == id }) else {
      throw .notFound
    }
    return found
  }

  private func list() -> PortalAnswer {
    let items = services.plan.consultations.map { consultation in
      SectionPage.Item(
        link: SectionLink(text: consultation.title, href: "/desk/coding/\(consultation.id)"),
        text: consultation.summary)
    }
    return SectionPage(
      title: "Read and code comments",
      answer: "Choose a consultation. Its comments are what people wrote in their own words.",
      sections: [.init(items: items)]
    ).answer()
  }

  /// The links that the desk shows to a person.
  public func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.analyse) else { return [] }
    return [DeskLink(group: "Analysis", title: "Read and code comments", path: "/desk/coding")]
  }
}

/// What every page of coding works with.
struct CodingPage {
  let services: Services
  let desk: CodingDesk
  let consultation: ConsultationDefinition
  let request: PortalRequest
  let visit: Visit
  let person: Person

  var path: String { "/desk/coding/\(consultation.id)" }
  var fields: FormFields { request.fields }
  var isPost: Bool { request.method == .post }
  var token: String { RandomID.make() }
  var sentToken: String? { fields["token"].isEmpty ? nil : fields["token"] }

  func coding() throws(LedgerError) -> ConsultationCoding {
    try desk.coding(consultation.id)
  }

  var links: [SectionLink] {
    [
      SectionLink(text: "Comments", href: path),
      SectionLink(text: "Code frame", href: path + "/frame"),
      SectionLink(text: "Second coder", href: path + "/samples"),
      SectionLink(text: "Themes", href: "/desk/themes?consultation=\(consultation.id)"),
    ]
  }

  func record(_ event: CodingEvent) async throws(LedgerError) {
    try await desk.record(event, of: consultation.id, by: visit.author, token: sentToken)
  }

  func form(
    _ act: String, _ fields: [Field], _ button: String, path: String
  ) -> SectionForm {
    SectionForm(
      action: path, secret: visit.formSecret, token: token, act: act, fields: fields,
      button: button)
  }

  /// An account on a page: the reader, or the id, which says nothing to others.
  func name(_ account: String) -> String {
    if account == person.id { return "You" }
    let somebody = try? services.people.person(account)
    return somebody?.name ?? "Somebody whose account is closed"
  }

  func labels() throws(LedgerError) -> CommentLabels {
    try CommentLabels(consultation, services)
  }
}

/// The words for the values of attributes, as the latest form has them.
struct CommentLabels {
  private var questions: [String: String] = [:]
  private var areas: [String: String] = [:]
  private var types: [String: String] = [:]

  init(_ consultation: ConsultationDefinition, _ services: Services) throws(LedgerError) {
    for area in services.plan.areas { areas[area.id] = area.name }
    let forms = try services.ledger.state(FormState.self)
    for version in forms.versions[consultation.form] ?? [] {
      for question in version.definition.questions {
        questions[question.id] = question.text
        for choice in question.kind.choices {
          switch question.attribute {
          case .area: areas[choice.id] = choice.text
          case .respondentType: types[choice.id] = choice.text
          case nil: break
          }
        }
      }
    }
  }

  func question(_ id: String) -> String { questions[id] ?? id }
  func area(_ id: String?) -> String { id.map { areas[$0] ?? $0 } ?? "Not given" }
  func type(_ id: String?) -> String { id.map { types[$0] ?? $0 } ?? "Not given" }
  func flag(_ flag: String) -> String {
    let words = flag.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// A time as pages show it.
enum CodingTime {
  static func day(_ date: Date) -> String { CalendarDay(date).words }
}
