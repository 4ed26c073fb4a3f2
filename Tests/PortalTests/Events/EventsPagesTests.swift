// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import Portal
import Testing

@Suite("Pages of events")
struct EventsPagesTests {
  private let form = [
    ("token", "abcdefghijklmnopqrstuvwxyz"), ("places", "2"), ("name", "Resident 9 (synthetic)"),
    ("email", "r9@example.org"), ("phone", ""), ("needs", "Large print"),
  ]

  @Test("Staff events and the kind, place and access of others: the calendar shows what it should")
  func calendar() async throws {
    let site = try await EventsSite()
    let list = try await site.get("/events")
    #expect(list.status == 200)
    #expect(list.html.contains("Roadshow at Example Market Square"))
    #expect(!list.html.contains("Staff briefing"))
    #expect(list.html.contains("Cancelled"))
    let medway = try await site.get("/events", query: "area=medway")
    #expect(medway.html.contains("Example Hall") && !medway.html.contains("Market Square"))
    let open = try #require(try site.event { $0.takesBookings(at: EventsSite.now) })
    let page = try await site.get("/events/\(open.id)")
    for word in ["Hearing loop", "Free parking", "Book a place", "Made-up example", "Stroke"] {
      #expect(page.html.contains(word))
    }
    #expect(try await site.get("/events/none").status == 404)
    #expect(try await site.get("/events/a/b/c/d/e").status == 404)
  }

  @Test("Anybody books, sees the booking, cancels it; two sends are one booking")
  func booking() async throws {
    let site = try await EventsSite()
    let event = try #require(try site.event { $0.takesBookings(at: EventsSite.now) })
    let before = event.bookings.count
    let blank = try await site.get("/events/\(event.id)/book")
    #expect(blank.html.contains("name=\"token\"") && blank.html.contains("<label for=\"needs\">"))
    let first = try await site.post("/events/\(event.id)/book", form)
    let second = try await site.post("/events/\(event.id)/book", form)
    #expect(first.status == 303 && first.location == second.location)
    #expect(try site.desk.event(event.id).bookings.count == before + 1)
    let page = try await site.get(first.location)
    #expect(page.isPrivate && page.html.contains("Cancel my booking"))
    #expect(page.html.contains("Large print"))
    for name in ["r9@", "r9%40", "Resident"] { #expect(!first.location.contains(name)) }
    let gone = try await site.post(first.location + "/cancel", [])
    #expect(gone.location == first.location)
    #expect(try await site.get(first.location).html.contains("You cancelled this booking"))
    #expect(try await site.get("/events/other/booking/none").status == 404)
  }

  @Test("A form with errors comes back with everything that was typed and says what is wrong")
  func errors() async throws {
    let site = try await EventsSite()
    let event = try #require(try site.event { $0.takesBookings(at: EventsSite.now) })
    let wrong = form.map { $0.0 == "email" ? ("email", "<nowhere>") : $0 }
    let page = try await site.post("/events/\(event.id)/book", wrong)
    #expect(page.status == 422)
    #expect(page.html.contains("There is a problem"))
    #expect(page.html.contains("href=\"#email\"") && page.html.contains("id=\"email-error\""))
    #expect(page.html.contains("&lt;nowhere&gt;") && !page.html.contains("<nowhere>"))
    #expect(page.html.contains("Large print"))
    #expect(page.html.contains("abcdefghijklmnopqrstuvwxyz"))
  }

  @Test("The calendar file has every public event and no staff event")
  func file() async throws {
    let site = try await EventsSite()
    let file = try await site.get("/events.ics")
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(file.status == 200 && text.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(text.components(separatedBy: "BEGIN:VEVENT").count == 8)
    #expect(text.contains("STATUS:CANCELLED") && !text.contains("Staff briefing"))
    let event = try #require(try site.event { $0.isCancelled })
    let one = try await site.get("/events/\(event.id).ics")
    let single = String(decoding: one.bytes, as: UTF8.self)
    #expect(single.contains("UID:\(event.id)@127.0.0.1"))
    #expect(single.components(separatedBy: "BEGIN:VEVENT").count == 2)
  }

  @Test("What was heard is public once it is signed off, and not before")
  func heard() async throws {
    let site = try await EventsSite()
    let signed = try #require(try site.event { $0.published != nil })
    let page = try await site.get("/events/\(signed.id)")
    for word in ["What we heard", "Synthetic summary", "people came", "Where people stood", "bus"] {
      #expect(page.html.contains(word))
    }
    #expect(!page.html.contains("Synthetic note"))
    let waiting = try #require(try site.event { $0.published == nil && $0.draft != nil })
    let hidden = try await site.get("/events/\(waiting.id)")
    #expect(!hidden.html.contains("What we heard") && !hidden.html.contains("Synthetic summary"))
    let path = "/desk/events/\(waiting.id)"
    #expect(
      try await site.get(path + "/summary", as: .programmeOffice).html.contains("Sign it off"))
    let summary = try #require(waiting.draft).text.id
    let done = try await site.post(
      path + "/sign-off", [("summary", summary)], as: .programmeOffice)
    #expect(done.status == 303)
    #expect(try await site.get("/events/\(waiting.id)").html.contains("What we heard"))
  }

  @Test(
    "The desk is closed to those who may not",
    arguments: [
      ("/desk/events", Role?.none, 401), ("/desk/events", .committeeMember, 403),
      ("/desk/events", .contributor, 200), ("/desk/events/new", .contributor, 403),
      ("/desk/groups", .contributor, 403), ("/desk/contact-log", .analyst, 403),
      ("/desk/staff-conversations", nil, 401), ("/desk/contact-log", .programmeOffice, 200),
    ])
  func rights(path: String, role: Role?, status: Int) async throws {
    let site = try await EventsSite(isFilled: false)
    #expect(try await site.get(path, as: role).status == status)
  }

  private let details = [
    ("title", "New event"), ("kind", "workshop"), ("summary", "About"), ("venue", "Hall"),
    ("address", "1 Street\nTown"), ("area", "thanet"), ("access", "bsl"), ("travel", "Bus 1"),
    ("day", "2026-03-29"), ("starts", "18:30"), ("ends", "20:00"), ("capacity", "10"),
    ("consultation", "stroke"), ("workstreams", "digital"), ("host", "Team"),
    ("token", "zbcdefghijklmnopqrstuvwxyz"),
  ]

  @Test("Staff add an event once, change it, and cancel it; everybody sees why")
  func run() async throws {
    let site = try await EventsSite(isFilled: false)
    let added = try await site.post("/desk/events/new", details, as: .programmeOffice)
    let again = try await site.post("/desk/events/new", details, as: .programmeOffice)
    #expect(added.status == 303 && added.location == again.location)
    let id = added.location.replacing("/desk/events/", with: "")
    let page = try await site.get("/events/\(id)")
    #expect(page.html.contains("Sunday 29 March 2026, 6:30pm to 8pm"))
    #expect(page.html.contains("British Sign Language"))
    let typed = try await site.get("/desk/events/\(id)/change", as: .programmeOffice)
    #expect(typed.html.contains("value=\"18:30\"") && typed.html.contains("value=\"2026-03-29\""))
    let changed =
      details.filter { $0.0 != "venue" && $0.0 != "token" }
      + [("venue", "Other hall"), ("reason", "More room")]
    #expect(
      try await site.post("/desk/events/\(id)/change", changed, as: .programmeOffice).status == 303)
    let now = try await site.get("/events/\(id)")
    #expect(now.html.contains("More room") && now.html.contains("Other hall"))
    let noReason = try await site.post("/desk/events/\(id)/cancel", [], as: .programmeOffice)
    #expect(noReason.status == 422)
    _ = try await site.post(
      "/desk/events/\(id)/cancel", [("reason", "Snow")], as: .programmeOffice)
    #expect(try await site.get("/events/\(id)").html.contains("This event is cancelled"))
    #expect(try await site.get("/events/\(id)/book").status == 409)
  }

