// SPDX-License-Identifier: Apache-2.0

/// How much of a medicine an organisation gives in its best-value version.
public struct MedicineUse: Sendable, Equatable {
  /// The medicine.
  public var medicine: String
  /// The organisation.
  public var organisation: String
  /// Treatments in all.
  public var treatments: Double
  /// Treatments with the best-value version.
  public var bestValue: Double
  /// The target for the share, from 0 to 1.
  public var target: Double
  /// Pounds saved by each treatment that moves.
  public var priceGap: Double

  /// The use of a medicine.
  public init(
    medicine: String, organisation: String, treatments: Double, bestValue: Double, target: Double,
    priceGap: Double
  ) {
    self.medicine = medicine
    self.organisation = organisation
    self.treatments = treatments
    self.bestValue = bestValue
    self.target = target
    self.priceGap = priceGap
  }
}

/// Uptake of best-value medicines beside a target and beside the best.
///
/// `opportunity = max(0, target − uptake) × treatments × price gap`; an organisation above the
/// target has nought, which is not set against another's.
public struct MedicineUptake: Sendable {
  /// One organisation and medicine.
  public struct Finding: Sendable, Equatable {
    /// What was given.
    public let use: MedicineUse
    /// The share of the best-value version, from 0 to 1.
    public let uptake: Double
    /// The highest uptake of that medicine in the table.
    public let bestUptake: Double
    /// In pounds, never below 0.
    public let toTarget: Double
    /// In pounds, never below 0.
    public let toBest: Double
  }

  /// In the order of the table.
  public let findings: [Finding]
  /// What was left out, and why.
  public let excluded: [ExcludedInput]

  /// Compares uptake.
  ///
  /// - Throws: `ProductivityError`.
  public init(_ uses: [MedicineUse]) throws(ProductivityError) {
    var excluded: [ExcludedInput] = []
    var seen: Set<[String]> = []
    var usable: [MedicineUse] = []
    for use in uses {
      let name = "\(use.medicine), \(use.organisation)"
      guard seen.insert([use.medicine, use.organisation]).inserted else {
        throw .repeated(what: "medicine of an organisation", name: name)
      }
      if let reason = Self.reason(against: use) {
        excluded.append(ExcludedInput(name, reason))
      } else {
        usable.append(use)
      }
    }
    if usable.isEmpty { throw .nothingLeft(of: "medicines", excluded: excluded) }
    var best: [String: Double] = [:]
    for use in usable { best[use.medicine] = max(best[use.medicine] ?? 0, Self.uptake(use)) }
    findings = usable.map { use in
      let uptake = Self.uptake(use)
      let top = best[use.medicine] ?? uptake
      return Finding(
        use: use, uptake: uptake, bestUptake: top,
        toTarget: max(0, use.target - uptake) * use.treatments * use.priceGap,
        toBest: max(0, top - uptake) * use.treatments * use.priceGap)
    }
    self.excluded = excluded
  }

  private static func uptake(_ use: MedicineUse) -> Double { use.bestValue / use.treatments }

  private static func reason(against use: MedicineUse) -> String? {
    if !(use.treatments > 0) { return "has no treatments" }
    if !(0...use.treatments).contains(use.bestValue) {
      return "its best-value treatments are below 0 or more than all its treatments"
    }
    if !(0...1).contains(use.target) { return "its target is not from 0 to 100 per cent" }
    return use.priceGap > 0 ? nil : "the best-value version is not cheaper"
  }
}
