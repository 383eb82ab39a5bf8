package io.headroom.cli;

import io.headroom.model.unit.Mebibytes;
import io.headroom.policy.quantity.QuantityForm;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 16GiB}. */
final class MemoryConverter implements ITypeConverter<Mebibytes> {

  @Override
  public Mebibytes convert(String text) {
    return QuantityForm.MEMORY
        .parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is not a size; expected " + QuantityForm.MEMORY.expected()));
  }
}
