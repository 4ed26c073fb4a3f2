// SPDX-License-Identifier: Apache-2.0

import Resampling
import Testing

@Suite struct ReadingTests {
  private static let spells = """
    id,age,sex,pod,site,specialty,length_of_stay,group
    a,70,2,emergency,"north, old",300,4,x
    b,30,male,emergency,south,100,0,y

    """
  private static let strategies = "activity,row,strategy,sample_rate\nspells,b,avoid,0.5\n"

  private func tree(_ value: String = "0.9", last: String = "2030") -> ParameterTree {
    func text(_ text: String) -> ParameterTree { .text(text, line: 1) }
    return .map(
      [
        .init("base_year", text("2023")), .init("last_year", text(last)),
        .init(
          "strategies",
          .list(
            [
              .map(
                [
                  .init("id", text("avoid")), .init("activity", text("spells")),
                  .init("effect", text("avoidance")), .init("value", .text(value, line: 7)),
                ], line: 5)
            ], line: 4)),
      ], line: 1)
  }

  private func inputs(
    _ files: [String: String], _ tree: ParameterTree
  ) throws -> ResamplingInputs {
    try TrustReader.inputs(try ResamplingParameters(tree, file: "parameters.yaml")) {
      files[$0].map { Array($0.utf8) }
    }
  }

  private func problems(_ files: [String: String], _ tree: ParameterTree) -> [ResamplingProblem] {
    do {
      _ = try inputs(files, tree)
      return []
    } catch let error as ResamplingError {
      return error.problems
    } catch {
      return []
    }
  }

  @Test func `rows, quoted cells and strategies of rows are read`() throws {
    let inputs = try inputs(["spells.csv": Self.spells, "strategies.csv": Self.strategies], tree())

    #expect(inputs.tables[0].site.labels == ["north, old", "south"])
    #expect(inputs.tables[0].stays == [4, 0] && inputs.tables[0].sexes == [.female, .male])
    #expect(
      inputs.assignments == [StrategyAssignment(kind: .spells, row: 1, strategy: 0, rate: 0.5)])
    #expect(try ResamplingModel(inputs).lines.map(\.baseline) == [1, 5, 1, 1])
  }

  @Test func `a strategy on a row that does not exist is named with file and row`() {
    let found = problems(
      ["spells.csv": Self.spells, "strategies.csv": Self.strategies + "spells,zz,avoid,1\n"],
      tree())
    #expect(found.count == 1)
    #expect(found.first?.place == "strategies.csv" && found.first?.row == 3)
  }

  @Test func `a share above one and a missing age are named with file, row and column`() {
    let share = problems(
      [
        "spells.csv": Self.spells,
        "strategies.csv": "activity,row,strategy,sample_rate\nspells,a,avoid,1.5\n",
      ], tree())
    #expect(share.map(\.column) == ["sample_rate"] && share.first?.row == 2)
    let age = problems(["spells.csv": Self.spells + "c,,1,p,s,t,1,x\n"], tree())
    #expect(age.map(\.column) == ["age"] && age.first?.row == 4 && age.first?.found == "nothing")
  }

  @Test func `a rate above one and a horizon before the base are named in the parameters`() {
    let rate = problems(["spells.csv": Self.spells], tree("1.2"))
    #expect(rate.first?.place == "parameters.yaml" && rate.first?.row == 7)
    #expect(problems(["spells.csv": Self.spells], tree(last: "2020")).count == 1)
  }

  @Test(arguments: [
    "", "\n\n", "id,age\n1,2\n", "\u{FEFF}age,sex,pod,site,specialty,length_of_stay\n\"1,2",
    "age,sex,pod,site,specialty,length_of_stay\n1,2\n", "age,age\n\n", "\"",
    "age,sex,pod,site,specialty,length_of_stay\n99999999999999999999,1,a,b,c,1\n",
  ])
  func `broken files are refused and never crash`(text: String) {
    #expect(!problems(["spells.csv": text], tree()).isEmpty)
  }

  @Test func `without any rows the folder is named`() {
    #expect(problems([:], tree()).first?.place == "spells.csv")
  }

  @Test func `populations give growth by sex and age`() throws {
    let people = """
      variant,year,sex,age,people
      only,2023,male,0,100
      only,2023,male,1,100
      only,2030,male,0,150
      only,2030,male,1,50
      only,2023,female,0,100
      only,2023,female,1,300
      only,2030,female,0,50
      only,2030,female,1,350

      """
    guard case .map(let entries, _) = tree() else { return }
    let variants = ParameterTree.Entry(
      "population", .map([.init("only", .text("1", line: 2))], line: 2))
    let inputs = try inputs(
      ["spells.csv": Self.spells, "population.csv": people], .map(entries + [variants], line: 1))
    #expect(
      inputs.variants.first?.growth
        == AgeGrowth(persons: [1, 1], males: [1.5, 0.5], females: [0.5, 350.0 / 300]))
  }
}
