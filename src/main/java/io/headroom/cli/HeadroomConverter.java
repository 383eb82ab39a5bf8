package io.headroom.cli;

import io.headroom.model.unit.Headroom;
import io.headroom.policy.quantity.QuantityForm;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 50%}. */
final class HeadroomConverter implements ITypeConverter<Headroom> {

  @Override
  public Headroom convert(String text) {
    return QuantityForm.HEADROOM
        .parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is no headroom; expected " + QuantityForm.HEADROOM.expected()));
  }
}
