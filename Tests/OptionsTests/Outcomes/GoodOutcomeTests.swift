// SPDX-License-Identifier: Apache-2.0
import Options
import Testing

@Suite struct `A good outcome by time` {
  @Test(
    arguments: [
      (0, [0.1822, 0.1113, 0.3880]), (60, [0.1546, 0.0901, 0.3269]),
      (90, [0.1405, 0.0800, 0.2966]), (120, [0.1263, 0.0703, 0.2669]),
      (150, [0.1119, 0.0609, 0.2379]), (180, [0.0973, 0.0518, 0.2098]),
      (240, [0.0680, 0.0346, 0.1570]), (270, [0.0532, 0.0265, 0.1324]),
    ] as [(Double, [Double])])
  func `has the worked values`(minutes: Double, added: [Double]) {
    let models: [GoodOutcomeByTime] = [
      .otherVesselThrombolysis, .largeVesselThrombolysis, .largeVesselThrombectomy,
    ]

    for (model, value) in zip(models, added) {
      #expect((model.benefit(onsetToTreatment: minutes) - value).magnitude <= 0.00005001)
    }
  }

  @Test func `is not changed after the latest time`() {
    #expect(GoodOutcomeByTime.otherVesselThrombolysis.benefit(onsetToTreatment: 271) == 0)
    #expect(GoodOutcomeByTime.largeVesselThrombectomy.benefit(onsetToTreatment: 360) > 0)
    #expect(GoodOutcomeByTime.largeVesselThrombectomy.benefit(onsetToTreatment: 360.1) == 0)
  }

  @Test func `is never harmed, even after the time of no effect`() throws {
    let model = try GoodOutcomeByTime(
      untreated: 0.2, treatedAtOnset: 0.5, minutesToNoEffect: 100, latestMinutes: 200)

    #expect(model.benefit(onsetToTreatment: 150) == 0)
    #expect(agree(model.benefit(onsetToTreatment: 100), 0))
  }

  @Test func `refuses treatment that harms at onset`() {
    #expect(throws: OutcomeError.treatmentDoesHarmAtOnset(untreated: 0.5, atOnset: 0.4)) {
      try GoodOutcomeByTime(
        untreated: 0.5, treatedAtOnset: 0.4, minutesToNoEffect: 378, latestMinutes: 270)
    }
    #expect(throws: OutcomeError.notPositive("minutes to no effect", 0)) {
      try GoodOutcomeByTime(
        untreated: 0.4, treatedAtOnset: 0.5, minutesToNoEffect: 0, latestMinutes: 270)
    }
  }
}

@Suite struct `Good outcomes of all who are admitted` {
  private func share(
    _ mix: [Double], _ eligible: [Double], needleToPuncture: Double = 0
  ) throws -> GoodOutcomeShare {
    try GoodOutcomeShare(
      mix: AdmittedMix(
        mimic: mix[0], haemorrhage: mix[1], otherVessel: mix[2], largeVessel: mix[3]),
      eligibility: TreatmentEligibility(
        otherVessel: eligible[0], largeVessel: eligible[1], thrombectomy: eligible[2]),
      needleToPuncture: needleToPuncture)
  }

  @Test func `without treatment are those of each kind`() throws {
    // 0.2 x 1 + 0.1 x 0.24 + 0.4 x 0.4622 + 0.3 x 0.1328
    let outcomes = try share([0.2, 0.1, 0.4, 0.3], [0, 0, 0])

    #expect(agree(outcomes.untreated, 0.44872))
    #expect(outcomes.goodOutcomes(onsetToNeedle: 60) == outcomes.untreated)
  }

  @Test func `of one kind only are that kind's model`() throws {
    let other = try share([0, 0, 1, 0], [1, 0, 0])

    #expect(agree(other.goodOutcomes(onsetToNeedle: 0), 0.6444))
  }

  @Test func `of large vessels give thrombectomy only to those not yet improved`() throws {
    let large = try share([0, 0, 0, 1], [0, 0.5, 0.4], needleToPuncture: 60)

    let thrombolysis = GoodOutcomeByTime.largeVesselThrombolysis.benefit(onsetToTreatment: 90)
    let thrombectomy = GoodOutcomeByTime.largeVesselThrombectomy.benefit(onsetToTreatment: 150)
    let expected = 0.5 * thrombolysis + (0.5 * 0.4 - 0.5 * thrombolysis) * thrombectomy
    #expect(agree(large.benefit(onsetToTreatment: 90), expected))
  }

  @Test func `are not lowered when nobody goes on to thrombectomy`() throws {
    let large = try share([0, 0, 0, 1], [0, 0.5, 0])

    let thrombolysis = GoodOutcomeByTime.largeVesselThrombolysis.benefit(onsetToTreatment: 90)
    #expect(agree(large.benefit(onsetToTreatment: 90), 0.5 * thrombolysis))
  }

  @Test func `refuse kinds that aren't everybody`() {
    #expect(throws: OutcomeError.sharesDoNotFit("the kinds of patient", sum: 0.75)) {
      try share([0.25, 0.25, 0.25, 0], [0, 0, 0])
    }
    #expect(throws: OutcomeError.shareOutsideZeroToOne("share going on to thrombectomy", 2)) {
      try share([0.25, 0.25, 0.25, 0.25], [0, 0, 2])
    }
  }
}
