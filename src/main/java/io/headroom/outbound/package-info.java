/**
 * Requests to addresses that people write down: only where the server allows it, and never to what
 * a cloud keeps for its machines.
 */
@NullMarked
package io.headroom.outbound;

import org.jspecify.annotations.NullMarked;
