/** Worker counts and machine size together. */
@NullMarked
package io.headroom.engine.worker;

import org.jspecify.annotations.NullMarked;
