package io.headroom.cloud.gce.monitoring;

import com.google.monitoring.v3.ListTimeSeriesRequest;
import com.google.monitoring.v3.ListTimeSeriesRequest.TimeSeriesView;
import com.google.monitoring.v3.TimeInterval;
import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the series of the Ops Agent: which machines have how many of them, points left aside. */
final class AgentDiscovery {

  private final TimeSeriesPages pages;

  AgentDiscovery(TimeSeriesPages pages) {
    this.pages = pages;
  }

  /**
   * What there was in a project.
   *
   * @param memory number of memory series of each machine that has an agent, by id
   * @param swap number of swap devices of each machine that has some, by id
   */
  record AgentSeries(Map<String, Integer> memory, Map<String, Integer> swap) {
    AgentSeries {
      memory = Map.copyOf(memory);
      swap = Map.copyOf(swap);
    }

    /** Returns how many series were listed. */
    long listed() {
      return Stream.of(memory, swap)
          .flatMap(one -> one.values().stream())
          .mapToLong(Integer::longValue)
          .sum();
    }
  }

  /**
   * Returns what agents reported within {@code past} before {@code now}; nothing if no machine ever
   * had an agent. Takes two requests with their pages.
   *
   * @throws io.headroom.model.cloud.CloudException if that cannot be read
   */
  AgentSeries series(String project, Instant now, Duration past) {
    TimeInterval interval =
        TimeInterval.newBuilder()
            .setStartTime(timestamp(now.minus(past)))
            .setEndTime(timestamp(now))
            .build();
    return new AgentSeries(
        byMachine(project, GoogleSeries.MEMORY_MEAN, interval),
        byMachine(project, GoogleSeries.SWAP_MEAN, interval));
  }

  private Map<String, Integer> byMachine(
      String project, GoogleSeries series, TimeInterval interval) {
    String type = series.types().get(0);
    ListTimeSeriesRequest request =
        ListTimeSeriesRequest.newBuilder()
            .setFilter(series.filter(type))
            .setView(TimeSeriesView.HEADERS)
            .setInterval(interval)
            .build();
    Map<String, Integer> found = new HashMap<>();
    pages.read(
        project,
        request,
        type,
        one ->
            found.merge(
                one.getResource().getLabelsOrDefault(TimeSeriesPages.INSTANCE_ID, ""),
                1,
                Integer::sum));
    return found;
  }

  private static Timestamp timestamp(Instant time) {
    return Timestamp.newBuilder().setSeconds(time.getEpochSecond()).build();
  }
}
