/** Runs by a schedule, one of several processes at a time. */
@NullMarked
package io.headroom.batch.schedule;

import org.jspecify.annotations.NullMarked;
