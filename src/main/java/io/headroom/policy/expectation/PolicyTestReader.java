package io.headroom.policy.expectation;

import io.headroom.document.DocumentException;
import io.headroom.document.DocumentNode;
import io.headroom.document.DocumentSchema;
import io.headroom.document.GuardedYaml;
import io.headroom.document.ListNode;
import io.headroom.document.MappingNode;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.Finding;
import io.headroom.model.verdict.FindingReason;
import io.headroom.policy.expectation.PolicyExpectation.Size;
import io.headroom.policy.quantity.QuantityForm;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads policy tests. */
public final class PolicyTestReader {

  /** Class-path name of the schema of policy tests. */
  public static final String SCHEMA = "policies/policy-test.schema.json";

  private static final String TIME = "a time in UTC, such as 2026-06-30T00:00:00Z";

  private PolicyTestReader() {}

  /**
   * Returns the test in {@code file}.
   *
   * @throws DocumentException if there is anything wrong with it; carries the places
   */
  public static PolicyTest read(Path file) {
    return read(file.toString(), GuardedYaml.read(file));
  }

  /**
   * Returns the test in {@code document}.
   *
   * @param origin name of the file, for messages
   * @throws DocumentException if there is anything wrong with it; carries the places
   */
  public static PolicyTest read(String origin, DocumentNode document) {
    MappingNode test = DocumentSchema.ofResource(SCHEMA).require(document).asMapping();
    return new PolicyTest(
        origin,
        texts(test, "policies"),
        text(test, "recording"),
        test.read("as_of", TIME, PolicyTestReader::time),
        test.get("cases").asList().entries().stream()
            .map(entry -> expectation(entry.asMapping()))
            .toList());
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("Invalid time: " + text, e);
    }
  }

  private static PolicyExpectation expectation(MappingNode node) {
    return new PolicyExpectation(
        node.place(),
        node.text("instance"),
        text(node, "policy"),
        node.read("finding", "a finding", Finding::valueOf),
        new TreeSet<>(
            list(node, "reasons").stream()
                .map(entry -> entry.asScalar().as("a reason", FindingReason::valueOf))
                .toList()),
        text(node, "instance_type"),
        new Size(
            bounds(node, "vcpus", scalar -> new VCpus(Double.parseDouble(scalar))),
            bounds(node, "memory", PolicyTestReader::memory)),
        bounds(node, "workers", Integer::valueOf),
        bounds(node, "performance_risk", Integer::valueOf));
  }

  private static Mebibytes memory(String text) {
    return QuantityForm.MEMORY.read("memory", text);
  }

  private static <T extends Comparable<T>> Bounds<T> bounds(
      MappingNode node, String key, Function<String, T> parse) {
    Optional<DocumentNode> value = node.find(key);
    if (value.isEmpty()) {
      return Bounds.any();
    }
    MappingNode mapping = value.get().asMapping();
    try {
      return new Bounds<>(
          mapping.read("at_least", "a quantity", parse),
          mapping.read("at_most", "a quantity", parse));
    } catch (IllegalArgumentException crossed) {
      throw new DocumentException(mapping.unexpected("at_least to be at most at_most"));
    }
  }

  private static Optional<String> text(MappingNode node, String key) {
    return node.find(key).map(value -> value.asScalar().text());
  }

  private static List<String> texts(MappingNode node, String key) {
    return list(node, key).stream().map(value -> value.asScalar().text()).toList();
  }

  private static List<DocumentNode> list(MappingNode node, String key) {
    return node.find(key).map(DocumentNode::asList).map(ListNode::entries).orElse(List.of());
  }
}
