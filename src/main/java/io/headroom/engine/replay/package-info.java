/** The recorded demand played again on another size. */
@NullMarked
package io.headroom.engine.replay;

import org.jspecify.annotations.NullMarked;
