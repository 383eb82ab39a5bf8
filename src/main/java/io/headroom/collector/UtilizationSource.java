package io.headroom.collector;

import io.headroom.model.machine.Instance;
import java.util.List;

/**
 * How much machines use: CloudWatch, Cloud Monitoring, Prometheus, an earlier recording. Adapters
 * are safe for use by several threads at once.
 */
public interface UtilizationSource {

  /**
   * Returns which slot lengths are kept for how long, the finest first. A range is asked for in the
   * finest one that still exists at its start.
   */
  List<Grain> grains();

  /**
   * Finds out what there is to read of the machines of a scope. May make a few calls (listing
   * metrics), never one for each machine.
   *
   * @param machines machines of that scope
   * @throws io.headroom.model.cloud.CloudException if nothing can be found out
   */
  ScopeReader open(Scope scope, List<Instance> machines);
}
