/** Policies in a table. */
@NullMarked
package io.headroom.store.policy;

import org.jspecify.annotations.NullMarked;
