// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger
public import Savings

/// What happens to schemes that save money, and to the groups and pools they belong to.
///
/// The subject is the id of the scheme, of the working group, of the pool, or "programme".
public enum SchemeEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "scheme"

  case registered(SchemeTerms)
  /// Other terms from a day on; those before are kept.
  case changed(SchemeTerms, from: CivilDay, reason: ContentReference)
  /// What the scheme does to quality, as clinicians judged it.
  case assessed(QualityAssessment)
  case moved(to: SchemeStage, on: CivilDay)
  /// What was saved in a month, by the first day of the month; pounds.
  case recorded(month: CivilDay, pounds: Double)
  /// Another amount for a month that was recorded already.
  case corrected(month: CivilDay, pounds: Double, reason: ContentReference)
  /// What its owner thinks of the rest of the year.
  case forecast(SchemeForecast)
  case withdrawn(on: CivilDay, reason: ContentReference)
  /// A claim that was not recorded, because the same money is claimed elsewhere.
  case refused(SavingsDoubleClaim)
  /// The share that each colour counts for, by the name of the colour.
  case weighted([String: Double], reason: ContentReference)
  /// How far a working group has come, with its target in pounds when it has one.
  case groupMoved(to: OpportunityStage, target: Double?, on: CivilDay)
  /// How much money a pool holds; pounds a year.
  case poolSized(pounds: Double, on: CivilDay)
  /// Money of savings put to use.
  case reinvested(SavingsInvestment)
}

/// How far a scheme has come.
public enum SchemeStage: String, Codable, Sendable, CaseIterable {
  case idea
  case planned
  case inDelivery = "in-delivery"
  case delivered

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .idea: "Idea"
    case .planned: "Planned"
    case .inDelivery: "In delivery"
    case .delivered: "Delivered"
    }
  }

  /// Whether no scheme comes here without an assessment of quality.
  public var needsAssessment: Bool { self == .inDelivery || self == .delivered }
}

/// What a scheme does to quality, as clinicians judged it.
public struct QualityAssessment: Codable, Sendable, Equatable {
  /// The day of the judgement.
  public var on: CivilDay
  /// Risk by subject, from 1 to 25: consequence times likelihood.
  public var risks: [Subject: Int]
  /// Whether the scheme may go on.
  public var outcome: Outcome
  /// Why, in words.
  public var summary: ContentReference

  /// A judgement of a day.
  public init(
    on: CivilDay, risks: [Subject: Int], outcome: Outcome, summary: ContentReference
  ) {
    self.on = on
    self.risks = risks
    self.outcome = outcome
    self.summary = summary
  }

  /// What is judged.
  public enum Subject: String, Codable, CodingKeyRepresentable, Sendable, CaseIterable {
    case safety
    case effectiveness
    case experience
    case fairness

    /// The words for it on a page.
    public var label: String {
      switch self {
      case .safety: "Safety of patients"
      case .effectiveness: "How well care works"
      case .experience: "What patients live through"
      case .fairness: "Fairness between people"
      }
    }
  }

  /// What the judgement comes to.
  public enum Outcome: String, Codable, Sendable, CaseIterable {
    case accepted
    case conditional
    case refused

    /// The words for it on a page.
    public var label: String {
      switch self {
      case .accepted: "May go on"
      case .conditional: "May go on, on conditions"
      case .refused: "May not go on"
      }
    }
  }
}

/// What the owner of a scheme thinks of the rest of the year.
public struct SchemeForecast: Codable, Sendable, Equatable {
  /// A day of the last month that is over.
  public var through: CivilDay
  /// How the months to come are forecast.
  public var method: ForecastMethod
  /// The share of the plan that is counted on.
  public var confidence: Double
  /// How sure it is.
  public var colour: SavingsConfidence
  /// The outturn that the owner states, in pounds, when there is one.
  public var stated: Double?

  /// A forecast at the end of a month.
  public init(
    through: CivilDay, method: ForecastMethod, confidence: Double, colour: SavingsConfidence,
    stated: Double? = nil
  ) {
    self.through = through
    self.method = method
    self.confidence = confidence
    self.colour = colour
    self.stated = stated
  }
}

/// The same money claimed in two places.
public struct SavingsDoubleClaim: Codable, Sendable, Equatable {
  /// What was to be recorded.
  public var claim: String
  /// Where it was claimed first.
  public var earlier: String
  /// The id of the scheme or benefit that has it.
  public var earlierID: String
  /// What both claim.
  public var what: String

  /// Both places in words.
  public init(claim: String, earlier: String, earlierID: String, what: String) {
    self.claim = claim
    self.earlier = earlier
    self.earlierID = earlierID
    self.what = what
  }

  /// The refusal in one sentence with both places.
  public var sentence: String {
    "Claimed twice: \(claim) claims \(what), which \(earlier) claims already. "
      + "Change one of them, or withdraw it first."
  }
}

/// Money of savings put to use.
public struct SavingsInvestment: Codable, Sendable, Equatable {
  /// The random id.
  public var id: String
  /// A day of the month.
  public var month: CivilDay
  /// Pounds.
  public var pounds: Double
  /// What it is for, in plain English.
  public var purpose: String
  /// The id of the workstream that it goes to.
  public var workstream: String

  /// Money for a purpose.
  public init(id: String, month: CivilDay, pounds: Double, purpose: String, workstream: String) {
    self.id = id
    self.month = month
    self.pounds = pounds
    self.purpose = purpose
    self.workstream = workstream
  }
}
