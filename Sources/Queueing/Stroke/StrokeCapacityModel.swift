// SPDX-License-Identifier: Apache-2.0

/// How many acute stroke beds and rehabilitation beds are needed: the model of Monks and others
/// (2016), answered exactly.
///
/// Everybody gets a bed at once, so both wards are M/G/infinity: what leaves the acute ward for
/// rehabilitation is Poisson too, and the number in each ward is Poisson with a mean that is a sum
/// of rates times stays. The chance of delay with n beds is P(N = n) over P(N ≤ n).
///
/// Reference: Monks, Worthington, Allen, Pitt, Stein and James (2016), "A modelling tool for
/// capacity planning in acute and community stroke services", BMC Health Services Research 16:530,
/// doi 10.1186/s12913-016-1789-4 (CC BY 4.0).
public struct StrokeCapacityModel: Equatable, Sendable {
  /// A kind of patient.
  public struct PatientGroup: Equatable, Sendable {
    /// Its name.
    public var name: String
    /// Mean days between arrivals at the acute ward.
    public var acuteInterval: Double
    /// Where people go from the acute ward, and how long they stayed there before it.
    public var acuteRoutes: [Route]
    /// The share of people at the acute ward who go to rehabilitation.
    public var shareToRehabilitation: Double
    /// Mean days between arrivals at rehabilitation from outside; nil when there are none.
    public var rehabilitationInterval: Double?
    /// Where people go from rehabilitation, and how long they stayed there.
    public var rehabilitationRoutes: [Route]

    /// Mean stay on the acute ward.
    public var acuteStay: Double { acuteRoutes.reduce(0) { $0 + $1.share * $1.meanStay } }
    /// Mean stay in rehabilitation.
    public var rehabilitationStay: Double {
      rehabilitationRoutes.reduce(0) { $0 + $1.share * $1.meanStay }
    }
    /// Arrivals at rehabilitation a day.
    var rehabilitationRate: Double {
      (rehabilitationInterval.map { 1 / $0 } ?? 0) + shareToRehabilitation / acuteInterval
    }
  }

  /// A way on and the mean stay of those who take it, in days.
  public struct Route: Equatable, Sendable {
    /// The share of people who take it.
    public var share: Double
    /// Their mean stay.
    public var meanStay: Double

    /// Describes a way on.
    public init(share: Double, meanStay: Double) {
      self.share = share
      self.meanStay = meanStay
    }
  }

  /// The two ways in which the paper can be read.
  public enum Reading: String, CaseIterable, Equatable, Sendable {
    /// Stroke patients who leave neither for rehabilitation nor with early supported discharge
    /// stay as long as those who died.
    case mortalityStay = "A"
    /// They stay as long as those without early supported discharge.
    case stayWithoutSupport = "B"
  }

  /// What is changed.
  public enum Scenario: Equatable, Sendable {
    /// Nothing.
    case current
    /// Arrivals of everybody, times a factor such as 1.05.
    case demand(Double)
    /// No patients with complex neurological conditions.
    case noComplexNeurological
    /// No “other” patients: what the paper prints as beds that are ring-fenced for stroke.
    case ringFenced
  }

  /// The groups of patients.
  public let groups: [PatientGroup]
  /// Mean number of people on the acute ward, if it always had a bed.
  public let acute: InfiniteServerQueue
  /// Mean number of people in rehabilitation, if it always had a bed.
  public let rehabilitation: InfiniteServerQueue

  /// The model with the parameters of the paper.
  ///
  /// - Throws: `QueueError` for a factor of demand out of range.
  public init(reading: Reading, scenario: Scenario = .current) throws(QueueError) {
    var groups = Self.published(reading)
    var factor = 1.0
    switch scenario {
    case .current: break
    case .demand(let times):
      try Check.range(times, "the factor of demand", 1e-3...1e3)
      factor = times
    case .noComplexNeurological: groups.removeAll { $0.name == Self.neurological }
    case .ringFenced: groups.removeAll { $0.name == Self.other }
    }
    try self.init(groups: groups, demand: factor)
  }

  /// The model with parameters of your own.
  ///
  /// - Parameters:
  ///   - groups: Groups of patients, at least one of which comes to rehabilitation.
  ///   - demand: A factor for arrivals of everybody.
  /// - Throws: `QueueError` for numbers out of range or routes that do not add up to 1.
  public init(groups: [PatientGroup], demand: Double = 1) throws(QueueError) {
    guard !groups.isEmpty else { throw .empty("the list of groups of patients") }
    for group in groups { try Self.check(group) }
    self.groups = groups
    acute = try InfiniteServerQueue(
      load: groups.reduce(0) { $0 + $1.acuteStay / $1.acuteInterval } * demand)
    rehabilitation = try InfiniteServerQueue(
      load: groups.reduce(0) { $0 + $1.rehabilitationRate * $1.rehabilitationStay } * demand)
  }

  private static func check(_ group: PatientGroup) throws(QueueError) {
    try Check.positive(group.acuteInterval, "the interval of arrivals of “\(group.name)”")
    try Check.share(group.shareToRehabilitation, "the share of “\(group.name)” to rehabilitation")
    if let interval = group.rehabilitationInterval {
      try Check.positive(interval, "the interval of arrivals of “\(group.name)”")
    }
    for routes in [group.acuteRoutes, group.rehabilitationRoutes] {
      for route in routes {
        try Check.share(route.share, "a share of “\(group.name)”")
        try Check.positive(route.meanStay, "a mean stay of “\(group.name)”")
      }
      let sum = routes.reduce(0) { $0 + $1.share }
      guard (sum - 1).magnitude < 1e-6 else { throw .routingSum(station: group.name, sum: sum) }
    }
  }

  /// Both wards as one pool, in which each patient may lie in any bed.
  public func pooled() throws(QueueError) -> InfiniteServerQueue {
    try InfiniteServerQueue(load: acute.load + rehabilitation.load)
  }

  /// The two wards with beds of their own and beds that both may use.
  public func wards(acute: Int, rehabilitation: Int, shared: Int) throws(QueueError) -> SharedWards
  {
    try SharedWards(
      firstLoad: self.acute.load, secondLoad: self.rehabilitation.load, firstBeds: acute,
      secondBeds: rehabilitation, sharedBeds: shared)
  }
}
