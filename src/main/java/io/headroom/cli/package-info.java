/**
 * The command line. It starts no server, and prints only through {@link io.headroom.cli.Terminal}.
 */
@NullMarked
package io.headroom.cli;

import org.jspecify.annotations.NullMarked;
