package io.headroom.http.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Checks before the service listens that nobody can reach it who should not. */
@ApplicationScoped
public class StartCheck {

  private final Authentication authentication;

  StartCheck(Authentication authentication) {
    this.authentication = authentication;
  }

  void check(@Observes StartupEvent start) {
    authentication.requireSafe();
  }
}
