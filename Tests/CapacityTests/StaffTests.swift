// SPDX-License-Identifier: Apache-2.0

import Capacity
import Testing

@Suite struct StaffTests {
  @Test func `productive hours are contracted hours less absence`() throws {
    let time = try WorkingTime(hoursPerWeek: 37.5, weeksPerYear: 44, sickness: 0.05, study: 0.02)
    #expect(abs(time.productiveHours - 37.5 * 44 * 0.93) < 1e-9)
    #expect(abs(time.wholeTimeEquivalents(hours: time.productiveHours * 7) - 7) < 1e-12)
    // Ten posts filled all year in contracted hours take ten times one and the headroom.
    let hours = 10 * 37.5 * 365 / 7
    #expect(abs(time.wholeTimeEquivalents(hours: hours) - 10 * (1 + time.headroom)) < 1e-9)
  }

  @Test func `a rota needs the hours of its shifts`() throws {
    let rota = try RotaCover([
      RotaCover.Shift(hours: 12, bedsEach: 6), RotaCover.Shift(hours: 12, bedsEach: 8),
    ])
    #expect(rota.hoursPerBedDay == 3.5)
    let time = try WorkingTime(hoursPerWeek: 37.5, weeksPerYear: 40)
    #expect(abs(rota.wholeTimeEquivalents(beds: 24, time) - 24 * 3.5 * 365 / 1500) < 1e-9)
    // 24 beds: 4 and 3 on duty; 25 beds: 5 and 4.
    #expect(try rota.hoursPerDay(wards: [24]) == 84)
    #expect(try rota.hoursPerDay(wards: [25]) == 108)
    #expect(try rota.hoursPerDay(wards: [24, 0, 1]) == 108)
    #expect(try RotaCover([]).hoursPerBedDay == 0)
  }

  @Test func `impossible working time and rotas are refused`() {
    #expect(throws: CapacityError.self) { try WorkingTime(hoursPerWeek: 0, weeksPerYear: 40) }
    #expect(throws: CapacityError.self) { try WorkingTime(hoursPerWeek: 200, weeksPerYear: 40) }
    #expect(throws: CapacityError.self) { try WorkingTime(hoursPerWeek: 37, weeksPerYear: .nan) }
    #expect(throws: CapacityError.self) {
      try WorkingTime(hoursPerWeek: 37, weeksPerYear: 40, sickness: 0.6, study: 0.4)
    }
    #expect(throws: CapacityError.self) {
      try WorkingTime(hoursPerWeek: 37, weeksPerYear: 40, sickness: .nan)
    }
    #expect(throws: CapacityError.self) { try RotaCover([.init(hours: 12, bedsEach: 0)]) }
    #expect(throws: CapacityError.self) { try RotaCover([.init(hours: 25, bedsEach: 8)]) }
    #expect(throws: CapacityError.self) {
      try RotaCover([.init(hours: 20, bedsEach: 8), .init(hours: 20, bedsEach: 8)])
    }
    #expect(throws: CapacityError.self) {
      try RotaCover([.init(hours: 12, bedsEach: 8)]).hoursPerDay(wards: [-1])
    }
  }
}
