// SPDX-License-Identifier: Apache-2.0

/// A gap and what is said to close it, with its holes left open.
///
/// What no known amount explains is called unexplained. There is no way to add a line that makes a
/// stack balance: a known amount names its source, and an unknown one has no amount.
public struct Stack: Hashable, Sendable {
  /// Something said to close part of the gap.
  public struct Item: Hashable, Sendable {
    /// How much it closes.
    public enum Amount: Hashable, Sendable {
      /// £ million, and where that is published or worked out; below zero for what widens it.
      case known(Double, source: String)
      /// Named, with no amount to be found.
      case unknown
    }

    /// What it is, once in a stack.
    public var label: String
    /// How much it closes.
    public var amount: Amount

    /// Describes an item.
    public init(label: String, amount: Amount) {
      self.label = label
      self.amount = amount
    }

    /// The amount; nil when it is not known.
    public var knownAmount: Double? {
      guard case .known(let amount, _) = amount else { return nil }
      return amount
    }
  }

  /// The gap, in £ million.
  public let gap: Double
  /// The items in the order given.
  public let items: [Item]

  /// Checks a stack.
  ///
  /// - Throws: amounts that are not finite or have no source, blank and duplicate labels.
  public init(gap: Double, items: [Item]) throws(CostingErrors) {
    var mistakes = CostingMistakes()
    mistakes.require(gap, .finite, CostingPlace(.stack, .amount))
    for label in items.map(\.label).repeated() { mistakes.report(.duplicate(.item(label))) }
    for (index, item) in items.enumerated() {
      mistakes.report(
        .blankIdentifier(.item(item.label), index: index), unless: !item.label.isBlank)
      guard case .known(let amount, let source) = item.amount else { continue }
      mistakes.require(amount, .finite, CostingPlace(.item(item.label), .amount))
      mistakes.report(.amountWithoutSource(item: item.label), unless: !source.isBlank)
    }
    try mistakes.throwIfAny()
    self.gap = gap
    self.items = items
  }

  /// What known amounts come to.
  public var explained: Double { items.reduce(0) { $0 + ($1.knownAmount ?? 0) } }

  /// The gap that no known amount explains; below zero when more is said to close than there is.
  public var unexplained: Double { gap - explained }

  /// The items that are named without an amount: all or none of the unexplained may be theirs.
  public var unknowns: [Item] { items.filter { $0.knownAmount == nil } }
}

extension Stack: CustomStringConvertible {
  /// The stack in words, one line for each item: the holes are named last.
  public var description: String {
    let rest =
      unexplained < 0
      ? "more than the gap by \((-unexplained).plain)" : "unexplained \(unexplained.plain)"
    return (["gap \(gap.plain)"] + items.map(\.words) + [rest]).joined(separator: "\n")
  }
}

extension Stack.Item {
  /// The item and its amount in words.
  fileprivate var words: String {
    switch amount {
    case .known(let amount, _): "\(label) \(amount.plain)"
    case .unknown: "\(label) amount not known"
    }
  }
}
