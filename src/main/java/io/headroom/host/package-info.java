/** The inside of hosts behind the executor's ports: recipes and measuring over channels. */
@NullMarked
package io.headroom.host;

import org.jspecify.annotations.NullMarked;
