#include "tag_guard.h"

#include <string.h>

enum { TEXT = 0, OPENED, TAG, PASSED_OVER };

static const struct {
    const char *opening, *ending;
} passed_over[] = {{"!--", "-->"}, {"![CDATA[", "]]>"}, {"?", "?>"}};

/* Up to the end of the tag, or of the piece. */
static const char *through_tag(tag_guard *guard, const char *bytes, const char *end) {
    const char *start = bytes;
    char quote = guard->quote;
    while (bytes < end) {
        char byte = *bytes++;
        if (quote) {
            if (byte == quote) quote = 0;
        } else if (byte == '>') {
            guard->place = TEXT;
            break;
        } else if (byte == '"' || byte == '\'') {
            quote = byte;
        }
    }
    guard->quote = quote;
    guard->length += (size_t)(bytes - start);
    return bytes;
}

/* The first bytes behind '<' tell a tag from what is passed over. */
static void behind_opening(tag_guard *guard, char byte) {
    guard->head[guard->held++] = byte;
    for (int kind = 0; kind < 3 && (byte == '?' || guard->head[0] == '!'); kind++) {
        const char *opening = passed_over[kind].opening;
        size_t length = strlen(opening);
        if (guard->held > length || memcmp(opening, guard->head, guard->held) != 0) continue;
        if (guard->held == length) {
            guard->place = PASSED_OVER;
            guard->ending = passed_over[kind].ending;
            guard->matched = 0;
        }
        return;
    }
    guard->place = TAG;
    guard->quote = 0;
}

static void passing_over(tag_guard *guard, char byte) {
    const char *ending = guard->ending;
    if (byte == ending[guard->matched]) {
        guard->matched += 1;
        if (ending[guard->matched] == 0) guard->place = TEXT;
    } else if (byte == ending[0]) {
        /* A third dash or bracket may still begin the ending with the second. */
        guard->matched = guard->matched == 2 && ending[1] == ending[0] ? 2 : 1;
    } else {
        guard->matched = 0;
    }
}

int tag_guard_take(tag_guard *guard, const char *bytes, size_t count) {
    const char *end = bytes + count;
    while (bytes < end) {
        if (guard->place == TEXT) {
            bytes = memchr(bytes, '<', (size_t)(end - bytes));
            if (!bytes) return 1;
            bytes += 1;
            guard->place = OPENED;
            guard->held = 0;
            guard->length = 0;
            continue;
        }
        if (guard->place == OPENED) {
            behind_opening(guard, *bytes);
            /* The last byte may itself end the tag or open a quote. */
            if (guard->place != TAG) bytes += 1;
        } else if (guard->place == TAG) {
            bytes = through_tag(guard, bytes, end);
            if (guard->length > guard->longest) return 0;
        } else {
            passing_over(guard, *bytes++);
        }
    }
    return 1;
}
