/** Instance types and what they cost: from snapshots of the providers' lists and price files. */
@NullMarked
package io.headroom.catalog;

import org.jspecify.annotations.NullMarked;
