// SPDX-License-Identifier: Apache-2.0

import Pictures
import Testing

@Suite struct `A matrix of risks` {
  @Test func `names in its table what lies in each cell, the worst row first`() {
    let matrix = Sample.matrix([
      .init("R1", consequence: 5, likelihood: 1), .init("R2", consequence: 5, likelihood: 1),
      .init("R3", consequence: 1, likelihood: 5),
    ])
    #expect(matrix.table.rows.map { $0[0] }.first == "5 Catastrophic")
    #expect(matrix.table.rows[0][1] == "R1, R2")
    #expect(matrix.table.rows[4][5] == "R3")
    #expect(matrix.table.rows[2] == ["3 Moderate", "none", "none", "none", "none", "none"])
  }

  @Test func `counts what is too much for a cell`() throws {
    let many = (1...40).map { RiskMatrix.Entry("R\($0)", consequence: 3, likelihood: 3) }
    let drawn = try #require(Drawn(Sample.matrix(many).svg(.narrow)))
    #expect(drawn.elements.contains { $0.text == "40" })
  }
}
