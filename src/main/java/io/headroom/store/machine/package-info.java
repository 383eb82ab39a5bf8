/** Machines in a table. */
@NullMarked
package io.headroom.store.machine;

import org.jspecify.annotations.NullMarked;
