// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger
public import Savings
import Foundation

/// A value with the entry of the ledger that set it.
public struct SavingsRecorded<Value: Sendable & Equatable>: Sendable, Equatable {
  /// The value.
  public let value: Value
  /// The place of the entry in the chain; 0 when the plan says it.
  public let entry: Int64

  /// A value and its entry.
  public init(_ value: Value, _ entry: Int64) {
    self.value = value
    self.entry = entry
  }
}

/// Every scheme so far.
public struct SchemeState: Fold {
  /// The events of this state.
  public typealias Event = SchemeEvent
  /// Schemes in the order of registration.
  public private(set) var schemes: [SchemeRecord] = []
  private var places: [String: Int] = [:]
  /// The stage and target of working groups that moved, by id.
  public private(set) var groups: [String: SavingsRecorded<SavingsGroupMove>] = [:]
  /// The size of pools, in pounds a year, by id.
  public private(set) var pools: [String: SavingsRecorded<Double>] = [:]
  /// The weights of colours; nil until somebody chose some.
  public private(set) var weights: SavingsRecorded<[String: Double]>?
  /// Money put to use.
  public private(set) var investments: [SavingsRecorded<SavingsInvestment>] = []
  /// Claims that were not recorded, with the day of each.
  public private(set) var refusals: [SavingsRecorded<SavingsDoubleClaim>] = []

  /// Nothing has happened yet.
  public init() {}

  /// Takes one more event into account.
  public mutating func apply(_ event: SchemeEvent, _ entry: Entry) {
    switch event {
    case .registered(let terms):
      guard places[entry.subject] == nil else { return }
      places[entry.subject] = schemes.count
      schemes.append(SchemeRecord(entry.subject, terms, entry))
    case .weighted(let shares, _): weights = SavingsRecorded(shares, entry.sequence)
    case .groupMoved(let stage, let target, let day):
      groups[entry.subject] = SavingsRecorded(
        SavingsGroupMove(stage: stage, target: target, on: day), entry.sequence)
    case .poolSized(let pounds, _): pools[entry.subject] = SavingsRecorded(pounds, entry.sequence)
    case .reinvested(let investment):
      investments.append(SavingsRecorded(investment, entry.sequence))
    case .refused(let claim): refusals.append(SavingsRecorded(claim, entry.sequence))
    default:
      if let place = places[entry.subject] { schemes[place].apply(event, entry) }
    }
  }

  /// A scheme by its id.
  public func scheme(_ id: String) -> SchemeRecord? { places[id].map { schemes[$0] } }

  /// The weights in force.
  public var currentWeights: SavingsWeights {
    guard let weights else { return .starting }
    let shares = weights.value.compactMap { name, share in
      SavingsConfidence(rawValue: name).map { ($0, share) }
    }
    return (try? SavingsWeights(Dictionary(shares, uniquingKeysWith: { $1 }))) ?? .starting
  }
}

/// How far a working group has come.
public struct SavingsGroupMove: Sendable, Equatable {
  /// The stage.
  public let stage: OpportunityStage
  /// Its target in pounds a year, when it has one.
  public let target: Double?
  /// The day of the move.
  public let on: CivilDay
}

/// One scheme so far.
public struct SchemeRecord: Sendable, Equatable {
  /// The id.
  public let id: String
  /// Every version of its terms, oldest first.
  public private(set) var versions: [Version]
  /// The last assessment of quality.
  public private(set) var assessment: SavingsRecorded<QualityAssessment>?
  /// The stage it is at.
  public private(set) var stage: SavingsRecorded<SchemeStage>
  /// When it came to that stage.
  public private(set) var stageDay: CivilDay
  /// Pounds saved by month.
  public private(set) var actuals: [SavingsMonth: SavingsRecorded<Double>] = [:]
  /// Months whose amount was corrected.
  public private(set) var corrected: Set<SavingsMonth> = []
  /// What its owner last thought of the rest of the year.
  public private(set) var forecast: SavingsRecorded<SchemeForecast>?
  /// When and why it was withdrawn.
  public private(set) var withdrawal: SavingsRecorded<Withdrawal>?

  /// Terms from a day on.
  public struct Version: Sendable, Equatable {
    /// The terms.
    public let terms: SchemeTerms
    /// The first day of them.
    public let from: CivilDay
    /// Why they changed; nil for the first.
    public let reason: ContentReference?
    /// The entry that set them; 0 when the plan says it.
    public let entry: Int64
  }

  /// When and why a scheme was withdrawn.
  public struct Withdrawal: Sendable, Equatable {
    /// The day.
    public let on: CivilDay
    /// The reason, which stands beside the chain.
    public let reason: ContentReference
  }

  init(_ id: String, _ terms: SchemeTerms, _ entry: Entry) {
    self.id = id
    let day = LondonTime.day(entry.time)
    versions = [Version(terms: terms, from: day, reason: nil, entry: entry.sequence)]
    stage = SavingsRecorded(.idea, entry.sequence)
    stageDay = day
  }

  /// A scheme that the plan has, and of which nothing was recorded.
  public init(_ planned: SavingsPlannedScheme) {
    id = planned.id
    versions = [Version(terms: planned.terms, from: planned.terms.start, reason: nil, entry: 0)]
    stage = SavingsRecorded(.planned, 0)
    stageDay = planned.terms.start
  }

  /// The terms in force.
  public var terms: SchemeTerms { versions[versions.count - 1].terms }

  /// The entry that set the terms in force.
  public var termsEntry: Int64 { versions[versions.count - 1].entry }

  /// Whether it was not withdrawn.
  public var isLive: Bool { withdrawal == nil }

  /// Whether quality was judged, so that it may go to delivery.
  public var mayBeDelivered: Bool { assessment.map { $0.value.outcome != .refused } ?? false }

  /// Whether it became another scheme after quality was judged; a later start alone is none.
  public var isAssessmentStale: Bool {
    guard let assessment, let judged = versions.last(where: { $0.entry < assessment.entry }) else {
      return false
    }
    var then = judged.terms
    then.start = terms.start
    then.title = terms.title
    return then != terms
  }

  /// The first day of the terms it was registered with, kept for ever: how late it now is.
  public var slippedMonths: Int {
    versions[versions.count - 1].terms.start.savingsMonth.number
      - versions[0].terms.start.savingsMonth.number
  }

  /// Plan and record up to the end of a month; nil when the plan is no profile.
  public func tracking(through month: SavingsMonth) -> SavingsTracking? {
    terms.profile.map {
      SavingsTracking(profile: $0, actuals: actuals.mapValues(\.value), through: month)
    }
  }

  mutating func apply(_ event: SchemeEvent, _ entry: Entry) {
    let sequence = entry.sequence
    switch event {
    case .changed(let terms, let day, let reason):
      versions.append(Version(terms: terms, from: day, reason: reason, entry: sequence))
    case .assessed(let given): assessment = SavingsRecorded(given, sequence)
    case .moved(let next, let day):
      stage = SavingsRecorded(next, sequence)
      stageDay = day
    case .recorded(let month, let pounds):
      actuals[month.savingsMonth] = SavingsRecorded(pounds, sequence)
    case .corrected(let month, let pounds, _):
      actuals[month.savingsMonth] = SavingsRecorded(pounds, sequence)
      corrected.insert(month.savingsMonth)
    case .forecast(let given): forecast = SavingsRecorded(given, sequence)
    case .withdrawn(let day, let reason):
      withdrawal = SavingsRecorded(Withdrawal(on: day, reason: reason), sequence)
    default: break
    }
  }
}
