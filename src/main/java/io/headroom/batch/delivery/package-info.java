/** Reports on their way to people and programs. */
@NullMarked
package io.headroom.batch.delivery;

import org.jspecify.annotations.NullMarked;
