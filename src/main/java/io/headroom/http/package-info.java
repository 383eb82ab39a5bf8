/** The HTTP endpoints: the same use cases as the command line, thin. */
@NullMarked
package io.headroom.http;

import org.jspecify.annotations.NullMarked;
