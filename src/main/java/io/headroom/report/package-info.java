/** Verdicts written out: for people on a terminal, for spreadsheets, for programs. */
@NullMarked
package io.headroom.report;

import org.jspecify.annotations.NullMarked;
