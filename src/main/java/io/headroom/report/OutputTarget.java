package io.headroom.report;

import io.headroom.report.page.Annex;
import java.io.Writer;

/**
 * Where a document goes.
 *
 * @param out takes its text
 * @param paint how findings are coloured in tables
 * @param annex takes further files of a document that is too large for one
 */
public record OutputTarget(Writer out, Paint paint, Annex annex) {}
