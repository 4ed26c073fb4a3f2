// SPDX-License-Identifier: Apache-2.0
import Options
import Testing

@Suite struct `Disability by time` {
  @Test(
    arguments: [
      (150, [0.3258, 0.5640, 0.6791, 0.7989, 0.9026, 0.9401]),
      (90, [0.3660, 0.5908, 0.7036, 0.8200, 0.9142, 0.9472]),
    ] as [(Double, [Double])])
  func `has the worked values`(minutes: Double, cumulative: [Double]) {
    let found = DisabilityByTime.otherVesselThrombolysis.distribution(onsetToTreatment: minutes)

    for (one, other) in zip(found.cumulative, cumulative) {
      #expect((one - other).magnitude <= 0.00005001)
    }
  }

  @Test func `is that at onset at onset, and no treatment's after the latest time`() {
    let model = DisabilityByTime.largeVesselThrombectomy

    for (one, other) in zip(
      model.distribution(onsetToTreatment: 0).cumulative, model.atOnset.cumulative)
    {
      #expect(agree(one, other))
    }
    #expect(model.distribution(onsetToTreatment: 361) == model.untreated)
    #expect(model.levelsSpared(onsetToTreatment: 361) == 0)
  }

  @Test func `gives a mean level and a utility by hand`() throws {
    let even = try DisabilityDistribution(cumulative: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6])

    #expect(agree(even.meanLevel, 3.9))
    // 0.1 x (0.97 + 0.88 + 0.74 + 0.55 + 0.20 - 0.19) + 0.4 x 0
    #expect(agree(even.utility(.wang2020), 0.315))
    #expect(agree(even.chances.reduce(0, +), 1))
    #expect(agree(even.chances[6], 0.4))
  }

  @Test func `has the mean level of the chances`() {
    let chances = DisabilityByTime.largeVesselThrombolysis.untreated.chances

    let mean = chances.enumerated().reduce(0.0) { $0 + Double($1.offset) * $1.element }
    #expect(agree(DisabilityByTime.largeVesselThrombolysis.untreated.meanLevel, mean))
  }

  @Test(arguments: [
    DisabilityByTime.otherVesselThrombolysis, .largeVesselThrombolysis, .largeVesselThrombectomy,
  ])
  func `spares fewer levels the later treatment comes`(model: DisabilityByTime) {
    let spared = stride(from: 0.0, through: model.latestMinutes, by: 5)
      .map { model.levelsSpared(onsetToTreatment: $0) }

    #expect(zip(spared, spared.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func `refuses levels out of order`() throws {
    #expect(throws: OutcomeError.cumulativeFalls(level: 2)) {
      try DisabilityDistribution(cumulative: [0.1, 0.3, 0.2, 0.4, 0.5, 0.6])
    }
    #expect(throws: OutcomeError.self) { try DisabilityDistribution(cumulative: [0.1]) }
    #expect(throws: OutcomeError.self) { try DisabilityUtilities(levels: [1, 0]) }
    let even = try DisabilityDistribution(cumulative: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
    #expect(throws: OutcomeError.allowedBeyondEffect(latest: 400, noEffect: 378)) {
      try DisabilityByTime(
        untreated: even, atOnset: even, atNoEffect: even, minutesToNoEffect: 378,
        latestMinutes: 400)
    }
  }
}

@Suite struct `Treated pathways` {
  private func mix(_ shares: [Double]) throws -> TreatedPathways {
    try TreatedPathways(
      [
        TreatedPathway(
          effect: .otherVesselThrombolysis, shareOfPatients: shares[0], minutesAfterNeedle: 0),
        TreatedPathway(
          effect: .largeVesselThrombectomy, shareOfPatients: shares[1], minutesAfterNeedle: 60),
      ], utilities: .wang2020)
  }

  @Test func `add up the gains of each at its own time`() throws {
    let gain = try mix([0.1, 0.05]).benefit(onsetToTreatment: 120)

    let needle = DisabilityByTime.otherVesselThrombolysis
      .utilityGained(onsetToTreatment: 120, utilities: .wang2020)
    let puncture = DisabilityByTime.largeVesselThrombectomy
      .utilityGained(onsetToTreatment: 180, utilities: .wang2020)
    #expect(agree(gain, 0.1 * needle + 0.05 * puncture))
    #expect(gain > 0)
  }

  @Test func `spare levels in the same way`() throws {
    let spared = try mix([0.1, 0]).levelsSpared(onsetToTreatment: 90)

    let one = DisabilityByTime.otherVesselThrombolysis.levelsSpared(onsetToTreatment: 90)
    #expect(agree(spared, 0.1 * one))
  }

  @Test func `can't treat more than everybody`() {
    #expect(throws: OutcomeError.sharesDoNotFit("the shares treated", sum: 1.5)) {
      try mix([1, 0.5])
    }
  }
}
