// SPDX-License-Identifier: Apache-2.0

/// A network by numbers of sites and classes.
struct PathologyModel {
  let excluded: [ExcludedInput]
  private let network: PathologyNetwork
  /// Tests by site, then class.
  private let tests: [[Double]]
  /// By site, then class: the sites that can report in time, the cheapest to reach first.
  private let ways: [[[Way]]]

  /// A site that can be reached, and how.
  struct Way {
    let place: Int
    let route: PathologyRoute
  }

  init(_ network: PathologyNetwork) throws(ProductivityError) {
    self.network = network
    try Self.check(network)
    let sites = try Self.places(network.sites.map(\.name), "site")
    let classes = try Self.places(network.classes.map(\.name), "class of tests")
    var tests = network.sites.map { _ in network.classes.map { _ in 0.0 } }
    var excluded: [ExcludedInput] = []
    for volume in network.volumes {
      guard let site = sites[volume.site] else {
        throw .unknown(what: "site", name: volume.site)
      }
      guard let kind = classes[volume.testClass] else {
        throw .unknown(what: "class of tests", name: volume.testClass)
      }
      if volume.tests > 0 {
        tests[site][kind] += volume.tests
      } else {
        excluded.append(
          ExcludedInput("\(volume.site), \(volume.testClass)", "has no tests above 0"))
      }
    }
    if !tests.contains(where: { $0.contains { $0 > 0 } }) {
      throw .nothingLeft(of: "tests", excluded: excluded)
    }
    var routes: [[PathologyRoute?]] = network.sites.map { _ in network.sites.map { _ in nil } }
    for route in network.routes {
      guard let from = sites[route.from] else { throw .unknown(what: "site", name: route.from) }
      guard let to = sites[route.to] else { throw .unknown(what: "site", name: route.to) }
      routes[from][to] = route
      routes[to][from] = route
    }
    let pairs = tests.reduce(0) { $0 + $1.count { $0 > 0 } }
    guard pairs <= PathologyChoice.mostVolumes else {
      throw .tooMany(
        what: "pairs of a site and a class of tests", found: pairs,
        most: PathologyChoice.mostVolumes, advice: "Put classes that are alike together.")
    }
    self.tests = tests
    ways = routes.map { own in network.classes.map { Self.ways(own, $0) } }
    self.excluded = excluded
  }

  private static func check(_ network: PathologyNetwork) throws(ProductivityError) {
    guard (0...1).contains(network.strandedShare) else {
      throw .outOfRange(
        what: "the share of fixed cost that stays", found: network.strandedShare * 100,
        expected: "0 to 100 per cent")
    }
    for site in network.sites where !(site.fullCost >= 0) || !(site.essentialCost >= 0) {
      throw .outOfRange(
        what: "a fixed cost of \(site.name)", found: min(site.fullCost, site.essentialCost),
        expected: "pounds from 0")
    }
    for kind in network.classes where !(0...1.5).contains(kind.scaleExponent) {
      throw .outOfRange(
        what: "the exponent of \(kind.name)", found: kind.scaleExponent,
        expected: "0 to 1.5; below 1 for economies of scale")
    }
    for kind in network.classes where !(kind.unitCost >= 0) {
      throw .outOfRange(
        what: "the unit cost of \(kind.name)", found: kind.unitCost, expected: "pounds from 0")
    }
    for route in network.routes where !(route.minutes >= 0) || !(route.costPerTest >= 0) {
      throw .outOfRange(
        what: "the way from \(route.from) to \(route.to)",
        found: min(route.minutes, route.costPerTest), expected: "minutes and pounds from 0")
    }
  }

  private static func places(
    _ names: [String], _ what: String
  ) throws(ProductivityError) -> [String: Int] {
    var places: [String: Int] = [:]
    for (place, name) in names.enumerated() where places.updateValue(place, forKey: name) != nil {
      throw .repeated(what: what, name: name)
    }
    return places
  }

