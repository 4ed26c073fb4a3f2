// SPDX-License-Identifier: Apache-2.0

internal import Demand
internal import Sampling

/// Care outside the acute hospitals: a row for each service, age, sex and month.
///
/// A row's activity is a whole number about what is expected, and its nights are those of that
/// activity. Where little is expected many rows are empty; they are kept, so that a row's number
/// says what it is of.
public struct OtherCareRows: SyntheticRows {
  /// The file that holds the rows.
  public let file = SyntheticFile.otherCare
  private let key: StreamKey
  private let scale: Double
  private let cares: [(care: OtherCare, service: Int)]
  private static let cells = (AgeShape.lastAge + 1) * Sex.allCases.count * 12

  init(_ system: SyntheticSystem) {
    key = RowChances.key(seed: system.seed, file: file)
    scale = system.scale
    cares = OtherCare.all.compactMap { care in
      guard care.yearly > 0 else { return nil }
      return SyntheticService.all.firstIndex { $0.id == care.service.id }.map { (care, $0) }
    }
  }

  /// How many rows there are.
  public var count: Int { cares.count * Self.cells }

  /// The row of a number, from 0 to below `count`.
  public func row(_ number: Int) -> OtherCareCount {
    let (care, service) = cares[number / Self.cells]
    let cell = number % Self.cells
    let month = cell % 12 + 1
    let sex = Sex.allCases[cell / 12 % Sex.allCases.count]
    let age = cell / (12 * Sex.allCases.count)
    var chances = RowChances(key, row: number)
    let expected = expected(care, age: age, sex: sex, month: month)
    let activity = chances.whole(about: expected)
    return OtherCareCount(
      head: RowHead(
        service: service, site: care.service.provider, month: month, age: age, sex: sex),
      activity: activity, nights: chances.whole(about: Double(activity) * care.nights))
  }

  private func expected(_ care: OtherCare, age: Int, sex: Sex, month: Int) -> Double {
    let women = Sex.shareOfWomen(age: age)
    let ofSex = sex == .female ? women : 1 - women
    // People in the care of a service are counted once a year, in the month of the count: April.
    let isHeadCount = care.service.kind == .caseload || care.service.kind == .placement
    let ofMonth = isHeadCount ? (month == 4 ? 1 : 0) : care.service.season.shares[month - 1]
    return scale * care.yearly * care.ages.share(of: age) * ofSex * ofMonth
  }
}
