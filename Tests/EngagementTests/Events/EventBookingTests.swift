// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import Testing

@Suite("Bookings of events")
struct EventBookingTests {
  @Test("Fifty people at once for ten places: ten get one, forty wait, nobody is lost")
  func race() async throws {
    let folder = try EventFolder()
    let id = try await folder.scheduled(capacity: 10)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<50 {
        group.addTask { (try? await folder.book(id, 1)) != nil }
      }
      for await made in group { #expect(made) }
    }
    let event = try folder.desk.event(id)
    #expect(event.bookings.filter { $0.status == .confirmed }.count == 10)
    #expect(event.bookings.filter { $0.status == .waiting }.count == 40)
    #expect(event.bookings.prefix(10).allSatisfy { $0.status == .confirmed })
    #expect(event.bookings.allSatisfy { $0.toTell.isEmpty })
  }

  @Test("Two programs over one folder never overbook")
  func twoPrograms() async throws {
    let folder = try EventFolder()
    let id = try await folder.scheduled(capacity: 3)
    let other = EventDesk(try DataFolder(path: folder.data.path), clock: { folder.now })
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<12 {
        group.addTask {
          let desk = number % 2 == 0 ? folder.desk : other
          _ = try? await desk.book(id, BookingRequest(places: 1), token: RandomID.make())
        }
      }
    }
    #expect(try folder.desk.event(id).placesTaken == 3)
    #expect(try other.event(id) == folder.desk.event(id))
  }

  @Test("Who came first among those for whom there is room gets the place that becomes free")
  func promotion() async throws {
    let folder = try EventFolder()
    let id = try await folder.scheduled(capacity: 3)
    let first = try await folder.book(id, 2)
    let second = try await folder.book(id, 1)
    let large = try await folder.book(id, 3)
    let small = try await folder.book(id, 1)
    try await folder.desk.cancelBooking(key: second)
    #expect(try folder.desk.booking(key: small)?.booking.status == .confirmed)
    #expect(try folder.desk.booking(key: small)?.booking.toTell == [.placeFound])
    #expect(try folder.desk.booking(key: large)?.booking.status == .waiting)
    try await folder.desk.cancelBooking(key: first)
    try await folder.desk.cancelBooking(key: small)
    #expect(try folder.desk.booking(key: large)?.booking.status == .confirmed)
    try await folder.desk.cancelBooking(key: first)
    #expect(try folder.desk.event(id).placesTaken == 3)
  }

  @Test("The same form sent twice books once and leads to the same booking")
  func once() async throws {
    let folder = try EventFolder()
    let id = try await folder.scheduled(capacity: 10)
    let request = BookingRequest(places: 2, name: "Resident 1 (synthetic)")
    let first = try await folder.desk.book(id, request, token: "token-1")
    let again = try await folder.desk.book(id, request, token: "token-1")
    #expect(first == again)
    #expect(try folder.desk.event(id).placesTaken == 2)
    #expect(
      try folder.data.contacts.all(BookingRecord.self, kind: BookingRecord.kind).count == 1)
  }

  @Test("Nothing personal is in the ledger")
  func nothingPersonal() async throws {
    let folder = try EventFolder()
    let id = try await folder.scheduled(capacity: 10)
    let request = BookingRequest(
      places: 2, name: "Zelda Quill", email: "zelda@example.org", phone: "01234 567890",
      needs: "A wheelchair space")
    _ = try await folder.desk.book(id, request, token: "t")
    let text = try folder.data.ledger.entries().map(\.payload).joined()
    for word in ["Zelda", "zelda", "01234", "wheelchair"] { #expect(!text.contains(word)) }
  }

  @Test(
    "A booking that cannot be right is refused, with the field",
    arguments: [
      (BookingRequest(places: 0), "places"), (BookingRequest(places: 7), "places"),
      (BookingRequest(places: 1, email: "nowhere"), "email"),
      (BookingRequest(places: 1, email: "a b@example.org"), "email"),
      (BookingRequest(places: 1, phone: "hello"), "phone"),
      (BookingRequest(places: 1, needs: String(repeating: "x", count: 1001)), "needs"),
    ])
  func refused(request: BookingRequest, field: String) async throws {
    #expect(request.faults.map(\.field) == [field])
  }

  @Test("Nothing can be booked once an event has started, is cancelled or needs no booking")
  func closed() async throws {
    let folder = try EventFolder()
    let dropIn = try await folder.scheduled(capacity: nil)
    await #expect(throws: EventRefusal.self) { try await folder.book(dropIn, 1) }
    let cancelled = try await folder.scheduled(capacity: 5)
    let key = try await folder.book(cancelled, 2)
    try await folder.desk.cancel(cancelled, reason: "Snow", by: office)
    await #expect(throws: EventRefusal.self) { try await folder.book(cancelled, 1) }
    #expect(try folder.desk.booking(key: key)?.booking.toTell == [.cancelled])
    let started = try await folder.scheduled(capacity: 5)
    folder.go(to: folder.details(capacity: 5).starts)
    await #expect(throws: EventRefusal.self) { try await folder.book(started, 1) }
  }

  @Test("A change keeps how it was, tells those who booked, and gives new places out")
  func change() async throws {
    let folder = try EventFolder()
    let id = try await folder.scheduled(capacity: 2)
    let first = try await folder.book(id, 2)
    let waiting = try await folder.book(id, 1)
    var larger = folder.details(capacity: 3)
    larger.venue = "Larger hall"
    try await folder.desk.change(id, to: larger, reason: "More room", by: office)
    #expect(try folder.desk.event(id).changes.map(\.before.venue) == ["Hall"])
    #expect(try folder.desk.booking(key: first)?.booking.toTell == [.changed])
    #expect(
      try folder.desk.booking(key: waiting)?.booking.toTell == [.changed, .placeFound])
    let booking = try #require(try folder.desk.booking(key: first)).booking.id
    try await folder.desk.told(id, booking: booking, notice: .changed, by: office)
    #expect(try folder.desk.booking(key: first)?.booking.toTell == [])
    await #expect(throws: EventRefusal.self) {
      try await folder.desk.change(
        id, to: folder.details(capacity: 2), reason: "Less", by: office)
    }
  }

  @Test("Personal details go 28 days after the event; the count of places stays")
  func purge() async throws {
    let folder = try EventFolder()
    let id = try await folder.scheduled(capacity: 5)
    let key = try await folder.book(id, 2)
    let end = folder.details(capacity: 5).ends
    folder.go(to: end.addingTimeInterval(27 * 86_400))
    #expect(try await folder.desk.purgeBookings(by: .program) == 0)
    folder.go(to: end.addingTimeInterval(28 * 86_400 + 1))
    #expect(try await folder.desk.purgeBookings(by: .program) == 1)
    #expect(try folder.desk.booking(key: key) == nil)
    #expect(try folder.desk.event(id).placesTaken == 2)
  }
}
