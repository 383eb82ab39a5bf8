/** Hosts for tests: servers and programs of this machine, each in a folder of its own. */
@NullMarked
package io.headroom.testing.host;

import org.jspecify.annotations.NullMarked;
