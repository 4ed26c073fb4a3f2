// SPDX-License-Identifier: Apache-2.0

extension QualityMatrix {
  /// Puts all datasets of a folder to all tests.
  ///
  /// `published` holds counts to compare with, and `previous` what was sent last time.
  public init(
    of folder: FolderProfile, published: PublishedCounts? = nil, previous: FolderProfile? = nil,
    limits: QualityLimits = QualityLimits()
  ) {
    self.limits = limits
    let numbers = folder.datasets.flatMap { $0.contactsByMonth.keys.map(\.number) }
    var span: ClosedRange<Int>?
    if let first = numbers.min(), let last = numbers.max() { span = first...last }
    months = span.map { $0.map { ProfileMonth(number: $0).description } } ?? []
    var datasets = folder.datasets
    let present = Set(datasets.map(\.dataset))
    for old in previous?.datasets ?? [] where !present.contains(old.dataset) {
      datasets.append(DatasetProfile(old.dataset))
    }
    cells = datasets.sorted { $0.dataset < $1.dataset }.flatMap { profile in
      DatasetTests(
        profile: profile, months: span, limits: limits, knownCodes: folder.knownCodes,
        published: published,
        previous: previous?.datasets.first { $0.dataset == profile.dataset }
      ).cells
    }
  }
}
