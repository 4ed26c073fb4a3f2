// SPDX-License-Identifier: Apache-2.0

/// A kind of provider cost with an inflation rate of its own.
///
/// The four elements of NHS Improvement's "Economic assumptions 2016/17 to 2020/21".
public enum CostComponent: CaseIterable, Hashable, Sendable {
  /// Pay and pensions, with drift and mix.
  case pay
  /// Drugs.
  case drugs
  /// Capital costs.
  case capital
  /// Other operating costs.
  case other
}

/// One value for each component of cost.
public struct PerComponent<Value> {
  /// The value for pay and pensions.
  public let pay: Value
  /// The value for drugs.
  public let drugs: Value
  /// The value for capital costs.
  public let capital: Value
  /// The value for other operating costs.
  public let other: Value

  /// Gives each component its value.
  public init(pay: Value, drugs: Value, capital: Value, other: Value) {
    self.pay = pay
    self.drugs = drugs
    self.capital = capital
    self.other = other
  }

  /// The value of one component.
  public subscript(component: CostComponent) -> Value {
    switch component {
    case .pay: pay
    case .drugs: drugs
    case .capital: capital
    case .other: other
    }
  }
}

extension PerComponent: Sendable where Value: Sendable {}
extension PerComponent: Equatable where Value: Equatable {}
extension PerComponent: Hashable where Value: Hashable {}
