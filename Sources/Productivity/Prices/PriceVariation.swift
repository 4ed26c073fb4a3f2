// SPDX-License-Identifier: Apache-2.0

/// The same product at different prices.
///
/// Each saving is a ceiling: it supposes that a buyer gets another's price for what it buys.
public struct PriceVariation: Sendable {
  /// The products that can be compared, in the order in which they first appear.
  public let products: [ProductPrices]
  /// What was left out, and why.
  public let excluded: [ExcludedInput]
  /// The guards that were used.
  public let guards: PriceGuards

  /// Compares prices.
  ///
  /// - Throws: `ProductivityError.nothingLeft` when no product passes the guards.
  public init(
    _ lines: [PriceLine], guards: PriceGuards = PriceGuards(),
    quantiles: QuantileRule = .linear
  ) throws(ProductivityError) {
    let (usable, odd) = Self.usable(lines)
    let (groups, order) = Self.grouped(usable)
    var excluded = odd
    var products: [ProductPrices] = []
    for name in order {
      let group = groups[name] ?? []
      if let reason = Self.reason(against: group, guards) {
        excluded.append(ExcludedInput(name, reason))
      } else if let product = Self.product(name, group, quantiles) {
        products.append(product)
      }
    }
    if products.isEmpty { throw .nothingLeft(of: "products", excluded: excluded) }
    self.products = products
    self.excluded = excluded
    self.guards = guards
  }

  static func usable(_ lines: [PriceLine]) -> ([PriceLine], [ExcludedInput]) {
    var excluded: [ExcludedInput] = []
    let usable = lines.filter { line in
      let reason =
        if !(line.price > 0) || !line.price.isFinite {
          "the price is not above 0, so that it is no price paid"
        } else if !(line.quantity > 0) || !line.quantity.isFinite {
          "the quantity is not above 0, such as a return or a credit"
        } else {
          ""
        }
      if !reason.isEmpty {
        excluded.append(ExcludedInput("\(line.product), \(line.buyer)", reason))
      }
      return reason.isEmpty
    }
    return (usable, excluded)
  }

  static func grouped(_ lines: [PriceLine]) -> ([String: [PriceLine]], [String]) {
    var order: [String] = []
    var groups: [String: [PriceLine]] = [:]
    for line in lines {
      if groups[line.product] == nil { order.append(line.product) }
      groups[line.product, default: []].append(line)
    }
    return (groups, order)
  }

  private static func reason(against lines: [PriceLine], _ guards: PriceGuards) -> String? {
    let units = Set(lines.map(\.unitOfMeasure)).sorted()
    if units.count > 1 {
      return "has more than one unit of measure (\(units.joined(separator: ", ")))"
    }
    let buyers = merged(lines)
    if buyers.count < guards.fewestBuyers {
      return "has \(buyers.count) \(buyers.count == 1 ? "buyer" : "buyers"), and "
        + "\(guards.fewestBuyers) are needed"
    }
    guard let low = lines.map(\.price).min(), let high = lines.map(\.price).max(),
      high / low > guards.largestRatio
    else { return nil }
    let ratio = (high / low * 10).rounded() / 10
    return "the dearest price is \(ratio) times the cheapest, more than \(guards.largestRatio): "
      + "most likely another unit of measure"
  }

  /// The lines of a product, one for each buyer at the mean price paid.
  static func merged(
    _ lines: [PriceLine]
  ) -> [(buyer: String, price: Double, quantity: Double)] {
    var order: [String] = []
    var sums: [String: (spend: Double, quantity: Double, only: Double?)] = [:]
    for line in lines {
      if let sum = sums[line.buyer] {
        sums[line.buyer] = (
          sum.spend + line.price * line.quantity, sum.quantity + line.quantity, nil
        )
      } else {
        order.append(line.buyer)
        sums[line.buyer] = (line.price * line.quantity, line.quantity, line.price)
      }
    }
    return order.compactMap { buyer in
      sums[buyer].map { (buyer, $0.only ?? $0.spend / $0.quantity, $0.quantity) }
    }
  }

  /// For each buyer the one with the lowest price among those who buy no more, itself among them.
  private static func lowestAtVolume(
    _ buyers: [(buyer: String, price: Double, quantity: Double)]
  ) -> [Int] {
    let order = buyers.indices.sorted {
      (buyers[$0].quantity, $0) < (buyers[$1].quantity, $1)
    }
    var found = Array(buyers.indices)
    var best = order.first ?? 0
    var start = 0
    while start < order.count {
      // Buyers of the same quantity see each other.
      var end = start
      while end < order.count, buyers[order[end]].quantity == buyers[order[start]].quantity {
        if buyers[order[end]].price < buyers[best].price { best = order[end] }
        end += 1
      }
      for place in order[start..<end] { found[place] = best }
      start = end
    }
    return found
  }

  private static func product(
    _ name: String, _ lines: [PriceLine], _ quantiles: QuantileRule
  ) -> ProductPrices? {
    let buyers = merged(lines)
    let prices = buyers.map(\.price).sorted()
    guard let lowest = prices.first, let highest = prices.last,
      let median = quantiles.quantile(0.5, ofSorted: prices)
    else { return nil }
    let bests = lowestAtVolume(buyers)
    let results = zip(buyers, bests).map { own, place -> BuyerPrice in
      let best = buyers[place]
      return BuyerPrice(
        buyer: own.buyer, price: own.price, quantity: own.quantity,
        toLowest: own.quantity * (own.price - lowest),
        toMedian: own.quantity * max(0, own.price - median),
        toLowestAtVolume: own.quantity * (own.price - best.price), bestAtVolume: best.buyer)
    }
    return ProductPrices(
      product: name, unitOfMeasure: lines.first?.unitOfMeasure ?? "", buyers: results,
      lowest: lowest, median: median, highest: highest)
  }
}
