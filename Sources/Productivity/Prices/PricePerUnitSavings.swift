// SPDX-License-Identifier: Apache-2.0

/// What buyers above a low percentile of prices would save at that percentile.
///
/// The rule of OpenPrescribing's price-per-unit tool (ebmdatalab/openprescribing, `savings.py` at
/// 62015f4): the target is the tenth percentile of price per unit over practices (R's type 7), the
/// saving of a practice is `max(0, net cost − quantity × target)`, and savings of a product below
/// a floor are ignored.
public struct PricePerUnitSavings: Sendable {
  /// One product.
  public struct Product: Sendable, Equatable {
    /// The product.
    public let product: String
    /// The price at the percentile, in pounds.
    public let target: Double
    /// Net cost less quantity at the target, by buyer, where that is above 0, in pounds.
    public let savings: [Saving]
    /// The savings of all buyers, in pounds.
    public var total: Double { savings.reduce(0) { $0 + $1.saving } }
  }

  /// What one buyer would save.
  public struct Saving: Sendable, Equatable {
    /// The buyer.
    public let buyer: String
    /// What it paid for each unit, in pounds.
    public let price: Double
    /// Units bought.
    public let quantity: Double
    /// In pounds, never below nought.
    public let saving: Double
  }

  /// The products whose savings reach the floor, in the order in which they first appear.
  public let products: [Product]
  /// What was left out, and why.
  public let excluded: [ExcludedInput]

  /// Works savings out.
  ///
  /// - Parameters:
  ///   - lines: what was bought; net cost is price times quantity.
  ///   - share: the percentile, as a share from 0 to 1.
  ///   - floor: products whose savings are below this, in pounds, are left out.
  ///   - fewestBuyers: products with fewer are left out.
  ///   - quantiles: the rule for the percentile.
  /// - Throws: `ProductivityError`.
  public init(
    _ lines: [PriceLine], at share: Double = 0.1, floor: Double = 0,
    fewestBuyers: Int = 3, quantiles: QuantileRule = .linear
  ) throws(ProductivityError) {
    guard (0...1).contains(share) else {
      throw .outOfRange(what: "the percentile", found: share * 100, expected: "0 to 100")
    }
    let (usable, odd) = PriceVariation.usable(lines)
    let (groups, order) = PriceVariation.grouped(usable)
    var excluded = odd
    var products: [Product] = []
    for name in order {
      let group = groups[name] ?? []
      let units = Set(group.map(\.unitOfMeasure)).sorted()
      guard units.count == 1 else {
        excluded.append(
          ExcludedInput(
            name, "has more than one unit of measure (\(units.joined(separator: ", ")))"))
        continue
      }
      guard Set(group.map(\.buyer)).count >= fewestBuyers else {
        excluded.append(ExcludedInput(name, "has fewer than \(fewestBuyers) buyers"))
        continue
      }
      let product = Self.product(name, group, share, quantiles)
      if product.total < floor {
        excluded.append(ExcludedInput(name, "would save less than £\(Int(floor)) in all"))
      } else {
        products.append(product)
      }
    }
    if products.isEmpty { throw .nothingLeft(of: "products", excluded: excluded) }
    self.products = products
    self.excluded = excluded
  }

  private static func product(
    _ name: String, _ lines: [PriceLine], _ share: Double, _ quantiles: QuantileRule
  ) -> Product {
    let buyers = PriceVariation.merged(lines)
    let target = quantiles.quantile(share, of: buyers.map(\.price)) ?? 0
    return Product(
      product: name, target: target,
      savings: buyers.map { own in
        Saving(
          buyer: own.buyer, price: own.price, quantity: own.quantity,
          saving: max(0, own.price * own.quantity - own.quantity * target))
      })
  }
}
