// SPDX-License-Identifier: Apache-2.0

import LocalCare
import Testing

@Suite("Staffing") struct StaffingTests {
  @Test func `a place day and night takes 5_744 staff who are away for 22% of paid time`() throws {
    let time = try WorkingTime(hours: 37.5, away: .shareOfPaidTime(0.22))

    #expect(abs(try time.staff(perPlaceFor: 168) - 5.744) < 5e-4)
  }

  @Test func `the other convention adds 22% to those at work and gives 5_466`() throws {
    let time = try WorkingTime(hours: 37.5, away: .upliftOnBase(0.22))

    #expect(abs(try time.staff(perPlaceFor: 168) - 5.4656) < 5e-5)
  }

  @Test func `a case load divides people`() throws {
    #expect(try CaseLoad(people: 1_000, peopleEach: 125).staff == 8)
  }

  @Test func `visits take their minutes and travel, and rooms take no travel`() throws {
    // 6,000 contacts, a quarter in rooms: 4,500 of 30 and 20 minutes, 1,500 of 30 minutes.
    let contacts = try Contacts(contacts: 6_000, minutes: 30, travel: 20, inRooms: 0.25)

    #expect(contacts.hours == 4_500)
    #expect(contacts.visits == 4_500)
    #expect(contacts.roomHours == 750)
  }

  @Test func `staff are hours of work over hours at work`() throws {
    let contacts = try Contacts(contacts: 2_000, minutes: 60, travel: 0, inRooms: 0)
    let time = try WorkingTime(hours: 40, away: .shareOfPaidTime(0.2))

    // 2,000 hours over 40 x 365.25 / 7 x 0.8.
    #expect(abs(try contacts.staff(time) - 2_000 / (40 * 365.25 / 7 * 0.8)) < 1e-12)
  }

  @Test func `rooms are hours wanted over hours in use`() throws {
    #expect(try Rooms(hours: 40, weeks: 50, use: 0.5).needed(forHours: 3_000) == 3)
  }

  @Test func `rapid response has enough at work by day and by night`() throws {
    // One demand an hour by day and one in three hours by night, each of 60 minutes.
    let hours = 365.25 * 12
    let work = try AroundTheClock(
      demands: hours * 4 / 3, byDay: 0.75, minutes: 60, within: 90, target: 0.9)
    let time = try WorkingTime(hours: 42, away: .shareOfPaidTime(0))

    let need = try work.need(time)

    let day = try Waiting(load: 1, serviceTime: 60)
    let night = try Waiting(load: 1.0 / 3, serviceTime: 60)
    #expect(need.atWorkByDay == (try day.servers(within: 90, share: 0.9)))
    #expect(need.atWorkByNight == (try night.servers(within: 90, share: 0.9)))
    #expect(need.inTime >= 0.9)
    // 84 hours of each half of the week, 42 each.
    #expect(need.staff == Double(need.atWorkByDay + need.atWorkByNight) * 2)
  }

  @Test func `one pool of calls takes no more than two apart`() throws {
    let time = try WorkingTime(hours: 37.5, away: .shareOfPaidTime(0.22))
    func staff(_ calls: Double) throws -> Double {
      try AroundTheClock(demands: calls, byDay: 0.85, minutes: 5.5, within: 0.5, target: 0.8)
        .need(time).staff
    }

    #expect(try staff(160_000) < 2 * staff(80_000))
  }

  @Test func `numbers that cannot be are named`() {
    #expect(
      throws: LocalCareError.outOfRange(
        what: "the case load of one", found: 0, expected: "more than nothing")
    ) { try CaseLoad(people: 10, peopleEach: 0) }
    #expect(throws: LocalCareError.self) {
      try WorkingTime(hours: 37.5, away: .shareOfPaidTime(1))
    }
    #expect(throws: LocalCareError.self) {
      try Contacts(contacts: .nan, minutes: 1, travel: 0, inRooms: 0)
    }
    #expect(throws: LocalCareError.self) { try Rooms(hours: 10, weeks: 10, use: 0) }
  }
}
