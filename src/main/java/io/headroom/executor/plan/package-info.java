/** Makes a plan from recommendations. */
@NullMarked
package io.headroom.executor.plan;

import org.jspecify.annotations.NullMarked;
