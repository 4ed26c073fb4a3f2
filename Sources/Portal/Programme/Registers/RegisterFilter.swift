// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Programme

/// Which entries of a register a reader asked for.
struct RegisterFilter {
  let fields: [RegisterField]
  let lines: [RegisterLine]
  /// The choices that are on, by the id of the field.
  private let chosen: [(field: RegisterField, value: String)]
  private let words: String
  private let onlyOverdue: Bool
  private let standing: RegisterStanding

  init(_ query: FormFields, _ standing: RegisterStanding, forStaff: Bool) {
    let fields = standing.definition.fields(forStaff: forStaff)
    self.fields = fields
    self.standing = standing
    let chosen = fields.filter(Self.isFiltered).compactMap { field -> (RegisterField, String)? in
      let value = query["f-" + field.id]
      return value.isEmpty ? nil : (field, value)
    }
    let words = query["words"].lowercased()
    let onlyOverdue = query["overdue"] == "yes"
    self.chosen = chosen
    self.words = words
    self.onlyOverdue = onlyOverdue
    lines = standing.lines.filter { line in
      chosen.allSatisfy { line.entry.text($0.0) == $0.1 } && (!onlyOverdue || line.isOverdue)
        && (words.isEmpty
          || fields.contains { standing.words($0, line.entry).lowercased().contains(words) })
    }
  }

  var isOn: Bool { !chosen.isEmpty || !words.isEmpty || onlyOverdue }

  /// Choices, organisations and workstreams can be picked from a list.
  private static func isFiltered(_ field: RegisterField) -> Bool {
    [.choice, .organisation, .workstream, .yesNo].contains(field.kind)
  }

  /// The filter as hidden fields of another form.
  var hidden: [(String, String)] {
    chosen.map { ("f-" + $0.field.id, $0.value) } + (words.isEmpty ? [] : [("words", words)])
      + (onlyOverdue ? [("overdue", "yes")] : [])
  }

  /// The end of an address with the filter and the day.
  func query(_ asOf: AsOf) -> String {
    let day = asOf.isAsked ? [("as-of", asOf.day.iso)] : []
    return QueryText.encode(FormFields((hidden + day).map { (name: $0.0, value: $0.1) }))
  }

  func section(_ path: String, _ asOf: AsOf) -> SectionPage.Section? {
    guard standing.lines.count > 1 else { return nil }
    var shown = asOf.isAsked ? [Field.hidden("as-of", asOf.day.iso)] : []
    for field in fields where Self.isFiltered(field) {
      let values = Set(standing.lines.map { $0.entry.text(field) }).subtracting([""]).sorted()
      guard values.count > 1 else { continue }
      let now = chosen.first { $0.field.id == field.id }?.value ?? ""
      shown.append(
        .select(
          "f-" + field.id, field.label,
          [("", "All")] + values.map { ($0, standing.words($0, field)) }, chosen: now))
    }
    shown.append(.line("words", "Words", value: words))
    shown.append(
      .checkboxes(
        "overdue", "Late", [("yes", "Only what is overdue")], chosen: onlyOverdue ? ["yes"] : []))
    return SectionPage.Section(
      heading: "Show some of them",
      forms: [SectionForm(action: path, method: "get", fields: shown, button: "Show these")])
  }
}
