/**
 * What Headroom remembers, as ports: one small interface for each kind of thing, values beside it.
 * How and where it is kept is the store's business.
 */
@NullMarked
package io.headroom.ledger;

import org.jspecify.annotations.NullMarked;
