package io.headroom.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.collector.AgentSetup;
import io.headroom.collector.Permission;
import io.headroom.collector.examination.ScopeFindings;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Provider;
import io.headroom.report.OutputFormat;
import io.headroom.report.PlainText;
import io.headroom.report.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a diagnosis for people: a table, then what to paste. */
final class DoctorText {

  private static final int WIDEST = 240;

  /** More is in the JSON document. */
  private static final int MACHINES = 20;

  private static final int COMMANDS = 24;

  private final PrintWriter out;

  DoctorText(PrintWriter out) {
    this.out = out;
  }

  void write(Diagnosis diagnosis) throws IOException {
    line(
        TextTable.of(
            List.of("RESULT", "WHERE", "CHECK", "DETAIL"),
            diagnosis.checks().stream().map(DoctorText::row).toList(),
            Set.of(),
            WIDEST));
    for (Map.Entry<Provider, List<Permission>> missing : diagnosis.missing().entrySet()) {
      permissions(missing.getKey(), missing.getValue());
    }
    diagnosis.scopes().stream()
        .filter(found -> !found.withoutMemory().isEmpty())
        .forEach(this::memory);
    line("");
    line(verdict(diagnosis));
    out.flush();
  }

  private static String verdict(Diagnosis diagnosis) {
    String found =
        diagnosis.bad() == 0 ? "All is well" : Counted.of(diagnosis.bad(), "thing") + " to mend";
    if (diagnosis.scopes().isEmpty()) {
      return found + " here; no cloud was looked at, name one with --provider.";
    }
    return found + " in what was checked.";
  }

  private static List<String> row(DoctorCheck check) {
    return List.of(
        check.result().words(),
        PlainText.forTerminal(check.where()),
        check.subject(),
        PlainText.forTerminal(check.detail()));
  }

  private void permissions(Provider provider, List<Permission> missing) throws IOException {
    line("");
    line(
        "Missing permissions on "
            + provider.id()
            + switch (provider) {
              case AWS -> ", as a policy to attach to whoever asks:";
              case GCE -> ", as a custom role to grant to whoever asks:";
            });
    try (JsonGenerator json = OutputFormat.json(out)) {
      new PermissionDocument(provider, missing).write(json);
    }
    line("");
  }

  private void memory(ScopeFindings found) {
    line("");
    line("Machines without a memory metric in " + PlainText.forTerminal(found.scope() + ":"));
    found.withoutMemory().stream().limit(MACHINES).forEach(one -> line("  " + name(one)));
    more(found.withoutMemory().size() - MACHINES, "machine");
    for (AgentSetup.Group group : found.setup()) {
      line("");
      line(
          "To get one on "
              + Counted.of(group.machines().size(), group.title() + " machine")
              + " (or name a Prometheus that has it: --prometheus URL):");
      group.commands().stream()
          .limit(COMMANDS)
          .forEach(command -> line("  " + PlainText.forTerminal(command)));
      more(group.commands().size() - COMMANDS, "command");
    }
  }

  private void more(int rest, String what) {
    if (rest > 0) {
      line("  … and " + Counted.of(rest, what) + " more; headroom doctor -o json has all");
    }
  }

  private static String name(Instance machine) {
    return PlainText.forTerminal(
        machine.id()
            + "  "
            + machine.type().present()
            + (machine.name().isBlank() ? "" : "  " + machine.name())
            + machine
                .manager()
                .map(by -> "  of " + by.name() + ", whose template is the place for an agent")
                .orElse(""));
  }

  private void line(String text) {
    out.println(text);
  }
}
