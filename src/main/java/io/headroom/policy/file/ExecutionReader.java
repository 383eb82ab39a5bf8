package io.headroom.policy.file;

import io.headroom.model.policy.ChangeWindows;
import io.headroom.model.policy.ExecutionRule;
import io.headroom.model.policy.ExecutionRule.Approval;
import io.headroom.model.policy.ExecutionRule.GroupRule;
import io.headroom.model.policy.ExecutionRule.RunLimit;
import io.headroom.model.policy.ExecutionRule.TerraformRule;
import io.headroom.policy.quantity.QuantityForm;
import java.time.ZoneId;
import java.util.Optional;

/** Reads the section {@code execution}, and who applies worker counts. */
final class ExecutionReader {

  private static final String WINDOWS = "windows";
  private static final String GROUP_TAG = "group_tag";
  private static final String RECIPE = "recipe";

  private ExecutionReader() {}

  static ExecutionRule read(Section policy) {
    Section section = policy.sub("execution");
    Section workers = policy.sub("workers");
    return new ExecutionRule(
        windows(section, NamedTimeReader.zone(policy.sub("calendar"))),
        section.choice("approval", Approval.class),
        new RunLimit(
            section.count("max_per_run"), section.read("max_share_per_run", QuantityForm.SHARE)),
        section.count("same_answers"),
        section.has(GROUP_TAG)
            ? Optional.of(
                new GroupRule(section.text(GROUP_TAG), section.count("at_once_per_group")))
            : Optional.empty(),
        section.choice("terraform", TerraformRule.class),
        workers.has(RECIPE) ? Optional.of(workers.text(RECIPE)) : Optional.empty());
  }

  private static Optional<ChangeWindows> windows(Section section, ZoneId zone) {
    return section.entries(WINDOWS).isEmpty()
        ? Optional.empty()
        : Optional.of(NamedTimeReader.read(section, WINDOWS, zone));
  }
}
