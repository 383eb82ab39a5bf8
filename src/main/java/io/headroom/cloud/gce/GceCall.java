package io.headroom.cloud.gce;

/**
 * What a call is, for the message when it fails.
 *
 * @param operation Google's name of the call, such as {@code instances.aggregatedList}
 * @param task what it is to do, after "Cannot": {@code list the instances of gce demo-a}
 * @param service the API, such as {@code compute.googleapis.com}
 * @param role a predefined role that allows it, such as {@code roles/compute.viewer}
 */
public record GceCall(String operation, String task, String service, String role) {

  /** Describes a call to Compute Engine. */
  public static GceCall toCompute(String operation, String task) {
    return new GceCall(operation, task, "compute.googleapis.com", "roles/compute.viewer");
  }

  /** Describes a call to Cloud Monitoring. */
  public static GceCall toMonitoring(String operation, String task) {
    return new GceCall(operation, task, "monitoring.googleapis.com", "roles/monitoring.viewer");
  }
}
