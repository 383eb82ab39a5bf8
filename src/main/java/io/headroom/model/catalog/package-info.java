/** Instance types one can rent, where, and for how much. */
@NullMarked
package io.headroom.model.catalog;

import org.jspecify.annotations.NullMarked;
