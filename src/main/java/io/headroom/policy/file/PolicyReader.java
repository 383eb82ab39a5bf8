package io.headroom.policy.file;

import io.headroom.document.DocumentException;
import io.headroom.document.DocumentNode;
import io.headroom.document.DocumentSchema;
import io.headroom.document.GuardedYaml;
import io.headroom.document.MappingNode;
import io.headroom.model.policy.ExecutionRule;
import io.headroom.model.policy.Growth;
import io.headroom.model.policy.Policy;
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
      MappingNode own, Section section, Supplier<Optional<Selector>> selector) {
    Attempts attempts = new Attempts();
    Optional<Policy> policy = policy(own, section, attempts);
    Optional<ExecutionRule> execution = attempts.at(() -> ExecutionReader.read(section));
    Optional<Optional<Selector>> selected = attempts.at(selector);
    attempts.finish();
    return new LoadedPolicy(
        policy.orElseThrow(),
        selected.orElseThrow(),
        execution.orElseThrow(),
        own.place().file(),
        section.node());
  }

  /** Returns what the policy asks for; nothing if a part of it was refused. */
  private static Optional<Policy> policy(MappingNode own, Section section, Attempts attempts) {
    var history = attempts.at(() -> HistoryReader.read(section.sub("history")));
    var cpu = attempts.at(() -> DimensionReader.read(section.sub("cpu")));
    var memory = attempts.at(() -> DimensionReader.read(section.sub("memory")));
    var candidates = attempts.at(() -> CandidateReader.read(section.sub("candidates")));
    var workers = attempts.at(() -> WorkerReader.read(section.sub("workers")));
    var change = attempts.at(() -> ChangeReader.read(section.sub("change")));
    var calendar = attempts.at(() -> CalendarReader.read(section.sub("calendar")));
    if (attempts.anyRefused()) {
      return Optional.empty();
    }
    return Optional.of(
        new Policy(
            section.text("name"),
            own.find("description").map(node -> node.asScalar().text()).orElse(""),
            history.orElseThrow(),
            cpu.orElseThrow(),
            memory.orElseThrow(),
            section.choice("growth", Growth.class),
            candidates.orElseThrow(),
            workers.orElseThrow(),
            change.orElseThrow(),
            calendar.orElseThrow()));
  }

  /** The schema is made when the first policy of a user is read, and kept. */
  private static final class Schema {
    static final DocumentSchema POLICY = DocumentSchema.ofResource(SCHEMA);
  }
}
