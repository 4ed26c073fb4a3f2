// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// Made-up values of the measures for 24 months, with what a real record has: a month that comes
/// late, one that is corrected, one that is left out, a change of process and its rebase.
enum MeasuresDemonstration {
  static func steps(_ stage: ProgrammeStage) throws -> [DemonstrationStep] {
    stage.plan.measures.measures.enumerated().flatMap { place, measure in
      values(measure, place, stage) + decisions(measure, place, stage)
    }
  }

  /// A month is reported on the 12th of the next; one month of the second measure is missing, and
  /// the last month is reported within it, so that the two years are whole.
  private static func values(
    _ measure: MeasureDefinition, _ place: Int, _ stage: ProgrammeStage
  ) -> [DemonstrationStep] {
    let months = stage.months
    let series = SyntheticSeries(seed: stage.seed &+ UInt64(place), place: place)
    return months.indices.compactMap { offset in
      if place == 1, offset == 9 { return nil }
      let value = series.value(offset, of: months.count, measure)
      let isLast = offset + 1 >= months.count
      let day = isLast ? stage.last : months[offset].addingMonths(1).adding(11)
      return DemonstrationStep(day, minutes: 540 + place) { [desk = desk(stage)] in
        // One value is typed wrong, and corrected a week later.
        let typed = place == 0 && offset == 5 ? value * 10 : value
        try await desk.record(measure.id, month: months[offset], value: typed, by: stage.office)
      }
    }
  }

  private static func decisions(
    _ measure: MeasureDefinition, _ place: Int, _ stage: ProgrammeStage
  ) -> [DemonstrationStep] {
    let months = stage.months
    guard months.count >= 24 else { return [] }
    let desk = desk(stage)
    let series = SyntheticSeries(seed: stage.seed &+ UInt64(place), place: place)
    switch place {
    case 0:
      let right = series.value(5, of: months.count, measure)
      return [
        DemonstrationStep(months[6].adding(18)) {
          try await desk.correct(
            measure.id, month: months[5], value: right,
            reason: "Synthetic: the decimal point was in the wrong place.", by: stage.office)
        }
      ]
    case 2:
      return [
        DemonstrationStep(months[17].adding(20)) {
          try await desk.rebase(
            measure.id, from: months[12],
            reason: "Synthetic: a new team started in this month, and the change has lasted.",
            decidedBy: "Programme Board (synthetic decision)", by: stage.office)
        }
      ]
    case 3:
      return [
        DemonstrationStep(months[11].adding(25)) {
          try await desk.exclude(
            measure.id, month: months[9], true,
            reason: "Synthetic: counted in another way in this month.",
            decidedBy: "Programme office", by: stage.office)
        }
      ]
    default: return []
    }
  }

  private static func desk(_ stage: ProgrammeStage) -> MeasureDesk {
    MeasureDesk(stage.data, plan: stage.plan.measures, clock: stage.clock)
  }
}

/// Made-up values about a level, with a change in some series: the same for a seed.
///
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct SyntheticSeries {
  private let seed: UInt64
  private let place: Int

  init(seed: UInt64, place: Int) {
    self.seed = seed
    self.place = place
  }

  /// The value of a month, rounded as the measure is shown.
  func value(_ month: Int, of count: Int, _ measure: MeasureDefinition) -> Double {
    // Shares lie about the middle, counts about a hundred, and the last about ten.
    let isPercent = measure.unit == "%"
    let level = isPercent ? 35.0 + Double(place) * 4 : place % 6 == 5 ? 12 : 130
    let size = isPercent ? 1 : level / 60
    // Three draws add up to something like a bell.
    let noise = (unit(month * 3) + unit(month * 3 + 1) + unit(month * 3 + 2) - 1.5) * 6
    let raw = max(0, level + (noise + change(month, of: count)) * size)
    let scale = (0..<measure.decimals).reduce(1.0) { scale, _ in scale * 10 }
    return (raw * scale).rounded() / scale
  }

  /// What is built in: a lasting step, a slow fall, or one odd month.
  private func change(_ month: Int, of count: Int) -> Double {
    switch place % 6 {
    case 0: month >= count - 7 ? 9 : 0
    case 2: month >= count / 2 ? 14 : 0
    case 3: month == 9 ? 25 : 0
    case 4: month >= count - 8 ? Double(month - count + 8) * 4 : 0
    case 5: -Double(month) * 1.2
    default: 0
    }
  }

  private func unit(_ place: Int) -> Double {
    var word = (seed &+ UInt64(place)) &* 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((word ^ (word >> 31)) >> 11) * 0x1p-53
  }
}
