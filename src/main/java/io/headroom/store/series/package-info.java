/** Samples in a table: packed days of each metric of a machine. */
@NullMarked
package io.headroom.store.series;

import org.jspecify.annotations.NullMarked;
