/** How calls to a cloud fail, in words that are the same for every provider. */
@NullMarked
package io.headroom.model.cloud;

import org.jspecify.annotations.NullMarked;
