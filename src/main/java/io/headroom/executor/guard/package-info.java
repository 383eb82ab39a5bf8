/** What must hold before a machine is touched. */
@NullMarked
package io.headroom.executor.guard;

import org.jspecify.annotations.NullMarked;
