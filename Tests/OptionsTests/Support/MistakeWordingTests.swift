// SPDX-License-Identifier: Apache-2.0
import Options
import Testing

@Suite struct `The words of a mistake` {
  @Test func `say what was found and what to give`() {
    #expect(
      "\(DistributionError.countsDiffer(values: 1, weights: 2))"
        == "there are 1 values and 2 weights: give one weight for each value")
    #expect(
      "\(OutcomeError.notAProbability("base rate", 1))"
        == "base rate is 1.0: give a number above 0 and below 1")
    #expect(
      "\(BedError.impossibleOccupancy(1.2))"
        == "the occupancy is 1.2: give a share above 0 and at most 1")
    #expect(
      "\(WorkforceError.repeatedSite("A"))"
        == "site 'A' is given twice: give its consultants once")
    #expect(
      "\(ValueError.wrongNumberOfYears(line: "build", found: 1, expected: 31))"
        == "line 'build' has 1 amounts: give 31, one for each year from 0")
    #expect(
      "\(EmissionsError.notFinite("kilometres", .infinity))"
        == "kilometres is inf: give a finite number")
    #expect(
      "\(DisplacementError.tooFewGroups(1))" == "1 groups have people: give at least two")
    #expect(
      "\(StandardError.missingSite(standard: "volume", site: "A"))"
        == "standard 'volume': open site 'A' has no value")
  }
}
