package io.headroom.cloud.gce.catalog;

import com.google.api.gax.core.CredentialsProvider;
import com.google.api.gax.core.FixedCredentialsProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.retrying.RetrySettings;
import com.google.auth.oauth2.GoogleCredentials;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How Google's clients are set up here: credentials, time limits, repeated calls. */
final class GoogleAccess {

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  private GoogleAccess() {}

  /** Calls that fail in passing are made again by the client, for two minutes at most. */
  static RetrySettings patience() {
    return RetrySettings.newBuilder()
        .setInitialRetryDelayDuration(Duration.ofMillis(200))
        .setRetryDelayMultiplier(2)
        .setMaxRetryDelayDuration(Duration.ofSeconds(10))
        .setInitialRpcTimeoutDuration(Duration.ofSeconds(60))
        .setRpcTimeoutMultiplier(1)
        .setMaxRpcTimeoutDuration(Duration.ofSeconds(60))
        .setTotalTimeoutDuration(Duration.ofMinutes(2))
        .setMaxAttempts(4)
        .build();
  }

  /**
   * Returns Application Default Credentials, none for a server on this machine.
   *
   * @throws CloudException of kind {@code CREDENTIALS} if there are none
   */
  static CredentialsProvider credentials(Optional<URI> endpoint, String scope) {
    if (endpoint.map(URI::getHost).filter(THIS_MACHINE::contains).isPresent()) {
      return NoCredentialsProvider.create();
    }
    try {
      return FixedCredentialsProvider.create(
          GoogleCredentials.getApplicationDefault().createScoped(List.of(scope)));
    } catch (IOException e) {
      throw new CloudException(
          FailureKind.CREDENTIALS,
          "credentials",
          "",
          "Cannot find Google credentials: "
              + e.getMessage()
              + "; run gcloud auth application-default login, or set"
              + " GOOGLE_APPLICATION_CREDENTIALS to the file of a service account",
          e);
    }
  }
}
