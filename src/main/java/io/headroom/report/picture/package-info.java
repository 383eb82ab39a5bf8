/** The pictures of one recommendation, each with what it shows in words. */
@NullMarked
package io.headroom.report.picture;

import org.jspecify.annotations.NullMarked;
