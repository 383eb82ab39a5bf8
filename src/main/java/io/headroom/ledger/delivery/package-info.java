/** What is to be delivered to others, until it is. */
@NullMarked
package io.headroom.ledger.delivery;

import org.jspecify.annotations.NullMarked;
