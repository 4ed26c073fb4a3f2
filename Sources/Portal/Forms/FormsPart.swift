// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger
public import People

/// The pages about forms: the paper booklet for everybody, and the desk where forms are made.
public struct FormsPart: PortalPart {
  private let services: Services

  /// The pages of a portal.
  public init(_ services: Services) { self.services = services }

  /// The link for those who may publish forms.
  public func deskLinks(for person: Person) -> [DeskLink] {
    guard person.may(.runConsultations) else { return [] }
    let drafts = (try? FormDrafts(services.data).all().count) ?? 0
    let waiting = drafts == 0 ? nil : drafts == 1 ? "1 draft" : "\(drafts) drafts"
    return [
      DeskLink(group: "Consultations", title: "Forms", path: "/desk/forms", waiting: waiting)
    ]
  }

  /// The page of a path that is about forms.
  public func answer(_ request: PortalRequest, _ visit: Visit) async throws -> PortalAnswer? {
    let path = request.path
    if path.count == 3, path[0] == "consultations", path[2] == "form" {
      guard request.method == .get else { return nil }
      return try PublicBooklet(services: services).answer(path[1], request.query)
    }
    guard path.count >= 2, path[0] == "desk", path[1] == "forms" else { return nil }
    _ = try visit.person(who: .runConsultations)
    let desk = FormsDesk(services: services, visit: visit)
    return request.method == .get
      ? try desk.show(Array(path.dropFirst(2)), request.query)
      : try await desk.take(Array(path.dropFirst(2)), request.fields)
  }
}

/// The pages of the desk, which need the right to run consultations.
struct FormsDesk {
  let services: Services
  let visit: Visit
  var drafts: FormDrafts { FormDrafts(services.data) }

  /// What is shown under `/desk/forms`.
  func show(_ path: [String], _ query: FormFields) throws -> PortalAnswer {
    guard let form = path.first else { return try list() }
    switch (path.count, path.count > 1 ? path[1] : "") {
    case (1, _): return try overview(form, notice: query["done"])
    case (2, "text"): return try textPage(form)
    case (2, "preview"): return try preview(form, query)
    case (2, "booklet"): return try booklet(form, query)
    case (2, "publish"): return try publishPage(form)
    case (3, "versions"): return try versionPage(form, path[2])
    case (3, "sections"): return try sectionPage(form, path[2])
    case (4, "sections") where path[3] == "new": return try newQuestionPage(form, path[2])
    case (3, "questions"): return try questionPage(form, path[2])
    default: throw PortalProblem.notFound
    }
  }

  /// What is done under `/desk/forms`.
  func take(_ path: [String], _ fields: FormFields) async throws -> PortalAnswer {
    guard let form = path.first else { return try await makeForm(fields) }
    switch (path.count, path.count > 1 ? path[1] : "") {
    case (2, "start"): return try await start(form, fields)
    case (2, "discard"): return try await discard(form, fields)
    case (2, "front"): return try await saveFront(form, fields)
    case (2, "sections"): return try await addSection(form, fields)
    case (2, "move"): return try await move(form, fields)
    case (2, "text"): return try await saveText(form, fields)
    case (2, "publish"): return try await publish(form, fields)
    case (3, "sections"): return try await saveSection(form, path[2], fields)
    case (4, "sections") where path[3] == "new":
      return try await addQuestion(form, path[2], fields)
    case (3, "questions"): return try await saveQuestion(form, path[2], fields)
    default: throw PortalProblem.notFound
    }
  }

  /// The draft of a form.
  func draft(_ form: String) throws -> FormDraft {
    guard let draft = try drafts.draft(of: form) else { throw PortalProblem.notFound }
    return draft
  }

  /// Keeps a changed draft and goes on to a page.
  func keep(_ definition: FormDefinition, then path: String) async throws -> PortalAnswer {
    try await drafts.keep(definition, at: services.clock())
    return .see(path)
  }

  /// What is said when the draft changed since a page was opened, and nil when it did not.
  func staleness(_ draft: FormDraft, _ fields: FormFields) -> String? {
    guard fields["revision"] != String(draft.revision) else { return nil }
    return "The form was changed elsewhere since you opened this page. What you typed is still "
      + "here. Check it against the form as it is now, then send it again."
  }
}

/// Days and times as pages write them, in local time.
enum FormDates {
  static func day(_ date: Date) -> String { text(date, "d MMMM yyyy") }

  static func moment(_ date: Date) -> String {
    let time = text(date, "h:mma").lowercased()
    return day(date) + " at " + time
  }

  private static func text(_ date: Date, _ format: String) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_GB_POSIX")
    formatter.timeZone = TimeZone(identifier: "Europe/London")
    formatter.amSymbol = "am"
    formatter.pmSymbol = "pm"
    formatter.dateFormat = format
    return formatter.string(from: date)
  }
}
