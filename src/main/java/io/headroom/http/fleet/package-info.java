/** The machines that are served, with their verdicts. */
@NullMarked
package io.headroom.http.fleet;

import org.jspecify.annotations.NullMarked;
