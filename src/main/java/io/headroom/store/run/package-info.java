/** Runs in tables. */
@NullMarked
package io.headroom.store.run;

import org.jspecify.annotations.NullMarked;
