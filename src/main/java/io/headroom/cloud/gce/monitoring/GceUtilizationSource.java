package io.headroom.cloud.gce.monitoring;

import com.google.cloud.monitoring.v3.MetricServiceClient;
import io.headroom.cloud.gce.GceCalls;
import io.headroom.cloud.gce.GceClients;
import io.headroom.collector.Grain;
import io.headroom.collector.Scope;
import io.headroom.collector.ScopeReader;
import io.headroom.collector.UtilizationSource;
import io.headroom.model.machine.Instance;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * The utilization of Compute Engine's machines in Cloud Monitoring. Opening a project takes two
 * requests, which find the series of the Ops Agent; after that one request for each metric, with
 * its pages, gives all machines. Not run against Google.
 */
public final class GceUtilizationSource implements UtilizationSource, AutoCloseable {

  /**
   * Samples of a minute are kept for six weeks, then means of ten minutes for two years. Source:
   * Cloud Monitoring, "Data retention"; the second half is not verified.
   */
  private static final List<Grain> GRAINS =
      List.of(
          new Grain(Duration.ofMinutes(5), Duration.ofDays(42)),
          new Grain(Duration.ofMinutes(10), Duration.ofDays(730)));

  private final MetricServiceClient client;
  private final TimeSeriesPages pages;
  private final InstantSource clock;

  /**
   * Prepares reading. Makes no call.
   *
   * @param clock says where the time ends in which an agent is looked for
   */
  public GceUtilizationSource(GceClients clients, GceCalls calls, InstantSource clock) {
    this.client = clients.monitoring();
    this.pages = new TimeSeriesPages(client, calls);
    this.clock = clock;
  }

  @Override
  public List<Grain> grains() {
    return GRAINS;
  }

  @Override
  public ScopeReader open(Scope scope, List<Instance> machines) {
    return new ProjectReader(
        pages,
        scope.account(),
        machines,
        new AgentDiscovery(pages)
            .series(scope.account(), clock.instant(), GRAINS.get(0).keptFor()));
  }

  /** Closes the client. */
  @Override
  public void close() {
    client.close();
  }
}
