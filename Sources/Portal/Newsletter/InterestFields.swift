// SPDX-License-Identifier: Apache-2.0

import Engagement

/// The fields in which somebody says what they want to hear of, with nothing ticked for them.
struct InterestFields {
  let services: Services
  let typed: FormFields

  var fields: [Field] {
    var fields: [Field] = []
    if !services.plan.workstreams.isEmpty {
      fields.append(
        .checkboxes(
          "workstreams", "What do you want to hear about?", services.workstreamChoices,
          chosen: typed.all("workstreams"), hint: "Tick none to hear about everything."))
    }
    if !services.plan.areas.isEmpty {
      fields.append(
        .checkboxes(
          "areas", "Which areas?", services.plan.areas.map { ($0.id, $0.name) },
          chosen: typed.all("areas"), hint: "Tick none to hear about everywhere."))
    }
    return fields
  }

  /// How involved somebody wants to be; the choice of no membership comes first.
  var membership: [Field] {
    let choices = [("", "No membership, just the newsletter")]
    return [
      .radios(
        "involvement", "How involved do you want to be?",
        choices + Involvement.allCases.map { ($0.rawValue, $0.label) },
        chosen: typed["involvement"], hint: "You can change this at any time."),
      .checkboxes(
        "topics", "If you are a member: topics you may help with", services.workstreamChoices,
        chosen: typed.all("topics")),
    ]
  }

  var workstreams: [String] { known(typed.all("workstreams"), services.plan.workstreams.map(\.id)) }
  var areas: [String] { known(typed.all("areas"), services.plan.areas.map(\.id)) }
  var chosenMembership: Membership? {
    Involvement(rawValue: typed["involvement"]).map {
      Membership(
        involvement: $0, topics: known(typed.all("topics"), services.plan.workstreams.map(\.id)))
    }
  }

  private func known(_ chosen: [String], _ ids: [String]) -> [String] {
    ids.filter(chosen.contains)
  }

  /// What a subscriber wants now, as if it had just been typed.
  static func values(_ subscriber: Subscriber) -> FormFields {
    FormFields(
      subscriber.workstreams.map { ("workstreams", $0) } + subscriber.areas.map { ("areas", $0) }
        + [("involvement", subscriber.membership?.involvement.rawValue ?? "")]
        + (subscriber.membership?.topics ?? []).map { ("topics", $0) })
  }
}
