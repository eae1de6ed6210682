#include "tag_guard.h"

#include <string.h>

enum { TEXT = 0, OPENED, TAG, PASSED_OVER };

static const struct {
    const char *opening, *ending;
} passed_over[] = {{"!--", "-->"}, {"![CDATA[", "]]>"}, {"?", "?>"}};

static void in_tag(tag_guard *guard, char byte) {
    if (guard->quote) {
        if (byte == guard->quote) guard->quote = 0;
    } else if (byte == '"' || byte == '\'') {
        guard->quote = byte;
    } else if (byte == '>') {
        guard->place = TEXT;
    }
}

static void behind_opening(tag_guard *guard, char byte) {
    guard->head[guard->held++] = byte;
    for (int kind = 0; kind < 3; kind++) {
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
    in_tag(guard, byte);
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
        char byte = *bytes++;
        switch (guard->place) {
        case OPENED: behind_opening(guard, byte); break;
        case TAG: in_tag(guard, byte); break;
        default: passing_over(guard, byte); continue;
        }
        if (++guard->length > guard->longest) return 0;
    }
    return 1;
}
