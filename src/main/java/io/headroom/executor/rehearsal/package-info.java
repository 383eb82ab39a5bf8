/** The port to a cloud in which a plan can be tried. */
@NullMarked
package io.headroom.executor.rehearsal;

import org.jspecify.annotations.NullMarked;
