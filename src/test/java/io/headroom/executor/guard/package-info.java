/** What keeps operations from beginning. */
@NullMarked
package io.headroom.executor.guard;

import org.jspecify.annotations.NullMarked;
