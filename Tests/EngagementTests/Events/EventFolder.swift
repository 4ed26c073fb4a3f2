// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Synchronization

/// A data folder of its own for a test, with a clock that the test sets.
final class EventFolder: Sendable {
  let data: DataFolder
  private let time: Mutex<Date>

  init(day: String = "2017-06-01") throws {
    let start = LondonTime.moment(CivilDay(day) ?? CivilDay(number: 0), minutes: 600)
    time = Mutex(start)
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    data = try DataFolder(path: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: data.path) }

  var desk: EventDesk { EventDesk(data, clock: { self.now }) }
  var now: Date { time.withLock { $0 } }

  func go(to moment: Date) { time.withLock { $0 = moment } }

  func details(capacity: Int?) -> EventDetails {
    let start = LondonTime.moment(CivilDay("2017-06-14") ?? CivilDay(number: 0), minutes: 1110)
    var details = EventDetails(
      title: "Listening event", kind: .listening, venue: "Hall", address: "1 Street",
      starts: start, ends: start.addingTimeInterval(7200))
    details.summary = "Say what you think."
    details.host = "Team"
    details.capacity = capacity
    return details
  }

  func scheduled(capacity: Int?) async throws -> String {
    try await desk.schedule(details(capacity: capacity), by: office)
  }

  func book(_ id: String, _ places: Int) async throws -> String {
    try await desk.book(id, BookingRequest(places: places), token: RandomID.make())
  }
}

let office = Author(id: "office", role: "programme-office")
let facilitator = Author(id: "facilitator", role: "contributor")
