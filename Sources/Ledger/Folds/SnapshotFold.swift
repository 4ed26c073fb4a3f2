// SPDX-License-Identifier: Apache-2.0

/// A fold whose state can be kept in the ledger's file, so that a start does not read all events.
///
/// A kept state is used only when its version is the present one and the chain has the entry up to
/// which it was worked out, with the same digest; otherwise the state is worked out from the
/// beginning, which gives the same.
public protocol SnapshotFold: Fold, Codable {
  /// The permanent name of the fold.
  static var snapshotName: String { get }
  /// A number that is raised whenever the fold or the layout of its state changes.
  static var snapshotVersion: Int { get }
}
