// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Testing

/// A strict reader of what RFC 5545 allows a file of events to be.
struct StrictCalendar {
  struct Wrong: Error { let line: String }

  /// Properties of each event, by name; texts are still escaped.
  var events: [[String: String]] = []

  init(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasSuffix("\r\n"), Array(text.utf8) == bytes else { throw Wrong(line: "end") }
    var lines: [String] = []
    for line in text.components(separatedBy: "\r\n").dropLast() {
      guard line.utf8.count <= 75, !line.contains("\n"), !line.contains("\r") else {
        throw Wrong(line: line)
      }
      if line.hasPrefix(" ") {
        guard let last = lines.popLast() else { throw Wrong(line: line) }
        lines.append(last + line.dropFirst())
      } else {
        lines.append(line)
      }
    }
    try read(lines)
  }

  private mutating func read(_ lines: [String]) throws {
    guard lines.first == "BEGIN:VCALENDAR", lines.last == "END:VCALENDAR",
      lines.contains("VERSION:2.0"), lines.contains(where: { $0.hasPrefix("PRODID:") })
    else { throw Wrong(line: "frame") }
    var current: [String: String]?
    for line in lines.dropFirst().dropLast() {
      guard let colon = line.firstIndex(of: ":") else { throw Wrong(line: line) }
      let name = String(line[..<colon])
      let value = String(line[line.index(after: colon)...])
      guard name.allSatisfy({ $0.isUppercase || $0 == "-" }) else { throw Wrong(line: line) }
      switch (name, value) {
      case ("BEGIN", "VEVENT") where current == nil: current = [:]
      case ("END", "VEVENT"):
        guard let event = current else { throw Wrong(line: line) }
        try Self.check(event)
        events.append(event)
        current = nil
      default:
        if current?[name] != nil { throw Wrong(line: "twice: \(line)") }
        current?[name] = value
      }
    }
    guard current == nil else { throw Wrong(line: "open event") }
  }

  private static func check(_ event: [String: String]) throws {
    for name in ["UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "SUMMARY"]
    where (event[name] ?? "").isEmpty { throw Wrong(line: "no \(name)") }
    for name in ["DTSTAMP", "DTSTART", "DTEND"] {
      guard (event[name] ?? "").wholeMatch(of: /\d{8}T([01]\d|2[0-3])[0-5]\d[0-5]\dZ/) != nil else {
        throw Wrong(line: name)
      }
    }
    for name in ["SUMMARY", "LOCATION", "DESCRIPTION"] {
      let plain = (event[name] ?? "").replacing(/\\[\\;,nN]/, with: "")
      if plain.contains(where: { "\\;,".contains($0) }) { throw Wrong(line: name) }
    }
  }
}

@Suite("Calendar files")
struct CalendarFileTests {
  private func item(_ title: String, _ text: String = "Text") -> CalendarFile.Item {
    CalendarFile.Item(
      uid: "a@example.org", stamp: 1_497_000_000, starts: 1_497_461_400, ends: 1_497_468_600,
      title: title, place: "Hall; 1 Street, Town", text: text,
      address: "https://example.org/events/a")
  }

  @Test("Texts are escaped and folded between characters, and come back whole")
  func folding() throws {
    let long = String(repeating: "Café ☕, “talk”; a\\b\n", count: 30)
    let file = CalendarFile(name: "Events", items: [item(long, long)])
    let read = try StrictCalendar(Array(file.text.utf8))
    let escaped = try #require(read.events.first?["DESCRIPTION"])
    let back = escaped.replacing("\\n", with: "\n").replacing("\\,", with: ",")
      .replacing("\\;", with: ";").replacing("\\\\", with: "\\")
    #expect(back == long)
  }

  @Test("A summer evening in London is an hour earlier in UTC")
  func summer() throws {
    let read = try StrictCalendar(
      Array(CalendarFile(name: "E", items: [item("A")]).text.utf8))
    #expect(read.events.first?["DTSTART"] == "20170614T173000Z")
  }

  @Test("A change raises the sequence; a cancelled event stays in the file and says so")
  func sequence() async throws {
    let folder = try EventFolder()
    let id = try await folder.scheduled(capacity: 5)
    var later = folder.details(capacity: 5)
    later.ends.addTimeInterval(1800)
    try await folder.desk.change(id, to: later, reason: "Longer", by: office)
    try await folder.desk.cancel(id, reason: "Snow", by: office)
    let item = try folder.desk.event(id).calendarItem(
      host: "example.org", address: "https://example.org/events/\(id)")
    let read = try StrictCalendar(Array(CalendarFile(name: "E", items: [item]).text.utf8))
    #expect(read.events.first?["SEQUENCE"] == "2")
    #expect(read.events.first?["STATUS"] == "CANCELLED")
    #expect(read.events.first?["UID"] == "\(id)@example.org")
    #expect(read.events.first?["DTSTART"] == "20170614T173000Z")
  }

  @Test("No calendar is a file too")
  func empty() throws {
    #expect(try StrictCalendar(Array(CalendarFile(name: "", items: []).text.utf8)).events.isEmpty)
  }
}
