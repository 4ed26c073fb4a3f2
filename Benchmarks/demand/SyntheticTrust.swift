// SPDX-License-Identifier: Apache-2.0

import Foundation
import Sampling

/// A made-up trust: seeded, of no real place and of nobody.
///
/// Its shape (kinds of spells, ages, stays,
/// shares of rows that strategies reach) is set by hand to be of the usual order, and nothing in it
/// is a figure of any service.
struct SyntheticTrust {
  let spells: Int
  let outpatients: Int
  let emergency: Int
  let seed: Int

  static let base = 2023
  static let last = 2035
  static let specialties =
    [
      "100", "101", "110", "120", "130", "140", "150", "160", "170", "300", "301", "320", "330",
      "340", "400", "410", "430", "502", "Other (Medical)", "Other (Surgical)", "Other",
    ]
  static let surgical: Set<String> = [
    "100", "101", "110", "120", "130", "140", "150", "160", "170", "502", "Other (Surgical)",
  ]

  func write(to folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    func save(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
    }
    try save(
      "README.txt",
      "Synthetic: made by demand-bench with seed \(seed). No real place, service or person.\n")
    let spells = SyntheticSpells(count: self.spells, seed: seed)
    try save("spells.csv", spells.rows)
    try save("strategies.csv", spells.strategies)
    try save("outpatients.csv", outpatientRows())
    try save("emergency.csv", emergencyRows())
    try save("population.csv", population())
    try save("births.csv", births())
    try save("life_expectancy.csv", lifeExpectancy())
    try save("activity_by_age.csv", activityByAge())
    let parameters = try JSONSerialization.data(
      withJSONObject: SyntheticParameters(seed: seed).json,
      options: [.sortedKeys, .prettyPrinted])
    try parameters.write(to: URL(filePath: folder + "/parameters.json"))
  }

  private func outpatientRows() -> String {
    var draws = Draws(seed, "outpatients")
    let ages = Draws.ends((0...90).map { 20 + Double($0) })
    var text =
      "id,age,sex,pod,site,specialty,attendances,remote_attendances,group,type,local,"
      + "waiting_list,referral,health_group,icb,hrg,imd\n"
    for row in 0..<outpatients {
      let age = draws.place(ages)
      let specialty = draws.pick(Self.specialties)
      let group = draws.chance(0.18) ? "procedure" : draws.chance(0.3) ? "first" : "followup"
      let type =
        (age >= 18 ? "adult" : "child")
        + (Self.surgical.contains(specialty) ? "_surgical" : "_non-surgical")
      let referral =
        group != "first"
        ? "none" : draws.chance(0.6) ? "gp" : draws.chance(0.4) ? "consultant" : "none"
      let count = 1 + (draws.chance(0.13) ? 1 : 0)
      let isRemote = group != "procedure" && draws.chance(0.2)
      let pod = ["procedure": "op_procedure", "first": "op_first"][group] ?? "op_follow-up"
      let hrg = draws.chance(0.1) ? "HRG1" : "none"
      text +=
        "\(row),\(age),\(1 + draws.below(2)),\(pod),\(draws.site()),\(specialty),"
        + "\(isRemote ? 0 : count),\(isRemote ? count : 0),\(group),\(type),"
        + "\(draws.chance(0.88) ? 1 : 0),1,\(referral),op_\(type)_\(group),"
        + "\(draws.chance(0.88) ? "A" : "B"),\(hrg),\(1 + draws.below(5))\n"
    }
    return text
  }

