/** Requests that may be sent twice and must be carried out once. */
@NullMarked
package io.headroom.ledger.request;

import org.jspecify.annotations.NullMarked;
