/** Drives operations: one turn at a time, under a lease, by any number of replicas. */
@NullMarked
package io.headroom.executor.run;

import org.jspecify.annotations.NullMarked;
