/** What is different from one run to the next. */
@NullMarked
package io.headroom.advice.change;

import org.jspecify.annotations.NullMarked;
