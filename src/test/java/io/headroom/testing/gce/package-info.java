/** Small loopback servers that answer as Google documents, for Google's own clients. */
@NullMarked
package io.headroom.testing.gce;

import org.jspecify.annotations.NullMarked;
