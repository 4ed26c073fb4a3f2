// SPDX-License-Identifier: Apache-2.0

/// The parameters of the made-up trust: as many factors and strategies as the peer's sample has, all
/// with made-up values.
struct SyntheticParameters {
  let seed: Int

  static let variants: [(id: String, probability: Double)] = [
    ("principal", 0.4), ("migration", 0.15), ("no-migration", 0.15), ("high", 0.15), ("low", 0.15),
  ]

  /// A strategy that a list of rows assigns.
  struct Assigned: Sendable {
    let id: String
    let effect: String
    let share: Double
    var rate = 1.0
    var kinds: Set<String> = ["emerg"]
    var leastAge = 0
    var stays = 0...10_000
    var days: Int?
    var pod: String?
    /// Whose value it has; the peer mixes up values among conversions of one type.
    var sameAs: String?

    func reaches(_ kind: String, _ age: Int, _ stay: Int) -> Bool {
      kinds.contains(kind) && age >= leastAge && stays.contains(stay)
    }
  }

  static let assigned: [Assigned] =
    emergencyAvoidance + frailtyAvoidance + electiveAvoidance + otherAvoidance + sameDay
    + shorterStays + conversions

  private static let anyKind: Set<String> = [
    "emerg", "daycase", "ordelec", "maternity", "reg", "transfer",
  ]
  private static let emergencyAvoidance: [Assigned] = (0..<12).map { place in
    Assigned(
      id: "avoid_emergency_\(place)", effect: "avoidance", share: 0.02 + 0.01 * Double(place),
      rate: place < 3 ? 0.2 + 0.3 * Double(place) : 1)
  }
  private static let frailtyAvoidance: [Assigned] = (0..<5).map { place in
    Assigned(
      id: "avoid_frailty_\(place)", effect: "avoidance", share: 0.05 + 0.06 * Double(place),
      leastAge: 75)
  }
  private static let electiveAvoidance: [Assigned] = (0..<8).map { place in
    Assigned(
      id: "avoid_elective_\(place)", effect: "avoidance", share: 0.004 + 0.002 * Double(place),
      kinds: ["daycase", "ordelec", "reg"])
  }
  private static let otherAvoidance: [Assigned] = [
    Assigned(id: "smoking", effect: "avoidance", share: 0.1, rate: 0.25, kinds: anyKind),
    Assigned(id: "obesity", effect: "avoidance", share: 0.03, rate: 0.2, kinds: anyKind),
    Assigned(id: "zero_stay", effect: "avoidance", share: 0.9, stays: 0...0),
  ]
  private static let sameDay: [Assigned] = (0..<4).map { place in
    Assigned(
      id: "same_day_emergency_care_\(place)", effect: "same-day", share: 0.09, stays: 0...2,
      pod: "aae_type-05")
  }
  private static let shorterStays: [Assigned] =
    (0..<6).map { place in
      Assigned(
        id: "shorter_emergency_\(place)", effect: "length-of-stay", share: 0.06,
        stays: 1...10_000)
    }
    + [
      Assigned(
        id: "shorter_old", effect: "length-of-stay", share: 1, leastAge: 75, stays: 1...10_000)
    ]
    + (0..<3).map { place in
      Assigned(
        id: "enhanced_recovery_\(place)", effect: "length-of-stay", share: 0.08,
        kinds: ["ordelec"], stays: 1...10_000)
    }
  private static let conversions: [Assigned] = [
    Assigned(
      id: "pre-op_1", effect: "pre-operative-days", share: 0.1, kinds: ["ordelec"],
      stays: 1...10_000, days: 1),
    Assigned(
      id: "pre-op_2", effect: "pre-operative-days", share: 0.03, kinds: ["ordelec"],
      stays: 2...10_000, days: 2),
    Assigned(
      id: "day_procedures_usually_dc", effect: "day-case", share: 0.1, kinds: ["ordelec"],
      pod: "ip_elective_daycase"),
    Assigned(
      id: "day_procedures_occasionally_dc", effect: "day-case", share: 0.15, kinds: ["ordelec"],
      pod: "ip_elective_daycase", sameAs: "day_procedures_usually_dc"),
    Assigned(
      id: "day_procedures_usually_op", effect: "outpatient", share: 0.06,
      kinds: ["ordelec", "daycase"], pod: "op_procedure"),
    Assigned(
      id: "day_procedures_occasionally_op", effect: "outpatient", share: 0.08,
      kinds: ["ordelec", "daycase"], pod: "op_procedure", sameAs: "day_procedures_usually_op"),
  ]

  var json: [String: Any] {
    [
      "note": "Synthetic: every value is made up.",
      "base_year": SyntheticTrust.base, "last_year": SyntheticTrust.last, "seed": seed,
      "population": Dictionary(
        uniqueKeysWithValues: Self.variants.map { ($0.id, $0.probability) }),
      "health_status": [
        "column": "health_group",
        "healthy_share": ["male": [0.2, 0.8], "female": [0.1, 0.7]],
      ] as [String: Any],
      "factors": factors, "strategies": strategies,
    ]
  }

