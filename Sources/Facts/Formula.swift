// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// A rule that works a figure out from other facts: `{a} / ({b} * 1000 + {a}) * 100`.
///
/// Facts are named in braces. Operators are `+ - * /` with the usual precedence, parentheses,
/// and the functions `sum`, `min`, `max` and `mean` over comma-separated arguments.
public struct Formula: Hashable, Sendable {
  /// The rule as written.
  public let text: String
  /// The facts that the rule names, each once, in order of first appearance.
  public let references: [FactID]
  private let root: Node

  /// A function over one or more arguments.
  enum Function: String, CaseIterable, Sendable {
    case sum, min, max, mean
  }

  indirect enum Node: Hashable, Sendable {
    case number(Decimal)
    case fact(FactID)
    case negated(Node)
    case sum(Node, Node)
    case difference(Node, Node)
    case product(Node, Node)
    case quotient(Node, Node)
    case call(Function, [Node])
  }

  /// Reads a rule.
  ///
  /// - Throws: `FormulaError` naming the character at which the rule stops making sense.
  public init(_ text: String) throws(FormulaError) {
    var parser = FormulaParser(text)
    root = try parser.parse()
    references = parser.references
    self.text = text
  }

  /// The value of the rule for given values of the facts that it names.
  ///
  /// - Throws: `FormulaError.unknownFact` when a value is missing, `.divisionByZero`, or
  ///   `.tooLarge` when a decimal cannot hold the result.
  public func value(of fact: (FactID) -> Decimal?) throws(FormulaError) -> Decimal {
    let value = try Formula.value(of: root, fact)
    guard !value.isNaN else { throw .tooLarge }
    return value
  }

  private static func value(
    of node: Node, _ fact: (FactID) -> Decimal?
  ) throws(FormulaError) -> Decimal {
    switch node {
    case .number(let number): return number
    case .fact(let id):
      guard let value = fact(id) else { throw .unknownFact(id) }
      return value
    case .negated(let inner): return -(try value(of: inner, fact))
    case .sum(let left, let right): return try value(of: left, fact) + value(of: right, fact)
    case .difference(let left, let right):
      return try value(of: left, fact) - value(of: right, fact)
    case .product(let left, let right): return try value(of: left, fact) * value(of: right, fact)
    case .quotient(let left, let right):
      let divisor = try value(of: right, fact)
      guard divisor != 0 else { throw .divisionByZero }
      return try value(of: left, fact) / divisor
    case .call(let function, let arguments):
      var values: [Decimal] = []
      for argument in arguments { values.append(try value(of: argument, fact)) }
      return apply(function, values)
    }
  }

  private static func apply(_ function: Function, _ values: [Decimal]) -> Decimal {
    let total = values.reduce(0, +)
    switch function {
    case .sum: return total
    case .mean: return total / Decimal(values.count)
    case .min: return values.min() ?? 0
    case .max: return values.max() ?? 0
    }
  }
}

/// What is wrong with a formula.
public enum FormulaError: Error, Hashable, Sendable {
  /// Something else was expected at a character, counted from 1.
  case unexpected(found: String, expected: String, at: Int)
  /// A name in braces is not a well-formed fact id.
  case malformedID(String, at: Int)
  /// A fact that the formula names does not exist.
  case unknownFact(FactID)
  case divisionByZero
  /// The result, or a step on the way to it, is larger than any figure.
  case tooLarge

  /// The error as a sentence for the author of the formula.
  public var plainEnglish: String {
    switch self {
    case .unexpected(let found, let expected, let position):
      "found \(found) at character \(position) where \(expected) was expected"
    case .malformedID(let text, let position):
      "“\(text)” at character \(position) is not a fact id: use lower-case words, hyphens and "
        + "full stops"
    case .unknownFact(let id): "there is no fact “\(id)”"
    case .divisionByZero: "the formula divides by zero"
    case .tooLarge: "the formula gives a number that is too large to hold"
    }
  }
}

/// Recursive descent over the characters of one formula.
private struct FormulaParser {
  private let characters: [Character]
  private var position = 0
  private var depth = 0
  private var operands = 0
  private(set) var references: [FactID] = []

  init(_ text: String) { characters = Array(text) }

  mutating func parse() throws(FormulaError) -> Formula.Node {
    let node = try sum()
    skipSpaces()
    guard position == characters.count else { throw unexpected("an operator or the end") }
    return node
  }

  private mutating func sum() throws(FormulaError) -> Formula.Node {
    var left = try product()
    while true {
      if take("+") {
        left = .sum(left, try product())
      } else if take("-") {
        left = .difference(left, try product())
      } else {
        return left
      }
    }
  }

  private mutating func product() throws(FormulaError) -> Formula.Node {
    var left = try operand()
    while true {
      if take("*") {
        left = .product(left, try operand())
      } else if take("/") {
        left = .quotient(left, try operand())
      } else {
        return left
      }
    }
  }

  private mutating func operand() throws(FormulaError) -> Formula.Node {
    // A formula nested deeper than any person writes is a mistake or an attack on the stack.
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else { throw unexpected("fewer than a hundred nested parentheses") }
    // A chain of operators is a tree as deep as the chain is long.
    operands += 1
    guard operands <= 1000 else { throw unexpected("at most a thousand numbers and facts") }
    if take("-") { return .negated(try operand()) }
    if take("(") {
      let inner = try sum()
      guard take(")") else { throw unexpected("a closing parenthesis") }
      return inner
    }
    if take("{") { return .fact(try factID()) }
    skipSpaces()
    guard position < characters.count else {
      throw unexpected("a number, a fact in braces or a parenthesis")
    }
    let next = characters[position]
    if next.isASCII && next.isNumber { return .number(try number()) }
    if next.isASCII && next.isLetter { return try call() }
    throw unexpected("a number, a fact in braces or a parenthesis")
  }

  private mutating func factID() throws(FormulaError) -> FactID {
    let start = position
    while position < characters.count && characters[position] != "}" { position += 1 }
    let name = String(characters[start..<position])
    guard position < characters.count else { throw unexpected("a closing brace") }
    position += 1
    guard let id = FactID(name) else { throw .malformedID(name, at: start + 1) }
    if !references.contains(id) { references.append(id) }
    return id
  }

  private mutating func number() throws(FormulaError) -> Decimal {
    let start = position
    while position < characters.count,
      characters[position].isASCII && characters[position].isNumber || characters[position] == "."
    {
      position += 1
    }
    let text = String(characters[start..<position])
    guard let quantity = Quantity(printed: text, unit: .percent) else {
      position = start
      throw unexpected("a plain decimal number")
    }
    return quantity.value
  }

  private mutating func call() throws(FormulaError) -> Formula.Node {
    let start = position
    while position < characters.count, characters[position].isLetter { position += 1 }
    let name = String(characters[start..<position])
    guard let function = Formula.Function(rawValue: name), take("(") else {
      position = start
      throw unexpected("sum(…), min(…), max(…) or mean(…)")
    }
    var arguments = [try sum()]
    while take(",") { arguments.append(try sum()) }
    guard take(")") else { throw unexpected("a comma or a closing parenthesis") }
    return .call(function, arguments)
  }

  private mutating func take(_ character: Character) -> Bool {
    skipSpaces()
    guard position < characters.count, characters[position] == character else { return false }
    position += 1
    return true
  }

  private mutating func skipSpaces() {
    while position < characters.count && characters[position].isWhitespace { position += 1 }
  }

  private func unexpected(_ expected: String) -> FormulaError {
    let found = position < characters.count ? "“\(characters[position])”" : "the end"
    return .unexpected(found: found, expected: expected, at: position + 1)
  }
}
