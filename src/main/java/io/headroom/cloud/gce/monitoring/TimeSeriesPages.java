package io.headroom.cloud.gce.monitoring;

import com.google.cloud.monitoring.v3.MetricServiceClient;
import com.google.monitoring.v3.ListTimeSeriesRequest;
import com.google.monitoring.v3.ListTimeSeriesResponse;
import com.google.monitoring.v3.TimeSeries;
import io.headroom.cloud.gce.GceCall;
import io.headroom.cloud.gce.GceCalls;
import io.headroom.cloud.gce.GceErrors;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import java.util.function.Consumer;

/** Reads series page by page. A page may end inside a series; the next one goes on with it. */
final class TimeSeriesPages {

  /** The most that Google gives at once: points, or series without points. */
  static final int PAGE = 100_000;

  /** Label with the machine's numeric id; it stays over a resize and a new name. */
  static final String INSTANCE_ID = "instance_id";

  private final MetricServiceClient client;
  private final GceCalls calls;

  TimeSeriesPages(MetricServiceClient client, GceCalls calls) {
    this.client = client;
    this.calls = calls;
  }

  /**
   * Hands over the series of all pages. Nothing is handed over if the project has never had the
   * metric: Google does not know its name then.
   *
   * @param request what to ask for; project, page size and page token are set here
   * @param type the metric's type, for messages
   * @throws CloudException if a page cannot be read or is not complete
   */
  void read(String project, ListTimeSeriesRequest request, String type, Consumer<TimeSeries> sink) {
    GceCall what = call(project, type);
    ListTimeSeriesRequest next =
        request.toBuilder().setName("projects/" + project).setPageSize(PAGE).build();
    boolean more = true;
    while (more) {
      ListTimeSeriesRequest asked = next;
      ListTimeSeriesResponse page;
      try {
        page = calls.make(what, () -> client.listTimeSeriesCallable().call(asked));
      } catch (CloudException e) {
        if (e.kind() == FailureKind.NOT_FOUND && asked.getPageToken().isEmpty()) {
          return;
        }
        throw e;
      }
      if (page.getExecutionErrorsCount() > 0) {
        throw GceErrors.incomplete(what, page.getExecutionErrors(0).getMessage());
      }
      page.getTimeSeriesList().forEach(sink);
      more = !page.getNextPageToken().isEmpty();
      next = asked.toBuilder().setPageToken(page.getNextPageToken()).build();
    }
  }

  static GceCall call(String project, String type) {
    return GceCall.toMonitoring("timeSeries.list", "read " + type + " of gce " + project);
  }
}
