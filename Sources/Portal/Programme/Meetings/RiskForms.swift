// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Programme

/// Forms of risks, assumptions, issues and dependencies.
struct RiskForms {
  private let forms: MeetingsForms
  private let desk: RiskDesk

  init(_ forms: MeetingsForms) {
    self.forms = forms
    desk = RiskDesk(forms.ledger, plan: forms.plan, clock: forms.clock)
  }

  func form(_ id: String?, _ name: String) throws -> MeetingsForm? {
    guard let id else { return name == "new" ? raise() : nil }
    guard let risk = try desk.state()[id] else { return nil }
    let lead = forms.record.texts[risk.raised.value.text]
    switch name {
    case "score": return score(id, lead)
    case "measure": return measure(id, lead)
    case "measure-done": return measureDone(id, lead, risk)
    case "review": return review(id, lead)
    case "owner":
      return forms.make(
        "risks", id, name, "Another owner", lead: lead,
        fields: { [forms] in [$0.select("owner", "Owner", forms.owners)] }
      ) { [desk] in
        try await desk.reassign(id, to: RecordOwner(key: $0["owner"]), by: $1, token: $2)
      }
    case "escalate": return escalate(id, lead)
    case "happened": return happened(id, lead)
    default: return reasoned(id, name, lead)
    }
  }

  private func reasoned(_ id: String, _ name: String, _ lead: String) -> MeetingsForm? {
    let fields = { (typed: TypedForm) in [typed.box("reason", "Why?")] }
    switch name {
    case "give-back":
      return forms.make(
        "risks", id, name, "Give it back to its owner", lead: lead, fields: fields
      ) { [desk] in try await desk.giveBack(id, reason: $0["reason"], by: $1, token: $2) }
    case "close":
      return forms.make(
        "risks", id, name, "Close it", lead: lead, button: "Close it", fields: fields
      ) { [desk] in try await desk.close(id, reason: $0["reason"], by: $1, token: $2) }
    case "reopen":
      return forms.make(
        "risks", id, name, "Open it again", lead: lead, button: "Open it again", fields: fields
      ) { [desk] in try await desk.reopen(id, reason: $0["reason"], by: $1, token: $2) }
    default: return nil
    }
  }

  private static func options(_ words: [String]) -> [(value: String, label: String)] {
    words.enumerated().map { ("\($0.offset + 1)", $0.element) }
  }

  private static func score(_ typed: FormFields) throws(EventRefusal) -> RiskScore {
    guard let consequence = Int(typed["consequence"]), let likelihood = Int(typed["likelihood"]),
      let score = RiskScore(consequence: consequence, likelihood: likelihood)
    else {
      throw .faults([FieldFault("consequence", "Choose a consequence and a likelihood.")])
    }
    return score
  }

  private static func scoreFields(_ typed: TypedForm) -> [Field] {
    [
      typed.select("consequence", "How bad would it be?", options(RiskScore.consequences)),
      typed.select("likelihood", "How likely is it?", options(RiskScore.likelihoods)),
    ]
  }

  private func raise() -> MeetingsForm {
    let assumptions = [("", "None")] + forms.plan.assumptions.map { ($0.id, $0.name) }
    return forms.make(
      "risks", nil, "new", "Add to the register",
      fields: { [forms] typed in
        [
          typed.select("kind", "What is it?", RiskKind.allCases.map { ($0.rawValue, $0.label) }),
          typed.box(
            "text", "What might happen, or has?", hint: "One sentence. Name nobody.", rows: 2),
          typed.select("owner", "Who answers for it?", forms.owners),
          typed.select("workstream", "Which workstream is it about?", forms.workstreams),
          typed.select("assumption", "On which assumption does it bear?", assumptions),
        ] + Self.scoreFields(typed) + [typed.date("review", "Look at it again by")]
      }
    ) { [desk] typed, author, token in
      var proposal = RiskProposal(
        kind: try typed.choice("kind"), text: typed["text"],
        owner: RecordOwner(key: typed["owner"]), inherent: try Self.score(typed),
        reviewBy: try typed.demandedDay("review"))
      proposal.workstream = typed.text("workstream")
      proposal.assumption = typed.text("assumption")
      try await desk.raise(proposal, by: author, token: token)
    }
  }

  private func score(_ id: String, _ lead: String) -> MeetingsForm {
    forms.make(
      "risks", id, "score", "Score it", lead: lead,
      fields: { typed in
        [
          typed.select(
            "stage", "Which score?", RiskStage.allCases.map { ($0.rawValue, $0.label) },
            usual: RiskStage.residual.rawValue)
        ] + Self.scoreFields(typed) + [typed.box("reason", "Why?", rows: 2)]
      }
    ) { [desk] in
      try await desk.score(
        id, $0.choice("stage"), Self.score($0), reason: $0["reason"], by: $1, token: $2)
    }
  }

  private func measure(_ id: String, _ lead: String) -> MeetingsForm {
    forms.make(
      "risks", id, "measure", "Do something about it", lead: lead,
      fields: { [forms] in
        [
          $0.box("text", "What is done about it?", rows: 2),
          $0.select("owner", "Who does it?", forms.owners), $0.date("by", "By when? (optional)"),
        ]
      }
    ) { [desk] in
      try await desk.mitigate(
        id, text: $0["text"], owner: RecordOwner(key: $0["owner"]), by: $0.possibleDay("by"),
        author: $1, token: $2)
    }
  }

  private func measureDone(_ id: String, _ lead: String, _ risk: RiskRecord) -> MeetingsForm {
    let texts = forms.record.texts
    let open = risk.mitigations.filter { $0.done == nil }.map(\.mitigation)
    return forms.make(
      "risks", id, "measure-done", "A measure is done", lead: lead,
      fields: {
        [
          $0.select("measure", "Measure", open.map { ($0.id, texts[$0.text]) }),
          $0.date("on", "Done on"),
        ]
      }
    ) { [desk] in
      try await desk.finish(
        id, mitigation: $0["measure"], on: $0.demandedDay("on"), by: $1, token: $2)
    }
  }

  private func review(_ id: String, _ lead: String) -> MeetingsForm {
    forms.make(
      "risks", id, "review", "It was looked at", lead: lead,
      fields: {
        [$0.date("next", "Look at it again by"), $0.box("reason", "Anything to note (optional)")]
      }
    ) { [desk] in
      try await desk.review(
        id, next: $0.demandedDay("next"), note: $0["reason"], by: $1, token: $2)
    }
  }

  private func escalate(_ id: String, _ lead: String) -> MeetingsForm {
    let bodies = forms.plan.bodies.map { (value: $0.id, label: $0.name) }
    return forms.make(
      "risks", id, "escalate", "Bring it before a body", lead: lead,
      fields: {
        [
          $0.select("body", "Which body?", bodies),
          $0.box("reason", "Why does the body have to look at it?", rows: 2),
        ]
      }
    ) { [desk] in
      try await desk.escalate(
        id, to: $0["body"], reason: $0["reason"], by: $1, token: $2)
    }
  }

  private func happened(_ id: String, _ lead: String) -> MeetingsForm {
    forms.make(
      "risks", id, "happened", "It happened", lead: lead,
      fields: { [$0.date("on", "On which day?"), $0.box("reason", "What happened?", rows: 2)] }
    ) { [desk] in
      try await desk.occur(
        id, on: $0.demandedDay("on"), note: $0["reason"], by: $1, token: $2)
    }
  }
}
