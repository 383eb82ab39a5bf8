package io.headroom.ledger.request;

import io.headroom.ledger.content.Content;

/**
 * An answer that can be given again.
 *
 * @param status the HTTP status
 * @param mediaType what the body is
 * @param location where what was made is to be found; empty if nothing was
 * @param etag etag of what was made; empty if it has none
 */
public record StoredAnswer(
    int status, String mediaType, String location, String etag, Content body) {}
