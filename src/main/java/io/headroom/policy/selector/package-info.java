/** Selectors: CEL expressions that say which machines a policy is for. */
@NullMarked
package io.headroom.policy.selector;

import org.jspecify.annotations.NullMarked;
