// SPDX-License-Identifier: Apache-2.0

import Foundation
public import PlanPackage
import Sampling

/// Parts of an ensemble, read from their folders.
public struct ShardMerge: Sendable {
  /// What all parts share.
  public let stamp: ProjectionStamp
  private let folders: [String]

  private struct Manifest: Decodable {
    let weald: ProjectionStamp
  }

  /// Reads what the parts say of themselves and checks that they belong together.
  ///
  /// - Throws: `PlanError` that names folders which are no part, differ, are missing or are there twice.
  public init(folders: [String]) throws(PlanError) {
    var violations = ViolationList()
    var stamps: [(folder: String, stamp: ProjectionStamp)] = []
    for folder in folders {
      guard let data = FileManager.default.contents(atPath: folder + "/datapackage.json"),
        let manifest = try? JSONDecoder().decode(Manifest.self, from: data),
        let shard = manifest.weald.shard, shard.count >= 1, (1...shard.count).contains(shard.index)
      else {
        violations.add(
          folder, nil, nil, found: "no part of an ensemble",
          expected: "a folder that weald project --shard i/n --out wrote",
          advice: "Check the folder.")
        continue
      }
      stamps.append((folder, manifest.weald))
    }
    guard let first = stamps.first else {
      violations.add("--merge", nil, nil, found: "no folder", expected: "one folder for each part")
      throw PlanError(violations.all)
    }
    for other in stamps.dropFirst() {
      for difference in other.stamp.differences(from: first.stamp) {
        violations.add(
          other.folder, nil, nil, found: difference + " of \(first.folder)",
          expected: "parts of one ensemble",
          advice: "Make the part again, with the plan, seed and runs of the others.")
      }
    }
    let count = first.stamp.shard?.count ?? 0
    let indices = stamps.compactMap { $0.stamp.shard?.index }
    for index in 1...max(count, 1) {
      let times = indices.filter { $0 == index }.count
      guard times != 1 else { continue }
      violations.add(
        "--merge", nil, nil,
        found: times == 0 ? "part \(index) of \(count) missing" : "part \(index) \(times) times",
        expected: "each of \(count) parts once",
        advice: times == 0
          ? "Make it with --shard \(index)/\(count)." : "Give each folder once.")
    }
    guard violations.all.isEmpty else { throw PlanError(violations.all) }
    var whole = first.stamp
    whole.shard = nil
    stamp = whole
    self.folders = stamps.sorted {
      ($0.stamp.shard?.index ?? 0) < ($1.stamp.shard?.index ?? 0)
    }.map(\.folder)
  }

  /// Puts the parts together, byte for byte what one run of the whole would give.
  ///
  /// - Throws: `PlanError` when the plan is not that of the parts, or a file was changed.
  public func package(_ model: ProjectionModel) throws(PlanError) -> ProjectionPackage {
    var request = ProjectionPackage.Request(runs: stamp.runs)
    request.seed = stamp.seed
    request.measures = stamp.measures
    let own = ProjectionPackage.stamp(model, request, stamp.seed)
    let differences = own.differences(from: stamp)
    guard differences.isEmpty else {
      throw PlanError(
        differences.map {
          Violation(
            file: model.plan.metadata.id, found: $0 + " of the parts",
            expected: "the plan that the parts were made of",
            advice: "Give the same plan, scenario and version, or make the parts again.")
        })
    }
    do {
      return try assemble(model)
    } catch let error as PlanError {
      throw error
    } catch {
      throw PlanError([
        Violation(
          file: "--merge", found: "\(error)", expected: "parts that can be put together",
          advice: "Make them again.")
      ])
    }
  }

  private func assemble(_ model: ProjectionModel) throws -> ProjectionPackage {
    let explained = ProjectionPackage.explained(model, stamp.measures)
    let years = Array(model.years.dropFirst())
    let chance = try model.chance(seed: stamp.seed, LabSettings())
    var sums = AttributionSums(empty: model, measures: explained, years: years)
    var figures = ShardFigures(model, runs: stamp.runs, stamp.measures)
    for (index, folder) in folders.enumerated() {
      guard let shard = Shard(index: index + 1, count: folders.count) else {
        continue
      }
      let runs = shard.runs(of: stamp.runs)
      try figures.read(folder + "/runs.csv", runs: index == 0 ? 0..<runs.upperBound : runs)
      try sums.read(folder + "/attribution_sums.csv", runs: runs.count)
    }
    let ensemble = Ensemble(
      model: model, runs: 1..<(stamp.runs + 1), seed: stamp.seed, settings: LabSettings(),
      figures: figures.figures, draws: (0...stamp.runs).map { chance.sampler.draw(run: $0) },
      variants: (0...stamp.runs).map { chance.variant.choice(run: $0) })
    return ProjectionPackage(model, ensemble, sums, stamp)
  }
}

