// SPDX-License-Identifier: Apache-2.0

/// How a score becomes a value from 0 to 1 on one criterion.
public enum Scale: Hashable, Sendable {
  /// Evaluators write symbols.
  case symbols(SymbolScale)
  /// Somebody measures a number.
  case measured(ValueFunction)
}

/// A score and the value it was given.
public struct Valuation: Hashable, Sendable {
  /// The score as written.
  public let score: Score
  /// Its value, from 0 to 1.
  public let value: Double
  /// Whether the score lay beyond its scale and was given the value of the nearest end.
  public let isClipped: Bool
}

/// Why a score has no value on a scale.
enum ScoreFault: Error {
  case unknownSymbol(String, expected: [String])
  case notFinite
  case numberOnSymbolScale
  case symbolOnMeasuredScale(String)
  case outside(Double, lowest: Double, highest: Double)
}

extension Scale {
  /// The highest value that any score can have.
  var highestValue: Double {
    switch self {
    case .symbols(let scale): scale.symbols.map(\.value).max() ?? 0
    case .measured(let function): function.points.map(\.value).max() ?? 0
    }
  }

  /// Gives a score its value.
  func valuation(of score: Score) throws(ScoreFault) -> Valuation {
    switch (self, score) {
    case (.symbols(let scale), .symbol(let symbol)):
      guard let value = scale.value(of: symbol) else {
        throw .unknownSymbol(symbol, expected: scale.symbols.map(\.symbol))
      }
      return Valuation(score: score, value: value, isClipped: false)
    case (.measured(let function), .number(let number)):
      return try function.valuation(of: number)
    case (.symbols, .number): throw .numberOnSymbolScale
    case (.measured, .symbol(let symbol)): throw .symbolOnMeasuredScale(symbol)
    }
  }

  /// The score closest to `score` whose value is at least `value`; nil if none is.
  ///
  /// Among symbols it is the one with the lowest sufficient value (within ``tieTolerance``), the
  /// first if several share it.
  func nearestScore(to score: Score, reaching value: Double) -> Score? {
    switch (self, score) {
    case (.symbols(let scale), _):
      let sufficient = scale.symbols.filter { $0.value >= value - tieTolerance }
      return sufficient.min { $0.value < $1.value }.map { .symbol($0.symbol) }
    case (.measured(let function), .number(let number)):
      return function.nearestScore(to: number, reaching: value).map { .number($0) }
    case (.measured, .symbol): return nil
    }
  }
}

extension ValueFunction {
  fileprivate func valuation(of number: Double) throws(ScoreFault) -> Valuation {
    guard number.isFinite else { throw .notFinite }
    let isClipped = isOutside(number)
    if isClipped, outside == .refused {
      throw .outside(
        number, lowest: points.first?.score ?? 0, highest: points.last?.score ?? 0)
    }
    return Valuation(score: .number(number), value: value(at: number), isClipped: isClipped)
  }
}
