package io.headroom.model.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeHistoryTest {

  private static TypeChange change(String from, String type) {
    return new TypeChange(Instant.parse(from), type, /* madeByHeadroom= */ false);
  }

  private static final TypeChange FIRST = change("2026-06-01T00:00:00Z", "m5.large");
  private static final TypeChange SECOND = change("2026-07-01T00:00:00Z", "m5.xlarge");

  @Test
  void ordersChangesByTime() {
    TypeHistory history = new TypeHistory("m5.xlarge", List.of(SECOND, FIRST));
    assertThat(history.changes()).containsExactly(FIRST, SECOND);
    assertThat(history.isAssumed()).isFalse();
  }

  @Test
  void withoutAChangeThePresentTypeIsAssumed() {
    TypeHistory history = TypeHistory.assumed("m5.large");
    assertThat(history.present()).isEqualTo("m5.large");
    assertThat(history.isAssumed()).isTrue();
  }

  @Test
  void refusesAHistoryThatDoesNotEndWithThePresentType() {
    List<TypeChange> changes = List.of(FIRST, SECOND);
    assertThatThrownBy(() -> new TypeHistory("m5.large", changes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid type history: it ends with m5.xlarge; expected the present type m5.large");
  }

  @Test
  void refusesTwoTypesFromTheSameMoment() {
    List<TypeChange> changes = List.of(FIRST, change("2026-06-01T00:00:00Z", "m5.xlarge"));
    assertThatThrownBy(() -> new TypeHistory("m5.xlarge", changes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid type history: two types from 2026-06-01T00:00:00Z; expected one");
  }
}
