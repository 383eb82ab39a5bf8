/** Backtests as tables, documents and a picture. */
@NullMarked
package io.headroom.report.backtest;

import org.jspecify.annotations.NullMarked;
