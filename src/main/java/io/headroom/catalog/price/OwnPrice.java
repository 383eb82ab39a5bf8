package io.headroom.catalog.price;

import java.math.BigDecimal;
import java.util.function.Function;

/** What an entry of a price file says a machine costs. Amounts are in the file's currency. */
sealed interface OwnPrice {

  /** Returns what the function for this case returns. */
  <R> R match(
      Function<Hourly, R> hourly, Function<Resources, R> resources, Function<Discount, R> discount);

  /** A price for an hour of one type. */
  record Hourly(BigDecimal amount) implements OwnPrice {
    @Override
    public <R> R match(
        Function<Hourly, R> hourly,
        Function<Resources, R> resources,
        Function<Discount, R> discount) {
      return hourly.apply(this);
    }
  }

  /** A price for an hour of a vCPU and of a GiB. */
  record Resources(BigDecimal vcpu, BigDecimal gib) implements OwnPrice {
    @Override
    public <R> R match(
        Function<Hourly, R> hourly,
        Function<Resources, R> resources,
        Function<Discount, R> discount) {
      return resources.apply(this);
    }
  }

  /**
   * Something off the list price.
   *
   * @param left what is left to pay: 0.72 after 28 % off
   */
  record Discount(BigDecimal left) implements OwnPrice {
    @Override
    public <R> R match(
        Function<Hourly, R> hourly,
        Function<Resources, R> resources,
        Function<Discount, R> discount) {
      return discount.apply(this);
    }
  }
}
