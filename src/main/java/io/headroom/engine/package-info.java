/**
 * The policy engine: from what was observed of a machine to a verdict. Pure functions of their
 * arguments: no clock, no input or output, no randomness, no logging.
 */
@NullMarked
package io.headroom.engine;

import org.jspecify.annotations.NullMarked;
