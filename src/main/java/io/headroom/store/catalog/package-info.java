/** Snapshots of the catalog in tables. */
@NullMarked
package io.headroom.store.catalog;

import org.jspecify.annotations.NullMarked;
