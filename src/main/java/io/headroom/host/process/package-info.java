/** The processes of a host. */
@NullMarked
package io.headroom.host.process;

import org.jspecify.annotations.NullMarked;
