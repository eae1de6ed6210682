#include "CXML2.h"

#include "tag_guard.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <stdlib.h>
#include <string.h>

struct cxml2_parser {
    cxml2_handler handler;
    void *context;
    xmlParserCtxtPtr libxml;
    tag_guard guard;
    int depth;
    int deepest;
    int code;
    char message[256];
};

static void stop(cxml2_parser *parser, int code) {
    if (parser->code == CXML2_FINE) parser->code = code;
    if (parser->libxml) xmlStopParser(parser->libxml);
}

static void started(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
    int namespaces, const xmlChar **declared, int attributes, int defaulted, const xmlChar **values
) {
    cxml2_parser *parser = context;
    (void)prefix, (void)uri, (void)namespaces, (void)declared, (void)defaulted;
    if (parser->code != CXML2_FINE) return;
    parser->depth += 1;
    if (parser->depth > parser->deepest) {
        stop(parser, CXML2_TOO_DEEP);
        return;
    }
    parser->handler.start(
        parser->context, (const char *)name, (const char *const *)values, attributes);
}

static void ended(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri
) {
    cxml2_parser *parser = context;
    (void)prefix, (void)uri;
    if (parser->code != CXML2_FINE) return;
    parser->depth -= 1;
    parser->handler.end(parser->context, (const char *)name);
}

static void wrote(void *context, const xmlChar *bytes, int length) {
    cxml2_parser *parser = context;
    if (parser->code != CXML2_FINE) return;
    parser->handler.text(parser->context, (const char *)bytes, length);
}

static void declared(
    void *context, const xmlChar *name, const xmlChar *public, const xmlChar *system
) {
    (void)name, (void)public, (void)system;
    stop(context, CXML2_DOCTYPE);
}

/* libxml2 calls this with the handler's context; warnings do not stop a document. */
static void failed(void *context, xmlErrorPtr error) {
    cxml2_parser *parser = context;
    if (!error || error->level < XML_ERR_ERROR || parser->code != CXML2_FINE) return;
    if (error->message) {
        strncpy(parser->message, error->message, sizeof parser->message - 1);
        parser->message[strcspn(parser->message, "\r\n")] = 0;
    }
    parser->code = error->code == XML_ERR_NO_MEMORY ? CXML2_NO_MEMORY : CXML2_MALFORMED;
}

cxml2_parser *cxml2_open(
    const cxml2_handler *handler, void *context, int deepest, size_t longest
) {
    cxml2_parser *parser = calloc(1, sizeof *parser);
    if (!parser) return NULL;
    parser->handler = *handler;
    parser->context = context;
    parser->deepest = deepest;
    parser->guard.longest = longest;
    xmlInitParser();
    xmlSAXHandler sax;
    memset(&sax, 0, sizeof sax);
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = started;
    sax.endElementNs = ended;
    sax.characters = wrote;
    sax.cdataBlock = wrote;
    sax.ignorableWhitespace = wrote;
    sax.internalSubset = declared;
    sax.serror = failed;
    parser->libxml = xmlCreatePushParserCtxt(&sax, parser, NULL, 0, NULL);
    if (!parser->libxml) {
        free(parser);
        return NULL;
    }
    /* NOENT: without it an ampersand in an attribute stays as a reference. There are no other
       entities to replace, as a DOCTYPE stops the parser. */
    xmlCtxtUseOptions(parser->libxml, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_COMPACT);
    return parser;
}

static int feed(cxml2_parser *parser, const char *bytes, int length, int terminate) {
    if (parser->code != CXML2_FINE) return parser->code;
    int found = xmlParseChunk(parser->libxml, bytes, length, terminate);
    if (found != 0 && !parser->libxml->wellFormed && parser->code == CXML2_FINE)
        parser->code = CXML2_MALFORMED;
    /* Set for encodings other than UTF-8 and UTF-16: in one of those the guard would see no tags. */
    if (parser->code == CXML2_FINE && parser->libxml->input && parser->libxml->input->encoding)
        parser->code = CXML2_ENCODING;
    return parser->code;
}

int cxml2_feed(cxml2_parser *parser, const char *bytes, int length) {
    if (parser->code == CXML2_FINE && !tag_guard_take(&parser->guard, bytes, (size_t)length))
        parser->code = CXML2_TAG_TOO_LONG;
    return feed(parser, bytes, length, 0);
}

int cxml2_finish(cxml2_parser *parser) { return feed(parser, NULL, 0, 1); }

void cxml2_stop(cxml2_parser *parser) { stop(parser, CXML2_STOPPED); }

int cxml2_line(const cxml2_parser *parser) {
    return parser->libxml->input ? parser->libxml->input->line : 0;
}

const char *cxml2_message(const cxml2_parser *parser) { return parser->message; }

void cxml2_close(cxml2_parser *parser) {
    if (!parser) return;
    xmlDocPtr document = parser->libxml->myDoc;
    xmlFreeParserCtxt(parser->libxml);
    if (document) xmlFreeDoc(document);
    free(parser);
}
