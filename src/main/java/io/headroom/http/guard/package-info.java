/** What stands before every request: limits, hosts, request ids, the log. */
@NullMarked
package io.headroom.http.guard;

import org.jspecify.annotations.NullMarked;
