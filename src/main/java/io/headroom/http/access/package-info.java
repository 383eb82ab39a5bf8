/** Who asks, and what that one may do. */
@NullMarked
package io.headroom.http.access;

import org.jspecify.annotations.NullMarked;
