// SPDX-License-Identifier: Apache-2.0

import Foundation
public import PatientFlow
import PlanPackage

/// What somebody else needs to repeat a study or to check it: parameters, network, results, the events
/// of a day, and the report.
public enum ReplicationBundle {
  /// A file of the bundle.
  public struct File: Hashable, Sendable {
    /// Its name within the folder.
    public let name: String
    /// What is in it.
    public let bytes: [UInt8]

    init(_ name: String, _ text: String) {
      self.name = name
      bytes = Array(text.utf8)
    }
  }

  /// The files of a study, in a fixed order.
  /// - Throws: `FlowProblems` when the network cannot be run.
  public static func files(_ study: FlowStudy) throws(FlowProblems) -> [File] {
    let day = try FlowDay.replay(
      study.model, seed: study.seed, day: middleDay(of: study.model))
    return [
      File("README.md", readme(study, day)),
      File("STRESS-DES.md", StressReport.markdown(study)),
      File("events.csv", events(day, of: study.model.network)),
      File("network.json", network(study.model)),
      File("parameters.csv", parameters(study.model)),
      File("results.csv", results(study)),
    ]
  }

  /// The day in the middle of the days that are counted.
  public static func middleDay(of model: FlowModel) -> Int {
    max(Int(model.horizon.length / 2) - 1, 0)
  }

  /// The parameters as CSV, each with its basis and where it stands.
  public static func parameters(_ model: FlowModel) -> String {
    lines(
      ["name", "value", "basis", "source", "note", "place"],
      model.parameters.map { [$0.name, $0.value, $0.basis, $0.source, $0.note, $0.place] })
  }

  /// The results of every replication as CSV: one line for each unit and measure.
  public static func results(_ study: FlowStudy) -> String {
    let units = study.model.network.units
    var rows: [[String]] = []
    for (index, result) in study.results.enumerated() {
      for (unit, found) in zip(units, result.units) {
        for (name, value) in measures(found) {
          rows.append(["\(index + 1)", unit.id, name, FlowNumber.rounded(value, 6)])
        }
      }
    }
    return lines(["replication", "unit", "measure", "value"], rows)
  }

  private static func measures(_ found: UnitResult) -> [(String, Double)] {
    [
      ("occupied", found.meanOccupied), ("needed", found.meanNeeded),
      ("blocked", found.meanBlocked), ("transition", found.meanTransition),
      ("staffed", found.meanStaffed), ("queue", found.meanQueue),
      ("waiting-elsewhere", found.meanWaitingElsewhere), ("visits", found.meanVisits),
      ("arrivals", Double(found.arrivals)), ("found-full", Double(found.foundFull)),
      ("admissions", Double(found.admissions)), ("turned-away", Double(found.turnedAway)),
      ("reneged", Double(found.reneged)), ("cancelled", Double(found.cancelled)),
      ("days-waited", found.daysWaited),
    ]
  }

  /// The events of a day as CSV.
  public static func events(_ day: FlowDay, of network: FlowNetwork) -> String {
    func unit(_ place: Int?) -> String {
      place.flatMap { network.units.indices.contains($0) ? network.units[$0].id : nil } ?? ""
    }
    let rows = day.events.map { event in
      [
        FlowNumber.rounded(event.time, 6), event.kind.rawValue, "\(event.patient)",
        network.classes.indices.contains(event.patientClass)
          ? network.classes[event.patientClass].id : "",
        unit(event.unit), unit(event.next),
      ]
    }
    return lines(["day", "event", "patient", "class", "unit", "next"], rows)
  }

  private static func lines(_ header: [String], _ rows: [[String]]) -> String {
    ([header] + rows).map { CSVRecords.line($0) }.joined()
  }

  private static func readme(_ study: FlowStudy, _ day: FlowDay) -> String {
    let model = study.model
    let variant = model.variant.map { " --scenario \($0.id)" } ?? ""
    let days = "what happened on day \(day.day + 1) of the days that are counted, replication 1"
    return """
      # \(model.title)

      \(model.question)

      The verdict comes first: \(study.verdict.words)

      | file | what is in it |
      |---|---|
      | STRESS-DES.md | the report that the checklist STRESS-DES asks for, all 20 items |
      | parameters.csv | every parameter with its basis, its source and where it stands in the plan |
      | network.json | the network as the simulator reads it |
      | results.csv | every measure of every unit in each of \(study.results.count) replications |
      | events.csv | \(days) |

      `weald simulate PLAN \(model.id)\(variant) --replications \(study.results.count) --seed \
      \(study.seed)` gives the same results on any machine, with any number of threads.

      Times are in days from the start of the run; \(FlowWords.days(model.horizon.warmUp)) are run \
      first and not counted. Patients are made up by the simulator: nobody is described here.

      """
  }
}
