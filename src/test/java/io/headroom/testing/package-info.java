/** Fixtures of the tests. */
@NullMarked
package io.headroom.testing;

import org.jspecify.annotations.NullMarked;
