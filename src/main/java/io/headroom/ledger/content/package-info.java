/** Documents that are kept byte by byte. */
@NullMarked
package io.headroom.ledger.content;

import org.jspecify.annotations.NullMarked;
