// SPDX-License-Identifier: Apache-2.0

import Engagement

/// The fields in which campaigns are recorded.
enum CampaignFields {
  static func fields(_ typed: FormFields, _ errors: FormErrors) -> [Field] {
    [
      .line("name", "Name", value: typed["name"], error: errors["name"]),
      .line(
        "channel", "Channel", value: typed["channel"],
        hint: "Such as local radio, posters, social media.", error: errors["channel"]),
      .line("starts", "First day", value: typed["starts"], error: errors["starts"], type: "date"),
      .line(
        "ends", "Last day", value: typed["ends"], hint: "Leave empty when it is open.",
        error: errors["ends"], type: "date"),
      .box("aim", "What people should do", value: typed["aim"], error: errors["aim"], rows: 3),
    ]
  }

  static func reach(_ typed: FormFields, _ errors: FormErrors) -> [Field] {
    [
      .line("figure", "Figure", value: typed["figure"], error: errors["figure"], type: "number"),
      .line(
        "counts", "What it counts", value: typed["counts"], hint: "Such as leaflets handed out.",
        error: errors["counts"]),
      .line(
        "said-by", "Who said so", value: typed["said-by"], hint: "An organisation, not a person.",
        error: errors["said-by"]),
    ]
  }

  static func decision(_ typed: FormFields, _ errors: FormErrors) -> [Field] {
    [
      .line(
        "until", "If it goes on longer: new last day", value: typed["until"],
        error: errors["until"], type: "date"),
      .box("reason", "What was decided, and why", value: typed["reason"], error: errors["reason"]),
    ]
  }

  static func campaign(_ typed: FormFields) -> (campaign: PublicityCampaign, errors: FormErrors) {
    var errors = FormErrors()
    for (name, label) in [("name", "The name"), ("channel", "The channel")] {
      errors.require(typed, name, "\(label) is missing.")
      errors.limit(typed, name, to: 120, label)
    }
    if !NewsDates.isDay(typed["starts"]) { errors.add("starts", "Enter a day like 2018-02-14.") }
    if let ends = typed.optional("ends") {
      if !NewsDates.isDay(ends) { errors.add("ends", "Enter a day like 2018-02-14.") }
      if ends < typed["starts"] { errors.add("ends", "The last day is before the first.") }
    }
    errors.require(typed, "aim", "Say what people should do.")
    errors.limit(typed, "aim", to: 1_000, "This")
    let campaign = PublicityCampaign(
      name: typed["name"], channel: typed["channel"], starts: typed["starts"],
      ends: typed.optional("ends"), aim: typed["aim"])
    return (campaign, errors)
  }

  /// What a form of a campaign's page records, or what is wrong with it.
  static func event(
    _ step: String, _ typed: FormFields
  ) throws(PortalProblem) -> (event: CampaignEvent?, errors: FormErrors) {
    var errors = FormErrors()
    let event: CampaignEvent
    switch step {
    case "reach":
      let figure = Int(typed["figure"]) ?? -1
      if figure < 0 { errors.add("figure", "Enter a whole number.") }
      errors.require(typed, "counts", "Say what was counted.")
      errors.limit(typed, "counts", to: 120, "This")
      errors.require(typed, "said-by", "Say who stated it.")
      errors.limit(typed, "said-by", to: 120, "This")
      event = .reachStated(
        ReachStatement(figure: figure, counts: typed["counts"], saidBy: typed["said-by"]))
    case "evaluate":
      errors.require(typed, "evaluation", "Say what was learnt.")
      errors.limit(typed, "evaluation", to: 3_000, "The evaluation")
      event = .evaluated(typed["evaluation"])
    case "decide":
      if let day = typed.optional("until"), !NewsDates.isDay(day) {
        errors.add("until", "Enter a day like 2018-02-14.")
      }
      errors.require(typed, "reason", "Say what was decided, and why.")
      errors.limit(typed, "reason", to: 1_000, "This")
      event = .decided(extendedTo: typed.optional("until"), reason: typed["reason"])
    default: throw .notFound
    }
    return (errors.hasErrors ? nil : event, errors)
  }
}
