// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// Every benefit so far.
public struct BenefitState: Fold {
  /// The events of this state.
  public typealias Event = BenefitEvent
  /// Benefits in the order of registration.
  public private(set) var benefits: [BenefitRecord] = []
  private var places: [String: Int] = [:]
  /// Benefits that were not recorded.
  public private(set) var refusals: [SavingsRecorded<SavingsDoubleClaim>] = []

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: BenefitEvent, _ entry: Entry) {
    switch event {
    case .registered(let terms):
      guard places[entry.subject] == nil else { return }
      places[entry.subject] = benefits.count
      benefits.append(BenefitRecord(entry.subject, terms, entry.sequence))
    case .refused(let claim): refusals.append(SavingsRecorded(claim, entry.sequence))
    default:
      if let place = places[entry.subject] { benefits[place].apply(event, entry) }
    }
  }

  /// A benefit by its id.
  public func benefit(_ id: String) -> BenefitRecord? { places[id].map { benefits[$0] } }
}

/// One benefit so far.
public struct BenefitRecord: Sendable, Equatable {
  /// The id.
  public let id: String
  /// Every version of its terms with the entry of each, oldest first.
  public private(set) var versions: [SavingsRecorded<BenefitTerms>]
  /// The measure by day, in the order of recording.
  public private(set) var measurements: [SavingsRecorded<Measurement>] = []
  /// Shares of enabling initiatives by name.
  public private(set) var attributions: [String: SavingsRecorded<Double>] = [:]
  /// The day on which it was withdrawn, if it was.
  public private(set) var withdrawn: SavingsRecorded<CivilDay>?

  /// The measure on a day.
  public struct Measurement: Sendable, Equatable {
    /// The day.
    public let on: CivilDay
    /// The value.
    public let value: Double
  }

  init(_ id: String, _ terms: BenefitTerms, _ entry: Int64) {
    self.id = id
    versions = [SavingsRecorded(terms, entry)]
  }

  /// A benefit that the plan has, and of which nothing was recorded.
  public init(_ planned: SavingsPlannedBenefit) {
    self.init(planned.id, planned.terms, 0)
  }

  /// The terms in force.
  public var terms: BenefitTerms { versions[versions.count - 1].value }
  /// The entry that set them; 0 when the plan says it.
  public var termsEntry: Int64 { versions[versions.count - 1].entry }
  /// Whether it was not withdrawn.
  public var isLive: Bool { withdrawn == nil }

  /// The measurement of the latest day.
  public var latest: SavingsRecorded<Measurement>? {
    measurements.max { $0.value.on < $1.value.on }
  }

  /// How far the measure has come from baseline to target, 0 to 1 or beyond; nil when either is
  /// no number.
  public var progress: Double? {
    guard let baseline = Double(terms.baseline), let target = Double(terms.target),
      baseline != target, let latest
    else { return nil }
    return (latest.value.value - baseline) / (target - baseline)
  }

  mutating func apply(_ event: BenefitEvent, _ entry: Entry) {
    switch event {
    case .changed(let terms, _): versions.append(SavingsRecorded(terms, entry.sequence))
    case .measured(let day, let value):
      measurements.append(SavingsRecorded(Measurement(on: day, value: value), entry.sequence))
    case .attributed(let initiative, let share):
      attributions[initiative] = SavingsRecorded(share, entry.sequence)
    case .withdrawn(let day, _): withdrawn = SavingsRecorded(day, entry.sequence)
    default: break
    }
  }
}
