// SPDX-License-Identifier: Apache-2.0

import PlanPackage

/// One set of sites as a program reads it.
public struct ConfigurationDocument: Encodable, Sendable {
  /// The open candidates.
  public let sites: [String]
  /// The id of the named configuration with these sites.
  public let id: String?
  /// Its name.
  public let name: String?
  /// The set of journey times.
  public let journeys: String
  /// The series of demand.
  public let series: String
  /// Cases a year among residents.
  public let residents: Double
  /// Mean minutes of residents' journeys; absent when somebody reaches no open site.
  public let meanMinutes: Double?
  /// The minutes within which nine residents of ten reach their site.
  public let ninetiethPercentile: Double?
  /// The longest minutes from anywhere.
  public let longestMinutes: Double?
  /// The area with the longest journey.
  public let worstArea: String
  /// Share of residents' cases within minutes, 0 to 1.
  public let within: [String: Double]
  /// What happens at each open site.
  public let units: [Unit]
  /// Residents by district.
  public let districts: [Group]
  /// Residents by tenth of deprivation.
  public let deciles: [Group]
  /// All residents and the older ones, whether ill or not; `cases` are people.
  public let ages: [Group]
  /// Gini coefficient of residents' minutes.
  public let gini: Double
  /// Minutes by which the most deprived tenth travels longer.
  public let decileGap: Double?
  /// Extra good outcomes for each hundred treated.
  public let benefitPerHundred: Double?
  /// Residents a year whose site changes.
  public let displaced: Double?
  /// Consultants needed for rotas.
  public let consultants: Double?
  /// Residents treated beyond the boundary.
  public let outward: Double
  /// Neighbours' residents treated at the candidates.
  public let inward: Double
  /// The first hurdle that it fails; absent on the shortlist and without hurdles.
  public let removedBy: String?
  /// All hurdles that it fails; absent without hurdles.
  public let failed: [String]?
  /// Whether each standard is met.
  public let standards: [Standard]

  /// An open site.
  public struct Unit: Encodable, Sendable {
    let site: String
    let isCandidate: Bool
    let volume: Double
    let residents: Double
    let neighbours: Double
    let beds: Double?
    let hyperAcuteBeds: Double?
    let nurses: Double?
  }

  /// A group of residents.
  public struct Group: Encodable, Sendable {
    let name: String
    let cases: Double
    let meanMinutes: Double?
    let longestMinutes: Double?
    let within: [String: Double]
  }

  /// A standard.
  public struct Standard: Encodable, Sendable {
    let id: String
    let isMet: Bool?
    let limit: Double
    let limitThatWouldDo: Double?
    let values: [Value]

    struct Value: Encodable, Sendable {
      let site: String?
      let value: Double
      let isMet: Bool
    }
  }

  /// Describes a configuration that has been worked out.
  public init(_ outcome: ConfigurationOutcome, _ findings: OptionsFindings) {
    let model = findings.model
    let named = model.named(outcome.open)
    let set = findings.elimination?.set(outcome.open)
    sites = outcome.open
    id = named?.id
    name = named?.name
    journeys = outcome.journeys
    series = outcome.series
    residents = outcome.residents
    meanMinutes = outcome.meanMinutes.finite
    ninetiethPercentile = outcome.ninetiethPercentile.finite
    longestMinutes = outcome.longestMinutes.finite
    worstArea = outcome.worstArea
    within = ConfigurationDocument.shares(outcome.within)
    units = outcome.sites.map {
      Unit(
        site: $0.id, isCandidate: $0.isCandidate, volume: $0.volume, residents: $0.residents,
        neighbours: $0.neighbours, beds: $0.beds, hyperAcuteBeds: $0.hyperAcuteBeds,
        nurses: $0.nurses)
    }
    districts = outcome.districts.map(ConfigurationDocument.group)
    deciles = outcome.deciles.map(ConfigurationDocument.group)
    ages = outcome.ages.map(ConfigurationDocument.group)
    gini = outcome.gini
    decileGap = outcome.decileGap?.finite
    benefitPerHundred = outcome.benefitPerHundred
    displaced = outcome.displaced
    consultants = outcome.consultants
    outward = outcome.outward
    inward = outcome.inward
    removedBy = set?.removedBy
    failed = set?.failed
    standards = model.standards.map { standard in
      let check = StandardCheck(standard, outcome, model)
      return Standard(
        id: standard.row.id, isMet: check.isKnown ? check.isMet : nil, limit: standard.limit,
        limitThatWouldDo: check.limitThatWouldDo?.finite,
        values: check.values.filter(\.value.isFinite).map {
          .init(site: $0.site, value: $0.value, isMet: $0.isMet)
        })
    }
  }

  private static func group(_ group: ConfigurationOutcome.GroupOutcome) -> Group {
    Group(
      name: group.name, cases: group.cases, meanMinutes: group.meanMinutes.finite,
      longestMinutes: group.longestMinutes.finite, within: shares(group.within))
  }

  private static func shares(_ within: [ConfigurationOutcome.Within]) -> [String: Double] {
    Dictionary(
      within.map { (ConfigurationDocument.plain($0.minutes), $0.share) },
      uniquingKeysWith: { first, _ in first })
  }

  static func plain(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
  }
}

/// Every set of sites of a service, and what became of each, as a program reads it.
public struct OptionsDocument: Encodable, Sendable {
  /// The service.
  public let service: String
  /// The candidates, in order.
  public let candidates: [String]
  /// The set of journey times.
  public let journeys: String
  /// The series of demand.
  public let series: String
  /// The hurdles in order.
  public let hurdles: [Hurdle]
  /// How many sets are on each list.
  public let lists: [String: Int]
  /// When the shortlist is empty, the single hurdles that stand in the way.
  public let obstacles: [Obstacle]
  /// The sets of sites, fewest sites first.
  public let configurations: [ConfigurationDocument]

  /// A hurdle.
  public struct Hurdle: Encodable, Sendable {
    let id: String
    let label: String
    let basis: String
    let entering: Int
    let removes: Int
    let bringsBack: [[String]]
  }

  /// A hurdle that stands in the way.
  public struct Obstacle: Encodable, Sendable {
    let id: String
    let leaves: [[String]]
    let relaxation: String?
  }

  /// Describes configurations that have been worked out.
  public init(
    _ findings: OptionsFindings, _ outcomes: [ConfigurationOutcome], journeys: String,
    series: String
  ) {
    service = findings.model.service.id
    candidates = findings.model.candidates.map(\.id)
    self.journeys = journeys
    self.series = series
    hurdles = (findings.elimination?.hurdles ?? []).map {
      Hurdle(
        id: $0.rule.id, label: $0.rule.label, basis: $0.rule.basis, entering: $0.entering,
        removes: $0.removed.count, bringsBack: $0.bringsBack.map(\.open))
    }
    lists = Dictionary(
      (findings.elimination?.lists ?? []).map { ($0.id, $0.sets.count) },
      uniquingKeysWith: { first, _ in first })
    obstacles = (findings.elimination?.obstacles ?? []).map {
      Obstacle(id: $0.rule.id, leaves: $0.leaves.map(\.open), relaxation: $0.relaxation)
    }
    configurations = outcomes.map { ConfigurationDocument($0, findings) }
  }
}

extension Double {
  /// The number, or nil when it is infinite or none, which JSON cannot say.
  var finite: Double? { isFinite ? self : nil }
}
