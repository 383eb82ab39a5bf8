/** The batch job: what brings its parts together. */
@NullMarked
package io.headroom.batch;

import org.jspecify.annotations.NullMarked;
