// SPDX-License-Identifier: Apache-2.0

/// Codes of lower layer super output areas, of which there are a set of 2011 and one of 2021.
enum SmallAreaCode {
  /// The last English code of the 2011 set; codes beyond it exist in the 2021 set only.
  private static let last2011 = "E01033768"

  /// What to do when one list of codes has areas of 2021 and the other has none; nil otherwise.
  static func mixture(_ left: [String], _ right: [String]) -> String? {
    let (first, second) = (left.contains(where: is2021), right.contains(where: is2021))
    guard first != second, left.contains(where: isSmallArea), right.contains(where: isSmallArea)
    else { return nil }
    return "One file has areas of the 2021 census and the other only those of 2011: use one set."
  }

  private static func isSmallArea(_ code: String) -> Bool {
    code.utf8.count == 9 && code.hasPrefix("E010")
  }

  private static func is2021(_ code: String) -> Bool { isSmallArea(code) && code > last2011 }
}
