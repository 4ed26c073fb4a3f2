// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import Siting

/// The folder of shared data: named by the environment, or beside the package or above it.
let sharedFolder: URL? = {
  if let named = ProcessInfo.processInfo.environment["WEALD_SHARED"] {
    return URL(fileURLWithPath: named)
  }
  var folder = URL(fileURLWithPath: #filePath)
  while folder.path != "/" {
    folder.deleteLastPathComponent()
    let candidate = folder.appendingPathComponent("shared")
    if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
  }
  return nil
}()

/// Whether the stroke data are there.
let hasStrokeData: Bool = {
  guard let sharedFolder else { return false }
  let file = sharedFolder.appendingPathComponent("data/stroke/kent/kent_time.csv")
  return FileManager.default.fileExists(atPath: file.path)
}()

/// Whether the packed England data can be unpacked.
let canUnpack = hasStrokeData && FileManager.default.isExecutableFile(atPath: "/usr/bin/xz")

private func stroke(_ name: String) throws -> URL {
  guard let sharedFolder else { throw CocoaError(.fileNoSuchFile) }
  return sharedFolder.appendingPathComponent("data/stroke/" + name)
}

private func rows(_ text: String) -> [[Substring]] {
  text.split(whereSeparator: \.isNewline).map {
    $0.split(separator: ",", omittingEmptySubsequences: false)
  }
}

private func unpacked(_ name: String) throws -> Data {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/xz")
  process.arguments = ["-dc", try stroke(name).path]
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return data
}

/// Kent and Medway: 1,065 areas by the seven candidate sites, admissions a year in 2017-19.
func kent() throws -> SitingProblem {
  let times = rows(try String(contentsOf: stroke("kent/kent_time.csv"), encoding: .utf8))
  let areas = rows(try String(contentsOf: stroke("kent/kent_lsoa.csv"), encoding: .utf8))
  let sites = times[0].dropFirst().prefix(7).map(String.init)
  let minutes = times.dropFirst().flatMap { row in
    row.dropFirst().prefix(7).map { Double($0) ?? .nan }
  }
  return try SitingProblem(
    travel: TravelMatrix(
      areas: times.dropFirst().map { String($0[0]) }, sites: sites, minutes: minutes),
    weights: areas.dropFirst().map { $0.last.flatMap { Double($0) } ?? 0 })
}

/// England: every `step`-th of 32,843 areas by 127 sites, admissions a year in 2017-19.
func england(every step: Int) throws -> SitingProblem {
  let text = String(decoding: try unpacked("england_lsoa.csv.xz"), as: UTF8.self)
  let areas = Array(rows(text).dropFirst())
  let bytes = [UInt8](try unpacked("england_time_u16_tenths.bin.xz"))
  let siteCount = bytes.count / 2 / areas.count
  let taken = Array(stride(from: 0, to: areas.count, by: step))
  let minutes = taken.flatMap { area in
    (0..<siteCount).map { site in
      let place = 2 * (area * siteCount + site)
      return Double(UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8) / 10
    }
  }
  return try SitingProblem(
    travel: TravelMatrix(
      areas: taken.map { String(areas[$0][0]) }, sites: (0..<siteCount).map { "site \($0)" },
      minutes: minutes),
    weights: taken.map { areas[$0].last.flatMap { Double($0) } ?? 0 })
}
