/** The collection run: asks for what a recording does not have yet, and adds it. */
@NullMarked
package io.headroom.collector.run;

import org.jspecify.annotations.NullMarked;
