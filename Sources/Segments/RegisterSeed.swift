// SPDX-License-Identifier: Apache-2.0

/// What the registers do not say and a reconstruction has to assume.
public struct RegisterSeed: Sendable, Hashable {
  /// How common each condition is at each age beside other ages: by condition and then by age.
  public let byAge: [[Double]]
  /// The odds ratio between having any two rare conditions among people of one age; 1 for none.
  public let association: Double

  /// The associations that a frail tenth of people can make.
  public static let associations = 1.0...8.0
  /// The share of people of each age who get ill more easily.
  ///
  /// Pairs of conditions that each multiplied the odds would make a few people have nearly all of
  /// them (as magnets do below a critical temperature). With two kinds of people, who have
  /// conditions independently of each other, none has more than its share.
  static let frailShare = 0.1

  /// Checks what is assumed.
  ///
  /// - Throws: `SegmentError` for an association out of range and for proportions below zero.
  public init(byAge: [[Double]], association: Double) throws(SegmentError) {
    guard RegisterSeed.associations.contains(association) else {
      throw .associationOutOfRange(association)
    }
    for value in byAge.joined() where !(value >= 0 && value.isFinite) {
      throw .impossibleNumber(place: "", what: "as a proportion by age", value: "\(value)")
    }
    self.byAge = byAge
    self.association = association
  }

  /// The same with every condition as common at one age as at another that can have it.
  public var level: RegisterSeed {
    RegisterSeed(unchecked: byAge.map { $0.map { $0 > 0 ? 1 : 0 } }, association: association)
  }

  private init(unchecked byAge: [[Double]], association: Double) {
    self.byAge = byAge
    self.association = association
  }

  /// How many times the odds of the others the frail have, from the association.
  ///
  /// With shares `1 - f` and `f` of people whose odds are as 1 to `F`, two rare conditions have the
  /// odds ratio `(1 - f + f F²) / (1 - f + f F)²`; solved for `F`.
  var frailty: Double {
    let share = RegisterSeed.frailShare
    let excess = association - 1
    let scale = share * (1 - association * share)
    let linear = share * excess
    return 1 + (linear + (linear * linear + scale * excess).squareRoot()) / scale
  }

  /// The odds of a condition at each age of people who are not frail, before anything is fitted.
  ///
  /// The proportions are scaled so that they would make the register, and a share above this is cut
  /// down, since the fit raises what it has to.
  func odds(_ condition: Int, of margins: RegisterMargins) -> [Double] {
    let weights = zip(byAge[condition], margins.canHave[condition]).map { $1 ? $0 : 0 }
    let sum = zip(weights, margins.people).reduce(0) { $0 + $1.0 * Double($1.1) }
    guard sum > 0 else { return weights.map { $0 > 0 ? 1 : 0 } }
    let mean = 1 + RegisterSeed.frailShare * (frailty - 1)
    let scale = max(Double(margins.registers[condition]), 1e-3) / sum
    return weights.map { weight in
      let share = min(weight * scale, RegisterSeed.largestShare)
      return share / (1 - share) / mean
    }
  }

  private static let largestShare = 0.95
}
