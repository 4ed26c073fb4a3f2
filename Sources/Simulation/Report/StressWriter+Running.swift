// SPDX-License-Identifier: Apache-2.0

import Assessment
import PatientFlow

// MARK: - 3. Data

extension StressWriter {
  var data: [StressReport.Item] {
    let sources = Set(model.parameters.map(\.source)).filter { !$0.isEmpty }.sorted()
    let assumed = model.parameters.filter { $0.basis != "published" }
    return [
      .init(
        "3.1", "Data sources",
        sources.isEmpty
          ? ["No parameter has a published source; item 3.4 says why."]
          : [
            "Sources are named by their ids in the plan, which has each one with its address.",
            sources.joined(separator: ", ") + ".",
          ]),
      .init(
        "3.2", "Pre-processing",
        [
          "Values stand in the tables of the plan as published or assumed; what was worked out from "
            + "published values says so in its note. Distributions are fitted from the mean and the "
            + "standard deviation, or the mean and the median, as the table gives them."
        ]),
      .init(
        "3.3", "Input parameters",
        ["Every parameter, with its basis and the file and row that it comes from."],
        table: parameters(model.parameters, "Parameters")),
      .init(
        "3.4", "Assumptions",
        assumed.isEmpty
          ? ["Every parameter is published as it is used. " + notes]
          : ["These parameters are not published as they are used. " + notes],
        table: parameters(assumed, "What is assumed, derived, estimated or made up")),
    ]
  }

  private var notes: String {
    ([model.limits] + model.notes).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func parameters(
    _ parameters: [FlowParameter], _ caption: String
  ) -> StressReport.Table {
    .init(
      caption: caption, columns: ["What", "Value", "Basis", "Source", "Note", "Where it stands"],
      rows: parameters.map { [$0.name, $0.value, $0.basis, $0.source, $0.note, $0.place] })
  }
}

// MARK: - 4. Experimentation

extension StressWriter {
  /// Whether the question has an end.
  private var span: String {
    guard model.kind == .steady else {
      return "The question is about a span with a known start and a known end."
    }
    return "The question is about the long run. The verdict on whether the run is long enough: "
      + study.verdict.words
  }

  var experimentation: [StressReport.Item] {
    let horizon = model.horizon
    return [
      .init("4.1", "Initialisation", initialisation, table: census),
      .init(
        "4.2", "Run length",
        [
          "\(FlowWords.days(horizon.length)) are counted in each replication"
            + (model.firstDay.isEmpty
              ? "." : ", the first day of the run being \(model.firstDay)."),
          span,
          "Beds are counted once a day, \(FlowWords.clock(horizon.auditTime)).",
        ]),
      .init(
        "4.3", "Estimation approach",
        [
          "\(study.results.count) independent replications, seed \(study.seed). A figure is the mean "
            + "over replications with a 95% interval by Student’s t over replications, never over "
            + "patients.",
          "Differences between variants are worked out replication by replication with the same luck, "
            + "and their intervals are paired.",
          "The command adds replications until the half-width is within "
            + "\(FlowNumber.rounded(model.precision * 100))% of the mean, and stops at "
            + "\(model.mostReplications) (Hoad, Robinson and Davies, 2010)"
            + (model.deciding.isEmpty
              ? "." : ", for \(model.deciding.map(\.description).joined(separator: ", "))."),
        ]),
    ]
  }

  private var initialisation: [String] {
    let horizon = model.horizon
    let warmUp =
      horizon.warmUp > 0
      ? "The first \(FlowWords.days(horizon.warmUp)) are run and not counted."
      : "Everything is counted from the first moment."
    let start =
      network.census.isEmpty
      ? "The system starts empty." : "The system starts with the people of a census."
    return [start, warmUp]
  }

  private var census: StressReport.Table {
    .init(
      caption: "People there at the start", columns: ["Class", "Where", "Waiting for", "People"],
      rows: network.census.map { entry in
        [
          FlowWords.name(network.classes, entry.patientClass),
          entry.unit == nil ? "outside" : FlowWords.name(network.units, entry.unit),
          entry.waitingFor == nil ? "nothing" : FlowWords.name(network.units, entry.waitingFor),
          "\(entry.people)",
        ]
      })
  }
}

// MARK: - 5. Implementation, 6. Code access

extension StressWriter {
  var implementation: [StressReport.Item] {
    [
      .init(
        "5.1", "Software or programming language",
        ["Weald \(WealdVersion.current), written in Swift 6.3. The simulator is its own."]),
      .init(
        "5.2", "Random sampling",
        [
          "Streams of the counter-based generator Philox (Salmon and others, 2011), one for each "
            + "purpose: a number depends on the seed, the replication, the stream of arrivals, the "
            + "number of the patient and what it is for, and on nothing else. Seed: \(study.seed).",
          "No number is shared between purposes, so that a change to one part of the model leaves the "
            + "luck of the others as it was.",
        ]),
      .init(
        "5.3", "Model execution",
        [
          "Event by event, not in steps of time. `weald simulate PLAN \(model.id)"
            + "\(model.variant.map { " --scenario \($0.id)" } ?? "") --replications "
            + "\(study.results.count) --seed \(study.seed)` gives these figures.",
          "They are the same bytes for any number of threads and any split into parts.",
        ]),
      .init(
        "5.4", "System specification",
        [
          "Any 64-bit Linux machine on which Weald runs. \(events) were handled in all; memory does "
            + "not depend on the length of a run."
        ]),
    ]
  }

  private var events: String {
    FlowNumber.count(study.results.reduce(0) { $0 + $1.events }, "event", "events")
  }

  var access: [StressReport.Item] {
    [
      .init(
        "6.1", "Computer model sharing statement",
        [
          "Weald is open source under the Apache License 2.0. The model is the tables of the plan, "
            + "which name their own licence. The replication bundle has the parameters, the network, "
            + "the results of every replication and the events of one day."
        ])
    ]
  }
}

extension FlowWords {
  /// A share of a day as a time: "at 08:00".
  public static func clock(_ share: Double) -> String {
    let minutes = Int((share * 1_440).rounded()) % 1_440
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return minutes == 0 ? "at midnight" : "at \(two(minutes / 60)):\(two(minutes % 60))"
  }
}
