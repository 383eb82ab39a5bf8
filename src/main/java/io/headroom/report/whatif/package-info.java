/** Sizes compared by replay, as text, as documents and as a picture in the terminal. */
@NullMarked
package io.headroom.report.whatif;

import org.jspecify.annotations.NullMarked;
