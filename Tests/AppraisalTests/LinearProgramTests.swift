// SPDX-License-Identifier: Apache-2.0
import Appraisal
import Testing

@Suite struct `Linear programs` {
  @Test func `a textbook program has its corner and its prices`() throws {
    // maximise 3x + 5y: x <= 4, 2y <= 12, 3x + 2y <= 18: x = 2, y = 6, worth 36
    var program = LinearProgram(costs: [-3, -5])
    program.require([1, 0], .atMost, 4)
    program.require([0, 2], .atMost, 12)
    program.require([3, 2], .atMost, 18)

    let solution = try #require(solved(program))

    #expect(isClose(solution.point[0], 2) && isClose(solution.point[1], 6))
    #expect(isClose(solution.cost, -36))
    #expect(zip(solution.prices, [0, -1.5, -1]).allSatisfy { isClose($0, $1) })
  }

  @Test func `bounds below zero and equalities are met`() throws {
    // minimise x + y with x - y = -2 and -x <= -1: x = 1, y = 3; raising -1 by one saves 2
    var program = LinearProgram(costs: [1, 1])
    program.require([1, -1], .equal, -2)
    program.require([-1], .atMost, -1)

    let solution = try #require(solved(program))

    #expect(isClose(solution.point[0], 1) && isClose(solution.point[1], 3))
    #expect(isClose(solution.prices[1], -2) && isClose(solution.prices[0], -1))
  }

  @Test func `a program that contradicts itself is infeasible`() {
    var program = LinearProgram(costs: [0])
    program.require([1], .atLeast, 2)
    program.require([1], .atMost, 1)

    guard case .infeasible = program.solve() else {
      Issue.record("1 is below 2")
      return
    }
  }

  @Test func `a program without a cheapest point says so`() {
    var program = LinearProgram(costs: [-1])
    program.require([1], .atLeast, 1)

    guard case .unsettled = program.solve() else {
      Issue.record("x can grow for ever")
      return
    }
  }

  @Test func `a row said twice does no harm`() throws {
    var program = LinearProgram(costs: [1, 2])
    program.require([1, 1], .equal, 1)
    program.require([2, 2], .equal, 2)
    program.require([0, 1], .atLeast, 0.25)

    #expect(isClose(try #require(solved(program)).cost, 1.25))
  }

  @Test func `a program known to cycle comes to an end`() throws {
    // E. M. L. Beale's example (1955): the least is -1/20
    var program = LinearProgram(costs: [-0.75, 150, -0.02, 6])
    program.require([0.25, -60, -0.04, 9], .atMost, 0)
    program.require([0.5, -90, -0.02, 3], .atMost, 0)
    program.require([0, 0, 1], .atMost, 1)

    #expect(isClose(try #require(solved(program)).cost, -0.05))
  }

  private func solved(_ program: LinearProgram) -> LinearProgram.Solution? {
    guard case .solved(let solution) = program.solve() else { return nil }
    return solution
  }
}
