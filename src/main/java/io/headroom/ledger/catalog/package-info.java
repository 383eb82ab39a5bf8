/** Snapshots of the catalog of instance types and prices. */
@NullMarked
package io.headroom.ledger.catalog;

import org.jspecify.annotations.NullMarked;
