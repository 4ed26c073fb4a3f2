// SPDX-License-Identifier: Apache-2.0

import Assessment
import Testing

@Suite struct `The validation register` {
  @Test(arguments: ValidationRegister.cases.map(\.id))
  func `holds no difference that nobody can explain`(id: String) throws {
    let row = try #require(ValidationRegister.cases.first { $0.id == id })
    #expect(row.ours.isFinite)
    #expect(row.verdict != .differsUnexplained, "\(row.result): \(row.theirs), ours \(row.ours)")
  }

  @Test(arguments: zip(2016...2020, [0.05756, 0.07372, 0.05229, 0.05946, 0.08711]))
  func `finds the published overall inflation above its own rows`(year: Int, above: Double) throws {
    let row = try #require(ValidationRegister.cases.first { $0.id == "inflation-\(year)" })
    #expect(abs(row.difference + above) < 0.00001)
    #expect(row.verdict == .differsExplained)
  }

  @Test func `reproduces the exact cases of part-year effect and overlap`() {
    let exact = ValidationRegister.cases.filter {
      $0.engine == "Finance" && !$0.id.hasPrefix("inflation")
    }
    #expect(exact.count == 6)
    #expect(exact.allSatisfy { $0.verdict == .reproduced })
  }
}
