// SPDX-License-Identifier: Apache-2.0

/// How activity is spread over single years of age, 0 to 90 and over.
///
/// Written by hand as a few points joined by straight lines; ages before the first point and after
/// the last have none. The weights are of people of all ages together: they hold how many people
/// there are as well as how often each needs care.
struct AgeShape: Sendable {
  /// The last age, which stands for that age and over.
  static let lastAge = 90
  /// The points, as written.
  let points: [(age: Int, weight: Double)]
  private let shares: Shares

  init(_ points: [(age: Int, weight: Double)]) {
    self.points = points
    var weights = [Double](repeating: 0, count: Self.lastAge + 1)
    for (start, end) in zip(points, points.dropFirst()) {
      for age in start.age...end.age {
        let part = Double(age - start.age) / Double(end.age - start.age)
        weights[age] = start.weight + (end.weight - start.weight) * part
      }
    }
    shares = Shares(weights)
  }

  /// The age at a point from 0 to below 1.
  func age(_ point: Double) -> Int { shares.pick(point) }

  /// The share of one age.
  func share(of age: Int) -> Double { shares.parts[age] }
}
