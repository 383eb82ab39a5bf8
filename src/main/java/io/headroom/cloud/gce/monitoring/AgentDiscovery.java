package io.headroom.cloud.gce.monitoring;

import com.google.monitoring.v3.ListTimeSeriesRequest;
import com.google.monitoring.v3.ListTimeSeriesRequest.TimeSeriesView;
import com.google.monitoring.v3.TimeInterval;
import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Finds the machines with an Ops Agent: those whose memory it has reported, points left aside. */
final class AgentDiscovery {

  private final TimeSeriesPages pages;

  AgentDiscovery(TimeSeriesPages pages) {
    this.pages = pages;
  }

  /**
   * Returns the ids of the machines of a project whose agent reported memory within {@code past}
   * before {@code now}; none if no machine ever had an agent. Takes one request with its pages.
   *
   * @throws io.headroom.model.cloud.CloudException if that cannot be read
   */
  Set<String> machines(String project, Instant now, Duration past) {
    String type = GoogleSeries.MEMORY_MEAN.types().get(0);
    ListTimeSeriesRequest request =
        ListTimeSeriesRequest.newBuilder()
            .setFilter(GoogleSeries.MEMORY_MEAN.filter(type))
            .setView(TimeSeriesView.HEADERS)
            .setInterval(
                TimeInterval.newBuilder()
                    .setStartTime(timestamp(now.minus(past)))
                    .setEndTime(timestamp(now)))
            .build();
    Set<String> found = new HashSet<>();
    pages.read(
        project,
        request,
        type,
        one -> found.add(one.getResource().getLabelsOrDefault(TimeSeriesPages.INSTANCE_ID, "")));
    return found;
  }

  private static Timestamp timestamp(Instant time) {
    return Timestamp.newBuilder().setSeconds(time.getEpochSecond()).build();
  }
}
