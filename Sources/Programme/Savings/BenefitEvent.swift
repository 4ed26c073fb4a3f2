// SPDX-License-Identifier: Apache-2.0

public import Engagement
public import Ledger

/// What happens to benefits; the subject is the id of the benefit.
public enum BenefitEvent: EventFamily {
  /// The permanent name of the family.
  public static let family = "benefit"

  case registered(BenefitTerms)
  /// Other terms; those before are kept.
  case changed(BenefitTerms, reason: ContentReference)
  /// The measure on a day.
  case measured(on: CivilDay, value: Double)
  /// How much of it an enabling initiative is given, from 0 to 1.
  case attributed(initiative: String, share: Double)
  case withdrawn(on: CivilDay, reason: ContentReference)
  /// A benefit that was not recorded, because it is claimed elsewhere.
  case refused(SavingsDoubleClaim)
}

/// Who or what gains.
public enum BenefitCategory: String, Codable, Sendable, CaseIterable {
  case patients
  case staff
  case organisations
  case `public`

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .patients: "Patients"
    case .staff: "Staff"
    case .organisations: "Organisations"
    case .public: "The public"
    }
  }
}

/// What kind of benefit it is, in the classes of the Treasury's register.
public enum BenefitKind: String, Codable, Sendable, CaseIterable {
  case cashReleasing = "cash-releasing"
  case nonCashReleasing = "non-cash-releasing"
  case quantifiable
  case qualitative

  /// The words for it on a page.
  public var label: String {
    switch self {
    case .cashReleasing: "Releases cash"
    case .nonCashReleasing: "Worth money, releases no cash"
    case .quantifiable: "Can be counted"
    case .qualitative: "Can be described"
    }
  }
}

/// A benefit with the fields of a benefits register (HM Treasury, the Green Book's guidance on
/// business cases).
public struct BenefitTerms: Codable, Sendable, Equatable {
  /// The benefit in plain English.
  public var description: String
  /// Who or what gains.
  public var category: BenefitCategory
  /// What kind it is.
  public var kind: BenefitKind
  /// The enabling project that it comes from.
  public var initiative = ""
  /// The feature of the service that brings it.
  public var feature = ""
  /// What it may cost.
  public var costs = ""
  /// What has to be done for it.
  public var activities = ""
  /// The office responsible; never the name of a person.
  public var owner = ""
  /// The id of the organisation that gains, or empty.
  public var organisation = ""
  /// The id of the working group, or empty.
  public var group = ""
  /// How it is measured.
  public var measure = ""
  /// The measure at the start.
  public var baseline = ""
  /// The measure aimed at.
  public var target = ""
  /// Pounds in a full year, when it is worth money.
  public var fullYearValue: Double?
  /// When it is expected, in words.
  public var timescale = ""
  /// The first day for which it is claimed; nil for always.
  public var from: CivilDay?
  /// The last day for which it is claimed; nil for ever.
  public var to: CivilDay?
  /// The id of the scheme whose money it is, when it is one's.
  public var scheme: String?

  /// A benefit of a category and kind.
  public init(description: String, category: BenefitCategory, kind: BenefitKind) {
    self.description = description
    self.category = category
    self.kind = kind
  }
}
