package io.headroom.cloud.gce;

import com.google.api.gax.core.CredentialsProvider;
import com.google.api.gax.core.FixedCredentialsProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.httpjson.HttpJsonClientInterceptor;
import com.google.api.gax.rpc.UnaryCallSettings;
import com.google.auth.Credentials;
import com.google.auth.ServiceAccountSigner;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.compute.v1.DisksClient;
import com.google.cloud.compute.v1.DisksSettings;
import com.google.cloud.compute.v1.InstanceGroupManagersClient;
import com.google.cloud.compute.v1.InstanceGroupManagersSettings;
import com.google.cloud.compute.v1.InstancesClient;
import com.google.cloud.compute.v1.InstancesSettings;
import com.google.cloud.monitoring.v3.MetricServiceClient;
import com.google.cloud.monitoring.v3.MetricServiceSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Opens Google's clients. None of them repeats a call by itself: {@link GceCalls} does. The
 * credentials are Application Default Credentials with the two scopes that reading needs; a server
 * on this machine gets none. Whoever opens a client closes it.
 */
public final class GceClients {

  private static final List<String> SCOPES =
      List.of(
          "https://www.googleapis.com/auth/compute.readonly",
          "https://www.googleapis.com/auth/monitoring.read");

  /** A page of 100,000 points has about 5 MB, with long labels several times that. */
  private static final int LARGEST_MESSAGE = 64 << 20;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final GceEndpoints endpoints;
  private final CredentialsProvider account;

  private GceClients(GceEndpoints endpoints, CredentialsProvider account) {
    this.endpoints = endpoints;
    this.account = account;
  }

  /**
   * Finds the credentials, unless all endpoints are on this machine. Makes no call to the APIs, but
   * may read a file or ask the metadata server.
   *
   * @throws io.headroom.model.cloud.CloudException of kind {@code CREDENTIALS} if there are none
   */
  public static GceClients of(GceEndpoints endpoints) {
    boolean local =
        endpoints.compute().filter(GceEndpoint::isLoopback).isPresent()
            && endpoints.monitoring().filter(GceEndpoint::isLoopback).isPresent();
    try {
      return new GceClients(
          endpoints,
          local
              ? NoCredentialsProvider.create()
              : FixedCredentialsProvider.create(
                  GoogleCredentials.getApplicationDefault().createScoped(SCOPES)));
    } catch (IOException e) {
      throw GceErrors.noCredentials(e);
    }
  }

  /** Opens the client of instances. */
  public InstancesClient instances() {
    return instances(List.of());
  }

  /** Opens the client of instances, with {@code watching} at each of its calls. */
  public InstancesClient instances(List<HttpJsonClientInterceptor> watching) {
    InstancesSettings.Builder settings =
        InstancesSettings.newBuilder()
            .setCredentialsProvider(computeAccount())
            .setTransportChannelProvider(
                InstancesSettings.defaultHttpJsonTransportProviderBuilder()
                    .setInterceptorProvider(() -> watching)
                    .build());
    endpoints.compute().map(GceEndpoint::url).ifPresent(settings::setEndpoint);
    once(settings.aggregatedListSettings());
    return opened(() -> InstancesClient.create(settings.build()));
  }

  /** Opens the client of disks. */
  public DisksClient disks() {
    DisksSettings.Builder settings =
        DisksSettings.newBuilder().setCredentialsProvider(computeAccount());
    endpoints.compute().map(GceEndpoint::url).ifPresent(settings::setEndpoint);
    once(settings.aggregatedListSettings());
    return opened(() -> DisksClient.create(settings.build()));
  }

  /** Opens the client of managed instance groups. */
  public InstanceGroupManagersClient groups() {
    InstanceGroupManagersSettings.Builder settings =
        InstanceGroupManagersSettings.newBuilder().setCredentialsProvider(computeAccount());
    endpoints.compute().map(GceEndpoint::url).ifPresent(settings::setEndpoint);
    once(settings.aggregatedListSettings());
    return opened(() -> InstanceGroupManagersClient.create(settings.build()));
  }

  /** Opens the client of Cloud Monitoring. */
  public MetricServiceClient monitoring() {
    boolean local = endpoints.monitoring().filter(GceEndpoint::isLoopback).isPresent();
    var channels =
        MetricServiceSettings.defaultGrpcTransportProviderBuilder()
            .setMaxInboundMessageSize(LARGEST_MESSAGE);
    if (local) {
      channels.setChannelConfigurator(channel -> channel.usePlaintext());
    }
    MetricServiceSettings.Builder settings =
        MetricServiceSettings.newBuilder()
            .setCredentialsProvider(local ? NoCredentialsProvider.create() : account)
            .setTransportChannelProvider(channels.build());
    endpoints.monitoring().map(GceEndpoint::authority).ifPresent(settings::setEndpoint);
    once(settings.listTimeSeriesSettings());
    return opened(() -> MetricServiceClient.create(settings.build()));
  }

  /** Returns who asks, for people; may ask the metadata server. */
  public String principal() {
    try {
      Credentials credentials = account.getCredentials();
      if (credentials == null) {
        return "without credentials, because the servers are on this machine";
      }
      return credentials instanceof ServiceAccountSigner service
          ? service.getAccount()
          : "a person, by gcloud auth application-default login";
    } catch (IOException e) {
      throw GceErrors.noCredentials(e);
    }
  }

  private interface Opening<T> {
    T open() throws IOException;
  }

  private static <T> T opened(Opening<T> opening) {
    try {
      return opening.open();
    } catch (IOException e) {
      throw GceErrors.notOpened(e);
    }
  }

  private CredentialsProvider computeAccount() {
    return endpoints.compute().filter(GceEndpoint::isLoopback).isPresent()
        ? NoCredentialsProvider.create()
        : account;
  }

  private static void once(UnaryCallSettings.Builder<?, ?> call) {
    call.setRetryableCodes(Set.of()).setSimpleTimeoutNoRetriesDuration(PATIENCE);
  }
}
