/** Bodies of answers. */
@NullMarked
package io.headroom.http.answer;

import org.jspecify.annotations.NullMarked;
