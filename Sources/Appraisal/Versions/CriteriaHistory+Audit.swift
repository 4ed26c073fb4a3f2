// SPDX-License-Identifier: Apache-2.0

extension CriteriaHistory {
  /// Appraises the same options under every version of the criteria.
  /// - Parameters:
  ///   - options: what is compared.
  ///   - scores: the scores on every criterion of any version, unless a version has its own.
  ///   - versions: the versions by rising date.
  ///   - scoresSeen: the day on which the scores were first seen.
  /// - Throws: every mistake found; those under one version only are in
  ///   ``AppraisalError/inVersion(_:_:)``.
  public init(
    options: [Option], scores: [ScoreEntry], versions: [CriteriaVersion], scoresSeen: Day
  ) throws(AppraisalErrors) {
    var mistakes = Self.mistakes(scores, versions)
    var models: [AppraisalModel] = []
    for version in versions {
      do {
        models.append(try AppraisalModel(version.inputs(options, scores)))
      } catch {
        for mistake in error.all { mistakes.report(.inVersion(version.id, mistake)) }
      }
    }
    try mistakes.throwIfAny()
    self.scoresSeen = scoresSeen
    self.versions = zip(versions, models).map { version, model in
      VersionAppraisal(
        version: version.id, date: version.date,
        timing: ChangeTiming(version.date, scoresSeen: scoresSeen), result: model.appraise())
    }
    steps = versions.indices.dropLast().map { index in
      Self.step(
        (versions[index], models[index]), (versions[index + 1], models[index + 1]), scoresSeen)
    }
  }

  private static func mistakes(
    _ scores: [ScoreEntry], _ versions: [CriteriaVersion]
  ) -> MistakeList {
    var mistakes = MistakeList()
    mistakes.report(.noVersions, unless: !versions.isEmpty)
    mistakes.requireIdentifiers(versions.map(\.id), of: "version") { .duplicateVersion($0) }
    for (earlier, later) in zip(versions, versions.dropFirst()) {
      mistakes.report(.versionsOutOfOrder(later.id), unless: earlier.date <= later.date)
    }
    let known = Set(versions.flatMap(\.criteria).map(\.id))
    for criterion in scores.map(\.cell.criterion) where !known.contains(criterion) {
      mistakes.report(.unknownCriterion(criterion))
    }
    return mistakes
  }

  private typealias Adopted = (version: CriteriaVersion, model: AppraisalModel)

  private static func step(_ before: Adopted, _ after: Adopted, _ scoresSeen: Day) -> VersionStep {
    let (old, new) = (before.model.appraise(), after.model.appraise())
    return VersionStep(
      from: before.version.id, to: after.version.id, date: after.version.date,
      timing: ChangeTiming(after.version.date, scoresSeen: scoresSeen),
      changes: changes(before.model, after.model),
      effects: old.options.indices.map { row in
        VersionEffect(
          option: old.options[row].option, rankBefore: old.options[row].rank,
          rankAfter: new.options[row].rank, totalBefore: old.options[row].total,
          totalAfter: new.options[row].total,
          leadBefore: before.model.lead(of: row, before.model.totals),
          leadAfter: after.model.lead(of: row, after.model.totals))
      }, leadersBefore: old.leaders, leadersAfter: new.leaders)
  }
}

extension CriteriaVersion {
  /// The inputs under this version: its own scores where it has any, those of the history
  /// elsewhere, none for criteria it doesn't have.
  fileprivate func inputs(_ options: [Option], _ common: [ScoreEntry]) -> AppraisalInputs {
    let ids = Set(criteria.map(\.id))
    let own = Set(scores.map(\.cell))
    let kept = common.filter { ids.contains($0.cell.criterion) && !own.contains($0.cell) }
    return AppraisalInputs(
      options: options, criteria: criteria, groups: groups, weighting: weighting,
      scores: kept + scores)
  }
}
