/**
 * The decisions of an operation, phase by phase: what was seen decides, never the last return code.
 */
@NullMarked
package io.headroom.executor.stage;

import org.jspecify.annotations.NullMarked;
