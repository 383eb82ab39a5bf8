/** What is answered when a request cannot be: RFC 9457 problems with stable codes. */
@NullMarked
package io.headroom.http.problem;

import org.jspecify.annotations.NullMarked;
