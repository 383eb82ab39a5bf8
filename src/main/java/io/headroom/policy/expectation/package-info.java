/** Tests that users write for their policies: what the verdict on a machine should be. */
@NullMarked
package io.headroom.policy.expectation;

import org.jspecify.annotations.NullMarked;
