// SPDX-License-Identifier: Apache-2.0

import Linkage

/// What stands before the @ of an address of mail, as a column of its own.
enum LocalPart {
  /// What is put after the name of the column of addresses.
  static let suffix = "-name"

  /// The column made from one of addresses.
  static func column(of addresses: InternedColumn) -> InternedColumn {
    let parts = (0..<addresses.distinctCount).map {
      addresses.text(of: Int32($0)).split(separator: "@").first.map(String.init)
    }
    var builder = ColumnBuilder(name: addresses.name + suffix)
    for code in addresses.codes { builder.append(code < 0 ? nil : parts[Int(code)]) }
    return builder.column()
  }
}
