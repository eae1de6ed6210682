#ifndef CXML2_H
#define CXML2_H

#include <stddef.h>

/* A push parser that calls back for elements and text. It loads nothing, knows no entities but the
   five of XML itself, and stops at a DOCTYPE. */
typedef struct cxml2_parser cxml2_parser;

/* Five pointers an attribute, as libxml2's SAX2 has them: local name, prefix, namespace, first byte
   of the value, byte after its last. The value is not closed by a zero. */
typedef struct {
    void (*start)(void *context, const char *name, const char *const *attributes, int count);
    void (*end)(void *context, const char *name);
    void (*text)(void *context, const char *bytes, int length);
} cxml2_handler;

/* Why parsing stopped. */
enum {
    CXML2_FINE = 0,
    CXML2_MALFORMED = 1,
    CXML2_DOCTYPE = 2,
    CXML2_TOO_DEEP = 3,
    CXML2_TAG_TOO_LONG = 4,
    CXML2_ENCODING = 5,
    CXML2_NO_MEMORY = 6,
    CXML2_STOPPED = 7
};

/* NULL where there is no memory. The context is not touched, only handed on. libxml2 compares every
   attribute of an element with every other, so a tag may take no more than longest bytes. */
cxml2_parser *cxml2_open(
    const cxml2_handler *handler, void *context, int deepest, size_t longest);

/* After an answer other than CXML2_FINE nothing more may be fed. */
int cxml2_feed(cxml2_parser *parser, const char *bytes, int length);
/* The end of the document: it must be whole. */
int cxml2_finish(cxml2_parser *parser);
/* For callbacks: nothing more is called back, and feeding answers CXML2_STOPPED. */
void cxml2_stop(cxml2_parser *parser);

/* The line reached, from 1. */
int cxml2_line(const cxml2_parser *parser);
/* What libxml2 says of the first error, in English; empty where there was none. */
const char *cxml2_message(const cxml2_parser *parser);

void cxml2_close(cxml2_parser *parser);

#endif
