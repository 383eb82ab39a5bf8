package io.headroom.cloud.aws;

import io.headroom.collector.CloudSelection;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Says which AWS accounts a person means. */
public final class AwsSelection {

  private static final Pattern ID = Pattern.compile("[0-9]{12}");
  private static final Pattern ROLE =
      Pattern.compile("arn:aws[a-z-]*:iam::(?<account>[0-9]{12}):role/.+");
  private static final String OWN = "default";

  private AwsSelection() {}

  /**
   * Returns the accounts, in the order in which they were named; that of the environment if none
   * was.
   *
   * @throws CloudException if an account is given by its id without a role, or no region is known
   */
  public static List<AwsAccount> accounts(CloudSelection selection) {
    if (selection.accounts().isEmpty()) {
      return List.of(
          new AwsAccount(
              OWN, Optional.empty(), Optional.empty(), regions(selection, Optional.empty())));
    }
    return selection.accounts().stream().map(name -> account(name, selection)).toList();
  }

  private static AwsAccount account(String name, CloudSelection selection) {
    Matcher arn = ROLE.matcher(name);
    if (arn.matches()) {
      return byRole(arn.group("account"), name, selection);
    }
    if (ID.matcher(name).matches()) {
      String role =
          selection
              .role()
              .orElseThrow(
                  () ->
                      invalid(
                          "Invalid account: "
                              + name
                              + "; expected the role to assume there too, or the name of a"
                              + " profile"));
      return byRole(name, "arn:aws:iam::" + name + ":role/" + role, selection);
    }
    Optional<String> profile = Optional.of(name);
    return new AwsAccount(name, profile, Optional.empty(), regions(selection, profile));
  }

  private static AwsAccount byRole(String id, String role, CloudSelection selection) {
    return new AwsAccount(
        id, Optional.empty(), Optional.of(role), regions(selection, Optional.empty()));
  }

  private static List<String> regions(CloudSelection selection, Optional<String> profile) {
    if (!selection.regions().isEmpty()) {
      return selection.regions();
    }
    DefaultAwsRegionProviderChain.Builder search = DefaultAwsRegionProviderChain.builder();
    profile.ifPresent(search::profileName);
    try {
      return List.of(search.build().getRegion().id());
    } catch (SdkClientException e) {
      throw invalid("Missing region: neither named nor in the environment or the profile");
    }
  }

  private static CloudException invalid(String message) {
    return new CloudException(FailureKind.INVALID_REQUEST, "", "", message);
  }
}
