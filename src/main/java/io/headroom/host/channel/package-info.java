/** What channels that log in share: whose account runs a command, and how much it may print. */
@NullMarked
package io.headroom.host.channel;

import org.jspecify.annotations.NullMarked;
