package io.headroom.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.MonthlySaving;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;

/** Fields that documents have in common: money in a string, what is not known as null. */
public final class JsonFields {

  private final JsonGenerator json;

  /** Writes fields to {@code json}. */
  public JsonFields(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes a price of a month, or null.
   *
   * @throws IOException if it cannot be written
   */
  public void price(String name, Optional<MonthlyPrice> price) throws IOException {
    if (price.isPresent()) {
      money(name, price.get().rounded(), price.get().currency());
    } else {
      json.writeNullField(name);
    }
  }

  /**
   * Writes what is saved in a month, or null.
   *
   * @throws IOException if it cannot be written
   */
  public void saving(String name, Optional<MonthlySaving> saving) throws IOException {
    if (saving.isPresent()) {
      money(name, saving.get().rounded(), saving.get().currency());
    } else {
      json.writeNullField(name);
    }
  }

  private void money(String name, BigDecimal amount, Currency currency) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("amount", amount.toPlainString());
    json.writeStringField("currency", currency.getCurrencyCode());
    json.writeStringField("per", "month");
    json.writeEndObject();
  }

  /**
   * Writes a number, or null.
   *
   * @throws IOException if it cannot be written
   */
  public void number(String name, Optional<BigDecimal> value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  /**
   * Writes a text, or null.
   *
   * @throws IOException if it cannot be written
   */
  public void text(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  /**
   * Writes seconds, to the millisecond.
   *
   * @throws IOException if it cannot be written
   */
  public void seconds(String name, Duration length) throws IOException {
    json.writeNumberField(name, Decimals.of(length.toMillis() / 1000.0));
  }
}
