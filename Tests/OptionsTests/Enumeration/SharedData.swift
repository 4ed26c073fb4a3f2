// SPDX-License-Identifier: Apache-2.0
import Access
import Options

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files of the shared data folder, where there is one.
enum SharedData {
  /// The folder, from WEALD_SHARED or a `shared` folder beside one that holds this file.
  static let folder: String? = {
    if let named = getenv("WEALD_SHARED") { return String(cString: named) }
    var parts = #filePath.split(separator: "/")
    while !parts.isEmpty {
      parts.removeLast()
      let candidate = "/" + (parts + ["shared"]).joined(separator: "/")
      if access(candidate + "/data/stroke", R_OK) == 0 { return candidate }
    }
    return nil
  }()

  static var isThere: Bool { folder != nil }

  /// The cells of a file of comma-separated values, the header first; quotes may hold commas.
  static func rows(_ path: String) throws -> [[String]] {
    guard let folder, let file = fopen(folder + "/data/" + path, "r") else {
      throw MissingFile(path: path)
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }).map(cells)
  }

  private static func cells(_ line: ArraySlice<UInt8>) -> [String] {
    var cells = [[UInt8]()]
    var quoted = false
    for byte in line {
      if byte == 34 { quoted.toggle() }
      if byte == 44 && !quoted { cells.append([]) }
      if byte != 34 && (byte != 44 || quoted) { cells[cells.count - 1].append(byte) }
    }
    return cells.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// A file that the shared data folder lacks.
struct MissingFile: Error {
  var path: String
}

/// Kent and Medway: small areas, the strokes in each and the minutes to hospitals.
struct Kent {
  let travel: TravelMatrix
  let weights: [Double]

  /// The seven candidates, then six outside units; calibrated minutes, admissions of 2017 to 2019.
  static func calibrated() throws -> Kent {
    let admissions = try Dictionary(
      SharedData.rows("stroke/kent/kent_lsoa.csv").dropFirst().map {
        ($0[0], Double($0.last ?? "") ?? .nan)
      }, uniquingKeysWith: { first, _ in first })
    let times = try SharedData.rows("stroke/kent/kent_time.csv")
    return Kent(
      travel: try TravelMatrix(
        areas: times.dropFirst().map { $0[0] }, sites: Array(times[0].dropFirst()),
        minutes: times.dropFirst().flatMap { $0.dropFirst().map { Double($0) ?? .nan } }),
      weights: times.dropFirst().map { admissions[$0[0]] ?? .nan })
  }

  /// Whole minutes by Routino, strokes of 2015 to 2017 as exact thirds.
  static func routino() throws -> Kent {
    let sites = ["DA28DA", "ME75NY", "ME169QQ", "TN24QJ", "TN240LZ", "CT94AN", "CT13NG"]
    let names = try SharedData.rows("population/km_lsoa11.csv").dropFirst().map { ($0[0], $0[1]) }
    let strokes = try Dictionary(
      SharedData.rows("stroke/national/admissions_2015-2017.csv").dropFirst().map {
        ($0[0], Double($0[1]) ?? .nan)
      }, uniquingKeysWith: { first, _ in first })
    let minutes = try Dictionary(
      SharedData.rows("stroke/routino/km_travel.csv").dropFirst().map {
        ($0[0] + $0[1], Double($0[9]) ?? .nan)
      }, uniquingKeysWith: { first, _ in first })
    return Kent(
      travel: try TravelMatrix(
        areas: names.map(\.0), sites: sites,
        minutes: names.flatMap { area in sites.map { minutes[area.0 + $0] ?? .nan } }),
      weights: names.map { ((strokes[$0.1] ?? 0) * 3).rounded() / 3 })
  }

  func problem(_ candidates: [Int], outside: [Int] = []) throws -> EnumerationProblem {
    try EnumerationProblem(
      travel: travel, weights: weights, candidates: candidates, outside: outside)
  }

  /// The subset of candidates with these codes.
  func subset(_ codes: [String]) throws -> Subset {
    try Subset(codes.compactMap { travel.sites.firstIndex(of: $0) })
  }
}
