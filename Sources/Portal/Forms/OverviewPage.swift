// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger

/// One form at the desk: its draft and its versions.
struct OverviewModel {
  struct Section {
    let sectionID: String
    let sectionTitle: String
    let summary: String
    let isFirst: Bool
    let isLast: Bool
  }

  struct Problem {
    let href: String
    let problem: String
  }

  struct Start {
    let key: String
    let button: String
  }

  let form: String
  let title: String
  let status: String
  let notice: String?
  let hasDraft: Bool
  let revision: Int
  let problems: [Problem]
  let hasProblems: Bool
  let errors: FormErrors
  let fields: [Field]
  let sections: [Section]
  let newSection: Field
  let starts: [Start]
  let versions: Grid?
  let secret: String
}

extension FormsDesk {
  private static let notices = [
    "published": "The new version is published. New answers start on it.",
    "discarded": "The draft is gone. Published versions are as they were.",
  ]

  /// The draft of a form with its parts, or the ways to start one.
  func overview(
    _ id: String, notice: String = "", typed: FormFields? = nil, errors: FormErrors = FormErrors()
  ) throws -> PortalAnswer {
    let draft = try drafts.draft(of: id)
    let versions = try services.ledger.state(FormState.self).versions[id] ?? []
    let planned = services.plan.forms.first { $0.id == id }
    guard let form = draft?.definition ?? versions.last?.definition ?? planned else {
      throw PortalProblem.notFound
    }
    let problems = draft.map { Self.problems($0.definition) } ?? []
    let model = OverviewModel(
      form: id, title: form.title.isEmpty ? id : form.title,
      status: Self.status(draft, versions), notice: Self.notices[notice], hasDraft: draft != nil,
      revision: draft?.revision ?? 0, problems: problems, hasProblems: !problems.isEmpty,
      errors: errors, fields: Self.frontFields(form, typed, errors),
      sections: draft.map { Self.sections($0.definition) } ?? [],
      newSection: .line(
        "section-title", "Title of the new section", value: typed?["section-title"] ?? "",
        error: errors["section-title"]),
      starts: Self.starts(versions.last, planned), versions: Self.grid(versions, id),
      secret: visit.formSecret)
    return .page(
      PortalPage(model.title, template: "forms-overview", model, isPrivate: true),
      status: errors.hasErrors ? 422 : 200)
  }

  private static func status(_ draft: FormDraft?, _ versions: [PublishedForm]) -> String {
    let latest =
      versions.last.map { "Version \($0.version) is the latest that is published." }
      ?? "It is not published yet."
    guard let draft else { return "There is no draft of this form. " + latest }
    return "This is a draft, changed on \(FormDates.moment(draft.changedOn)). " + latest
  }

  private static func problems(_ form: FormDefinition) -> [OverviewModel.Problem] {
    FormChecker.problems(in: form).map { problem in
      let base = "/desk/forms/\(form.id)"
      var href = "\(base)/text"
      if let section = problem.place.section, form.sections.indices.contains(section) {
        let part = form.sections[section]
        href = FormID.isValid(part.id) ? "\(base)/sections/\(part.id)" : href
        if let place = problem.place.question, part.questions.indices.contains(place),
          FormID.isValid(part.questions[place].id)
        {
          href = "\(base)/questions/\(part.questions[place].id)"
        }
      }
      return .init(href: href, problem: problem.description)
    }
  }

  private static func frontFields(
    _ form: FormDefinition, _ typed: FormFields?, _ errors: FormErrors
  ) -> [Field] {
    let typed = typed?.has("title") == true ? typed : nil
    return [
      .line("title", "Title", value: typed?["title"] ?? form.title, error: errors["title"]),
      .box(
        "introduction", "Introduction", value: typed?["introduction"] ?? form.introduction ?? "",
        hint: "What people read before the first question. A figure of the plan is {{fact:ID}}.",
        error: errors["introduction"], rows: 6),
      .box(
        "address", "Where paper forms are sent",
        value: typed?["address"] ?? form.returnAddress ?? "",
        hint: "One line of the address on each line. It stands at the end of the paper form.",
        error: errors["address"], rows: 6),
    ]
  }

  private static func sections(_ form: FormDefinition) -> [OverviewModel.Section] {
    form.sections.enumerated().map { place, section in
      let count = section.questions.count
      let parts = [
        count == 1 ? "1 question" : "\(count) questions", section.isOptional ? "optional" : nil,
        section.askIf == nil ? nil : "asked under a condition",
      ]
      return .init(
        sectionID: section.id, sectionTitle: section.title.isEmpty ? section.id : section.title,
        summary: parts.compactMap { $0 }.joined(separator: ", "), isFirst: place == 0,
        isLast: place == form.sections.count - 1)
    }
  }

  private static func starts(
    _ latest: PublishedForm?, _ planned: FormDefinition?
  ) -> [OverviewModel.Start] {
    [
      latest.map { .init(key: "version", button: "Start a draft from version \($0.version)") },
      planned == nil || planned == latest?.definition
        ? nil : .init(key: "plan", button: "Start a draft from the form in the plan"),
    ].compactMap { $0 }
  }

  private static func grid(_ versions: [PublishedForm], _ id: String) -> Grid? {
    guard !versions.isEmpty else { return nil }
    return Grid(
      "Published versions", ["Version", "Questions#", "Reason"],
      versions.reversed().map {
        ["Version \($0.version)", "\($0.definition.questions.count)", $0.reason ?? "First version"]
      }, links: versions.reversed().map { "/desk/forms/\(id)/versions/\($0.version)" })
  }
}
