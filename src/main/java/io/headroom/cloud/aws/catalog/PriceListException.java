package io.headroom.cloud.aws.catalog;

import java.util.Objects;

/** A price list that is not as documented; the message is the reason alone. */
final class PriceListException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PriceListException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
