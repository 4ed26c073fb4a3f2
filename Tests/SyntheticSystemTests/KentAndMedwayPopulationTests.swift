// SPDX-License-Identifier: Apache-2.0

import Foundation
import SyntheticSystem
import TestKit
import Testing

/// The population of the Kent and Medway plan, made again from the published estimates.
@Suite struct KentAndMedwayPopulationTests {
  /// The variants of the plan: the change after 2019 below the age of 65 goes on whole, by half, or
  /// by half as much again.
  private static let variants: [(id: String, kept: Double)] = [
    ("recent-trend", 1), ("half-the-moves", 0.5), ("more-moves", 1.5),
  ]
  private static let years = 2016...2026

  @Test(.enabled(if: SharedData.canUnzip, "\(SharedData.absence), or gzip is missing"))
  func `the table of people is the estimates projected by cohort change`() throws {
    let projection = try CohortChangeProjection(
      earlier: people("km_lsoa11_pop_single_year_2017.csv.gz"),
      later: people("km_lsoa11_pop_single_year_2019.csv.gz"), interval: 2)

    let table = Self.table(projection)

    let path = Self.plan.appending(path: "demand/population.csv")
    if ProcessInfo.processInfo.environment["GOLDEN_RECORD"] == "1" {
      try Data(table.utf8).write(to: path)
    }
    #expect(try String(decoding: Data(contentsOf: path), as: UTF8.self) == table)
  }

  @Test(.enabled(if: SharedData.canUnzip, "\(SharedData.absence), or gzip is missing"))
  func `the estimates add up to the residents that the plan states`() throws {
    #expect(try people("km_lsoa11_pop_single_year_2017.csv.gz").reduce(0, +) == 1_832_252)
    #expect(try people("km_lsoa11_pop_single_year_2019.csv.gz").reduce(0, +) == 1_860_111)
  }

  private static func table(_ projection: CohortChangeProjection) -> String {
    var lines = ["variant,year,sex,age,people"]
    for variant in variants {
      let rule = CohortChangeProjection.Rule(kept: variant.kept, until: 65)
      for year in years {
        let people = projection.people(yearsAfter: year - 2017, rule: rule)
        for (age, count) in people.enumerated() {
          lines.append("\(variant.id),\(year),persons,\(age),\(Int(count.rounded()))")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// People by single year of age, added up over small areas.
  private func people(_ file: String) throws -> [Double] {
    let rows = try SharedData.unzippedRows("population/" + file)
    let first = try #require(rows[0].firstIndex(of: "0"))
    return (0...90).map { age in
      rows.dropFirst().reduce(0) { $0 + (Double($1[first + age]) ?? .nan) }
    }
  }

  private static let plan = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Plans/kent-and-medway")
}

extension SharedData {
  /// Whether files packed with gzip can be read.
  static let canUnzip = isThere && FileManager.default.isExecutableFile(atPath: "/usr/bin/gzip")

  /// The rows of a file that is packed with gzip.
  static func unzippedRows(_ path: String) throws -> [[String]] {
    let folder = try #require(folder)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/gzip")
    process.arguments = ["-dc", folder.appending(path: "data/" + path).path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: "\""))
      }
    }
  }
}
