/**
 * Snapshots: folders of CSV files with the instance types and list prices of regions, one of them
 * bundled with the program.
 */
@NullMarked
package io.headroom.catalog.snapshot;

import org.jspecify.annotations.NullMarked;
