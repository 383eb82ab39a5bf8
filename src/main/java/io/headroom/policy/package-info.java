/**
 * Policies: found by name or file, read, and chosen for a machine. What they ask for is plain
 * values of {@code io.headroom.model.policy}.
 */
@NullMarked
package io.headroom.policy;

import org.jspecify.annotations.NullMarked;
