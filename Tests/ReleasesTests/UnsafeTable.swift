// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A folder of exact tables, by hand.
enum UnsafeTable {
  /// People and pounds of places and groups with all totals, and what a report says.
  static func folder(
    _ counts: [[Int]], report: String = #"{"synthetic": true}"#, extra: String = ""
  ) throws -> String {
    var text = "table,period,place,age-band,group,measure,value,people,largest,second\n"
    let rows = counts + [counts[0].indices.map { column in counts.reduce(0) { $0 + $1[column] } }]
    for (row, values) in rows.enumerated() {
      let place = row < counts.count ? "p\(row)" : "all"
      for (column, value) in (values + [values.reduce(0, +)]).enumerated() {
        let group = column < values.count ? "g\(column)" : "all"
        let start = "segments,2016-04/2017-03,\(place),all,\(group)"
        text += "\(start),people,\(value),\(value),1,1\n"
        text += "\(start),pounds,\(value * 900).00,\(value),900.00,900.00\n"
      }
    }
    let folder = scratch() + "/unsafe"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data((text + extra).utf8).write(to: URL(fileURLWithPath: folder + "/cells.csv"))
    try Data(report.utf8).write(to: URL(fileURLWithPath: folder + "/report.json"))
    return folder
  }

  static func scratch() -> String {
    NSTemporaryDirectory() + "weald-release-" + UUID().uuidString
  }
}