  /// Every site does its own tests.
  var unchanged: PathologyPlan {
    PathologyPlan(
      hubs: [], fixed: network.sites.reduce(0) { $0 + $1.fullCost }, variable: variableCost(tests),
      transport: 0, stranded: 0)
  }

  /// What the network costs with some sites as hubs.
  func plan(_ hubs: [Int]) -> PathologyPlan {
    let isHub = network.sites.indices.map(hubs.contains)
    var done = network.sites.map { _ in network.classes.map { _ in 0.0 } }
    var transport = 0.0
    forEachVolume(isHub) { site, kind, hub in
      done[hub?.place ?? site][kind] += tests[site][kind]
      if let hub { transport += tests[site][kind] * hub.route.costPerTest }
    }
    var (fixed, stranded) = (0.0, 0.0)
    for (place, site) in network.sites.enumerated() {
      let cost = fixedCost(site, laboratory(isHub[place], done[place]))
      fixed += cost
      stranded += max(0, site.fullCost - cost) * network.strandedShare
    }
    return PathologyPlan(
      hubs: hubs.map { network.sites[$0].name }, fixed: fixed, variable: variableCost(done),
      transport: transport, stranded: stranded)
  }

  /// What each site becomes.
  func places(_ hubs: [Int]) -> [PathologyChoice.Place] {
    let isHub = network.sites.indices.map(hubs.contains)
    var done = network.sites.map { _ in network.classes.map { _ in 0.0 } }
    forEachVolume(isHub) { done[$2?.place ?? $0][$1] += tests[$0][$1] }
    return network.sites.indices.map { place in
      PathologyChoice.Place(
        site: network.sites[place].name, laboratory: laboratory(isHub[place], done[place]))
    }
  }

  /// What is carried.
  func moves(_ hubs: [Int]) -> [PathologyMove] {
    var moves: [PathologyMove] = []
    forEachVolume(network.sites.indices.map(hubs.contains)) { site, kind, hub in
      guard let hub else { return }
      moves.append(
        PathologyMove(
          from: network.sites[site].name, to: network.sites[hub.place].name,
          testClass: network.classes[kind].name, tests: tests[site][kind],
          transport: tests[site][kind] * hub.route.costPerTest))
    }
    return moves
  }

  /// Tells of each site and class with tests the hub that does them, or nil where they stay.
  private func forEachVolume(_ isHub: [Bool], _ tell: (Int, Int, Way?) -> Void) {
    for site in network.sites.indices {
      for kind in network.classes.indices where tests[site][kind] > 0 {
        tell(site, kind, isHub[site] ? nil : ways[site][kind].first { isHub[$0.place] })
      }
    }
  }

  private func laboratory(_ isHub: Bool, _ done: [Double]) -> PathologyPlan.Laboratory {
    if isHub { return .hub }
    return done.contains { $0 > 0 } ? .essential : .closed
  }

  private func fixedCost(_ site: PathologySite, _ kind: PathologyPlan.Laboratory) -> Double {
    switch kind {
    case .hub, .unchanged: site.fullCost
    case .essential: site.essentialCost
    case .closed: 0
    }
  }

  private func variableCost(_ done: [[Double]]) -> Double {
    done.reduce(0) { sum, site in
      sum + zip(network.classes, site).reduce(0) { $0 + $1.0.variableCost($1.1) }
    }
  }

  /// The ways by which a class of tests of a site reaches others in time: cheapest first, then
  /// nearest, then in the order of the sites.
  private static func ways(
    _ routes: [PathologyRoute?], _ testClass: PathologyTestClass
  ) -> [Way] {
    routes.enumerated().compactMap { place, route in
      route.map { Way(place: place, route: $0) }
    }
    .filter { $0.route.minutes + testClass.analysisMinutes <= testClass.limitMinutes }
    .sorted { one, other in
      (one.route.costPerTest, one.route.minutes, one.place)
        < (other.route.costPerTest, other.route.minutes, other.place)
    }
  }
}
