package io.headroom.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.document.Failure;
import io.headroom.model.machine.Placement;
import io.headroom.model.machine.Provider;
import io.headroom.model.resize.HeldBack;
import io.headroom.model.resize.MachineRef;
import io.headroom.model.resize.PlanHash;
import io.headroom.model.resize.PlannedResize;
import io.headroom.model.resize.ResizePlan;
import io.headroom.model.resize.WorkerChange;
import io.headroom.model.resize.WorkerCounts;
import io.headroom.model.unit.MonthlySaving;
import io.headroom.model.unit.TimeRange;
import io.headroom.model.verdict.Blocker;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a plan back. One that was changed after it was made is refused: its hash differs. */
public final class PlanReader {

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private PlanReader() {}

  /**
   * Returns the plan in {@code file}.
   *
   * @throws PlanException if it cannot be read, is no plan, or was changed
   */
  public static SavedPlan read(Path file) {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new PlanException("Cannot read " + file + ": " + Failure.reason(e), e);
    }
  }

  /** As {@link #read(Path)}, of a text that {@code name} names in messages. */
  static SavedPlan read(String name, String text) {
    JsonNode root;
    try {
      root = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new PlanException(
          "Cannot read " + name + ": line " + e.getLocation().getLineNr() + " is no valid JSON", e);
    }
    if (!PlanDocument.KIND.equals(root.path("kind").asText())
        || !PlanDocument.API_VERSION.equals(root.path("api_version").asText())) {
      throw new PlanException(
          "Cannot use " + name + ": it is no plan; make one with headroom plan --out plan.json");
    }
    return checked(name, root);
  }

  private static SavedPlan checked(String name, JsonNode root) {
    try {
      ResizePlan plan = plan(root);
      PlanHash hash = new PlanHash(text(root, "hash"));
      if (!PlanDocument.hashOf(plan).equals(hash)) {
        throw new PlanException(
            "Cannot use " + name + ": it was changed after it was made; make a new plan");
      }
      return new SavedPlan(plan, hash);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException damaged) {
      throw new PlanException(
          "Cannot use " + name + ": " + damaged.getMessage() + "; make a new plan", damaged);
    }
  }

  private static ResizePlan plan(JsonNode root) {
    List<PlannedResize> resizes = new ArrayList<>();
    root.path("resizes").forEach(node -> resizes.add(resize(node)));
    List<HeldBack> heldBack = new ArrayList<>();
    root.path("held_back")
        .forEach(
            node ->
                heldBack.add(
                    new HeldBack(
                        machine(node),
                        text(node, "from"),
                        text(node, "to"),
                        text(node, "reason"))));
    return new ResizePlan(
        new TimeRange(Instant.parse(text(root, "created")), Instant.parse(text(root, "expires"))),
        text(root, "requested_by"),
        resizes,
        heldBack);
  }

  private static PlannedResize resize(JsonNode node) {
    List<String> fallbacks = new ArrayList<>();
    node.path("fallbacks").forEach(fallback -> fallbacks.add(fallback.asText()));
    List<Blocker> findings = new ArrayList<>();
    node.path("findings")
        .forEach(
            finding ->
                findings.add(
                    new Blocker(
                        Blocker.Kind.valueOf(text(finding, "kind").toUpperCase(Locale.ROOT)),
                        text(finding, "text"))));
    return new PlannedResize(
        machine(node),
        text(node, "from"),
        text(node, "to"),
        fallbacks,
        workers(node),
        optional(node, "group").map(JsonNode::asText),
        optional(node, "monthly_saving").map(PlanReader::saving),
        Duration.ofSeconds(number(node, "expected_downtime_seconds")),
        findings);
  }

  private static MachineRef machine(JsonNode node) {
    Provider provider =
        Provider.ofId(text(node, "provider"))
            .orElseThrow(
                () -> new IllegalArgumentException("Invalid provider; expected aws or gce"));
    return new MachineRef(
        new Placement(
            provider,
            text(node, "account"),
            text(node, "region"),
            optional(node, "zone").map(JsonNode::asText)),
        text(node, "instance_id"),
        text(node, "instance_name"));
  }

  private static Optional<WorkerChange> workers(JsonNode node) {
    return optional(node, "workers_before")
        .flatMap(
            before ->
                optional(node, "workers_after")
                    .map(after -> new WorkerChange(counts(before), counts(after))));
  }

  private static WorkerCounts counts(JsonNode node) {
    return new WorkerCounts(
        number(node, "web"),
        optional(node, "background").isPresent()
            ? OptionalInt.of(number(node, "background"))
            : OptionalInt.empty());
  }

  private static MonthlySaving saving(JsonNode node) {
    return new MonthlySaving(
        new BigDecimal(text(node, "amount")), Currency.getInstance(text(node, "currency")));
  }

  private static Optional<JsonNode> optional(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  private static String text(JsonNode node, String field) {
    return optional(node, field)
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .orElseThrow(() -> new IllegalArgumentException("Invalid " + field + ": expected a text"));
  }

  private static int number(JsonNode node, String field) {
    return optional(node, field)
        .filter(JsonNode::canConvertToInt)
        .map(JsonNode::intValue)
        .orElseThrow(
            () -> new IllegalArgumentException("Invalid " + field + ": expected a whole number"));
  }
}
