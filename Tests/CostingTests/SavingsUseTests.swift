// SPDX-License-Identifier: Apache-2.0

import Costing
import Testing

@Suite struct `Uses of a saving` {
  private let productivity = SavingsUses.Saving(
    scheme: "productivity", amount: 190, countsTowardsGap: true)

  @Test func `the same £190m cannot both close the gap and pay for local care`() {
    let uses = [
      SavingsUse(
        id: "row-1", scheme: "productivity", purpose: .gap, label: "closing the gap", amount: 190),
      SavingsUse(
        id: "row-2", scheme: "productivity", purpose: .investment, label: "local care", amount: 190),
    ]
    do throws(CostingErrors) {
      _ = try SavingsUses(uses, of: [productivity])
      Issue.record("it was accepted")
    } catch {
      guard case .savingUsedTwice(let double) = error.all.first else {
        Issue.record("found \(error)")
        return
      }
      #expect(double.scheme == "productivity" && double.saving == 190 && double.total == 380)
      #expect(double.parts.map(\.row) == ["row-1", "row-2"])
      #expect(double.parts.map(\.amount) == [190, 190])
      for words in ["row-1", "row-2", "closing the gap", "local care", "£190m", "£380m"] {
        #expect(error.description.contains(words))
      }
    }
  }

  @Test func `a scheme without a row for the gap counts wholly towards it`() throws {
    let use = SavingsUse(
      id: "care", scheme: "productivity", purpose: .investment, label: "local care", amount: 40)
    do throws(CostingErrors) {
      _ = try SavingsUses([use], of: [productivity])
      Issue.record("it was accepted")
    } catch {
      guard case .savingUsedTwice(let double) = error.all.first else { return }
      #expect(double.parts.map(\.row) == [nil, "care"])
      #expect(double.parts.map(\.amount) == [190, 40])
    }
  }

  @Test func `what adds up to the saving is accepted, and its share is paid out again`() throws {
    let uses = [
      SavingsUse(
        id: "a", scheme: "productivity", purpose: .gap, label: "the gap", amount: 152),
      SavingsUse(
        id: "b", scheme: "productivity", purpose: .investment, label: "local care", amount: 38),
    ]

    #expect(try SavingsUses(uses, of: [productivity]).reinvestedShares == [0.2])
  }

  @Test func `a saving outside the gap may be spent once and not twice`() throws {
    var outside = productivity
    outside.countsTowardsGap = false
    let use = SavingsUse(
      id: "a", scheme: "productivity", purpose: .investment, label: "local care", amount: 190)
    var again = use
    again.id = "b"

    #expect(try SavingsUses([use], of: [outside]).reinvestedShares == [1])
    #expect(throws: CostingErrors.self) { try SavingsUses([use, again], of: [outside]) }
  }

  @Test func `the model refuses a double use too`() {
    var inputs = trust(parts: [])
    inputs.schemes = [
      CostingScheme(
        id: "productivity", organisation: "trust", fullYearEffect: 19,
        start: StartOfSaving(year: 2017, month: 1))
    ]
    inputs.uses = [
      SavingsUse(
        id: "care", scheme: "productivity", purpose: .investment, label: "local care", amount: 19)
    ]

    guard case .savingUsedTwice = mistakes(inputs).first else {
      Issue.record("found \(mistakes(inputs))")
      return
    }
  }

  @Test func `what pays for local care does not close the gap`() throws {
    var inputs = trust(parts: [])
    inputs.schemes = [
      CostingScheme(
        id: "productivity", organisation: "trust", fullYearEffect: 20,
        start: StartOfSaving(year: 2017, month: 7))
    ]
    inputs.uses = [
      SavingsUse(id: "gap", scheme: "productivity", purpose: .gap, label: "gap", amount: 15),
      SavingsUse(
        id: "care", scheme: "productivity", purpose: .investment, label: "local care", amount: 5),
    ]
    let run = try CostingModel(inputs).run(same([months([(36, 1)])]))

    // Half a year: 10 saved, of which 2.5 goes to local care.
    #expect(run.account(organisation: 0, year: 1).residualGap == 92.5)
    #expect(run.account(organisation: 0, year: 2).residualGap == 85)
    #expect(run.scheme(0, year: 2).reinvested == 5)
  }

  @Test func `unknown schemes, rows given twice and bad amounts are all named`() {
    let uses = [
      SavingsUse(id: "a", scheme: "elsewhere", purpose: .gap, label: "", amount: 1),
      SavingsUse(id: "a", scheme: "productivity", purpose: .gap, label: "", amount: -1),
      SavingsUse(id: "", scheme: "productivity", purpose: .gap, label: "", amount: .nan),
    ]
    do throws(CostingErrors) {
      _ = try SavingsUses(uses, of: [productivity])
      Issue.record("it was accepted")
    } catch {
      #expect(error.all.count == 5)
    }
  }
}
