// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct `weald local-care` {
  @Test func `tells of one area, and of the case`() throws {
    let outcome = try run(["local-care", kent, "--place", "thanet"])

    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(outcome.text.contains("Care navigators needed in Thanet"))
    #expect(outcome.text.contains("No published difference was read; the core model stands."))
    #expect(outcome.text.contains("The case, 2020-21"))
    #expect(!outcome.text.contains("Swale"))
  }

  @Test func `writes the same bytes of JSON each time`() throws {
    let first = try run(["local-care", kent, "--json"])
    let second = try run(["local-care", kent, "--json"])

    #expect(first.output == second.output)
    let json = try JSONSerialization.jsonObject(with: first.output) as? [String: Any]
    #expect((json?["areas"] as? [Any])?.count == 8)
  }

  @Test func `names the area that was most likely meant`() throws {
    let outcome = try run(["local-care", kent, "--place", "thanett"])

    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("Did you mean “thanet”?"))
  }

  @Test func `says that a plan has no areas`() throws {
    let outcome = try run(["local-care", kent + "/../../Tests/Fixtures/broken/missing-ages"])

    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("local-care/localities.csv"))
  }
}
