// SPDX-License-Identifier: Apache-2.0

import PatientFlow

// MARK: - 1. Objectives

extension StressWriter {
  var objectives: [StressReport.Item] {
    let scenarios =
      model.variants.isEmpty
      ? "The model is run as it stands; the plan describes no variants of it."
      : "The model is run as it stands and with each of the variants below, with the same luck, so "
        + "that a difference is that of the variant."
    return [
      .init(
        "1.1", "Purpose of the model",
        [model.question, model.overview] + [variantWords].compactMap { $0 }),
      .init(
        "1.2", "Model outputs",
        ["For each unit, over the days that are counted. Each definition has its own name."],
        table: outputs),
      .init("1.3", "Experimentation aims", [scenarios], table: variants),
    ]
  }

  private var variantWords: String? {
    model.variant.map { "This report is of the variant “\($0.title)”: \($0.reason)" }
  }

  private var outputs: StressReport.Table {
    let used = FlowMeasure.Quantity.allCases.filter { quantity in
      study.measures.contains { $0.measure.quantity == quantity }
    }
    return .init(
      caption: "What is measured", columns: ["Name", "In plain English", "Definition", "Unit"],
      rows: (used.isEmpty ? FlowMeasure.Quantity.allCases : used).map {
        [$0.rawValue, $0.title, $0.definition, $0.unit]
      })
  }

  private var variants: StressReport.Table {
    .init(
      caption: "Variants", columns: ["Id", "Name", "Why somebody would ask"],
      rows: model.variants.map { [$0.id, $0.title, $0.reason] })
  }
}

// MARK: - 2. Logic

extension StressWriter {
  var logic: [StressReport.Item] {
    [
      .init(
        "2.1", "Base model overview diagram",
        [
          "The page of the model draws the network. The table lists every way that people take, "
            + "with how many the rates send along it in a day; a unit that cannot keep up sends on "
            + "what it completes."
        ], table: ways),
      .init("2.2", "Base model logic", baseLogic),
      .init("2.3", "Scenario logic", [scenarioLogic], table: variants),
      .init("2.4", "Algorithms", algorithms),
    ] + components
  }

  private var ways: StressReport.Table {
    .init(
      caption: "Ways between units", columns: ["From", "To", "People a day"],
      rows: FlowWays(network, model.horizon).all.map { way in
        [
          way.from == nil ? "outside" : FlowWords.name(network.units, way.from),
          FlowWords.name(network.units, way.to), FlowNumber.rounded(way.perDay, 3),
        ]
      })
  }

  private var baseLogic: [String] {
    [
      model.overview,
      "Patients come from outside to a unit. One who finds a bed that the class may use takes it; "
        + "what happens otherwise is said for each unit under 2.5.4.",
      "How long care is needed and where the patient goes next are settled on admission. When care "
        + "is no longer needed and the next unit is full, the patient keeps the bed and is counted "
        + "as held up until the next unit has room (blocking after service).",
      "A way on may take time for papers, equipment or transport. The patient keeps the bed "
        + "meanwhile and is counted as in transition.",
    ]
  }

  private var scenarioLogic: String {
    model.variants.isEmpty
      ? "There are no variants. Another one is a row of the plan that changes named values."
      : "A variant changes named values of the tables and nothing else. Patient number k of a stream "
        + "has the same luck in every variant."
  }

  private var algorithms: [String] {
    [
      "Events are handled in the order of their times, from a heap. Of two at the same time, the "
        + "one that was put in first comes first.",
      "Numbers of arrivals follow a Poisson process, thinned where the rate differs by hour, weekday "
        + "or day (Lewis and Shedler, 1979).",
      "People who are there at the start have part of their stay behind them: what is left is drawn "
        + "from the equilibrium of the stay, in which long stays are met more often.",
    ]
  }

