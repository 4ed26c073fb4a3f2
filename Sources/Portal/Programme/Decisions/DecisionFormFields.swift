// SPDX-License-Identifier: Apache-2.0

import Authority
import Engagement
import Programme

extension DecisionsPart {
  /// The fields of a form, with what was typed and what is wrong with it.
  func shown(
    _ form: DecisionForm, _ record: DecisionRecord?, _ state: DecisionState, _ fields: FormFields,
    _ errors: FormErrors?
  ) -> [Field] {
    let maker = DecisionFieldMaker(fields: fields, errors: errors)
    guard let record else { return general(form, state, maker) }
    switch form {
    case .open, .ratify:
      return [
        maker.day(
          "on", "Day of the meeting", usual: today < record.plannedOn ? nil : record.plannedOn)
      ]
    case .attendance:
      let present = record.openSitting?.present ?? []
      return [
        .checkboxes(
          "present", "Who is present", seats(record).map { ($0.body, authority.name($0.body)) },
          chosen: fields.has("token") ? fields.all("present") : present, error: errors?["present"])
      ]
    case .interest:
      return [
        maker.select("body", "Body", seats(record).map { ($0.body, authority.name($0.body)) }),
        maker.radios(
          "kind", "Kind of interest", InterestKind.allCases.map { ($0.rawValue, $0.label) }),
      ]
    case .votes: return voteFields(record, maker)
    case .casting:
      return [
        maker.radios("choice", "What the chair says", [("for", "For"), ("against", "Against")])
      ]
    case .putOff: return [maker.day("to", "New day"), maker.box("reason", "Why")]
    case .withdraw: return [maker.box("reason", "Why")]
    default: return []
    }
  }

  private func voteFields(_ record: DecisionRecord, _ maker: DecisionFieldMaker) -> [Field] {
    let standing = record.openSitting?.standingVotes ?? [:]
    let present = record.openSitting?.present ?? []
    return seats(record).filter { $0.isVoting && present.contains($0.body) }.map { seat in
      maker.select(
        "vote-\(seat.body)", authority.name(seat.body),
        [("", "No vote yet")] + VoteChoice.allCases.map { ($0.rawValue, $0.label) },
        usual: standing[seat.body]?.rawValue ?? "")
    }
  }

  private func general(
    _ form: DecisionForm, _ state: DecisionState, _ maker: DecisionFieldMaker
  ) -> [Field] {
    switch form {
    case .propose: return proposalFields(maker)
    case .recommend:
      return [
        maker.select("from", "Who recommends", bodyChoices + committeeChoices),
        maker.select("to", "Who is to decide", bodyChoices + committeeChoices),
        maker.select("subject", "About", subjectChoices),
        maker.box("text", "What is recommended"), maker.day("on", "Day", usual: today),
      ]
    case .answer:
      return [
        maker.select(
          "recommendation", "Recommendation",
          state.recommendations.map { ($0.id, String($0.recommendation.text.prefix(80))) }),
        maker.radios(
          "outcome", "What the body does with it",
          RecommendationAnswer.Outcome.allCases.map { ($0.rawValue, $0.label) }),
        maker.box("reason", "Why"), maker.day("on", "Day", usual: today),
      ]
    case .amend: return amendmentFields(maker)
    case .delegate:
      return delegationFields(maker) + [
        maker.day("since", "First day", usual: today),
        maker.day("until", "Last day (optional)"),
      ]
    case .takeBack:
      return delegationFields(maker) + [
        maker.day("last", "Last day", usual: today), maker.box("reason", "Why"),
      ]
    default: return []
    }
  }

  private func proposalFields(_ maker: DecisionFieldMaker) -> [Field] {
    [
      maker.select("committee", "Committee", committeeChoices),
      .checkboxes(
        "subjects", "About", subjectChoices, chosen: maker.fields.all("subjects"),
        error: maker.errors?["subjects"]),
      maker.line("title", "Short name"),
      maker.box("resolution", "What the committee is asked to resolve"),
      maker.box("options", "Options, one on a line (optional)", rows: 4),
      maker.box(
        "papers", "Papers, one on a line (optional)", hint: "A title, then a link if there is one.",
        rows: 4),
      maker.line(
        "pounds", "What it commits for each body, in pounds (optional)",
        hint: "A whole number, such as 250000"),
      maker.day("planned", "Day on which the committee is to decide"),
    ]
  }

  private func amendmentFields(_ maker: DecisionFieldMaker) -> [Field] {
    [
      maker.select("body", "Body", bodyChoices),
      maker.line("version", "Name of the new version"),
      maker.day("passed", "Passed on", usual: today),
      maker.day("since", "In effect from"),
      maker.line("clause", "Number of the clause that is added"),
      maker.select(
        "kind", "What the clause does",
        [
          ("delegate", "Hands the matter to the committee"),
          ("empower", "Lets the body hand it over by resolution"),
          ("exclude", "Keeps the matter for the body"), ("limit", "Limits the sum"),
        ]),
      maker.select("subject", "About", subjectChoices + [("*", "Every matter")]),
      maker.select("committee", "Committee", committeeChoices + [("", "Any committee")]),
      maker.line("pounds", "For a limit: the largest sum in pounds"),
      maker.day("until", "Last day of the clause (optional)"),
      maker.box("text", "What the clause says", rows: 3),
      maker.line("repealed", "Clauses taken away (optional)", hint: "Numbers, with commas between"),
    ]
  }

  private func delegationFields(_ maker: DecisionFieldMaker) -> [Field] {
    [
      maker.select("body", "Body", bodyChoices),
      maker.select("subject", "Matter", subjectChoices + [("*", "Every matter")]),
      maker.select("committee", "Committee", committeeChoices),
    ]
  }
}

/// Makes fields with what was typed, or else what is usual.
struct DecisionFieldMaker {
  let fields: FormFields
  let errors: FormErrors?

  private func value(_ name: String, _ usual: String) -> String {
    fields.has(name) ? fields[name] : usual
  }

  func line(_ name: String, _ label: String, hint: String? = nil) -> Field {
    .line(name, label, value: value(name, ""), hint: hint, error: errors?[name])
  }

  func box(_ name: String, _ label: String, hint: String? = nil, rows: Int = 5) -> Field {
    .box(name, label, value: value(name, ""), hint: hint, error: errors?[name], rows: rows)
  }

  func day(_ name: String, _ label: String, usual: CivilDay? = nil) -> Field {
    .line(name, label, value: value(name, usual?.iso ?? ""), error: errors?[name], type: "date")
  }

  func select(
    _ name: String, _ label: String, _ options: [(value: String, label: String)],
    usual: String = ""
  ) -> Field {
    .select(name, label, options, chosen: value(name, usual), error: errors?[name])
  }

  func radios(_ name: String, _ label: String, _ options: [(value: String, label: String)]) -> Field
  {
    .radios(name, label, options, chosen: value(name, ""), error: errors?[name])
  }
}
