// SPDX-License-Identifier: Apache-2.0

/// What happens to people in a source, how often and for how much: all of it made up.
struct ContactKind {
  let name: [UInt8]
  /// A year, for somebody of middle age whom the source knows.
  let rate: Double
  /// How many times as often at 85 than at 45, roughly.
  let rise: Double
  /// The mean cost in pence.
  let pence: Int
  /// The share that carries a condition's code, of contacts of people who have one.
  let coded: Double

  private init(
    _ name: StaticString, _ rate: Double, _ rise: Double, _ pence: Int, _ coded: Double
  ) {
    self.name = Array("\(name)".utf8)
    self.rate = rate
    self.rise = rise
    self.pence = pence
    self.coded = coded
  }

  /// The kinds of a source, in the order of their names in files.
  static func of(_ source: RegionSource) -> [ContactKind] {
    switch source {
    case .gp: [ContactKind("gp-appointment", 2.6, 2.2, 41_00, 0.5)]
    case .acute:
      [
        ContactKind("outpatient", 1.3, 2, 152_00, 0.6),
        ContactKind("a-and-e", 0.55, 1.6, 183_00, 0.2),
        ContactKind("elective-admission", 0.22, 1.8, 1_940_00, 0.7),
        ContactKind("non-elective-admission", 0.16, 3.5, 3_260_00, 0.8),
      ]
    case .community: [ContactKind("community-contact", 4, 2.5, 68_00, 0.5)]
    case .mentalHealth: [ContactKind("mental-health-contact", 4.5, 0.8, 161_00, 0.5)]
    case .ambulance: [ContactKind("ambulance", 0.7, 1.6, 292_00, 0.2)]
    case .outOfHours: [ContactKind("out-of-hours", 0.6, 1.2, 74_00, 0.1)]
    case .publicHealth: [ContactKind("public-health", 0.9, 0.8, 46_00, 0.1)]
    case .socialCare: [ContactKind("social-care-package", 2.2, 1.5, 2_410_00, 0.3)]
    }
  }

  /// The share of a source's contacts that have no cost.
  static func costsMissing(_ source: RegionSource) -> Double {
    switch source {
    case .gp: 0.02
    case .acute, .ambulance: 0.01
    case .community: 0.08
    case .mentalHealth: 0.1
    case .outOfHours: 0.05
    case .publicHealth: 0.2
    case .socialCare: 0.04
    }
  }
}

extension RegionSource {
  /// The share of its contacts that have no cost: an assumption.
  public var costsMissing: Double { ContactKind.costsMissing(self) }
}
