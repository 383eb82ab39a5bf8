/** Hosts over SSH: strict host keys, a key file or the agent, and nothing but exit codes. */
@NullMarked
package io.headroom.host.ssh;

import org.jspecify.annotations.NullMarked;
