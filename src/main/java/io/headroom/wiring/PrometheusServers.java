package io.headroom.wiring;

import io.headroom.cloud.prometheus.MachineLabel;
import io.headroom.cloud.prometheus.PrometheusServer;
import io.headroom.cloud.prometheus.PrometheusSource;
import io.headroom.collector.MetricServer;
import io.headroom.collector.UtilizationSource;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Opens Prometheus as a source of utilization. */
final class PrometheusServers {

  /** A secret, so it is no option: other users of the machine see those. */
  private static final String TOKEN = "HEADROOM_PROMETHEUS_TOKEN";

  private static final String TENANT = "HEADROOM_PROMETHEUS_TENANT";
  private static final String SELECTOR = "HEADROOM_PROMETHEUS_SELECTOR";

  private PrometheusServers() {}

  static UtilizationSource open(
      MetricServer named, Map<String, String> environment, InstantSource clock) {
    try {
      PrometheusServer server =
          PrometheusServer.at(named.url())
              .with(headers(environment))
              .selecting(environment.getOrDefault(SELECTOR, ""));
      return new PrometheusSource(server, label(named.label()), clock);
    } catch (IllegalArgumentException e) {
      throw new CloudException(
          FailureKind.INVALID_REQUEST, "", "", String.valueOf(e.getMessage()), e);
    }
  }

  private static SortedMap<String, String> headers(Map<String, String> environment) {
    SortedMap<String, String> headers = new TreeMap<>();
    value(environment, TOKEN).ifPresent(token -> headers.put("Authorization", "Bearer " + token));
    value(environment, TENANT).ifPresent(tenant -> headers.put("X-Scope-OrgID", tenant));
    return headers;
  }

  private static Optional<String> value(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank());
  }

  /** Reads {@code instance_id}, {@code instance_id=id} or {@code instance=name}. */
  private static MachineLabel label(String text) {
    int at = text.indexOf('=');
    if (at < 0) {
      return new MachineLabel(text, MachineLabel.Property.ID);
    }
    MachineLabel.Property property =
        MachineLabel.Property.ofId(text.substring(at + 1))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Invalid label: " + text + "; expected LABEL, LABEL=id or LABEL=name"));
    return new MachineLabel(text.substring(0, at), property);
  }
}
