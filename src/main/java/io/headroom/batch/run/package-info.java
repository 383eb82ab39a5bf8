/** One run: collect, recommend, keep, report. */
@NullMarked
package io.headroom.batch.run;

import org.jspecify.annotations.NullMarked;
