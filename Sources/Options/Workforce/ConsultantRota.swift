// SPDX-License-Identifier: Apache-2.0

/// The consultants in post at a site.
public struct SiteConsultants: Equatable, Sendable {
  /// The code of the site.
  public let site: String
  /// The consultants who could be on its rota.
  public let consultants: Double

  /// States who is in post; ``ConsultantRota`` checks it.
  public init(site: String, consultants: Double) {
    self.site = site
    self.consultants = consultants
  }
}

/// The consultants that a site must have so that one is always on call.
public struct ConsultantRota: Equatable, Sendable {
  /// The fewest consultants on one site's rota.
  public let minimumPerSite: Int

  /// States the smallest rota.
  ///
  /// - Throws: `WorkforceError.emptyRota`.
  public init(minimumPerSite: Int) throws(WorkforceError) {
    guard minimumPerSite > 0 else { throw .emptyRota(minimumPerSite: minimumPerSite) }
    self.init(checked: minimumPerSite)
  }

  private init(checked minimumPerSite: Int) { self.minimumPerSite = minimumPerSite }

  /// A thrombolysis rota of six, the least that the Royal College of Physicians recommends for a
  /// hyper-acute stroke unit.
  public static let hyperAcuteStroke = ConsultantRota(checked: 6)

  /// Compares the consultants in post at the open sites with what their rotas need.
  ///
  /// - Parameters:
  ///   - sites: the open sites with their own consultants; none for a site is 0.
  ///   - others: consultants in post elsewhere who could move to any of them.
  /// - Returns: the need, the supply and where they don't meet.
  /// - Throws: `WorkforceError.notZeroOrMore` or `.repeatedSite`.
  public func check(
    _ sites: [SiteConsultants], others: Double = 0
  ) throws(WorkforceError) -> RotaCheck {
    try WorkforceCheck.zeroOrMore("consultants elsewhere", others)
    var seen: Set<String> = []
    for site in sites {
      try WorkforceCheck.zeroOrMore("consultants at '\(site.site)'", site.consultants)
      guard seen.insert(site.site).inserted else { throw .repeatedSite(site.site) }
    }
    return RotaCheck(minimumPerSite: minimumPerSite, sites: sites, others: others)
  }
}

/// How far the consultants there are go towards the rotas that are needed.
public struct RotaCheck: Equatable, Sendable {
  /// A site that doesn't have enough consultants of its own.
  public struct Shortfall: Equatable, Sendable {
    /// The code of the site.
    public let site: String
    /// The consultants it has.
    public let inPost: Double
    /// The consultants it lacks.
    public let gap: Double
  }

  /// The fewest consultants on one site's rota.
  public let minimumPerSite: Int
  /// The open sites with their own consultants.
  public let sites: [SiteConsultants]
  /// The consultants elsewhere who could move.
  public let others: Double

  /// The consultants that the rotas of all sites need.
  public var needed: Double { Double(minimumPerSite) * Double(sites.count) }

  /// All consultants there are.
  public var supply: Double { sites.reduce(others) { $0 + $1.consultants } }

  /// The consultants to recruit even if everybody moved to where they are needed.
  public var gap: Double { max(0, needed - supply) }

  /// The share of the need that the supply meets, at most 1; also 1 when no site is open.
  public var shareMet: Double { supply >= needed ? 1 : supply / needed }

  /// The sites that can't meet a rota with their own consultants, in the order given.
  public var sitesBelowMinimum: [Shortfall] {
    sites.filter { $0.consultants < Double(minimumPerSite) }.map {
      Shortfall(
        site: $0.site, inPost: $0.consultants, gap: Double(minimumPerSite) - $0.consultants)
    }
  }

  /// The most sites for which the supply makes full rotas, if everybody moved.
  public var mostSitesOnSupply: Double { (supply / Double(minimumPerSite)).rounded(.down) }
}
