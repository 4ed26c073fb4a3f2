// SPDX-License-Identifier: Apache-2.0

/// Tests of one class that one site sends to a hub.
public struct PathologyMove: Sendable, Equatable {
  /// The site that asks for them.
  public let from: String
  /// The hub that does them.
  public let to: String
  /// The class.
  public let testClass: String
  /// Tests a year.
  public let tests: Double
  /// Pounds a year to carry them.
  public let transport: Double
}

/// What a set of hubs costs a year.
public struct PathologyPlan: Sendable, Equatable {
  /// What a site becomes.
  public enum Laboratory: String, Sendable {
    /// Does its own tests and those of others.
    case hub
    /// Does only what cannot be moved in time.
    case essential
    /// Does no test any more.
    case closed
    /// As before: every test of its own and no other.
    case unchanged
  }

  /// The hubs, in the order of the sites; empty for the network as it is.
  public let hubs: [String]
  /// Pounds a year that do not depend on tests.
  public let fixed: Double
  /// Pounds a year for tests.
  public let variable: Double
  /// Pounds a year for carrying samples.
  public let transport: Double
  /// Pounds of fixed cost that stay in the first year though the laboratory is smaller.
  public let stranded: Double

  /// Pounds a year once stranded cost is gone.
  public var total: Double { fixed + variable + transport }
  /// Pounds in the first year.
  public var firstYear: Double { total + stranded }
}

/// The choice of hubs, by trying every set of them.
///
/// A laboratory costs `C = F + Σ c × v^b` over its classes of tests. A site sends a class of tests
/// to the hub that is cheapest to reach, then nearest, among those that can report in time
/// (carrying + analysis within the limit); if there is none, it keeps them in an essential-services
/// laboratory. Tests of one class of one site go to one place. Under these rules the best set is
/// exact: all 2ⁿ − 1 sets are worked out.
public struct PathologyChoice: Sendable {
  /// More sites that may be hubs than this are too many to try every set.
  public static let mostHubs = 12
  /// More pairs of a site and a class with tests than this take too long for every set.
  public static let mostVolumes = 3000

  /// A site and what it becomes.
  public struct Place: Sendable, Equatable {
    /// The name of the site.
    public let site: String
    /// What it becomes.
    public let laboratory: PathologyPlan.Laboratory
  }

  /// The network as it is: every site does all of its own tests.
  public let before: PathologyPlan
  /// Every set of hubs, cheapest first by yearly cost; of two as cheap, the one with fewer hubs.
  public let plans: [PathologyPlan]
  /// What each site becomes under the cheapest, in the order of the sites.
  public let places: [Place]
  /// What is carried under the cheapest, in the order of sites and classes.
  public let moves: [PathologyMove]
  /// What was left out, and why.
  public let excluded: [ExcludedInput]

  /// The cheapest.
  public var best: PathologyPlan { plans.first ?? before }
  /// Pounds a year that the cheapest saves; below 0 when nothing is as cheap as now.
  public var saving: Double { before.total - best.total }
  /// The same in the first year.
  public var firstYearSaving: Double { before.total - best.firstYear }

  /// Tries every set of hubs.
  ///
  /// - Throws: `ProductivityError`.
  public init(_ network: PathologyNetwork) throws(ProductivityError) {
    let model = try PathologyModel(network)
    let candidates = network.sites.indices.filter { network.sites[$0].mayBeHub }
    guard !candidates.isEmpty else {
      throw .missing(what: "site that may be a hub", advice: "Say which sites may be hubs.")
    }
    guard candidates.count <= Self.mostHubs else {
      throw .tooMany(
        what: "sites that may be hubs", found: candidates.count, most: Self.mostHubs,
        advice: "Every set of them is tried: leave out those that nobody would choose.")
    }
    let sets = (1..<(1 << candidates.count)).map { mask in
      candidates.indices.filter { mask & (1 << $0) != 0 }.map { candidates[$0] }
    }
    before = model.unchanged
    let tried = sets.map { (hubs: $0, plan: model.plan($0)) }.sorted { one, other in
      (one.plan.total, one.hubs.count) < (other.plan.total, other.hubs.count)
    }
    plans = tried.map(\.plan)
    places = model.places(tried[0].hubs)
    moves = model.moves(tried[0].hubs)
    excluded = model.excluded
  }
}
