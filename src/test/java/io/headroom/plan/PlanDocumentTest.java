package io.headroom.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.model.resize.HeldBack;
import io.headroom.model.resize.ResizePlan;
import io.headroom.model.unit.TimeRange;
import io.headroom.testing.Resizes;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A plan comes back as it was, or not at all. */
class PlanDocumentTest {

  private static final ResizePlan PLAN =
      new ResizePlan(
          TimeRange.startingAt(Instant.parse("2026-07-20T00:00:00Z"), Duration.ofDays(1)),
          "anna \"the\" operator",
          List.of(
              Resizes.planned("i-2", Optional.of("erp")), Resizes.planned("i-1", Optional.empty())),
          List.of(new HeldBack(Resizes.machine("i-3"), "big", "small", "it is stopped")));

  private static String written(ResizePlan plan) throws IOException {
    StringWriter text = new StringWriter();
    PlanDocument.write(plan, text);
    return text.toString();
  }

  @Test
  void comesBackAsItWas() throws IOException {
    SavedPlan read = PlanReader.read("plan.json", written(PLAN));

    assertThat(read.plan()).isEqualTo(PLAN);
    assertThat(read.hash()).isEqualTo(PlanDocument.hashOf(PLAN));
  }

  @Test
  void hasTheSameBytesWhateverTheOrderItWasMadeIn() throws IOException {
    ResizePlan turned =
        new ResizePlan(
            PLAN.validity(),
            PLAN.requestedBy(),
            List.of(PLAN.resizes().get(1), PLAN.resizes().get(0)),
            PLAN.heldBack());

    assertThat(written(turned)).isEqualTo(written(PLAN));
  }

  @Test
  void isRefusedWhenAnyValueWasChanged() throws IOException {
    String text = written(PLAN);
    for (String change :
        List.of("small", "big", "i-2", "anna", "35.04", "2026-07-21", "240", "12")) {
      String changed = text.replaceFirst(change, change + "1");
      assertThatThrownBy(() -> PlanReader.read("plan.json", changed))
          .as(change)
          .isInstanceOf(PlanException.class)
          .hasMessageStartingWith("Cannot use plan.json: ")
          .hasMessageEndingWith("make a new plan");
    }
  }

  @Test
  void saysWhatIsNoPlan() {
    assertThatThrownBy(() -> PlanReader.read("x.json", "{\"kind\": \"Recommendation\"}"))
        .hasMessageContaining("it is no plan");
    assertThatThrownBy(() -> PlanReader.read("x.json", "{"))
        .hasMessageContaining("line 1 is no valid JSON");
    assertThatThrownBy(() -> PlanReader.read("x.json", "{\"kind\": 1, \"kind\": 2}"))
        .isInstanceOf(PlanException.class);
  }
}
