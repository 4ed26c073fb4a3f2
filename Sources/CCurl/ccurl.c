#include "ccurl.h"
int weald_curl_placeholder(void) { return 0; }
