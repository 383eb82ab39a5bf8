/**
 * The use cases around the engine: which policy, which region, which verdict, and what it adds up
 * to.
 */
@NullMarked
package io.headroom.advice;

import org.jspecify.annotations.NullMarked;
