package io.headroom.testing.gce;

import io.grpc.Status;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The filters of Monitoring that this server knows; any other is refused. */
record SeriesFilter(String metric, Optional<String> state, Optional<Set<String>> instances) {

  private static final Pattern FORM =
      Pattern.compile(
          "metric\\.type = \"([a-z._/]+)\" AND resource\\.type = \"gce_instance\""
              + "(?: AND metric\\.labels\\.state = \"([a-z]+)\")?"
              + "(?: AND resource\\.labels\\.instance_id = one_of\\(([0-9a-z\",-]+)\\))?");

  static SeriesFilter of(String text) {
    Matcher found = FORM.matcher(text);
    if (!found.matches() || text.length() > 2048) {
      throw Status.INVALID_ARGUMENT
          .withDescription("Field filter had an invalid value of \"" + text + "\"")
          .asRuntimeException();
    }
    return new SeriesFilter(
        found.group(1),
        Optional.ofNullable(found.group(2)),
        Optional.ofNullable(found.group(3))
            .map(
                list ->
                    Arrays.stream(list.split(",", -1))
                        .map(id -> id.replace("\"", ""))
                        .collect(Collectors.toUnmodifiableSet())));
  }

  boolean matches(SampledSeries series) {
    return series.metric().equals(metric)
        && state.filter(wanted -> !wanted.equals(series.labels().get("state"))).isEmpty()
        && instances.filter(ids -> !ids.contains(series.instanceId())).isEmpty();
  }
}
