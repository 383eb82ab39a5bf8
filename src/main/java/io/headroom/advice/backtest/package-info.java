/**
 * Policies tried on the past: each recommends from the first part of what was recorded, and is
 * judged on the rest.
 */
@NullMarked
package io.headroom.advice.backtest;

import org.jspecify.annotations.NullMarked;
