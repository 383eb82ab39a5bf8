package io.headroom.catalog;

import io.headroom.document.Excerpt;
import io.headroom.model.machine.Provider;
import java.util.List;
import java.util.Objects;

/**
 * A region that neither a snapshot nor the price file has; the message names those that are known
 * and what to do.
 */
public final class UnknownRegionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Provider provider;
  private final String region;

  UnknownRegionException(Provider provider, String region, List<String> known) {
    super(message(provider, Excerpt.of(region), known));
    this.provider = provider;
    this.region = region;
  }

  /** Returns the sentence. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** Returns the provider whose region is not known. */
  public Provider provider() {
    return provider;
  }

  /** Returns the region that is not known, as it was asked for. */
  public String region() {
    return region;
  }

  private static String message(Provider provider, String region, List<String> known) {
    return "Cannot find region "
        + region
        + " of "
        + provider.id()
        + " in the catalog: known are "
        + (known.isEmpty() ? "none" : String.join(", ", known))
        + "; run headroom catalog refresh --provider "
        + provider.id()
        + " --region "
        + region
        + ", or declare it in a price file";
  }
}
