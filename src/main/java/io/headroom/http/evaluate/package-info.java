/** Requests that bring everything a verdict is made from. */
@NullMarked
package io.headroom.http.evaluate;

import org.jspecify.annotations.NullMarked;
