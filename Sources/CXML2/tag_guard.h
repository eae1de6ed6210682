#ifndef TAG_GUARD_H
#define TAG_GUARD_H

#include <stddef.h>

/* Watches the length of tags in the bytes of a document, whatever pieces they come in. Comments,
   CDATA sections and processing instructions are passed over. All zero but for longest to begin. */
typedef struct {
    size_t longest;
    int place;
    char quote;
    /* What stands behind '<', as far as that decides what it opens. */
    char head[8];
    size_t held;
    const char *ending;
    size_t matched;
    size_t length;
} tag_guard;

/* Zero once a tag has grown longer than the longest. */
int tag_guard_take(tag_guard *guard, const char *bytes, size_t count);

#endif
