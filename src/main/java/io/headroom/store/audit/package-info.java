/** The audit log in a table. */
@NullMarked
package io.headroom.store.audit;

import org.jspecify.annotations.NullMarked;
