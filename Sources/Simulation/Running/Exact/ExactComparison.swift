// SPDX-License-Identifier: Apache-2.0

public import OutputAnalysis

/// An exact answer beside a simulated one.
public struct ExactComparison: Hashable, Sendable, Codable {
  /// What was measured.
  public let measure: FlowMeasure
  /// The exact answer.
  public let exact: Double
  /// The simulated one.
  public let simulated: Estimate
  /// Where the exact answer comes from, such as "M/M/c with blocking, solved as a Markov chain".
  public let method: String
  /// Whether the two agree within four standard errors, widened as Student's t asks for few
  /// replications; an alarm is shown when not.
  public let agrees: Bool

  /// Standard errors within which the exact answer must lie.
  public static let standardErrors = 4.0

  init(_ measure: FlowMeasure, exact: Double, simulated: Estimate, method: String) {
    self.measure = measure
    self.exact = exact
    self.simulated = simulated
    self.method = method
    agrees = Self.agree(simulated, exact)
  }

  /// Whether an estimate agrees with an exact value.
  ///
  /// Where nothing varied, something so rare may have been missed that no replication met it: then a
  /// difference below a millionth is none.
  static func agree(_ simulated: Estimate, _ exact: Double) -> Bool {
    let near = (simulated.mean - exact).magnitude <= 1e-6 * max(1, exact.magnitude)
    return near || simulated.includes(exact, standardErrors: standardErrors) ?? true
  }
}

/// What so many beds would come to at a unit that has no limit, exactly and as simulated.
///
/// Two readings of one word are kept apart. `full` is the share of time in which that many beds or more
/// would be in use if nobody were ever turned away. `delay` is the share of arrivals that find no bed
/// if those who do go elsewhere: P(N = n) over P(N ≤ n), which Monks and others (2016) call the
/// probability of delay; it is Erlang's loss formula.
public struct BedNeed: Hashable, Sendable, Codable {
  /// The id of the unit.
  public let unit: String
  /// The number of beds.
  public let beds: Int
  /// The exact share of time with as many in use or more; nil where no exact answer exists.
  public let exactFull: Double?
  /// The simulated one, at the daily count.
  public let full: Estimate
  /// The exact share of arrivals that would find no bed; nil where no exact answer exists.
  public let exactDelay: Double?
  /// The simulated one, at the daily count.
  public let delay: Estimate
  /// Whether both agree with the exact answers; nil where there are none.
  public let agrees: Bool?
}
