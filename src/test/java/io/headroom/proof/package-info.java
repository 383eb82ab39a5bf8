/** Proofs that the engine keeps to its rules: against the oracle, by laws, and by planted bugs. */
@NullMarked
package io.headroom.proof;

import org.jspecify.annotations.NullMarked;
