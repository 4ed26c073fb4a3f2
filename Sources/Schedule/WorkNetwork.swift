// SPDX-License-Identifier: Apache-2.0

/// Items and links, checked, in an order in which each item comes after all that it waits for.
///
/// Within, items are numbers from 0 in that order and links are columns sorted by the item that
/// waits, so that a pass over the network reads memory from front to back. Outside, items have ids.
public struct WorkNetwork: Sendable {
  /// The items in the order of the passes.
  public let items: [WorkItem]
  /// The links, sorted by the place of the item that waits.
  public let links: [WorkLink]
  /// Work that has not started starts on this day or later, and work in progress finishes on it or
  /// later; nil where nothing is known to have happened.
  public var dataDay: Double?

  /// Where the links of each item begin in `links`; one more than there are items.
  let firstLink: [Int]
  /// The place of the first item of each link.
  let sources: [Int32]
  let kinds: [WorkLink.Kind]
  let lags: [Double]
  private let places: [String: Int]

  /// Orders a network.
  ///
  /// - Throws: `ScheduleError`: names that are missing or double, days that are not numbers, and
  ///   loops, which are named link by link.
  /// - Complexity: O(items + links).
  public init(
    items: [WorkItem], links: [WorkLink], dataDay: Double? = nil
  ) throws(ScheduleError) {
    var numbers: [String: Int] = [:]
    numbers.reserveCapacity(items.count)
    for (number, item) in items.enumerated() {
      try Self.check(item)
      guard numbers.updateValue(number, forKey: item.id) == nil else { throw .twice(id: item.id) }
    }
    let ends = try Self.ends(of: links, numbers)
    let order = try TopologicalOrder(count: items.count, ends: ends).order(links)
    var rank = [Int](repeating: 0, count: items.count)
    for (place, number) in order.enumerated() { rank[number] = place }

    var firstLink = [Int](repeating: 0, count: items.count + 1)
    for end in ends { firstLink[rank[end.to] + 1] += 1 }
    for place in 0..<items.count { firstLink[place + 1] += firstLink[place] }
    var next = firstLink
    var sorted = [Int](repeating: 0, count: links.count)
    for (number, end) in ends.enumerated() {
      sorted[next[rank[end.to]]] = number
      next[rank[end.to]] += 1
    }
    self.items = order.map { items[$0] }
    self.links = sorted.map { links[$0] }
    self.firstLink = firstLink
    sources = sorted.map { Int32(rank[ends[$0].from]) }
    kinds = self.links.map(\.kind)
    lags = self.links.map(\.lag)
    places = numbers.mapValues { rank[$0] }
    self.dataDay = dataDay
  }

  /// The place of an item in `items`.
  ///
  /// - Throws: `ScheduleError.unknown`.
  public func place(of id: String) throws(ScheduleError) -> Int {
    guard let place = places[id] else { throw .unknown(id: id, in: nil) }
    return place
  }

  /// Whether there is an item of a name.
  public func contains(_ id: String) -> Bool { places[id] != nil }

  /// The links that an item waits for.
  public func links(into place: Int) -> ArraySlice<WorkLink> {
    links[firstLink[place]..<firstLink[place + 1]]
  }

  /// The same network with other items in the same order.
  func replacing(_ items: [WorkItem]) -> WorkNetwork { WorkNetwork(self, items) }

  private init(_ other: WorkNetwork, _ items: [WorkItem]) {
    self.items = items
    links = other.links
    firstLink = other.firstLink
    sources = other.sources
    kinds = other.kinds
    lags = other.lags
    places = other.places
    dataDay = other.dataDay
  }

  private static func check(_ item: WorkItem) throws(ScheduleError) {
    let days = [item.notBefore, item.finishNotBefore, item.mustBy, item.started, item.finished]
    guard days.allSatisfy({ $0?.isFinite ?? true }) else { throw .endless(id: item.id) }
    if let started = item.started, let finished = item.finished, finished < started {
      throw .backwards(id: item.id)
    }
  }

  private static func ends(
    of links: [WorkLink], _ numbers: [String: Int]
  ) throws(ScheduleError) -> [TopologicalOrder.Ends] {
    var ends: [TopologicalOrder.Ends] = []
    ends.reserveCapacity(links.count)
    for link in links {
      guard link.lag.isFinite else { throw .endless(id: link.from) }
      guard let from = numbers[link.from] else { throw .unknown(id: link.from, in: link) }
      guard let to = numbers[link.to] else { throw .unknown(id: link.to, in: link) }
      ends.append(TopologicalOrder.Ends(from: from, to: to))
    }
    return ends
  }
}
