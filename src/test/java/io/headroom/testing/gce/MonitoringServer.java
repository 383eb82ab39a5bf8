package io.headroom.testing.gce;

import com.google.api.Metric;
import com.google.api.MonitoredResource;
import com.google.monitoring.v3.ListTimeSeriesRequest;
import com.google.monitoring.v3.ListTimeSeriesRequest.TimeSeriesView;
import com.google.monitoring.v3.ListTimeSeriesResponse;
import com.google.monitoring.v3.MetricServiceGrpc;
import com.google.monitoring.v3.Point;
import com.google.monitoring.v3.TimeSeries;
import com.google.rpc.Code;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Cloud Monitoring's {@code ListTimeSeries} over samples of 60 seconds. Pages end where they are
 * full, also inside a series. It refuses what it does not know: another filter, a metric nobody has
 * (404, as Google), a request without alignment. Source: Monitoring API v3.
 */
public final class MonitoringServer implements AutoCloseable {

  private final Server server;
  private final List<SampledSeries> series = new ArrayList<>();
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final List<ListTimeSeriesRequest> requests = new CopyOnWriteArrayList<>();
  private final AtomicLong returned = new AtomicLong();
  private AlignedPeriods periods = AlignedPeriods.FROM_THE_END;
  private int pageSize = 100_000;
  private String incomplete = "";

  private record Fault(String match, Status status, AtomicInteger times) {}

  private MonitoringServer() {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new Service())
            .build();
  }

  public static MonitoringServer start() {
    MonitoringServer monitoring = new MonitoringServer();
    try {
      monitoring.server.start();
      return monitoring;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns where it listens. */
  public String endpoint() {
    return "127.0.0.1:" + server.getPort();
  }

  /** Gives at most this many points a page. */
  public MonitoringServer pagesOf(int points) {
    pageSize = points;
    return this;
  }

  /** Counts periods in another way. */
  public MonitoringServer periods(AlignedPeriods value) {
    periods = value;
    return this;
  }

  /** Says of every answer from now on that it is not whole. */
  public void isIncomplete(String why) {
    incomplete = why;
  }

  public void add(SampledSeries one) {
    series.add(one);
  }

  /** Fails the next requests whose text contains {@code match}. */
  public void refuses(String match, int times, Status status) {
    faults.add(new Fault(match, status, new AtomicInteger(times)));
  }

  /** Returns how many series it gave, each page by itself: what Google charges for. */
  public long returned() {
    return returned.get();
  }

  /** Returns each request so far. */
  public List<ListTimeSeriesRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private ListTimeSeriesResponse answer(ListTimeSeriesRequest request) {
    for (Fault fault : faults) {
      if (request.toString().contains(fault.match()) && fault.times().getAndDecrement() > 0) {
        throw fault.status().asRuntimeException();
      }
    }
    SeriesFilter filter = SeriesFilter.of(request.getFilter());
    String project = request.getName().substring("projects/".length());
    if (series.stream().noneMatch(one -> one.metric().equals(filter.metric()))) {
      throw Status.NOT_FOUND
          .withDescription("Cannot find metric(s) that match type = \"" + filter.metric() + "\".")
          .asRuntimeException();
    }
    List<SampledSeries> found =
        series.stream()
            .filter(one -> one.project().equals(project) && filter.matches(one))
            .toList();
    ListTimeSeriesResponse.Builder page = page(request, found);
    if (!incomplete.isEmpty()) {
      page.addExecutionErrors(
          com.google.rpc.Status.newBuilder()
              .setCode(Code.UNAVAILABLE_VALUE)
              .setMessage(incomplete));
    }
    return page.build();
  }

  /** Lays all points in a row, newest first in each series, and cuts the page out of it. */
  private ListTimeSeriesResponse.Builder page(
      ListTimeSeriesRequest request, List<SampledSeries> found) {
    boolean headers = request.getView() == TimeSeriesView.HEADERS;
    int from = request.getPageToken().isEmpty() ? 0 : Integer.parseInt(request.getPageToken());
    int most = Math.min(pageSize, request.getPageSize());
    ListTimeSeriesResponse.Builder page = ListTimeSeriesResponse.newBuilder();
    int before = 0;
    for (SampledSeries one : found) {
      List<Point> points = periods.points(one, request);
      int count = headers ? Math.min(1, points.size()) : points.size();
      int first = Math.max(0, from - before);
      int last = Math.min(count, from + most - before);
      if (first < last) {
        page.addTimeSeries(
            named(one).addAllPoints(headers ? List.of() : points.subList(first, last)));
      }
      before += count;
    }
    if (before > from + most) {
      page.setNextPageToken(Integer.toString(from + most));
    }
    return page;
  }

  private static TimeSeries.Builder named(SampledSeries one) {
    return TimeSeries.newBuilder()
        .setMetric(Metric.newBuilder().setType(one.metric()).putAllLabels(one.labels()))
        .setResource(
            MonitoredResource.newBuilder()
                .setType("gce_instance")
                .putAllLabels(
                    Map.of("project_id", one.project(), "instance_id", one.instanceId())));
  }

  private final class Service extends MetricServiceGrpc.MetricServiceImplBase {
    @Override
    public void listTimeSeries(
        ListTimeSeriesRequest request, StreamObserver<ListTimeSeriesResponse> observer) {
      requests.add(request);
      try {
        ListTimeSeriesResponse response = answer(request);
        returned.addAndGet(response.getTimeSeriesCount());
        observer.onNext(response);
        observer.onCompleted();
      } catch (StatusRuntimeException e) {
        observer.onError(e);
      }
    }
  }
}
