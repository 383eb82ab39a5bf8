package io.headroom.cloud.gce.catalog;

import com.google.api.gax.core.CredentialsProvider;
import com.google.api.gax.core.FixedCredentialsProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.rpc.UnaryCallSettings;
import com.google.auth.oauth2.GoogleCredentials;
import io.headroom.cloud.gce.GceEndpoint;
import io.headroom.cloud.gce.GceErrors;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the clients for types and prices are set up. */
final class GoogleAccess {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private GoogleAccess() {}

  /** Leaves repeated calls to {@link io.headroom.cloud.gce.GceCalls}. */
  static void once(UnaryCallSettings.Builder<?, ?> call) {
    call.setRetryableCodes(Set.of()).setSimpleTimeoutNoRetriesDuration(PATIENCE);
  }

  /**
   * Returns Application Default Credentials, none for a server on this machine.
   *
   * @throws io.headroom.model.cloud.CloudException of kind {@code CREDENTIALS} if there are none
   */
  static CredentialsProvider credentials(Optional<GceEndpoint> endpoint, String scope) {
    if (endpoint.filter(GceEndpoint::isLoopback).isPresent()) {
      return NoCredentialsProvider.create();
    }
    try {
      return FixedCredentialsProvider.create(
          GoogleCredentials.getApplicationDefault().createScoped(List.of(scope)));
    } catch (IOException e) {
      throw GceErrors.noCredentials(e);
    }
  }
}
