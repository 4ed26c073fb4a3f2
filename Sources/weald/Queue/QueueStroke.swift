// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Queueing

/// The stroke capacity model of 2016, exactly.
struct QueueStroke: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stroke",
    abstract: "The stroke capacity model of Monks and others (2016), exactly.",
    discussion: """
      The paper can be read in two ways, which differ in the stay of stroke patients who leave \
      neither for rehabilitation nor with early supported discharge: like those who died (A), or \
      like those without such support (B).
      """)

  enum Scenario: String, ExpressibleByArgument, CaseIterable {
    case current, demand
    case noNeuro = "no-neuro"
    case ringFence = "ring-fence"
  }

  @Option(help: "A or B; both when none is named.")
  var reading: String?
  @Option(help: "current, demand (more of it), no-neuro or ring-fence.")
  var scenario: Scenario = .current
  @Option(parsing: .unconditional, help: "With --scenario demand: more arrivals, in per cent.")
  var more: Double = 5
  @Option(
    parsing: .unconditional,
    help: "Beds of the acute ward only, with --rehabilitation and --shared.")
  var acute: Int?
  @Option(parsing: .unconditional, help: "Beds of rehabilitation only.")
  var rehabilitation: Int?
  @Option(parsing: .unconditional, help: "Beds that both may use.")
  var shared: Int?
  @OptionGroup var options: QueueOptions

  func validate() throws {
    guard reading == nil || StrokeCapacityModel.Reading(rawValue: reading ?? "") != nil else {
      throw ValidationError("--reading is A or B.")
    }
    let given = [acute, rehabilitation, shared].compactMap { $0 }.count
    guard given == 0 || given == 3 else {
      throw ValidationError("Give --acute, --rehabilitation and --shared together.")
    }
  }

  func run() throws {
    try options.write {
      var answer = QueueAnswer()
      for reading in StrokeCapacityModel.Reading.allCases
      where self.reading == nil || self.reading == reading.rawValue {
        try add(reading, to: &answer)
      }
      answer.say("“1 in” is one over the share of arrivals who find no bed, if they go elsewhere.")
      return answer
    }
  }

  private var change: StrokeCapacityModel.Scenario {
    switch scenario {
    case .current: .current
    case .demand: .demand(1 + more / 100)
    case .noNeuro: .noComplexNeurological
    case .ringFence: .ringFenced
    }
  }

  private func add(
    _ reading: StrokeCapacityModel.Reading, to answer: inout QueueAnswer
  ) throws {
    let model = try StrokeCapacityModel(reading: reading, scenario: change)
    let name = reading.rawValue
    answer.add(
      "acuteLoad\(name)", "Mean number of acute people, \(name)", model.acute.load, .number)
    answer.add(
      "rehabilitationLoad\(name)", "Mean number in rehabilitation, \(name)",
      model.rehabilitation.load, .number)
    if let acute, let rehabilitation, let shared {
      let wards = try model.wards(acute: acute, rehabilitation: rehabilitation, shared: shared)
      let (away, full) = (wards.shareTurnedAway, wards.shareOfTimeFull)
      answer.add("acuteDelay\(name)", "Acute: share turned away, \(name)", away.first, .share)
      answer.add(
        "rehabilitationDelay\(name)", "Rehabilitation: share turned away, \(name)", away.second,
        .share)
      answer.add(
        "acuteFull\(name)", "Acute: share of time full, nobody turned away, \(name)", full.first,
        .share)
      answer.add(
        "rehabilitationFull\(name)",
        "Rehabilitation: share of time full, nobody turned away, \(name)",
        full.second, .share)
      return
    }
    let pooled = try model.pooled()
    for (key, label, ward, beds) in [
      ("acute", "acute", model.acute, 9...15),
      ("rehabilitation", "rehabilitation", model.rehabilitation, 10...16),
      ("pooled", "both in one pool", pooled, 20...26),
    ] {
      answer.table(
        key + name,
        [
          ("beds", "beds (\(label), \(name))", .count), ("delay", "delay", .share),
          ("oneIn", "1 in", .number),
        ],
        try beds.map { beds in
          let delay = try ward.delay(beds: beds)
          return [Double(beds), delay, 1 / delay]
        })
    }
  }
}
