// SPDX-License-Identifier: Apache-2.0

extension FinanceModel {
  /// Compares the two ends of every payment between members, ordered by payer, receiver and year.
  func transferChecks(_ amounts: [[Double]]) -> [TransferCheck] {
    var paid: [TransferPair: [Double]] = [:]
    var received: [TransferPair: [Double]] = [:]
    for (line, series) in zip(lines, amounts) {
      switch line.flow {
      case .cost(to: .member(let receiver)):
        paid.add(series, to: TransferPair(payer: line.organisation, receiver: receiver))
      case .income(from: .member(let payer)):
        received.add(series, to: TransferPair(payer: payer, receiver: line.organisation))
      case .funding, .income(from: .outside), .cost(to: .outside):
        continue
      }
    }
    return Set(paid.keys).union(received.keys).sorted().flatMap { pair in
      years.enumerated().map { index, year in
        TransferCheck(
          payer: pair.payer, receiver: pair.receiver, year: year,
          paidLines: paid[pair].map { MillionPounds($0[index]) },
          receivedLines: received[pair].map { MillionPounds($0[index]) })
      }
    }
  }
}

private struct TransferPair: Hashable, Comparable {
  let payer: OrganisationID
  let receiver: OrganisationID

  static func < (left: Self, right: Self) -> Bool {
    (left.payer, left.receiver) < (right.payer, right.receiver)
  }
}

extension [TransferPair: [Double]] {
  fileprivate mutating func add(_ series: [Double], to pair: TransferPair) {
    self[pair] = self[pair].map { sum in zip(sum, series).map { $0 + $1 } } ?? series
  }
}
