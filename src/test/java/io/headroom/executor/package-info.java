/** What holds of every journal and every cloud behind the ports. */
@NullMarked
package io.headroom.executor;

import org.jspecify.annotations.NullMarked;
