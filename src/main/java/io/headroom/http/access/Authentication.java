package io.headroom.http.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether callers have to say who they are, and what follows if they do not. */
@ApplicationScoped
public class Authentication {

  private final boolean people;
  private final String host;

  Authentication(
      @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean people,
      @ConfigProperty(name = "quarkus.http.host") String host) {
    this.people = people;
    this.host = host;
  }

  /** Whether there is a way for callers to say who they are. */
  public boolean isConfigured() {
    return people;
  }

  /**
   * Refuses to serve others than this machine without asking who they are.
   *
   * @throws IllegalStateException if the service would be reached from elsewhere by anybody
   */
  void requireSafe() {
    if (!isConfigured() && !isLoopback(host)) {
      throw new IllegalStateException(
          "Cannot listen on "
              + host
              + ": nobody would have to sign in; name an issuer (docs/http.md) or listen on"
              + " 127.0.0.1");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
