/** Keys of programs that use the service, and what their holders may do. */
@NullMarked
package io.headroom.ledger.access;

import org.jspecify.annotations.NullMarked;
