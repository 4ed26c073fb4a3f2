// SPDX-License-Identifier: Apache-2.0

/// Claims of schemes on a tree of cost pools, cut into cells in which every pound lies once.
///
/// A cell is a leaf of the tree, in one population and one period. A claim on a pool is a claim of
/// the same share on every leaf below it, so that it touches each in proportion to its money; a
/// claim of pounds is first made a share of all the money it touches. A claim without a population
/// or a period touches the cells of all of them. In a cell, claims are taken as independent: each
/// takes its share of what the others leave.
public struct OverlapModel: Sendable {
  /// Schemes in the order of their first claim.
  public let schemes: [String]
  let cells: [Cell]

  /// One cell that at least one scheme claims.
  struct Cell: Sendable {
    let leaf: String
    let isRest: Bool
    let population: String
    let period: String
    let amount: Double
    let reducible: Double?
    /// The share of each scheme here, by its place in `schemes`, in that order; several claims of
    /// one scheme are combined.
    let shares: [(scheme: Int, share: Double, gross: Double)]
  }

  /// The name of what is in no named population, or in no named period.
  public static let others = "others"

  /// Cuts money into cells.
  ///
  /// `populations` and `periods` divide all money by name; what they leave is ``others``.
  /// - Throws: `OverlapFaults` with everything that is wrong.
  public init(
    pools: [OverlapPool], claims: [OverlapClaim], populations: [OverlapPart] = [],
    periods: [OverlapPart] = []
  ) throws(OverlapFaults) {
    let tree = try OverlapTree(pools)
    var cutting = OverlapCutting(
      tree, OverlapCutting.whole(populations), OverlapCutting.whole(periods))
    cutting.check(populations, "populations")
    cutting.check(periods, "periods")
    for claim in claims { cutting.take(claim) }
    guard cutting.faults.isEmpty else { throw OverlapFaults(faults: cutting.faults) }
    schemes = cutting.schemes
    cells = cutting.cells
  }
}

/// Puts claims into cells, and notes what is wrong.
private struct OverlapCutting {
  private struct Place: Hashable {
    let leaf: Int
    let population: Int
    let period: Int
  }

  private let tree: OverlapTree
  private let populations: [OverlapPart]
  private let periods: [OverlapPart]
  private var claimed: [Place: [Int: [Double]]] = [:]
  private(set) var schemes: [String] = []
  private var places: [String: Int] = [:]
  private(set) var faults: [SavingsError] = []

  init(_ tree: OverlapTree, _ populations: [OverlapPart], _ periods: [OverlapPart]) {
    self.tree = tree
    self.populations = populations
    self.periods = periods
  }

  /// The parts, and what they leave.
  static func whole(_ parts: [OverlapPart]) -> [OverlapPart] {
    let rest = 1 - parts.reduce(0) { $0 + $1.share }
    return rest > 1e-12 ? parts + [OverlapPart(OverlapModel.others, share: rest)] : parts
  }

  mutating func check(_ parts: [OverlapPart], _ word: String) {
    let sum = parts.reduce(0) { $0 + $1.share }
    let isSound = parts.allSatisfy { (0...1).contains($0.share) } && sum <= 1 + 1e-9
    if !isSound {
      faults.append(
        SavingsError("The \(word) have shares that come to \(sum). Give 0 to 1, at most 1."))
    }
    if Set(parts.map(\.name)).count < parts.count {
      faults.append(SavingsError("Two of the \(word) have one name. Rename one."))
    }
  }

  mutating func take(_ claim: OverlapClaim) {
    guard let cells = touched(by: claim) else { return }
    let money = cells.reduce(0) { $0 + amount($1) }
    guard let share = share(of: claim, money) else { return }
    let scheme = place(of: claim.scheme)
    for cell in cells where share > 0 {
      claimed[cell, default: [:]][scheme, default: []].append(share)
    }
  }

  private mutating func place(of scheme: String) -> Int {
    if let place = places[scheme] { return place }
    places[scheme] = schemes.count
    schemes.append(scheme)
    return schemes.count - 1
  }

  /// The cells that a claim touches, or nil when it names what is not there.
  private mutating func touched(by claim: OverlapClaim) -> [Place]? {
    guard tree.knows(claim.pool) else {
      faults.append(
        SavingsError("\(claim.scheme) claims from \(claim.pool), which is no pool."))
      return nil
    }
    guard let people = find(claim.population, populations, claim, "population"),
      let times = find(claim.period, periods, claim, "period")
    else { return nil }
    let leaves = tree.leaves.indices.filter { tree.leaves[$0].lineage.contains(claim.pool) }
    return leaves.flatMap { leaf in
      people.flatMap { population in
        times.map { Place(leaf: leaf, population: population, period: $0) }
      }
    }
  }

  private mutating func find(
    _ name: String?, _ parts: [OverlapPart], _ claim: OverlapClaim, _ word: String
  ) -> [Int]? {
    guard let name else { return Array(parts.indices) }
    if let place = parts.firstIndex(where: { $0.name == name }) { return [place] }
    faults.append(
      SavingsError("\(claim.scheme) is about the \(word) \(name), which is not defined."))
    return nil
  }

  private mutating func share(of claim: OverlapClaim, _ money: Double) -> Double? {
    switch claim.extent {
    case .share(let share):
      if (0...1).contains(share) { return share }
      faults.append(
        SavingsError("\(claim.scheme) claims a share of \(share). Give 0 to 1."))
    case .amount(let amount):
      if amount == 0 { return 0 }
      if amount > 0, amount <= money * (1 + 1e-9) { return min(1, amount / money) }
      faults.append(
        SavingsError(
          "\(claim.scheme) claims £\(amount) from \(claim.pool), where what it is about holds "
            + "£\(money). Give no more than that."))
    }
    return nil
  }

  private func amount(_ cell: Place) -> Double {
    tree.leaves[cell.leaf].amount * populations[cell.population].share
      * periods[cell.period].share
  }

  /// The claimed cells, in the order of leaves, populations and periods.
  var cells: [OverlapModel.Cell] {
    let order = claimed.keys.sorted {
      ($0.leaf, $0.population, $0.period) < ($1.leaf, $1.population, $1.period)
    }
    return order.map { place in
      let leaf = tree.leaves[place.leaf]
      let shares = (claimed[place] ?? [:]).sorted { $0.key < $1.key }.map { scheme, parts in
        (scheme, 1 - parts.reduce(1) { $0 * (1 - $1) }, parts.reduce(0, +))
      }
      return OverlapModel.Cell(
        leaf: leaf.pool, isRest: leaf.isRest, population: populations[place.population].name,
        period: periods[place.period].name, amount: amount(place), reducible: leaf.reducible,
        shares: shares)
    }
  }
}
