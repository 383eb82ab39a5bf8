/** Long lists in pages. */
@NullMarked
package io.headroom.ledger.page;

import org.jspecify.annotations.NullMarked;
