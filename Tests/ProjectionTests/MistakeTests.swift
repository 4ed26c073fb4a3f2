// SPDX-License-Identifier: Apache-2.0

import Assessment
import Costing
import Foundation
import PlanPackage
import Projection
import Testing

@Suite struct `Mistakes in a plan of demand` {
  private func found(_ change: (inout SmallPlan) -> Void) -> [Violation] {
    var plan = SmallPlan.whole
    change(&plan)
    return plan.violations
  }

  @Test func `the whole plan has none`() {
    #expect(SmallPlan.whole.violations == [])
    #expect(SmallPlan().violations == [])
  }

  @Test func `a rate above one is named where it stands`() {
    let mistakes = found {
      $0.files["assumptions.csv"] = $0.files["assumptions.csv"]?.replacing(
        "20,30,40,%,uniform", with: "20,30,140,%,uniform")
    }
    #expect(mistakes.map(\.file) == ["assumptions.csv"])
    #expect(mistakes.first?.row == 4 && mistakes.first?.column == "high")
  }

  @Test func `missing ages are named`() {
    let mistakes = found {
      $0.files["demand/activity.csv"] =
        "service,sex,age_from,age_to,activity,bed_days\nstays,persons,0,0,500,\n"
        + "stays,persons,2,,500,5000\nvisits,persons,0,,2000,\n"
    }
    #expect(mistakes.contains { $0.file == "demand/activity.csv" && $0.row != nil })
  }

  @Test func `a mitigator on activity that is not there is named`() {
    let mistakes = found {
      $0.files["demand/mitigators.csv"] =
        SmallPlan.mitigatorHeader
        + "home,Care at home,avoidance,homes,,emergency,,,,,,,home.effect,,,,,,\n"
    }
    #expect(mistakes.map(\.file) == ["demand/mitigators.csv"])
    #expect(mistakes.first?.row == 2)
  }

  @Test func `a horizon before the base is named`() {
    let mistakes = found {
      $0.files["plan.yaml"] = $0.files["plan.yaml"]?.replacing(
        "last_year: 2022-23", with: "last_year: 2019-20")
    }
    #expect(mistakes.map(\.file) == ["plan.yaml"])
    #expect(mistakes.first?.column == "last_year" && mistakes.first?.row != nil)
  }

  @Test func `a year without people is named`() {
    let mistakes = found {
      $0.files["plan.yaml"] = $0.files["plan.yaml"]?.replacing(
        "last_year: 2022-23", with: "last_year: 2023-24")
    }
    #expect(mistakes.contains { $0.file == "demand/population.csv" && $0.found.contains("2023") })
  }

  @Test func `correlations that cannot be are named, with the nearest that can`() {
    let mistakes = found {
      $0.files["demand/correlations.csv"] =
        "first,second,rank_correlation,why\nten.one,ten.two,0.95,a\nten.two,home.reach,0.95,b\n"
        + "ten.one,home.reach,-0.95,c\n"
    }
    #expect(mistakes.map(\.file) == ["demand/correlations.csv"])
    #expect(mistakes.first?.row != nil)
    #expect(mistakes.first?.advice.contains("ten.one and ten.two 0.") == true)
  }

  @Test func `the nearest correlations that are offered can be used`() throws {
    let plan = SmallPlan.whole
    var wrong = plan
    wrong.files["demand/correlations.csv"] =
      "first,second,rank_correlation,why\nten.one,ten.two,0.95,a\nten.two,home.reach,0.95,b\n"
      + "ten.one,home.reach,-0.95,c\n"
    let advice = try #require(wrong.violations.first?.advice)
    var rows = "first,second,rank_correlation,why\n"
    for match in advice.matches(of: #/([a-z.]+) and ([a-z.]+) (-?[0-9.]+[0-9])/#) {
      rows += "\(match.1),\(match.2),\(match.3),nearest\n"
    }
    wrong.files["demand/correlations.csv"] = rows
    #expect(wrong.violations == [])
  }

  @Test func `a range without a distribution is named where it is drawn`() {
    let mistakes = found {
      $0.files["assumptions.csv"] = $0.files["assumptions.csv"]?.replacing(
        "20,30,40,%,uniform", with: "20,30,40,%,")
    }
    #expect(mistakes.map(\.column) == ["distribution"] && mistakes.first?.row == 4)
  }

