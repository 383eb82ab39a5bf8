package io.headroom.collector;

import io.headroom.model.machine.Provider;
import java.util.Comparator;
import java.util.Optional;

/**
 * A part of a cloud that is read by itself, with quotas and permissions of its own, so that its
 * failures cost nothing elsewhere: an AWS account in a region, or a Google project.
 *
 * @param account the account's id or the name it is reached by (a profile), or the project's id
 * @param region the region, where the provider's API is that of a region
 */
public record Scope(Provider provider, String account, Optional<String> region)
    implements Comparable<Scope> {

  private static final Comparator<Scope> ORDER =
      Comparator.comparing(Scope::provider)
          .thenComparing(Scope::account)
          .thenComparing(scope -> scope.region().orElse(""));

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException if the account or the region is empty
   */
  public Scope {
    if (account.isBlank() || region.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("Invalid scope: an account or region has no name");
    }
  }

  /** Returns an account or project with all of its regions. */
  public static Scope of(Provider provider, String account) {
    return new Scope(provider, account, Optional.empty());
  }

  /** Returns an account in one region. */
  public static Scope of(Provider provider, String account, String region) {
    return new Scope(provider, account, Optional.of(region));
  }

  @Override
  public int compareTo(Scope other) {
    return ORDER.compare(this, other);
  }

  /** Returns it for messages: {@code aws 111122223333 us-east-1}. */
  @Override
  public String toString() {
    return provider.id() + " " + account + region.map(name -> " " + name).orElse("");
  }
}
