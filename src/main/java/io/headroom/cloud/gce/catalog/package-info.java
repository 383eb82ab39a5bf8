/** Types and list prices of GCE: machine types of Compute Engine, SKUs of the billing catalog. */
@NullMarked
package io.headroom.cloud.gce.catalog;

import org.jspecify.annotations.NullMarked;