  @Test func `unknown facts, measures and series are named, all at once`() {
    let mistakes = found {
      $0.files["demand/factors.csv"] =
        SmallPlan.factorHeader + "one,One,non-demographic,,,,,,,,,no.fact,once,,,\n"
      $0.files["demand/promises.csv"] =
        "id,label,measure,year,comparison,target,target_fact,source,note\n"
        + "beds,Beds,beds.generl,2030-31,at most,20,,paper,\n"
    }
    #expect(
      mistakes.map(\.file) == ["demand/factors.csv", "demand/promises.csv", "demand/promises.csv"])
    #expect(mistakes.contains { $0.advice.contains("beds.general") })
  }

  @Test func `a saving cannot close the gap and pay for local care as well`() throws {
    let mistakes = found {
      $0.files["facts.csv"]? +=
        SmallPlan.facts(["saving.all,190,GBP million"])
        .split(separator: "\n").dropFirst().joined() + "\n"
      $0.files["finance/schemes.csv"] =
        SmallPlan.schemeHeader
        + "productivity,Productivity,post,hospital,saving.all,2021-04-01,,yes,,,,,,\n"
      $0.files["finance/uses_of_savings.csv"] =
        "id,scheme,use,label,amount,note\ngap,productivity,gap,Close the gap,saving.all,\n"
        + "local,productivity,investment,Pay for local care,saving.all,\n"
    }
    #expect(mistakes.map(\.file) == ["finance/uses_of_savings.csv"])
    let first = try #require(mistakes.first)
    #expect(first.row == 3)
    #expect(first.found.contains("Close the gap") && first.found.contains("Pay for local care"))
    #expect(first.found.contains("190") && first.found.contains("380"))
  }

  @Test func `a saving through demand cannot be stated as a scheme as well`() throws {
    let mistakes = found {
      $0.files["demand/mitigators.csv"] = $0.files["demand/mitigators.csv"]?.replacing(
        "visits,4,,", with: "visits,4,letters,")
    }
    #expect(mistakes.map(\.file) == ["demand/mitigators.csv"])
    #expect(mistakes.first?.found.contains("letters") == true)
    #expect(mistakes.first?.found.contains("home") == true)
  }

  @Test func `schemes that together save more than their pool share it`() throws {
    var plan = SmallPlan.whole
    plan.files["facts.csv"]? +=
      SmallPlan.facts(["pool.size,1.5,GBP million"]).split(separator: "\n").dropFirst().joined()
      + "\n"
    plan.files["finance/pools.csv"] = "id,label,size\npost,Post,pool.size\n"
    plan.files["finance/schemes.csv"] =
      SmallPlan.schemeHeader
      + "letters,Fewer letters,post,hospital,saving.post,2021-04-01,,yes,,,,post,,\n"
      + "stamps,Cheaper stamps,post,hospital,saving.post,2021-04-01,,yes,,,,post,,\n"
    let account = try plan.model().attribution("gap.system", year: 2022, run: 0)
    let saved = account.parts.filter { $0.id == "letters" || $0.id == "stamps" }.map(\.amount)
    // Each would save 1 of 1.5; what is left by both is a third of a third: 1.5 (1 - 1/9).
    let total: Double = saved.reduce(0, +)
    #expect(abs(total + 1.333_333) < 2e-6)
  }

  // Published: a gap of £486m, of which productivity closes £190m; the rest could not be read.
  @Test func `a stack with holes says what it does not explain`() throws {
    let stack = try Stack(
      gap: 486,
      items: [
        .init(label: "productivity", amount: .known(190, source: "the published slides")),
        .init(label: "local care", amount: .unknown),
      ])
    #expect(stack.unexplained == 296)
    #expect(stack.unknowns.map(\.label) == ["local care"])
  }
}

@Suite struct `Warnings of a projection` {
  @Test func `a claim outside its evidence is said, and unknown capacity`() throws {
    var plan = SmallPlan.whole
    plan.files["demand/evidence.csv"] =
      "id,claim,label,low,high,strength,source,locator,note\n"
      + "pioneers,home.effect,What pioneers saw,10,20,moderate,paper,,\n"
    let model = try plan.model()
    let outside = try #require(model.warnings.first { $0.kind == .outsideEvidence })
    #expect(outside.text.contains("50%") && outside.text.contains("10 to 20%"))
    #expect(outside.input == "home.effect" && outside.row == 2)
    #expect(outside.measures.contains("bed-days.hospital"))
    #expect(model.warnings.contains { $0.kind == .unknownCapacity && $0.text.contains("Nurses") })
    #expect(model.warnings.contains { $0.kind == .synthetic })
    #expect(model.inputs.first { $0.id == "home.effect" }?.evidence.count == 1)
  }

  @Test func `a claim inside its evidence is not`() throws {
    var plan = SmallPlan.whole
    plan.files["demand/evidence.csv"] =
      "id,claim,label,low,high,strength,source,locator,note\n"
      + "pioneers,home.effect,What pioneers saw,50,60,moderate,paper,,\n"
    #expect(try !plan.model().warnings.contains { $0.kind == .outsideEvidence })
  }
}

@Suite struct `Broken plans of demand` {
  private static let folder =
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/broken/").path()

  /// A folder with one mistake, and where it is.
  struct Broken: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let row: Int
    let column: String

    var testDescription: String { name }

    static let all = [
      Broken(name: "rate-above-one", file: "assumptions.csv", row: 2, column: "high"),
      Broken(name: "missing-ages", file: "demand/activity.csv", row: 3, column: "age_from"),
      Broken(
        name: "mitigator-without-activity", file: "demand/mitigators.csv", row: 2,
        column: "service"),
      Broken(
        name: "impossible-correlations", file: "demand/correlations.csv", row: 4,
        column: "rank_correlation"),
      Broken(
        name: "saving-used-twice", file: "finance/uses_of_savings.csv", row: 3, column: "amount"),
    ]
  }

  @Test(arguments: Broken.all)
  func `the one mistake is found at its file, row and column`(plan: Broken) throws {
    let error = try #require(throws: PlanError.self) {
      try ProjectionModel(Assessment(PlanReader(folder: Self.folder + plan.name)))
    }
    #expect(error.violations.count == 1, "\(error.violations)")
    let violation = try #require(error.violations.first)
    #expect(violation.file == plan.file && violation.column == plan.column, "\(violation)")
    #expect(violation.row == plan.row, "\(violation)")
  }
}
