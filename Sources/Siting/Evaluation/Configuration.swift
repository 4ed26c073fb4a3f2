// SPDX-License-Identifier: Apache-2.0

/// Which sites are open.
///
/// Sites are known by their position in the travel matrix.
public struct Configuration: Hashable, Sendable {
  /// The number of sites, open and closed.
  public let siteCount: Int
  private var words: [UInt64]

  /// Makes a configuration with every site closed.
  ///
  /// A negative number of sites counts as none.
  public init(siteCount: Int) {
    self.siteCount = max(0, siteCount)
    words = Array(repeating: 0, count: (self.siteCount + 63) / 64)
  }

  /// Makes a configuration from a flag for each site, true for open.
  public init(_ flags: [Bool]) {
    self.init(siteCount: flags.count)
    for (site, isOpen) in flags.enumerated() where isOpen { self[site] = true }
  }

  /// Makes a configuration from the positions of the open sites; the others are closed.
  ///
  /// Positions outside the sites are left out.
  public init(siteCount: Int, open: some Sequence<Int>) {
    self.init(siteCount: siteCount)
    for site in open where site >= 0 && site < siteCount { self[site] = true }
  }

  /// Whether a site is open.
  ///
  /// - Precondition: the position is one of a site.
  public subscript(site: Int) -> Bool {
    get {
      precondition(site >= 0 && site < siteCount, "there is no site at position \(site)")
      return words[site >> 6] >> UInt64(site & 63) & 1 == 1
    }
    set {
      precondition(site >= 0 && site < siteCount, "there is no site at position \(site)")
      let bit: UInt64 = 1 << UInt64(site & 63)
      if newValue { words[site >> 6] |= bit } else { words[site >> 6] &= ~bit }
    }
  }

  /// The number of open sites.
  public var openCount: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The positions of the open sites, in order.
  public var openSites: [Int] { (0..<siteCount).filter { self[$0] } }

  /// A flag for each site, true for open.
  public var flags: [Bool] { (0..<siteCount).map { self[$0] } }
}

extension Configuration: Comparable {
  /// Orders configurations by their first site that differs: the closed one comes first.
  public static func < (left: Self, right: Self) -> Bool {
    for (leftWord, rightWord) in zip(left.words, right.words) where leftWord != rightWord {
      let first = (leftWord ^ rightWord).trailingZeroBitCount
      return leftWord >> UInt64(first) & 1 == 0
    }
    return left.siteCount < right.siteCount
  }
}
