/** Policies with their versions. */
@NullMarked
package io.headroom.ledger.policy;

import org.jspecify.annotations.NullMarked;
