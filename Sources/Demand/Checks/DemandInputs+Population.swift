// SPDX-License-Identifier: Apache-2.0

extension DemandInputs {
  /// The sexes that the population tells apart, as its first variant does.
  var sexes: [Sex] {
    let counted = Set(variants.first?.people.map(\.sex) ?? [])
    return counted == [.persons] ? [.persons] : [.female, .male]
  }

  /// The last age of the population, as of its first variant.
  var lastAge: Int {
    let ages = variants.first?.people.map(\.age).filter { (0...InputCheck.oldestAge).contains($0) }
    return ages?.max() ?? 90
  }
}
