package io.headroom.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What the program was told.
 *
 * @param clouds what is collected; may be none
 * @param policies names of shipped policies and files, at least one
 * @param catalog folder of refreshed types and prices; absent means the bundled ones
 * @param schedule when the service makes a run of its own; absent means never
 * @param deliveries where reports go after a run
 */
public record Configuration(
    List<CloudSection> clouds,
    CollectionSection collection,
    List<String> policies,
    Optional<Path> catalog,
    StoreSection store,
    Optional<ScheduleSection> schedule,
    List<DeliverySection> deliveries,
    OutboundSection outbound,
    HttpSection http) {

  /** Copies the lists. */
  public Configuration {
    clouds = List.copyOf(clouds);
    policies = List.copyOf(policies);
    deliveries = List.copyOf(deliveries);
  }

  /**
   * A part of a provider.
   *
   * @param provider {@code aws} or {@code gce}
   * @param accounts accounts or projects; none for what the environment says
   * @param role AWS: role to assume in accounts that are given by id
   * @param regions AWS: regions; none for that of the environment
   */
  public record CloudSection(
      String provider, List<String> accounts, Optional<String> role, List<String> regions) {

    /** Copies the lists. */
    public CloudSection {
      accounts = List.copyOf(accounts);
      regions = List.copyOf(regions);
    }
  }

  /**
   * How clouds are read.
   *
   * @param lookback how far back to go where nothing is there yet
   * @param parallel requests under way at once
   * @param quotaPercent how much of each quota to use
   */
  public record CollectionSection(Duration lookback, int parallel, int quotaPercent) {}

  /**
   * Where everything is kept.
   *
   * @param url a file, or {@code postgresql://…}; absent means a file in the user's folder for data
   */
  public record StoreSection(
      Optional<String> url, Optional<String> user, Optional<Secret> password) {}

  /**
   * When the service makes a run of its own.
   *
   * @param cron five fields
   * @param zone time zone in which they are read
   */
  public record ScheduleSection(String cron, ZoneId zone) {}

  /**
   * Where requests may go.
   *
   * @param allow hosts and networks
   * @param timeout longest time of one request
   */
  public record OutboundSection(List<String> allow, Duration timeout) {

    /** Copies the list. */
    public OutboundSection {
      allow = List.copyOf(allow);
    }
  }

  /** Where the service listens. */
  public record HttpSection(String host, int port) {}
}
