package io.headroom.cli;

import io.headroom.policy.quantity.QuantityForm;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 14d}; no time at all is refused. */
final class LengthConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    return QuantityForm.DURATION
        .parse(text)
        .filter(length -> !length.isZero())
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + text
                        + "' is no length of time; expected "
                        + QuantityForm.DURATION.expected()));
  }
}
