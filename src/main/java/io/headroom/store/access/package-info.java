/** Keys of programs in a table. */
@NullMarked
package io.headroom.store.access;

import org.jspecify.annotations.NullMarked;
