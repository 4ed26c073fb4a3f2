// SPDX-License-Identifier: Apache-2.0

extension SyntheticRows {
  /// The first line of the file: every file says in its first column that it is made up.
  public var header: String {
    let common = ["synthetic", "id", "service", "provider", "site", "pod", "month", "age", "sex"]
    return (common + Row.columns).joined(separator: ",")
  }

  /// The lines of some rows as comma-separated values, each ended by a line feed; what they hold
  /// is added to totals.
  ///
  /// Cells are words with hyphens and whole numbers, so that none needs quotes.
  public func lines(_ numbers: Range<Int>, adding totals: inout ActivityTotals) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count * 128)
    for number in numbers {
      let row = row(number)
      totals.add(row)
      append(row, number, to: &bytes)
    }
    return bytes
  }

  /// The ranges of rows that cover the file, each of at most so many.
  public func blocks(of size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: max(1, size)).map { $0..<min($0 + max(1, size), count) }
  }

  private func append(_ row: Row, _ number: Int, to bytes: inout [UInt8]) {
    let service = SyntheticService.all[row.head.service]
    bytes += "yes,".utf8
    bytes += String(number + 1).utf8
    for cell in [service.id, service.provider, row.head.site, service.pointOfDelivery] {
      bytes.append(UInt8(ascii: ","))
      bytes += cell.utf8
    }
    for cell in [String(row.head.month), String(row.head.age), row.head.sex.rawValue] + row.cells {
      bytes.append(UInt8(ascii: ","))
      bytes += cell.utf8
    }
    bytes.append(UInt8(ascii: "\n"))
  }
}
