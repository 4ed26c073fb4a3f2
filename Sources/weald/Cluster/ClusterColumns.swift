// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// Which column of a file of units is what.
struct ClusterColumns {
  /// What a column may be, with the names that are looked for when none is given.
  enum Role: String, CaseIterable {
    case id, name, people
    case atHorizon = "at_horizon"
    case east, north, easting, northing, latitude, longitude
    case deprivation, town, commissioner
    case existing = "existing_group"

    var names: [String] {
      switch self {
      case .id: ["id", "area", "code", "lsoa11cd", "practice_code"]
      case .name: ["name", "lsoa11nm"]
      case .people: ["people", "residents", "list", "pop2017", "list_2021_01"]
      case .atHorizon: ["at_horizon", "people_at_horizon"]
      case .latitude: ["latitude", "lat"]
      case .longitude: ["longitude", "lon"]
      case .deprivation: ["deprivation", "imd2015_score"]
      case .commissioner: ["commissioner", "ccg16nm", "ccg16nm_by_location"]
      case .existing: ["existing_group", "pcn_2021_name"]
      case .east, .north, .easting, .northing, .town: [rawValue]
      }
    }
  }

  private var given: [Role: String] = [:]

  /// Reads a list such as `people=pop2019,town=lad21nm`.
  ///
  /// - Throws: `ValidationError` for a role that there is not.
  init(_ text: String?) throws {
    for (key, value) in try keyedList(text, "--columns") {
      guard let role = Role(rawValue: key) else {
        throw ValidationError(
          "--columns knows no \(key); it knows "
            + Role.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      given[role] = value
    }
  }

  /// The column of a role: the given one, or the first of the usual names that is there.
  func column(_ role: Role, in header: [String]) -> String? {
    given[role] ?? role.names.first { header.contains($0) }
  }

  /// Given columns that are not there.
  func missing(in header: [String]) -> [String] {
    given.values.filter { !header.contains($0) }.sorted()
  }
}

/// Pairs of a list such as `towns=1,growth=0.5`.
func keyedList(_ text: String?, _ name: String) throws -> [(String, String)] {
  guard let text else { return [] }
  return try text.split(separator: ",", omittingEmptySubsequences: false).map { pair in
    let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw ValidationError("\(name) is a list such as a=1,b=2; found \(pair).")
    }
    return (parts[0], parts[1])
  }
}
