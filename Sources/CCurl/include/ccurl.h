// SPDX-License-Identifier: Apache-2.0
//
// The few calls to libcurl that sending a mail takes. libcurl sets its options through a function
// with a variable number of arguments, which Swift cannot call.

#ifndef WEALD_CCURL_H
#define WEALD_CCURL_H

#include <stddef.h>

/// Where a mail goes and how; texts end with a zero byte, and a missing one is NULL.
struct weald_submission {
  /// "smtp://host:port" or "smtps://host:port".
  const char *url;
  const char *user;
  const char *password;
  /// A file of certificates to trust in place of the system's.
  const char *authorities;
  /// Addresses in angle brackets.
  const char *sender;
  const char *recipient;
  /// The message with its header, lines ended by CR LF.
  const char *message;
  size_t length;
  long connect_milliseconds;
  long total_milliseconds;
};

/// What came of it, in the few kinds that a caller tells apart.
enum weald_outcome {
  weald_sent = 0,
  weald_unreachable,
  weald_timed_out,
  weald_untrusted,
  weald_not_encrypted,
  weald_login_refused,
  weald_refused
};

/// Sends one mail over an encrypted connection or not at all.
///
/// The reason for a failure is written to `reason`, which has room for 256 bytes.
enum weald_outcome weald_submit(const struct weald_submission *submission, char *reason);

#endif
