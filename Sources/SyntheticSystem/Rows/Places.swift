// SPDX-License-Identifier: Apache-2.0

/// The places that share a part of the activity, with the weight of each.
struct Places: Sendable {
  /// A service at a site.
  struct Place: Sendable {
    let service: Int
    let site: String
  }

  private let places: [Place]
  private let shares: Shares

  /// The acute sites that have a part of the activity, and others.
  init(_ part: AcutePart, others: [(place: Place, weight: Double)] = []) {
    let acute = AcuteTrust.sites.map { trust, site in
      let service = SyntheticService.index(trust: trust, part)
      return (place: Place(service: service, site: site.id), weight: site.weight(part))
    }
    let all = acute + others
    places = all.map(\.place)
    shares = Shares(all.map(\.weight))
  }

  /// The place at a point from 0 to below 1.
  func pick(_ point: Double) -> Place { places[shares.pick(point)] }
}

/// The parts of a file, one after the other, each with its number of rows.
struct Sections: Sendable {
  private let ends: [Int]

  init(_ counts: [Int]) {
    var sum = 0
    ends = counts.map { count in
      sum += count
      return sum
    }
  }

  /// The number of rows.
  var count: Int { ends.last ?? 0 }

  /// The section that holds a row.
  func section(_ row: Int) -> Int { ends.firstIndex { row < $0 } ?? ends.count - 1 }
}

extension Season {
  /// The month at a point from 0 to below 1, 1 to 12.
  func month(_ point: Double) -> Int {
    var left = Int(point * 1000)
    for (index, part) in thousandths.enumerated() {
      if left < part { return index + 1 }
      left -= part
    }
    return 12
  }
}

extension Sex {
  /// Women are half of patients up to 65 and more of them after that, 64% at 90; all mothers.
  static func pick(_ point: Double, age: Int, part: AcutePart? = nil) -> Sex {
    if part == .maternity { return .female }
    return point < shareOfWomen(age: age) ? .female : .male
  }

  /// The share of women among patients of an age.
  static func shareOfWomen(age: Int) -> Double { 0.5 + 0.0056 * Double(max(0, age - 65)) }
}
