package io.headroom.cloud.aws;

import java.util.List;
import java.util.Optional;

/**
 * An AWS account and how to reach it.
 *
 * @param name the account in scopes and messages: its id, or the name of the profile
 * @param profile the named profile of the shared configuration; without one the SDK's own search
 *     for credentials is used (environment, SSO, container, instance)
 * @param role ARN of the role to assume with those credentials
 * @param regions the regions to read
 */
public record AwsAccount(
    String name, Optional<String> profile, Optional<String> role, List<String> regions) {

  /**
   * Copies the regions.
   *
   * @throws IllegalArgumentException if there is none
   */
  public AwsAccount {
    regions = regions.stream().distinct().sorted().toList();
    if (regions.isEmpty()) {
      throw new IllegalArgumentException(
          "Invalid account " + name + ": no region; expected one or more");
    }
  }
}
