/** The utilization of Compute Engine's machines, read from Cloud Monitoring over gRPC. */
@NullMarked
package io.headroom.cloud.gce.monitoring;

import org.jspecify.annotations.NullMarked;
