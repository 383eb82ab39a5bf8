package io.headroom.oracle;

import io.headroom.model.catalog.InstanceType;
import java.math.BigDecimal;

/**
 * A type that carries the need.
 *
 * @param list price of a month
 * @param price price of a month with surplus credits
 */
public record Fit(InstanceType type, BigDecimal list, BigDecimal price, int risk) {

  public String name() {
    return type.name();
  }
}
