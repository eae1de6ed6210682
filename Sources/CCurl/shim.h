#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

/* libcurl's variadic calls, each for one type of argument. */

static inline CURLcode ccurl_set_text(CURL *curl, CURLoption option, const char *text) {
    return curl_easy_setopt(curl, option, text);
}

static inline CURLcode ccurl_set_number(CURL *curl, CURLoption option, long number) {
    return curl_easy_setopt(curl, option, number);
}

static inline CURLcode ccurl_set_list(CURL *curl, CURLoption option, struct curl_slist *list) {
    return curl_easy_setopt(curl, option, list);
}

static inline CURLcode ccurl_set_buffer(CURL *curl, CURLoption option, char *buffer) {
    return curl_easy_setopt(curl, option, buffer);
}

static inline CURLcode ccurl_set_reader(CURL *curl, curl_read_callback reader, void *context) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_READFUNCTION, reader);
    return code == CURLE_OK ? curl_easy_setopt(curl, CURLOPT_READDATA, context) : code;
}

static inline CURLcode ccurl_set_writer(CURL *curl, curl_write_callback writer, void *context) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, writer);
    return code == CURLE_OK ? curl_easy_setopt(curl, CURLOPT_WRITEDATA, context) : code;
}

static inline CURLcode ccurl_get_number(CURL *curl, CURLINFO info, long *number) {
    return curl_easy_getinfo(curl, info, number);
}
