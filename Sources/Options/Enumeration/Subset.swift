// SPDX-License-Identifier: Apache-2.0

/// Which candidate sites are open: a set of positions in the list of candidates.
///
/// Stored as bits, the first candidate lowest, so the mask is also the subset's row in every column
/// of an enumeration. Iterating gives positions, lowest first.
public struct Subset: Hashable, Sendable {
  /// One bit for each open candidate.
  public let mask: UInt32

  /// Makes a subset from its bits.
  public init(mask: UInt32) { self.mask = mask }

  /// Makes a subset from the positions of its members; a position given twice counts once.
  ///
  /// - Throws: `EnumerationError.positionOutside` when a position is below 0 or above 31.
  public init(_ positions: some Sequence<Int>) throws(EnumerationError) {
    var mask: UInt32 = 0
    for position in positions {
      guard (0..<32).contains(position) else {
        throw .positionOutside(found: position, candidates: 32)
      }
      mask |= 1 << UInt32(position)
    }
    self.mask = mask
  }

  /// The subset without members.
  public static let empty = Subset(mask: 0)

  /// Makes the subset of the first `count` candidates; a count outside 0 to 32 is read as the
  /// nearer of these.
  public static func all(_ count: Int) -> Subset {
    guard count > 0 else { return .empty }
    return Subset(mask: count >= 32 ? .max : (1 << UInt32(count)) - 1)
  }

  /// The row of this subset in a column.
  public var row: Int { Int(mask) }
  /// How many members it has.
  public var count: Int { mask.nonzeroBitCount }
  /// Whether it has no members.
  public var isEmpty: Bool { mask == 0 }
  /// The positions of the members, lowest first.
  public var positions: [Int] { Array(self) }

  /// Tells whether a position is a member; a position that can't be one isn't.
  public func contains(_ position: Int) -> Bool {
    (0..<32).contains(position) && mask >> UInt32(position) & 1 == 1
  }

  /// Tells whether every member is also a member of `other`.
  public func isSubset(of other: Subset) -> Bool { mask & ~other.mask == 0 }

  /// Tells whether the two have no member in common.
  public func isDisjoint(with other: Subset) -> Bool { mask & other.mask == 0 }

  /// Makes the set of the members of either.
  public func union(_ other: Subset) -> Subset { Subset(mask: mask | other.mask) }

  /// Makes the set of the members of both.
  public func intersection(_ other: Subset) -> Subset { Subset(mask: mask & other.mask) }

  /// Makes the set of the members that aren't in `other`.
  public func subtracting(_ other: Subset) -> Subset { Subset(mask: mask & ~other.mask) }
}

extension Subset: Sequence {
  /// Gives the positions of the members, lowest first.
  public struct Iterator: IteratorProtocol {
    private var rest: UInt32

    init(_ mask: UInt32) { rest = mask }

    /// Gives the next position, or nil after the last.
    public mutating func next() -> Int? {
      guard rest != 0 else { return nil }
      defer { rest &= rest - 1 }
      return rest.trailingZeroBitCount
    }
  }

  /// Starts at the lowest position.
  public func makeIterator() -> Iterator { Iterator(mask) }
}
