package io.headroom.report.whatif;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.report.Decimals;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Fields that documents have in common: money in a string, what is not known as null. */
final class JsonFields {

  private final JsonGenerator json;

  JsonFields(JsonGenerator json) {
    this.json = json;
  }

  void price(String name, Optional<MonthlyPrice> price) throws IOException {
    if (price.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeStringField("amount", price.get().rounded().toPlainString());
    json.writeStringField("currency", price.get().currency().getCurrencyCode());
    json.writeStringField("per", "month");
    json.writeEndObject();
  }

  void number(String name, Optional<BigDecimal> value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  void text(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  /** Writes seconds, to the millisecond. */
  void seconds(String name, Duration length) throws IOException {
    json.writeNumberField(name, Decimals.of(length.toMillis() / 1000.0));
  }
}
