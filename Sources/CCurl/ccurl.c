// SPDX-License-Identifier: Apache-2.0

#include "ccurl.h"

#include <curl/curl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static pthread_once_t begun = PTHREAD_ONCE_INIT;

static void begin(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

struct source {
  const char *bytes;
  size_t left;
};

static size_t read_message(char *buffer, size_t size, size_t count, void *context) {
  struct source *source = context;
  size_t room = size * count;
  size_t taken = source->left < room ? source->left : room;
  memcpy(buffer, source->bytes, taken);
  source->bytes += taken;
  source->left -= taken;
  return taken;
}

static enum weald_outcome outcome(CURLcode code) {
  switch (code) {
    case CURLE_OK: return weald_sent;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT: return weald_unreachable;
    case CURLE_OPERATION_TIMEDOUT: return weald_timed_out;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR: return weald_untrusted;
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR: return weald_not_encrypted;
    case CURLE_LOGIN_DENIED: return weald_login_refused;
    default: return weald_refused;
  }
}

static void set_connection(CURL *curl, const struct weald_submission *submission) {
  curl_easy_setopt(curl, CURLOPT_URL, submission->url);
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS, CURLPROTO_SMTP | CURLPROTO_SMTPS);
  // CURLUSESSL_ALL: the server must offer TLS, or nothing is sent. There is no clear text.
  curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  if (submission->authorities) curl_easy_setopt(curl, CURLOPT_CAINFO, submission->authorities);
  if (submission->user) curl_easy_setopt(curl, CURLOPT_USERNAME, submission->user);
  if (submission->password) curl_easy_setopt(curl, CURLOPT_PASSWORD, submission->password);
  // Signals would end other threads' waits.
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  // Mail goes straight to its server: a proxy of the environment is for the web.
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, submission->connect_milliseconds);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, submission->total_milliseconds);
}

enum weald_outcome weald_submit(const struct weald_submission *submission, char *reason) {
  pthread_once(&begun, begin);
  reason[0] = 0;
  CURL *curl = curl_easy_init();
  struct curl_slist *recipients = curl_slist_append(NULL, submission->recipient);
  if (!curl || !recipients) {
    curl_slist_free_all(recipients);
    if (curl) curl_easy_cleanup(curl);
    snprintf(reason, CURL_ERROR_SIZE, "there is not enough memory");
    return weald_refused;
  }
  struct source source = {submission->message, submission->length};
  set_connection(curl, submission);
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, submission->sender);
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_message);
  curl_easy_setopt(curl, CURLOPT_READDATA, &source);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, reason);
  CURLcode code = curl_easy_perform(curl);
  // The buffer of the reason ends with this call, and must not be written to by the clean-up.
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, NULL);
  if (code != CURLE_OK && reason[0] == 0) {
    snprintf(reason, CURL_ERROR_SIZE, "%s", curl_easy_strerror(code));
  }
  curl_easy_cleanup(curl);
  curl_slist_free_all(recipients);
  return outcome(code);
}
