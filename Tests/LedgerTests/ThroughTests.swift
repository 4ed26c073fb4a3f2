// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import Testing

@testable import Ledger

@Suite("The record up to an anchor")
struct ThroughTests {
  enum ThroughEvent: EventFamily {
    static let family = "through"
    case said(Int)
  }

  struct Sayings: Fold {
    typealias Event = ThroughEvent
    var said: [Int] = []
    init() {}
    mutating func apply(_ event: ThroughEvent, _ entry: Entry) {
      if case .said(let number) = event { said.append(number) }
    }
  }

  @Test("States, entries and anchors of the past are those of the past")
  func past() async throws {
    let time = Mutex(Date(timeIntervalSince1970: 1_500_000_000))
    let ledger = try Ledger(file: NSTemporaryDirectory() + "through-\(UUID().uuidString).sqlite") {
      time.withLock { $0 }
    }
    let start = time.withLock { $0 }
    #expect(try ledger.anchor(asOf: start).sequence == 0)
    for number in 1...4 {
      try await ledger.append(ThroughEvent.said(number), subject: "s", by: .program)
      time.withLock { $0 += 60 }
    }
    let anchor = try ledger.anchor(asOf: start + 61)
    #expect(anchor.sequence == 2)
    #expect(try ledger.entries(through: 2).last?.digest == anchor.digest)
    #expect(try ledger.state(Sayings.self, through: 2).said == [1, 2])
    #expect(try ledger.state(Sayings.self, through: 0).said == [])
    #expect(try ledger.entries(family: "through", after: 1, through: 3).map(\.sequence) == [2, 3])
    #expect(try ledger.entries(family: "other", through: 4).isEmpty)
    #expect(try ledger.anchor(asOf: start + 6_000) == ledger.anchor())
  }
}
