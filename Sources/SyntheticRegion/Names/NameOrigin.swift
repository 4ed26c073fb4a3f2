// SPDX-License-Identifier: Apache-2.0

/// Where the names of a made-up household come from; it goes with the ethnicity that is recorded.
///
/// The groups are coarse on purpose: they exist so that errors of linkage can differ between groups.
enum NameOrigin: Int, CaseIterable {
  case british, easternEuropean, southAsian, westAfrican, eastAsian, middleEastern

  /// The given names of men.
  var men: [[UInt8]] {
    switch self {
    case .british: GivenNames.youngMen
    case .easternEuropean: OtherGivenNames.easternEuropeanMen
    case .southAsian: OtherGivenNames.southAsianMen
    case .westAfrican: OtherGivenNames.westAfricanMen
    case .eastAsian: OtherGivenNames.eastAsianMen
    case .middleEastern: OtherGivenNames.middleEasternMen
    }
  }

  /// The given names of women.
  var women: [[UInt8]] {
    switch self {
    case .british: GivenNames.youngWomen
    case .easternEuropean: OtherGivenNames.easternEuropeanWomen
    case .southAsian: OtherGivenNames.southAsianWomen
    case .westAfrican: OtherGivenNames.westAfricanWomen
    case .eastAsian: OtherGivenNames.eastAsianWomen
    case .middleEastern: OtherGivenNames.middleEasternWomen
    }
  }

  /// Surnames from a list; many others are made of syllables.
  var surnames: [[UInt8]] {
    switch self {
    case .british: Surnames.british
    case .easternEuropean: Surnames.easternEuropean
    case .southAsian: Surnames.southAsian
    case .westAfrican: Surnames.westAfrican
    case .eastAsian: Surnames.eastAsian
    case .middleEastern: Surnames.middleEastern
    }
  }

  /// The share of households whose surname is of the list.
  var shareListed: Double {
    switch self {
    case .british: 0.45
    case .easternEuropean: 0.35
    case .southAsian: 0.8
    case .westAfrican: 0.6
    case .eastAsian: 0.95
    case .middleEastern: 0.6
    }
  }
}
