// SPDX-License-Identifier: Apache-2.0

/// What a buyer paid for a product.
public struct PriceLine: Sendable, Equatable {
  /// The product, by a code that everybody uses.
  public var product: String
  /// Who bought it.
  public var buyer: String
  /// What the price is for: each, box of 100.
  public var unitOfMeasure: String
  /// Pounds for one unit of measure.
  public var price: Double
  /// Units of measure that were bought.
  public var quantity: Double

  /// A line of an order.
  public init(
    product: String, buyer: String, unitOfMeasure: String, price: Double, quantity: Double
  ) {
    self.product = product
    self.buyer = buyer
    self.unitOfMeasure = unitOfMeasure
    self.price = price
    self.quantity = quantity
  }
}

/// What keeps mistakes in units of measure from being taken for savings.
public struct PriceGuards: Sendable, Equatable {
  /// A product needs so many buyers.
  public var fewestBuyers: Int
  /// The dearest price may be so many times the cheapest; more is taken for another unit.
  public var largestRatio: Double

  /// Guards; three buyers and ten times are the usual ones here.
  public init(fewestBuyers: Int = 3, largestRatio: Double = 10) {
    self.fewestBuyers = fewestBuyers
    self.largestRatio = largestRatio
  }
}

/// What one buyer would save on one product; nothing is below nought.
public struct BuyerPrice: Sendable, Equatable {
  /// The buyer.
  public let buyer: String
  /// Mean price of its lines, weighted by quantity, in pounds.
  public let price: Double
  /// Units bought.
  public let quantity: Double
  /// `quantity × (price − lowest price)`.
  public let toLowest: Double
  /// `quantity × max(0, price − median price)`.
  public let toMedian: Double
  /// `quantity × (price − lowest price of any buyer who buys no more than this one)`.
  public let toLowestAtVolume: Double
  /// Whose price that is.
  public let bestAtVolume: String
}

/// One product across its buyers.
public struct ProductPrices: Sendable, Equatable {
  /// The product.
  public let product: String
  /// The unit of measure that all its lines share.
  public let unitOfMeasure: String
  /// Its buyers, in the order in which they first appear.
  public let buyers: [BuyerPrice]
  /// The lowest price, in pounds.
  public let lowest: Double
  /// The median over buyers, each once, in pounds.
  public let median: Double
  /// The highest price, in pounds.
  public let highest: Double

  /// What was spent, in pounds.
  public var spend: Double { buyers.reduce(0) { $0 + $1.price * $1.quantity } }
  /// What all buyers would save at the lowest price.
  public var toLowest: Double { buyers.reduce(0) { $0 + $1.toLowest } }
  /// What buyers above the median would save at the median.
  public var toMedian: Double { buyers.reduce(0) { $0 + $1.toMedian } }
  /// What buyers would save at the lowest price of one that buys no more.
  public var toLowestAtVolume: Double { buyers.reduce(0) { $0 + $1.toLowestAtVolume } }
}
