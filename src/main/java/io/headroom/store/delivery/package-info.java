/** The outbox in a table. */
@NullMarked
package io.headroom.store.delivery;

import org.jspecify.annotations.NullMarked;
