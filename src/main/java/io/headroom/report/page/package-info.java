/**
 * The pages of a report: what is on them, as text that is safe anywhere, and the templates that put
 * it into HTML. It knows no verdict.
 */
@NullMarked
package io.headroom.report.page;

import org.jspecify.annotations.NullMarked;
