/** The host that the program itself runs on. */
@NullMarked
package io.headroom.host.local;

import org.jspecify.annotations.NullMarked;
