// SPDX-License-Identifier: Apache-2.0

/// Inflation of some kind of cost, by financial year.
///
/// The rate of a year is the weighted mean of the rates of its components, as NHS Improvement's
/// "Economic assumptions 2016/17 to 2020/21" weighs pay, drugs, capital and other costs.
public struct PriceSeries: Hashable, Sendable {
  /// The id used by lines and schemes.
  public var id: String
  /// What is weighed; weights sum to 1 to within 0.0002, since published ones are rounded.
  public var components: [PriceComponent]

  /// Weighs components.
  public init(id: String, components: [PriceComponent]) {
    self.id = id
    self.components = components
  }

  /// Takes a series as it is.
  public init(id: String, growth: PriceGrowth) {
    self.init(id: id, components: [PriceComponent(label: id, weight: 1, growth: growth)])
  }
}

/// A kind of cost with an inflation of its own.
public struct PriceComponent: Hashable, Sendable {
  /// What it is: pay, drugs, capital, other.
  public var label: String
  /// Its share of the cost, from 0 to 1.
  public var weight: Double
  /// Its inflation.
  public var growth: PriceGrowth

  /// Describes a component.
  public init(label: String, weight: Double, growth: PriceGrowth) {
    self.label = label
    self.weight = weight
    self.growth = growth
  }
}

/// Where yearly rates of inflation come from.
public enum PriceGrowth: Hashable, Sendable {
  /// Per cent on the year before, for each year after the base year; above -100.
  case rates([Double])
  /// The series of the draw at this position of ``CostingDraw/prices``, in the same layout.
  case drawn(Int)
}
