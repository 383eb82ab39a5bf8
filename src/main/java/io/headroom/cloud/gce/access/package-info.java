/** Who asks Google, what they may read, and how machines come by a memory metric. */
@NullMarked
package io.headroom.cloud.gce.access;

import org.jspecify.annotations.NullMarked;
