// SPDX-License-Identifier: Apache-2.0

/// Work that needs scarce people, and what it is worth.
public struct ResourceRequest: Equatable, Sendable {
  /// The permanent name.
  public var id: String
  /// What it is worth when it is done, in any unit that all requests share; not negative.
  public var value: Double
  /// Person-days, by month from the start and then by role.
  public var work: [[Double]]
  /// The first month in which it may start, from 0.
  public var earliest: Int
  /// The last month in which it may start.
  public var latest: Int
  /// Requests that must be done and finished before this starts.
  public var prerequisites: [String]
  /// Of all requests with the same name here at most one is done.
  public var exclusiveGroup: String?
  /// Whether it has to be done.
  public var isMust: Bool

  /// A request.
  public init(
    id: String, value: Double, work: [[Double]], earliest: Int, latest: Int,
    prerequisites: [String] = [], exclusiveGroup: String? = nil, isMust: Bool = false
  ) {
    self.id = id
    self.value = value
    self.work = work
    self.earliest = earliest
    self.latest = latest
    self.prerequisites = prerequisites
    self.exclusiveGroup = exclusiveGroup
    self.isMust = isMust
  }
}

/// Requests for scarce people against what there is of them.
///
/// A request is done as a whole or not at all, from one month on without a break; its work must end
/// by the last month. The requests that are done are chosen so that their values add up to the most.
public struct ResourceProblem: Equatable, Sendable {
  /// The names of the roles.
  public var roles: [String]
  /// Person-days, by month and then by role.
  public var capacity: [[Double]]
  /// What is asked for.
  public var requests: [ResourceRequest]

  /// A problem over as many months as there are capacities.
  public init(roles: [String], capacity: [[Double]], requests: [ResourceRequest]) {
    self.roles = roles
    self.capacity = capacity
    self.requests = requests
  }

  /// The months in which a request may start so that it ends in time.
  func starts(_ request: ResourceRequest) -> ClosedRange<Int>? {
    let last = min(request.latest, capacity.count - max(request.work.count, 1))
    let first = max(request.earliest, 0)
    return first <= last ? first...last : nil
  }

  /// Demands that the numbers are numbers, that names are known, and that no request waits for
  /// itself.
  ///
  /// - Throws: `ResourceError`.
  public func check() throws(ResourceError) {
    for (month, row) in capacity.enumerated() {
      guard row.count == roles.count, row.allSatisfy({ $0.isFinite && $0 >= 0 }) else {
        throw ResourceError(
          "The capacity of month \(month + 1) must be \(roles.count) numbers of person-days, "
            + "none below zero.")
      }
    }
    var known = Set<String>()
    for request in requests where !known.insert(request.id).inserted {
      throw ResourceError("There are two requests “\(request.id)”. Give each its own name.")
    }
    for request in requests { try check(request, known) }
    try checkLoops()
  }

  private func check(
    _ request: ResourceRequest, _ known: Set<String>
  ) throws(ResourceError) {
    guard request.value.isFinite, request.value >= 0 else {
      throw ResourceError("The value of “\(request.id)” must be zero or more.")
    }
    for row in request.work {
      guard row.count == roles.count, row.allSatisfy({ $0.isFinite && $0 >= 0 }) else {
        throw ResourceError(
          "The work of “\(request.id)” must be \(roles.count) numbers of person-days for each "
            + "month, none below zero.")
      }
    }
    for name in request.prerequisites where !known.contains(name) {
      throw ResourceError(
        "“\(request.id)” waits for “\(name)”, which is not asked for. Ask for it, or take the "
          + "prerequisite out.")
    }
  }

  private func checkLoops() throws(ResourceError) {
    let waits = Dictionary(
      requests.map { ($0.id, $0.prerequisites) }, uniquingKeysWith: { first, _ in first })
    var done = Set<String>()
    for request in requests {
      var trail: [String] = []
      if let loop = Self.loop(from: request.id, waits, &trail, &done) {
        let links = zip(loop, loop.dropFirst()).map { "“\($0)” waits for “\($1)”" }
        throw ResourceError(
          "Requests wait for each other: " + links.joined(separator: ", ")
            + ". Take one of these links out.")
      }
    }
  }

  private static func loop(
    from id: String, _ waits: [String: [String]], _ trail: inout [String],
    _ done: inout Set<String>
  ) -> [String]? {
    if let start = trail.firstIndex(of: id) { return Array(trail[start...]) + [id] }
    guard !done.contains(id) else { return nil }
    trail.append(id)
    for next in waits[id] ?? [] {
      if let loop = loop(from: next, waits, &trail, &done) { return loop }
    }
    trail.removeLast()
    done.insert(id)
    return nil
  }
}
