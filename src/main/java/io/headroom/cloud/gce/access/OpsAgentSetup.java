package io.headroom.cloud.gce.access;

import io.headroom.collector.AgentSetup;
import io.headroom.collector.Scope;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts the Ops Agent on machines with the script that Google publishes for it. Source: Google Cloud
 * Observability, "Installing the Ops Agent on individual VMs". Not run against Google.
 */
public final class OpsAgentSetup implements AgentSetup {

  /** Names of machines as Compute Engine allows them: nothing in them means anything to a shell. */
  private static final Pattern NAME = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");

  private static final String LINUX =
      "curl -sSO https://dl.google.com/cloudagents/add-google-cloud-ops-agent-repo.sh"
          + " && sudo bash add-google-cloud-ops-agent-repo.sh --also-install";

  private static final List<String> WINDOWS =
      List.of(
          "# in PowerShell, as an administrator, on each machine:",
          "# (New-Object Net.WebClient).DownloadFile("
              + "\"https://dl.google.com/cloudagents/add-google-cloud-ops-agent-repo.ps1\","
              + " \"${env:UserProfile}\\add-google-cloud-ops-agent-repo.ps1\")",
          "# & \"${env:UserProfile}\\add-google-cloud-ops-agent-repo.ps1\" -AlsoInstall");

  @Override
  public List<Group> groups(Scope scope, List<Instance> machines) {
    List<Instance> linux = machines.stream().filter(one -> !isWindows(one)).toList();
    List<Instance> windows = machines.stream().filter(OpsAgentSetup::isWindows).toList();
    List<Group> groups = new ArrayList<>();
    if (!linux.isEmpty()) {
      List<String> commands = new ArrayList<>();
      commands.add("# the machines' service account needs roles/monitoring.metricWriter");
      linux.forEach(machine -> commands.add(ssh(scope, machine)));
      groups.add(new Group("Linux", linux, commands));
    }
    if (!windows.isEmpty()) {
      groups.add(new Group("Windows", windows, WINDOWS));
    }
    return groups;
  }

  private static boolean isWindows(Instance machine) {
    return machine.platform().equals(Optional.of(Platform.WINDOWS));
  }

  private static String ssh(Scope scope, Instance machine) {
    String name = NAME.matcher(machine.name()).matches() ? machine.name() : machine.id();
    return "gcloud compute ssh "
        + name
        + " --project="
        + scope.account()
        + machine.placement().zone().map(zone -> " --zone=" + zone).orElse("")
        + " --command='"
        + LINUX
        + "'";
  }
}
