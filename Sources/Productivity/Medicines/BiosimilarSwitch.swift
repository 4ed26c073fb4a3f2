// SPDX-License-Identifier: Apache-2.0

/// How fast patients move to the best-value medicine.
///
/// In month m (from 1), `start + (existing share − start) × min(1, m / existing months)` of
/// existing patients are on it, all month; and the new share of patients who begin after the first
/// months, until when none of them is counted.
public struct BiosimilarTargets: Sendable, Equatable {
  /// The share of new patients, from 0 to 1.
  public var newShare: Double
  /// Months after which it holds.
  public var newMonths: Int
  /// The share of existing patients, from 0 to 1.
  public var existingShare: Double
  /// Months after which it is reached, in equal steps.
  public var existingMonths: Int

  /// Targets of our own.
  public init(newShare: Double, newMonths: Int, existingShare: Double, existingMonths: Int) {
    self.newShare = newShare
    self.newMonths = newMonths
    self.existingShare = existingShare
    self.existingMonths = existingMonths
  }

  /// The commissioning framework of 2017: 90% of new patients within 3 months and 80% of existing
  /// ones within 12 (Center for Biosimilars; GaBI Online).
  public static let framework2017 = BiosimilarTargets(
    newShare: 0.9, newMonths: 3, existingShare: 0.8, existingMonths: 12)

  /// The version of 2025: all new patients within 3 months and 80% of existing ones within 10
  /// (Medicines UK).
  public static let framework2025 = BiosimilarTargets(
    newShare: 1, newMonths: 3, existingShare: 0.8, existingMonths: 10)

  /// The share of existing patients in a month, for those of whom a share had moved before.
  public func existing(inMonth month: Int, from start: Double) -> Double {
    let progress = existingMonths < 1 ? 1 : min(1, Double(month) / Double(existingMonths))
    return start + max(0, existingShare - start) * progress
  }
}

/// A medicine that has a cheaper version as good.
public struct BiosimilarMedicine: Sendable, Equatable {
  /// The name of the medicine.
  public var name: String
  /// Patients who take it at the start.
  public var existingPatients: Double
  /// Patients who begin in each month; they stay.
  public var newPatientsPerMonth: Double
  /// Units that a patient takes in a month.
  public var unitsPerMonth: Double
  /// Pounds for a unit of the originator.
  public var originatorPrice: Double
  /// Pounds for a unit of the best-value version.
  public var bestValuePrice: Double
  /// Pounds once for each existing patient who moves: nurse time, tests.
  public var switchingCost: Double
  /// The share of existing patients who had moved before, from 0 to 1.
  public var startingShare: Double

  /// A medicine.
  public init(
    _ name: String, existingPatients: Double, newPatientsPerMonth: Double = 0,
    unitsPerMonth: Double = 1, originatorPrice: Double, bestValuePrice: Double,
    switchingCost: Double = 0, startingShare: Double = 0
  ) {
    self.name = name
    self.existingPatients = existingPatients
    self.newPatientsPerMonth = newPatientsPerMonth
    self.unitsPerMonth = unitsPerMonth
    self.originatorPrice = originatorPrice
    self.bestValuePrice = bestValuePrice
    self.switchingCost = switchingCost
    self.startingShare = startingShare
  }
}

/// What moving to a medicine saves over some months.
public struct BiosimilarSaving: Sendable, Equatable {
  /// The name of the medicine.
  public let name: String
  /// Price gap × units × patient months of existing patients moved since the start, by month.
  public let existingByMonth: [Double]
  /// The same for new patients, by month.
  public let newByMonth: [Double]
  /// Existing patients who move in all.
  public let switched: Double
  /// What moving them costs, in pounds.
  public let switchingCost: Double

  /// Before switching costs, in pounds.
  public var gross: Double { existingByMonth.reduce(0, +) + newByMonth.reduce(0, +) }
  /// After switching costs, in pounds; may be below 0.
  public var net: Double { gross - switchingCost }
}

/// What moving to best-value medicines saves, and who gets what of it.
public struct BiosimilarProgramme: Sendable {
  /// How fast patients move.
  public let targets: BiosimilarTargets
  /// The months that are counted.
  public let months: Int
  /// The share of the net saving that the provider keeps, from 0 to 1.
  public let providerShare: Double
  /// By medicine, in the order of the table.
  public let savings: [BiosimilarSaving]
  /// What was left out, and why.
  public let excluded: [ExcludedInput]

  /// Works savings out, month by month.
  ///
  /// - Throws: `ProductivityError`.
  public init(
    _ medicines: [BiosimilarMedicine], targets: BiosimilarTargets = .framework2017,
    months: Int = 12, providerShare: Double = 0
  ) throws(ProductivityError) {
    guard (1...120).contains(months) else {
      throw .outOfRange(what: "the months", found: Double(months), expected: "1 to 120")
    }
    guard (0...1).contains(providerShare) else {
      throw .outOfRange(
        what: "the provider’s share", found: providerShare * 100, expected: "0 to 100 per cent")
    }
    var savings: [BiosimilarSaving] = []
    var excluded: [ExcludedInput] = []
    for medicine in medicines {
      if let reason = Self.reason(against: medicine) {
        excluded.append(ExcludedInput(medicine.name, reason))
      } else {
        savings.append(Self.saving(medicine, targets, months))
      }
    }
    if savings.isEmpty { throw .nothingLeft(of: "medicines", excluded: excluded) }
    self.targets = targets
    self.months = months
    self.providerShare = providerShare
    self.savings = savings
    self.excluded = excluded
  }

  /// After switching costs, over all medicines, in pounds.
  public var net: Double { savings.reduce(0) { $0 + $1.net } }
  /// What the provider keeps of the net saving, in pounds; a loss is shared in the same way.
  public var toProvider: Double { net * providerShare }
  /// What is left for the commissioner, in pounds.
  public var toCommissioner: Double { net - toProvider }

  private static func reason(against medicine: BiosimilarMedicine) -> String? {
    if !(medicine.originatorPrice > medicine.bestValuePrice) {
      return "its best-value version is not cheaper"
    }
    if !(medicine.bestValuePrice >= 0) { return "a price is below 0" }
    if !(medicine.existingPatients >= 0) || !(medicine.newPatientsPerMonth >= 0) {
      return "a number of patients is below 0"
    }
    if !(medicine.unitsPerMonth > 0) { return "its units for a month are not above 0" }
    if !(medicine.switchingCost >= 0) { return "its switching cost is below 0" }
    return (0...1).contains(medicine.startingShare)
      ? nil : "its starting share is not from 0 to 100 per cent"
  }

  private static func saving(
    _ medicine: BiosimilarMedicine, _ targets: BiosimilarTargets, _ months: Int
  ) -> BiosimilarSaving {
    let gap = (medicine.originatorPrice - medicine.bestValuePrice) * medicine.unitsPerMonth
    let start = medicine.startingShare
    let existing = (1...months).map { month in
      medicine.existingPatients * (targets.existing(inMonth: month, from: start) - start) * gap
    }
    let new = (1...months).map { month in
      let started = Double(max(0, month - targets.newMonths)) * medicine.newPatientsPerMonth
      return started * targets.newShare * gap
    }
    let switched =
      medicine.existingPatients * (targets.existing(inMonth: months, from: start) - start)
    return BiosimilarSaving(
      name: medicine.name, existingByMonth: existing, newByMonth: new, switched: switched,
      switchingCost: switched * medicine.switchingCost)
  }
}