  private func emergencyRows() -> String {
    var draws = Draws(seed, "emergency")
    let ages = Draws.ends((0...90).map { $0 < 5 ? 90 : 40 + 0.4 * Double($0) })
    var text =
      "id,age,sex,pod,site,arrivals,group,type,local,frequent,left,low_cost,untreated,"
      + "health_group\n"
    for row in 0..<emergency {
      let age = draws.place(ages)
      let group = draws.chance(0.1 + 0.5 * Double(age) / 90) ? "ambulance" : "walk-in"
      let type = (age >= 18 ? "adult_" : "child_") + group
      let flags = [0.1, 0.05, 0.15, 0.08].map { draws.chance($0) ? "1" : "0" }
      let pod = draws.chance(0.75) ? "aae_type-01" : "aae_type-03"
      text +=
        "\(row),\(age),\(1 + draws.below(2)),\(pod),\(draws.site()),1,\(group),\(type),"
        + "\(draws.chance(0.9) ? 1 : 0),\(flags.joined(separator: ",")),aae_\(type)\n"
    }
    return text
  }

  private func population() -> String {
    var text = "variant,year,sex,age,people\n"
    for (place, variant) in SyntheticParameters.variants.enumerated() {
      let drift = [0, 0.0005, -0.004, 0.002, -0.002][place]
      for sex in 1...2 {
        for age in 0...90 {
          let now = 5_000 * (1 - Double(age) / 110)
          let ageing = 0.0002 * Double(age) - 0.002
          let then = now * pow(1 + ageing + drift, Double(Self.last - Self.base))
          text += "\(variant.id),\(Self.base),\(sex),\(age),\(now)\n"
          text += "\(variant.id),\(Self.last),\(sex),\(age),\(then)\n"
        }
      }
    }
    return text
  }

  private func births() -> String {
    var text = "variant,year,age,births\n"
    for (place, variant) in SyntheticParameters.variants.enumerated() {
      for age in 0...90 {
        let factor = 0.97 + 0.001 * Double(age) + 0.005 * Double(place)
        text += "\(variant.id),\(Self.base),\(age),100\n"
        text += "\(variant.id),\(Self.last),\(age),\(100 * factor)\n"
      }
    }
    return text
  }

  private func lifeExpectancy() -> String {
    var text = "year,sex,age,years\n"
    for sex in 1...2 {
      for age in 55...90 {
        let left = 90.0 - Double(age) * 0.9
        text += "\(Self.base),\(sex),\(age),\(left)\n"
        text += "\(Self.last),\(sex),\(age),\(left + 1.2 - 0.01 * Double(age - 55))\n"
      }
    }
    return text
  }

  private func activityByAge() -> String {
    let outpatient = ["surgical", "non-surgical"].flatMap { type in
      ["first", "followup", "procedure"].map { "op_adult_\(type)_\($0)" }
    }
    let groups =
      ["emerg", "reg", "transfer", "ordelec", "daycase"] + outpatient
      + ["aae_adult_walk-in", "aae_adult_ambulance"]
    var text = "group,sex,age,rate\n"
    for group in groups {
      for sex in 1...2 {
        for age in 0...100 {
          text +=
            "\(group),\(sex),\(age),\(0.05 + 0.004 * Double(age) + 0.00004 * Double(age * age))\n"
        }
      }
    }
    return text
  }
}

/// Chance for the trust.
struct Draws {
  private var stream: RandomStream

  init(_ seed: Int, _ purpose: String) {
    stream = RandomStream(
      seed: UInt64(truncatingIfNeeded: seed), purpose: StreamPurpose("synthetic " + purpose))
  }

  mutating func unit() -> Double { stream.unit() }
  mutating func chance(_ share: Double) -> Bool { stream.unit() < share }
  mutating func below(_ limit: Int) -> Int { min(Int(stream.unit() * Double(limit)), limit - 1) }
  mutating func pick<Element>(_ items: [Element]) -> Element { items[below(items.count)] }

  mutating func site() -> String {
    let share = unit()
    return share < 0.5 ? "a" : share < 0.8 ? "b" : "c"
  }

  /// A place, by the running sums of weights.
  mutating func place(_ ends: [Double]) -> Int {
    let share = unit() * (ends.last ?? 1)
    var (low, high) = (0, ends.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] > share { high = middle } else { low = middle + 1 }
    }
    return low
  }

  static func ends(_ weights: [Double]) -> [Double] {
    var sum = 0.0
    return weights.map {
      sum += $0
      return sum
    }
  }
}
