/** The ports to what runs on a machine: its workers and its health. */
@NullMarked
package io.headroom.executor.host;

import org.jspecify.annotations.NullMarked;
