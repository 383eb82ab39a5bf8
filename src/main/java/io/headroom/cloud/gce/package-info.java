/**
 * Google Compute Engine and Cloud Monitoring behind the ports: how they are reached, how a call is
 * repeated and what its failure means.
 */
@NullMarked
package io.headroom.cloud.gce;

import org.jspecify.annotations.NullMarked;
