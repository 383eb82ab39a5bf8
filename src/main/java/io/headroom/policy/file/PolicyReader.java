package io.headroom.policy.file;

import io.headroom.document.DocumentException;
import io.headroom.document.DocumentNode;
import io.headroom.document.DocumentSchema;
import io.headroom.document.GuardedYaml;
import io.headroom.document.MappingNode;
import io.headroom.model.policy.CandidateRule;
import io.headroom.model.policy.ChangeRule;
import io.headroom.model.policy.DimensionRule;
import io.headroom.model.policy.ExecutionRule;
import io.headroom.model.policy.Growth;
import io.headroom.model.policy.HistoryRule;
import io.headroom.model.policy.Policy;
import io.headroom.model.policy.WorkerRule;
import io.headroom.policy.calendar.PolicyCalendar;
import io.headroom.policy.selector.Selector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads policies of users: YAML without traps, then the schema, then what a schema cannot say. One
 * reading shows everything that is wrong at its stage.
 */
public final class PolicyReader {

  /** Class-path name of the schema of policies. */
  public static final String SCHEMA = "policies/policy.schema.json";

  private PolicyReader() {}

  /**
   * Returns the policy in {@code content}.
   *
   * @param file name of the file, for messages
   * @param content the file in UTF-8; more than {@link GuardedYaml#MOST_BYTES} are refused
   * @throws DocumentException if there is anything wrong with it; carries the places
   */
  public static LoadedPolicy read(String file, byte[] content) {
    MappingNode own = Schema.POLICY.require(document(file, content)).asMapping();
    Section policy = new Section(Inheritance.effective(own, extended(own)), file);
    String text = new String(content, StandardCharsets.UTF_8);
    return loaded(own, policy, () -> SelectorReader.readAndCheck(policy, text));
  }

  private static DocumentNode document(String file, byte[] content) {
    try {
      return GuardedYaml.read(file, new ByteArrayInputStream(content));
    } catch (IOException impossible) {
      throw new UncheckedIOException("Cannot read " + file + " from memory", impossible);
    }
  }

  /** Returns a policy that is known to be good: neither schema nor selector is looked at. */
  static LoadedPolicy trusted(MappingNode own, MappingNode effective) {
    Section policy = new Section(effective, own.place().file());
    return loaded(own, policy, () -> SelectorReader.read(policy));
  }

  private static MappingNode extended(MappingNode own) {
    String name = own.find("extends").map(node -> node.asScalar().text()).orElse("");
    if (name.isEmpty()) {
      return ShippedPolicies.effective(ShippedPolicies.DEFAULT);
    }
    if (!ShippedPolicies.NAMES.contains(name)) {
      throw new DocumentException(
          own.get("extends")
              .unexpected("a shipped policy: " + String.join(", ", ShippedPolicies.NAMES)));
    }
    return ShippedPolicies.effective(name);
  }

  private static LoadedPolicy loaded(
      MappingNode own, Section policy, Supplier<Optional<Selector>> selector) {
    Attempts attempts = new Attempts();
    Optional<HistoryRule> history = attempts.at(() -> HistoryReader.read(policy.sub("history")));
    Optional<DimensionRule> cpu = attempts.at(() -> DimensionReader.read(policy.sub("cpu")));
    Optional<DimensionRule> memory = attempts.at(() -> DimensionReader.read(policy.sub("memory")));
    Optional<Growth> growth = attempts.at(() -> policy.choice("growth", Growth.class));
    Optional<CandidateRule> candidates =
        attempts.at(() -> CandidateReader.read(policy.sub("candidates")));
    Optional<WorkerRule> workers = attempts.at(() -> WorkerReader.read(policy.sub("workers")));
    Optional<ChangeRule> change = attempts.at(() -> ChangeReader.read(policy.sub("change")));
    Optional<PolicyCalendar> calendar =
        attempts.at(() -> CalendarReader.read(policy.sub("calendar")));
    Optional<ExecutionRule> execution = attempts.at(() -> ExecutionReader.read(policy));
    Optional<Optional<Selector>> selected = attempts.at(selector);
    attempts.finish();
    return new LoadedPolicy(
        new Policy(
            policy.text("name"),
            own.find("description").map(node -> node.asScalar().text()).orElse(""),
            history.orElseThrow(),
            cpu.orElseThrow(),
            memory.orElseThrow(),
            growth.orElseThrow(),
            candidates.orElseThrow(),
            workers.orElseThrow(),
            change.orElseThrow(),
            calendar.orElseThrow()),
        selected.orElseThrow(),
        execution.orElseThrow(),
        own.place().file(),
        policy.node());
  }

  /** The schema is made when the first policy of a user is read, and kept. */
  private static final class Schema {
    static final DocumentSchema POLICY = DocumentSchema.ofResource(SCHEMA);
  }
}
