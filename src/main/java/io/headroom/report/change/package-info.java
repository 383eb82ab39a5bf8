/** What is different from one run to the next, written out. */
@NullMarked
package io.headroom.report.change;

import org.jspecify.annotations.NullMarked;
