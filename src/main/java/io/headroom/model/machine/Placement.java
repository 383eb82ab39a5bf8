package io.headroom.model.machine;

import java.util.Optional;

/**
 * Where a machine runs and who pays for it.
 *
 * @param account the AWS account id or the Google project id
 * @param zone the availability zone, if known
 */
public record Placement(Provider provider, String account, String region, Optional<String> zone) {}
