// SPDX-License-Identifier: Apache-2.0

/// The version of Weald, which every lock, export and page states.
public enum WealdVersion {
  /// The number of the version (Semantic Versioning 2.0.0).
  public static let current = "0.1.0"
}
