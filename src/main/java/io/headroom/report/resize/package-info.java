/** Plans and rehearsals in words. */
@NullMarked
package io.headroom.report.resize;

import org.jspecify.annotations.NullMarked;