  @Test("Every wrong field of an event is named at once, and nothing typed is lost")
  func manyErrors() async throws {
    let site = try await EventsSite(isFilled: false)
    let wrong = [
      ("title", ""), ("kind", "x"), ("day", "yesterday"), ("starts", "late"), ("capacity", "-3"),
      ("travel", "Keep <this>"),
    ]
    let page = try await site.post("/desk/events/new", wrong, as: .programmeOffice)
    #expect(page.status == 422)
    for field in ["title", "kind", "day", "starts", "ends", "venue", "address", "host", "capacity"]
    {
      #expect(page.html.contains("href=\"#\(field)\""), "\(field)")
    }
    #expect(page.html.contains("Keep &lt;this&gt;"))
  }

  @Test("The register counts, notes are kept, and people are told")
  func desk() async throws {
    let site = try await EventsSite()
    let past = try #require(try site.event { $0.details.ends < EventsSite.now })
    let path = "/desk/events/\(past.id)"
    #expect(try await site.get(path + "/register", as: .contributor).status == 200)
    let wrong = try await site.post(
      path + "/register", [("walk-ins", "many")], as: .contributor)
    #expect(wrong.status == 422 && wrong.html.contains("value=\"many\""))
    _ = try await site.post(path + "/register", [("walk-ins", "33")], as: .contributor)
    #expect(try site.desk.event(past.id).walkIns == 33)
    let note = [("what", "note"), ("table", "7"), ("note", "A new note"), ("token", "")]
    #expect(try await site.post(path + "/notes", note, as: .contributor).status == 303)
    #expect(try await site.get(path + "/notes", as: .contributor).html.contains("A new note"))
    let id = try #require(try site.desk.event(past.id).notes.last).id
    let erase = [("what", "erase"), ("id", id), ("reason-\(id)", "Names somebody")]
    #expect(try await site.post(path + "/notes", erase, as: .contributor).status == 403)
    #expect(try await site.post(path + "/notes", erase, as: .programmeOffice).status == 303)
    let after = try await site.get(path + "/notes", as: .programmeOffice)
    #expect(!after.html.contains("A new note") && after.html.contains("Names somebody"))
    let cancelled = try #require(try site.event { $0.isCancelled })
    let desk = try await site.get("/desk/events/\(cancelled.id)", as: .programmeOffice)
    #expect(desk.html.contains("The event is cancelled"))
    for booking in cancelled.bookings {
      _ = try await site.post(
        "/desk/events/\(cancelled.id)/told",
        [("booking", booking.id), ("notice", "cancelled")], as: .programmeOffice)
    }
    #expect(
      try await site.get("/desk/events/\(cancelled.id)", as: .programmeOffice).html
        .contains("Nobody has to be told anything"))
  }

  @Test("Old details are removed by an administrator alone")
  func purge() async throws {
    let site = try await EventsSite()
    #expect(try await site.post("/desk/events/purge", [], as: .programmeOffice).status == 403)
    let before = try site.data.contacts.all(BookingRecord.self, kind: BookingRecord.kind).count
    #expect(try await site.post("/desk/events/purge", [], as: .administrator).status == 303)
    let after = try site.data.contacts.all(BookingRecord.self, kind: BookingRecord.kind).count
    #expect(after == before - 9)
  }
}
