int weald_curl_placeholder(void);
