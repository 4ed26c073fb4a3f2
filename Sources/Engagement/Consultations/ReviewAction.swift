// SPDX-License-Identifier: Apache-2.0

public import Foundation
import Ledger

/// Something to be done after a review, by a team or a role; never a name.
public struct ReviewAction: Codable, Sendable, Equatable {
  /// A random id.
  public var id: String
  /// What is to be done.
  public var what: String
  /// The team or role that does it.
  public var owner: String
  /// The last moment by which it is to be done.
  public var due: Date

  /// An action with a new random id.
  public init(what: String, owner: String, due: Date) {
    id = RandomID.make()
    self.what = what
    self.owner = owner
    self.due = due
  }
}
