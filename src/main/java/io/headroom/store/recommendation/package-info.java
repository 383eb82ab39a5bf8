/** Recommendations in tables. */
@NullMarked
package io.headroom.store.recommendation;

import org.jspecify.annotations.NullMarked;
