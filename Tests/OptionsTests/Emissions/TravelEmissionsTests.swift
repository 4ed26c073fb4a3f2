// SPDX-License-Identifier: Apache-2.0
import Options
import Testing

@Suite struct `The emissions of travel` {
  // The factors are made up for easy sums.
  private func journeys(
    kilometres: Double = 10, minutes: Double = 12, visits: Double = 4
  ) throws -> ChangedJourneys {
    try ChangedJourneys(
      name: "visitors", patientsPerYear: 100, visitsPerPatient: visits, vehiclesPerVisit: 0.5,
      kilometresPerVisit: kilometres, minutesPerVisit: minutes,
      factor: EmissionFactor(
        vehicle: "car", kilogramsPerKilometre: 0.25, kilogramsPerMinute: 0.125, source: "a test"))
  }

  @Test func `are kilometres and minutes by their factors`() throws {
    let change = try journeys()

    #expect(change.vehicleVisits == 200)
    #expect(change.kilometres == 2000)
    #expect(change.minutes == 2400)
    // 2000 x 0.25 + 2400 x 0.125
    #expect(change.kilograms == 800)
  }

  @Test func `are fewer when journeys get shorter`() throws {
    #expect(try journeys(kilometres: -10, minutes: -12).kilograms == -800)
  }

  @Test func `add up over kinds of journey`() throws {
    let emissions = TravelEmissions([try journeys(), try journeys(kilometres: -4, minutes: 0)])

    #expect(emissions.kilograms == 600)
    #expect(emissions.kilometres == 1200)
    #expect(emissions.minutes == 2400)
    #expect(TravelEmissions([]).kilograms == 0)
  }

  @Test func `refuse what can't be`() {
    #expect(throws: EmissionsError.notZeroOrMore("visits per patient of 'visitors'", -1)) {
      try journeys(visits: -1)
    }
    #expect(throws: EmissionsError.notFinite("kilometres per visit of 'visitors'", .infinity)) {
      try journeys(kilometres: .infinity)
    }
    #expect(throws: EmissionsError.self) {
      try EmissionFactor(
        vehicle: "car", kilogramsPerKilometre: .nan, kilogramsPerMinute: 0, source: "")
    }
  }
}
