// SPDX-License-Identifier: Apache-2.0

/// The part of a covering question that is left when everything obvious is decided.
///
/// A row that contains another row is covered with it; a site whose rows another site covers too
/// is not needed; a row with one site forces it open. Each rule makes work for the others, so they
/// take turns until none applies.
struct ReducedCover {
  /// Sites that some best plan opens.
  private(set) var forced: [Int] = []
  /// The rows that are left, as ascending lists of the sites that are left.
  private(set) var rows: [[Int]] = []
  /// The sites in those rows, ascending.
  private(set) var sites: [Int] = []
  /// Whether some row has no site at all.
  private(set) var isImpossible = false

  init(_ cover: CoverRows, siteCount: Int) {
    rows = (0..<cover.count).map { positions(of: cover[$0]) }
    var size = -1
    while !isImpossible && size != rows.count + rows.reduce(0, { $0 + $1.count }) {
      size = rows.count + rows.reduce(0) { $0 + $1.count }
      dropContainingRows(siteCount: siteCount)
      isImpossible = rows.first?.isEmpty ?? false
      dropNeedlessSites(siteCount: siteCount)
      forceSingles()
    }
    sites = Set(rows.joined()).sorted()
  }

  /// Keeps the rows that contain no other; shorter rows come first.
  private mutating func dropContainingRows(siteCount: Int) {
    rows.sort { $0.count < $1.count || $0.count == $1.count && $0.lexicographicallyPrecedes($1) }
    if rows.first?.isEmpty ?? false {
      rows = [[]]
      return
    }
    var frequency = Array(repeating: 0, count: siteCount)
    for row in rows { for site in row { frequency[site] += 1 } }
    // A row that is kept waits under its rarest site, where every row that contains it looks.
    var waiting = Array(repeating: [Int](), count: siteCount)
    var keptRows: [[Int]] = []
    var mark = Array(repeating: false, count: siteCount)
    for row in rows {
      for site in row { mark[site] = true }
      let contains = row.contains { site in
        waiting[site].contains { keptRows[$0].allSatisfy { mark[$0] } }
      }
      for site in row { mark[site] = false }
      guard !contains, let rarest = row.min(by: { frequency[$0] < frequency[$1] }) else {
        continue
      }
      waiting[rarest].append(keptRows.count)
      keptRows.append(row)
    }
    rows = keptRows
  }

  /// Removes each site whose rows are all covered by another; of equal sites the first stays.
  private mutating func dropNeedlessSites(siteCount: Int) {
    let wordCount = (rows.count + 63) / 64
    var columns = Array(repeating: UInt64(0), count: siteCount * wordCount)
    for (row, sites) in rows.enumerated() {
      for site in sites { columns[site * wordCount + row / 64] |= 1 << UInt64(row % 64) }
    }
    func isWithin(_ site: Int, _ other: Int) -> Bool {
      for word in 0..<wordCount
      where columns[site * wordCount + word] & ~columns[other * wordCount + word] != 0 {
        return false
      }
      return true
    }
    var firstRow = Array(repeating: -1, count: siteCount)
    for row in rows.indices.reversed() { for site in rows[row] { firstRow[site] = row } }
    var isNeedless = Array(repeating: false, count: siteCount)
    for site in 0..<siteCount where firstRow[site] >= 0 {
      isNeedless[site] = rows[firstRow[site]].contains { other in
        other != site && !isNeedless[other] && isWithin(site, other)
          && (other < site || !isWithin(other, site))
      }
    }
    for row in rows.indices { rows[row].removeAll { isNeedless[$0] } }
  }

  private mutating func forceSingles() {
    let singles = Set(rows.filter { $0.count == 1 }.map { $0[0] })
    guard !singles.isEmpty else { return }
    forced += singles.sorted()
    rows.removeAll { row in row.contains(where: singles.contains) }
  }

  /// A number of sites that no cover goes below: rows without a common site, and the forced sites.
  var leastSites: Int {
    var taken = Set<Int>()
    var count = forced.count
    for row in rows where !row.contains(where: taken.contains) {
      taken.formUnion(row)
      count += 1
    }
    return count
  }

  /// A cover by the site that adds the most rows, again and again.
  var greedyCover: [Int] {
    var left = rows
    var cover = forced
    while !left.isEmpty {
      var counts: [Int: Int] = [:]
      for row in left { for site in row { counts[site, default: 0] += 1 } }
      guard let best = sites.max(by: { counts[$0, default: 0] < counts[$1, default: 0] }) else {
        break
      }
      cover.append(best)
      left.removeAll { $0.contains(best) }
    }
    return cover.sorted()
  }

  /// Each row as a client that pays one unless a site of it is open.
  var lists: CostLists {
    var lists = CostLists()
    for row in rows {
      lists.append(
        sites: row.map { UInt16($0) }, costs: Array(repeating: 0, count: row.count), ceiling: 1,
        weight: 1)
    }
    return lists
  }
}
