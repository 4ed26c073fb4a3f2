// SPDX-License-Identifier: Apache-2.0

/// A checked problem in flat arrays, as the search works on it.
struct ResourceModel {
  /// Work in a month and role, counted from the start of a request.
  struct Load {
    let month: Int
    let role: Int
    let days: Double
  }

  let problem: ResourceProblem
  let months: Int
  let roles: Int
  /// Person-days by month × roles + role.
  let capacity: [Double]
  /// The loads of each request, without zeroes.
  let loads: [[Load]]
  /// The months in which each may start.
  let starts: [ClosedRange<Int>?]
  /// The requests that each waits for.
  let prerequisites: [[Int]]
  /// The others of its exclusive group.
  let rivals: [[Int]]
  /// A number of which every value is a multiple, or nil when none was found.
  let grid: Double?

  /// What counts as enough: a billionth of a person-day for the rounding of sums.
  static let slack = 1e-9

  init(_ problem: ResourceProblem) throws(ResourceError) {
    try problem.check()
    self.problem = problem
    months = problem.capacity.count
    roles = problem.roles.count
    capacity = problem.capacity.flatMap { $0 }
    loads = problem.requests.map(Self.loads)
    starts = problem.requests.map(problem.starts)
    let places = Dictionary(
      uniqueKeysWithValues: problem.requests.enumerated().map { ($1.id, $0) })
    prerequisites = problem.requests.map { $0.prerequisites.compactMap { places[$0] } }
    rivals = problem.requests.indices.map { place in
      guard let group = problem.requests[place].exclusiveGroup else { return [] }
      return problem.requests.indices.filter {
        $0 != place && problem.requests[$0].exclusiveGroup == group
      }
    }
    grid = Self.grid(problem.requests.map(\.value))
  }

  var count: Int { problem.requests.count }

  func value(_ request: Int) -> Double { problem.requests[request].value }

  /// The number of months that a request takes.
  func length(_ request: Int) -> Int { problem.requests[request].work.count }

  func isMust(_ request: Int) -> Bool { problem.requests[request].isMust }

  /// Whether a request fits beside what is used, when it starts in a month.
  func fits(_ request: Int, at start: Int, in free: [Double]) -> Bool {
    for load in loads[request]
    where load.days > free[(start + load.month) * roles + load.role] + Self.slack {
      return false
    }
    return true
  }

  /// Takes a request's work from what is free, or gives it back.
  func take(_ request: Int, at start: Int, from free: inout [Double], times: Double = 1) {
    for load in loads[request] {
      free[(start + load.month) * roles + load.role] -= load.days * times
    }
  }

  private static func loads(_ request: ResourceRequest) -> [Load] {
    request.work.enumerated().flatMap { month, row in
      row.enumerated().compactMap { role, days in
        days > 0 ? Load(month: month, role: role, days: days) : nil
      }
    }
  }

  /// The greatest number, a thousandth or more, of which all values are multiples.
  private static func grid(_ values: [Double]) -> Double? {
    var divisor = 0
    for value in values {
      let scaled = value * 1000
      guard scaled < 1e15, abs(scaled - scaled.rounded()) < 1e-6 else { return nil }
      divisor = greatestCommonDivisor(divisor, Int(scaled.rounded()))
    }
    return divisor > 0 ? Double(divisor) / 1000 : nil
  }

  private static func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
    other == 0 ? one : greatestCommonDivisor(other, one % other)
  }
}