  private func factor(
    _ family: String, _ activity: String, _ scope: [String: String], _ value: Any,
    perYear: Bool = false
  ) -> [String: Any] {
    let id = ([family, activity] + scope.sorted { $0.key < $1.key }.map(\.value))
      .joined(separator: "|")
    return [
      "id": id, "family": family, "activity": activity, "where": scope, "value": value,
      "per": perYear ? "year" : "once",
    ]
  }

  private var factors: [[String: Any]] {
    var all: [[String: Any]] = []
    let groups = ["elective", "non-elective"]
    let away = [0.97, 0.99]
    let back = [1.01, 1.03]
    for group in groups {
      all.append(factor("expatriation", "spells", ["group": group, "specialty": "Other"], away))
    }
    all.append(
      factor(
        "expatriation", "spells", ["group": "maternity", "specialty": "Other (Medical)"], away))
    all.append(factor("expatriation", "outpatients", ["specialty": "Other"], away))
    for local in ["1", "0"] {
      for specialty in SyntheticTrust.specialties {
        for group in groups {
          all.append(
            factor(
              "repatriation", "spells",
              ["group": group, "local": local, "specialty": specialty], back))
        }
        all.append(
          factor("repatriation", "outpatients", ["local": local, "specialty": specialty], back))
      }
      all.append(
        factor(
          "repatriation", "spells",
          ["group": "maternity", "local": local, "specialty": "Other (Medical)"], back))
      for group in ["walk-in", "ambulance"] {
        all.append(factor("repatriation", "emergency", ["group": group, "local": local], back))
      }
    }
    for group in ["walk-in", "ambulance"] {
      all.append(factor("expatriation", "emergency", ["group": group], away))
      all.append(factor("other-growth", "emergency", ["group": group], [1, 1.02], perYear: true))
    }
    all.append(factor("waiting-list", "spells", ["waiting_list": "1"], 1.01))
    all.append(factor("waiting-list", "outpatients", ["waiting_list": "1"], 1.02))
    for group in groups + ["maternity"] {
      all.append(
        factor("other-growth", "spells", ["growth_group": group], [1, 1.02], perYear: true))
    }
    for group in ["first", "followup", "procedure"] {
      all.append(factor("other-growth", "outpatients", ["group": group], [1, 1.02], perYear: true))
    }
    for quintile in 2...5 {
      let value = 1 + 0.02 * Double(quintile - 1)
      all.append(
        factor(
          "inequalities", "spells", ["group": "elective", "hrg": "HRG1", "imd": "\(quintile)"],
          value))
      all.append(
        factor(
          "inequalities", "outpatients",
          ["group": "procedure", "hrg": "HRG1", "imd": "\(quintile)"], value))
    }
    return all
  }

  private var strategies: [[String: Any]] {
    var all: [[String: Any]] = Self.assigned.map { strategy in
      var entry: [String: Any] = [
        "id": strategy.id, "activity": "spells", "effect": strategy.effect,
        "value": strategy.sameAs.map { ["same_as": $0] as Any } ?? [0.85, 0.95],
      ]
      if let days = strategy.days { entry["days"] = days }
      if let pod = strategy.pod { entry["to_pod"] = pod }
      return entry
    }
    for (name, first, value) in [
      ("emergency", "21", [0.84, 0.86]), ("elective", "11", [0.91, 0.93]),
    ] {
      all.append([
        "id": "general_los_reduction_\(name)", "activity": "spells", "effect": "length-of-stay",
        "value": value, "otherwise": "true",
        "where": ["admission": first, "stay_from": 1] as [String: Any],
      ])
    }
    for type in ["adult_surgical", "adult_non-surgical", "child_surgical", "child_non-surgical"] {
      let reductions: [(String, [String: Any])] = [
        ("followup_reduction", ["group": "followup"]),
        ("consultant_to_consultant_reduction", ["referral": "consultant"]),
        ("gp_referred_first_attendance_reduction", ["referral": "gp"]),
      ]
      for (name, scope) in reductions {
        all.append([
          "id": "\(name)_\(type)", "activity": "outpatients", "effect": "avoidance",
          "value": [0.8, 0.95], "where": scope.merging(["type": type]) { first, _ in first },
        ])
      }
      all.append([
        "id": "convert_to_tele_\(type)", "activity": "outpatients", "effect": "remote",
        "value": [0.95, 0.975],
        "where": ["type": type, "group": ["first", "followup"]] as [String: Any],
      ])
    }
    for type in ["adult_walk-in", "adult_ambulance", "child_walk-in", "child_ambulance"] {
      for (name, column) in [
        ("frequent_attenders", "frequent"), ("left_before_seen", "left"),
        ("low_cost_discharged", "low_cost"), ("discharged_no_treatment", "untreated"),
      ] {
        all.append([
          "id": "\(name)_\(type)", "activity": "emergency", "effect": "avoidance",
          "value": [0.8, 0.95], "where": ["type": type, column: "1"],
        ])
      }
    }
    return all
  }
}
