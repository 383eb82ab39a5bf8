/** Quantities as people write them in policies: {@code 50%}, {@code 14d}, {@code 4GiB}. */
@NullMarked
package io.headroom.policy.quantity;

import org.jspecify.annotations.NullMarked;