/// The figures of runs read back from the files of parts.
private struct ShardFigures {
  private(set) var figures: [Double]
  private let measures: [ProjectionMeasure]
  private let places: [Int]
  private let years: [Int]
  private let width: Int

  init(_ model: ProjectionModel, runs: Int, _ asked: [String]) {
    years = model.years
    width = model.measures.count * 2 * years.count
    figures = [Double](repeating: 0, count: (runs + 1) * width)
    places = model.measures.indices.filter {
      asked.isEmpty || asked.contains(model.measures[$0].id)
    }.sorted { first, second in
      guard !asked.isEmpty else { return first < second }
      return (asked.firstIndex(of: model.measures[first].id) ?? 0)
        < (asked.firstIndex(of: model.measures[second].id) ?? 0)
    }
    measures = places.map { model.measures[$0] }
  }

  /// Reads rows that have to be there in this order and no other.
  mutating func read(_ path: String, runs: Range<Int>) throws {
    let rows = try ShardRows(path)
    var row = 1
    for run in runs {
      for (index, measure) in measures.enumerated() {
        for (offset, year) in years.enumerated() {
          let cells = try rows.cells(row, count: 5)
          guard cells[0] == "\(run)", cells[1] == measure.id, cells[2] == "\(year)",
            let doNothing = Double(cells[3]), let withPlan = Double(cells[4])
          else {
            throw rows.wrong(row, "run \(run) of \(measure.id) in \(year)")
          }
          let start = run * width + places[index] * 2 * years.count + offset
          figures[start] = doNothing
          figures[start + years.count] = withPlan
          row += 1
        }
      }
    }
    guard rows.count == row else { throw rows.wrong(row, "the end of the file") }
  }
}

extension AttributionSums {
  fileprivate mutating func read(_ path: String, runs: Int) throws {
    let rows = try ShardRows(path)
    var row = 1
    var found: [Sums] = []
    let items = ["=base", "=do_nothing", "=with_plan"] + causes.causes.map(\.id)
    for measure in measures {
      for year in years {
        let values = try items.map { item in
          let cells = try rows.cells(row, count: 4)
          guard cells[0] == measure.id, cells[1] == "\(year)", cells[2] == item,
            let value = Int(cells[3])
          else { throw rows.wrong(row, "\(item) of \(measure.id) in \(year)") }
          row += 1
          return value
        }
        found.append(
          Sums(
            base: values[0], doNothing: values[1], withPlan: values[2],
            parts: Array(values.dropFirst(3))))
      }
    }
    guard rows.count == row else { throw rows.wrong(row, "the end of the file") }
    add(found, runs: runs)
  }
}

/// The rows of a file that Weald wrote: cells without quotation marks.
private struct ShardRows {
  let path: String
  private let lines: [Substring.UTF8View]

  init(_ path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PlanError([
        Violation(
          file: path, found: "no such file", expected: "a file of a part",
          advice: "Make the part again.")
      ])
    }
    self.path = path
    lines = String(decoding: data, as: UTF8.self).utf8.split(separator: UInt8(ascii: "\n"))
  }

  /// How many lines there are, the header among them.
  var count: Int { lines.count }

  func cells(_ row: Int, count: Int) throws -> [String] {
    guard row < lines.count else { throw wrong(row, "another row") }
    let cells = lines[row].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard cells.count == count else { throw wrong(row, "\(count) cells") }
    return cells.map { String(Substring($0)) }
  }

  func wrong(_ row: Int, _ expected: String) -> PlanError {
    PlanError([
      Violation(
        file: path, row: row + 1,
        found: row < lines.count ? "“\(String(Substring(lines[row])))”" : "the end of the file",
        expected: expected, advice: "The file was changed or cut short: make the part again.")
    ])
  }
}
