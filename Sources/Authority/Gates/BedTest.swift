// SPDX-License-Identifier: Apache-2.0

/// The bed test of NHS England for a change that closes many hospital beds: one of three conditions
/// has to be shown, and any one is enough.
///
/// Source: the conditions as a minister gave them to Parliament. Each part is true, false, or nil
/// when nobody has said. What is not said never meets a condition.
public struct BedTest: Sendable, Equatable {
  /// Whether the change closes a significant number of beds; the test arises only then.
  public var closesManyBeds: Bool?
  /// First condition: there is sufficient other provision, alongside the closures or ahead of them.
  public var hasProvisionInTime: Bool?
  /// First condition: and the workforce for it is there.
  public var hasWorkforce: Bool?
  /// Second condition: specific new treatments will reduce specific kinds of admission.
  public var newTreatmentReducesAdmissions: Bool?
  /// Third condition: beds were used less efficiently than the national average.
  public var isBelowNationalAverage: Bool?
  /// Third condition: and there is a credible plan to improve that.
  public var hasCrediblePlan: Bool?

  /// A test about which nothing has been said yet.
  public init() {}

  /// The three conditions.
  public enum Condition: String, Sendable, CaseIterable {
    /// Sufficient other provision alongside or ahead, with the workforce.
    case provision
    /// Specific new treatments that reduce specific admissions.
    case treatment
    /// Beds used less efficiently than the national average, and a credible plan.
    case efficiency
  }

  /// What the test comes to.
  public enum Result: Sendable, Equatable {
    /// No significant number of beds closes.
    case doesNotArise
    /// Met, by the conditions named.
    case met([Condition])
    /// Every condition has a part that was said not to hold.
    case failed
    /// Not met so far, and something has not been said: whether many beds close, or a part of a
    /// condition of which no other part fails.
    case open
  }

  /// Whether a condition holds: false as soon as one part is false, nil while a part is not said.
  public func holds(_ condition: Condition) -> Bool? {
    let parts = parts(of: condition)
    if parts.contains(false) { return false }
    return parts.contains(nil) ? nil : true
  }

  /// What the test comes to.
  public var result: Result {
    if closesManyBeds == false { return .doesNotArise }
    let met = Condition.allCases.filter { holds($0) == true }
    if !met.isEmpty { return .met(met) }
    if closesManyBeds == nil { return .open }
    return Condition.allCases.allSatisfy { holds($0) == false } ? .failed : .open
  }

  private func parts(of condition: Condition) -> [Bool?] {
    switch condition {
    case .provision: [hasProvisionInTime, hasWorkforce]
    case .treatment: [newTreatmentReducesAdmissions]
    case .efficiency: [isBelowNationalAverage, hasCrediblePlan]
    }
  }
}
