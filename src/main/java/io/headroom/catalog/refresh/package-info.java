/** Fresh snapshots: asks a provider for the types and list prices of regions and keeps them. */
@NullMarked
package io.headroom.catalog.refresh;

import org.jspecify.annotations.NullMarked;
