/**
 * Memory, swap and pressure from a Prometheus HTTP API, for machines on which no cloud agent is
 * installed; also Mimir, Thanos and VictoriaMetrics, which answer to the same API.
 */
@NullMarked
package io.headroom.cloud.prometheus;

import org.jspecify.annotations.NullMarked;
