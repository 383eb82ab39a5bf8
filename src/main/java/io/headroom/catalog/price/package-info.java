/** Price files: negotiated prices and commitments that take the place of list prices. */
@NullMarked
package io.headroom.catalog.price;

import org.jspecify.annotations.NullMarked;
