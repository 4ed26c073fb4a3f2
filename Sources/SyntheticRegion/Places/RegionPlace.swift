// SPDX-License-Identifier: Apache-2.0

import Sampling

/// The map of the made-up region: ten invented places with 48 invented outcodes.
///
/// No area of the United Kingdom's postcodes begins with FE, KE, UE or WE, so that none of the
/// postcodes is anybody's.
public enum RegionPlace {
  /// An outcode, where it is and how deprived.
  public struct Outcode: Sendable, Hashable {
    /// Such as `WE7`.
    public let code: String
    /// The place that it belongs to.
    public let place: String
    /// The decile of deprivation of most of its people, 1 the most deprived.
    public let deprivation: Int
  }

  static let names = [
    "Ashenmere", "Brackenholt", "Carrowby", "Dunhollow", "Eastmarl", "Fernhythe", "Gorsewick",
    "Harrowmead", "Inglestow", "Juniperfold",
  ]

  /// All outcodes, those of a place together.
  public static let outcodes: [Outcode] = (0..<48).map { number in
    let area = ["FE", "KE", "UE", "WE"][number / 12]
    // Seven steps through ten deciles reach each of them, in no order.
    return Outcode(
      code: area + String(number % 12 + 1), place: names[number * 10 / 48],
      deprivation: number * 7 % 10 + 1)
  }

  static let codes = outcodes.map { Array($0.code.utf8) }
  /// Where among the outcodes those of the same place are.
  static let siblings: [[Int]] = outcodes.map { one in
    outcodes.indices.filter { outcodes[$0].place == one.place }
  }

  /// The share of households of each origin, in the order of `NameOrigin`: less mixed in the country.
  static func origins(of outcode: Int) -> [Double] {
    let mixed = 0.06 + 0.3 * Double((outcode * 5) % 12) / 11
    return [1 - mixed] + [0.26, 0.36, 0.2, 0.08, 0.1].map { $0 * mixed }
  }
}