  private var components: [StressReport.Item] {
    [
      .init(
        "2.5.1", "Components: entities", ["Patients, each of one of these classes."],
        table: entities),
      .init(
        "2.5.2", "Components: activities",
        ["Care at a unit, by class and, where it matters, by where the patient goes next."],
        table: activities),
      .init(
        "2.5.3", "Components: resources", ["Beds and visits, as staffed."], table: resources),
      .init(
        "2.5.4", "Components: queues", ["One queue for each unit that can be full."],
        table: queues),
      .init(
        "2.5.5", "Components: entry and exit points",
        ["Where patients come in, how many a day on average, and where they leave."],
        table: entries),
    ]
  }

  private var entities: StressReport.Table {
    .init(
      caption: "Classes of patient", columns: ["Class", "Priority", "Patience and limits"],
      rows: network.classes.map { found in
        var limits: [String] = []
        if let patience = found.patience {
          limits.append("gives up waiting after a time: \(FlowWords.stay(patience))")
        }
        if let queue = found.balksAtQueue { limits.append("does not join a queue of \(queue)") }
        if let rule = found.cancellation {
          limits.append("called off when \(rule.freeBedsAtMost) beds or fewer are free")
        }
        return [
          found.name, "\(found.priority)",
          limits.isEmpty ? "waits for as long as it takes" : limits.joined(separator: "; "),
        ]
      })
  }

  private var activities: StressReport.Table {
    .init(
      caption: "Stays and ways on",
      columns: ["Unit", "Class", "Goes on to", "Share, %", "Stay", "Arrangements"],
      rows: network.journeys.flatMap { journey in
        journey.routes.map { route in
          let way =
            route.unit == nil && !route.name.isEmpty
            ? route.name : FlowWords.name(network.units, route.unit)
          let becomes = route.becomes.map { ", as \(FlowWords.name(network.classes, $0))" } ?? ""
          return [
            FlowWords.name(network.units, journey.unit),
            FlowWords.name(network.classes, journey.patientClass), way + becomes,
            FlowNumber.rounded(route.chance * 100, 3), FlowWords.stay(route.stay ?? journey.stay),
            route.transition.map(FlowWords.stay) ?? "none",
          ]
        }
      })
  }

  private var resources: StressReport.Table {
    .init(
      caption: "Units", columns: ["Unit", "How much", "Changes and who may use it"],
      rows: network.units.map { unit in
        let changes = FlowWords.calendar(unit, classes: network.classes)
        return [
          unit.name, FlowWords.capacity(unit),
          changes.isEmpty ? "always the same, for everybody" : changes.joined(separator: " "),
        ]
      })
  }

  private var queues: StressReport.Table {
    .init(
      caption: "Queues", columns: ["Unit", "Who is next", "When full"],
      rows: network.units.map { unit in
        if case .unlimited = unit.kind { return [unit.name, "nobody waits", "never full"] }
        return [unit.name, FlowWords.order(unit), FlowWords.whenFull(unit)]
      })
  }

  private var entries: StressReport.Table {
    let ends = FlowWays(network, model.horizon).all.filter { $0.to == nil }
    let profiles = network.arrivals.map { stream in
      [
        "in", FlowWords.name(network.units, stream.unit),
        FlowWords.name(network.classes, stream.patientClass), FlowNumber.rounded(stream.perDay, 3),
        profile(stream.profile),
      ]
    }
    return .init(
      caption: "Ways in and out",
      columns: ["In or out", "Unit", "Class", "People a day", "How it differs"],
      rows: profiles
        + ends.map { way in
          [
            "out", FlowWords.name(network.units, way.from), "all",
            FlowNumber.rounded(way.perDay, 3),
            "follows from the rest",
          ]
        })
  }

  private func profile(_ profile: ArrivalProfile) -> String {
    let parts = [
      (profile.hours, "hour of the day"), (profile.weekdays, "day of the week"),
      (profile.days, "day of the run"),
    ].filter { !$0.0.isEmpty }.map(\.1)
    return parts.isEmpty ? "always the same rate" : "by \(parts.joined(separator: " and "))"
  }
}
