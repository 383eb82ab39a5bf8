/**
 * Collecting: the ports to what is running ({@link Inventory}) and to how much it uses ({@link
 * UtilizationSource}), and the run that fills a recording from them.
 */
@NullMarked
package io.headroom.collector;

import org.jspecify.annotations.NullMarked;
