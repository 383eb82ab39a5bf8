/** What a machine needed, with the evidence for it. */
@NullMarked
package io.headroom.model.demand;

import org.jspecify.annotations.NullMarked;
