// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The spells of the made-up trust, and the strategies that reach them.
struct SyntheticSpells {
  private(set) var rows =
    "id,age,sex,pod,site,specialty,length_of_stay,group,local,waiting_list,health_group,"
    + "grows_with,growth_group,admission,icb,hrg,imd\n"
  private(set) var strategies = "activity,row,strategy,sample_rate\n"

  private var draws: Draws

  private static let kinds = [
    "emerg", "daycase", "ordelec", "maternity", "birth", "reg", "transfer",
  ]
  private static let shares = Draws.ends([40, 36, 7, 7, 5, 4, 1])

  init(count: Int, seed: Int) {
    draws = Draws(seed, "spells")
    let ages = Draws.ends((0...90).map { $0 == 0 ? 60 : 25 + Double($0) })
    for row in 0..<count { add(row, ages) }
  }

  private mutating func add(_ row: Int, _ ages: [Double]) {
    let kind = Self.kinds[draws.place(Self.shares)]
    let age =
      kind == "maternity" ? 17 + draws.below(27) : kind == "birth" ? 0 : draws.place(ages)
    let sex = kind == "maternity" ? 2 : 1 + draws.below(2)
    let specialty = kind == "maternity" ? "Other (Medical)" : draws.pick(SyntheticTrust.specialties)
    let group =
      kind == "maternity"
      ? "maternity"
      : ["daycase", "ordelec", "reg"].contains(kind) ? "elective" : "non-elective"
    let pod =
      kind == "daycase"
      ? "ip_elective_daycase"
      : kind == "reg" ? "ip_regular_day_attender" : "ip_\(group)_admission"
    let admission =
      ["emerg": "21", "maternity": "31", "birth": "82", "transfer": "81"][kind] ?? "11"
    let mean =
      (["emerg": 5.2, "ordelec": 3, "maternity": 2, "birth": 2, "transfer": 9][kind] ?? 0)
      * (0.5 + Double(age) / 90)
    // A third stay no night; the others have a long tail.
    let stay =
      mean == 0 || draws.chance(0.33) ? 0 : min(120, Int(-mean * 1.2 * log(draws.unit())))
    let growth = kind == "maternity" || kind == "birth" ? "births" : "population"
    rows +=
      "\(row),\(age),\(sex),\(pod),\(draws.site()),\(specialty),\(stay),\(group),"
      + "\(draws.chance(0.88) ? 1 : 0),\(admission == "11" ? 1 : 0),\(kind),\(growth),"
      + "\(kind == "birth" ? "maternity" : group),\(admission),"
      + "\(draws.chance(0.88) ? "A" : "B"),HRG\(1 + draws.below(400)),\(1 + draws.below(5))\n"
    for strategy in SyntheticParameters.assigned
    where strategy.reaches(kind, age, stay) && draws.chance(strategy.share) {
      strategies += "spells,\(row),\(strategy.id),\(strategy.rate)\n"
    }
  }
}
