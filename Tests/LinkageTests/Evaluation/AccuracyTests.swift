// SPDX-License-Identifier: Apache-2.0

import Linkage
import Testing

@Suite struct AccuracyTests {
  @Test func `counts pairs within clusters against pairs within people`() {
    let clusters = RecordClusters(labels: [0, 0, 0, 1, 2])
    let accuracy = LinkageAccuracy(clusters, truth: ["a", "a", "b", "b", "c"])
    #expect(accuracy == LinkageAccuracy(rightPairs: 1, wrongPairs: 2, missedPairs: 1))
    #expect(accuracy.precision == 1.0 / 3)
    #expect(accuracy.recall == 0.5)
    #expect(accuracy.f1 == 0.4)
  }

  @Test func `leaves rows without a known person out`() {
    let accuracy = LinkageAccuracy(RecordClusters(labels: [0, 0]), truth: ["a", nil])
    #expect(accuracy == LinkageAccuracy(rightPairs: 0, wrongPairs: 0, missedPairs: 0))
  }

  @Test func `a group is judged by the pairs that touch it`() {
    let clusters = RecordClusters(labels: [0, 0, 0, 1])
    let truth: [String?] = ["a", "a", "b", "b"]
    let accuracy = LinkageAccuracy(clusters, truth: truth) { $0 == 3 }
    #expect(accuracy == LinkageAccuracy(rightPairs: 0, wrongPairs: 0, missedPairs: 1))
  }

  @Test func `agrees with counting every pair`() {
    var state: UInt64 = 7
    func draw(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    let labels = (0..<60).map { _ in draw(20) }
    let truth = (0..<60).map { _ in "\(draw(20))" }
    var right = 0
    var wrong = 0
    var missed = 0
    for left in 0..<60 {
      for other in (left + 1)..<60 {
        let together = labels[left] == labels[other]
        let same = truth[left] == truth[other]
        if together && same { right += 1 }
        if together && !same { wrong += 1 }
        if !together && same { missed += 1 }
      }
    }
    #expect(
      LinkageAccuracy(RecordClusters(labels: labels), truth: truth)
        == LinkageAccuracy(rightPairs: right, wrongPairs: wrong, missedPairs: missed))
  }
}
