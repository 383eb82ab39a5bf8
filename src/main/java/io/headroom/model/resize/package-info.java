/** How a recommendation becomes a change: the plan, the operation's name, its outcome. */
@NullMarked
package io.headroom.model.resize;

import org.jspecify.annotations.NullMarked;
