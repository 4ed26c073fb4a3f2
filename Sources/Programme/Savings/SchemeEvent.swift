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

/// What a scheme is: whose, out of which money, how much and from when.
public struct SchemeTerms: Codable, Sendable, Equatable {
  /// The scheme in plain English.
  public var title: String
  /// The id of the organisation whose money it saves.
  public var organisation: String
  /// The id of the working group.
  public var group: String
  /// The id of the pool that it is saved from.
  public var pool: String
  /// What makes the saving, such as price or volume.
  public var driver: String
  /// Whether it is saved again each year.
  public var isRecurrent = true
  /// Whether money is free to be spent on something else.
  public var isCashReleasing = true
  /// A day of the first month of the saving.
  public var start: CivilDay
  /// Pounds in a full year; for a scheme that is not recurrent, pounds in its one year.
  public var fullYear: Double
  /// Pounds in the first financial year, when they are not in proportion.
  public var firstYear: Double?
  /// Pounds in each month of the first financial year from the start, when they are planned so.
  public var monthly: [Double]?
  /// Pounds that it costs each year.
  public var investmentYearly = 0.0
  /// Pounds that it costs once.
  public var investmentOnce = 0.0
  /// The id of the member who loses income by it.
  public var lossMember: String?
  /// Pounds of income a year that this member loses.
  public var lossIncome: Double?
  /// Pounds of cost a year that this member takes out.
  public var lossCostRemoved: Double?

  /// Terms of a recurrent, cash-releasing scheme that costs nothing.
  public init(
    title: String, organisation: String, group: String, pool: String, driver: String,
    start: CivilDay, fullYear: Double
  ) {
    self.title = title
    self.organisation = organisation
    self.group = group
    self.pool = pool
    self.driver = driver
    self.start = start
    self.fullYear = fullYear
  }

  /// The plan month by month; nothing when an amount is not a number.
  public var profile: SavingsProfile? {
    let month = start.savingsMonth
    if let monthly, !monthly.isEmpty {
      let later = isRecurrent ? [fullYear / 12] : []
      return try? SavingsProfile(
        start: month, monthly: monthly + later, isRecurrent: isRecurrent)
    }
    let left = SavingsMonth.april(month.financialYear + 1).number - month.number
    let first = firstYear ?? (isRecurrent ? fullYear / 12 * Double(left) : fullYear)
    return try? SavingsProfile.phased(
      firstYear: first, annual: fullYear, from: month, isRecurrent: isRecurrent)
  }

  /// What it does to its organisation and to the one that loses income, in a full year.
  public func effect(_ scheme: String) -> SchemeEffect {
    SchemeEffect(
      scheme: scheme, member: organisation, saving: isRecurrent ? fullYear : 0,
      investment: isRecurrent ? investmentYearly : 0,
      loss: isRecurrent
        ? lossMember.map {
          .init(member: $0, income: lossIncome ?? 0, costRemoved: lossCostRemoved ?? 0)
        } : nil)
  }
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

extension CivilDay {
  /// The month that the day is in.
  public var savingsMonth: SavingsMonth {
    let (year, month, _) = parts
    return SavingsMonth(year: year, month: month)
  }
}

extension SavingsMonth {
  /// The first day of the month.
  public var firstDay: CivilDay {
    CivilDay(year: year, month: month, day: 1) ?? CivilDay(number: 0)
  }

  /// Such as "April 2017".
  public var text: String {
    firstDay.text.split(separator: " ").dropFirst().joined(separator: " ")
  }

  /// Such as "2017-04".
  public var key: String { String(firstDay.iso.dropLast(3)) }

  /// A month from "2017-04", or nil.
  public init?(key: String) {
    guard let day = CivilDay(key + "-01") else { return nil }
    self = day.savingsMonth
  }

  /// Such as "2017-18".
  public var financialYearText: String { SavingsMonth.text(ofFinancialYear: financialYear) }

  /// A financial year such as "2017-18".
  public static func text(ofFinancialYear year: Int) -> String {
    let next = (year + 1) % 100
    return "\(year)-" + (next < 10 ? "0" : "") + "\(next)"
  }
}
