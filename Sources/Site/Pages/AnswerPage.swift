// SPDX-License-Identifier: Apache-2.0

/// What pages have in common that give the answer first and then parts.
enum AnswerPage {
  /// Something that readers must know before they read on.
  struct Notice {
    let label: String
    let text: String
  }

  /// A way on.
  struct Link {
    let href: String
    let label: String
  }
}
