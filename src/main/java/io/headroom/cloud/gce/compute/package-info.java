/** The machines of Google Compute Engine, read over its REST API. */
@NullMarked
package io.headroom.cloud.gce.compute;

import org.jspecify.annotations.NullMarked;
