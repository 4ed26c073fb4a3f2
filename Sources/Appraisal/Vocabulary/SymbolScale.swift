// SPDX-License-Identifier: Apache-2.0

/// The symbols that evaluators may write and the value from 0 to 1 of each.
///
/// A symbol has no value until somebody says so; the values are data, so that a reader can see them
/// and try others.
public struct SymbolScale: Hashable, Sendable {
  /// The symbols, in the order in which they were given.
  public let symbols: [SymbolValue]

  /// Creates a scale.
  public init(_ symbols: [SymbolValue]) { self.symbols = symbols }

  /// Five equal steps: `++` 1, `+` 0.75, `0` or `/` 0.5, `-` 0.25, `--` 0.
  ///
  /// Equal steps are an assumption: they say that going from `--` to `-` matters as much as going
  /// from `+` to `++`.
  public static let fiveSteps = SymbolScale([
    SymbolValue("++", 1), SymbolValue("+", 0.75), SymbolValue("0", 0.5), SymbolValue("/", 0.5),
    SymbolValue("-", 0.25), SymbolValue("--", 0),
  ])

  /// The value of a symbol; `nil` for one that is not of this scale.
  public func value(of symbol: String) -> Double? {
    symbols.first { $0.symbol == symbol }?.value
  }
}

/// One symbol of a ``SymbolScale`` and its value.
public struct SymbolValue: Hashable, Sendable {
  /// The symbol as written.
  public let symbol: String
  /// Its value, from 0 (worst) to 1 (best).
  public let value: Double

  /// Gives a symbol a value.
  public init(_ symbol: String, _ value: Double) {
    self.symbol = symbol
    self.value = value
  }
}
