/** What proves that a resize never leaves a machine stopped. */
@NullMarked
package io.headroom.proof.resize;

import org.jspecify.annotations.NullMarked;
