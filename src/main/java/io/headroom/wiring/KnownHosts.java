package io.headroom.wiring;

import io.headroom.cloud.aws.AwsAccount;
import io.headroom.cloud.aws.AwsClients;
import io.headroom.cloud.aws.AwsSelection;
import io.headroom.cloud.aws.ssm.SsmChannel;
import io.headroom.collector.CloudSelection;
import io.headroom.collector.Scope;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.probe.HostProbe;
import io.headroom.executor.probe.HostProbes;
import io.headroom.host.ConnectedProbe;
import io.headroom.host.HostConnections;
import io.headroom.host.channel.Login;
import io.headroom.host.file.ChannelEntry;
import io.headroom.host.file.HostsFile;
import io.headroom.host.local.LocalChannel;
import io.headroom.host.ssh.SshConnector;
import io.headroom.model.machine.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ways to hosts: SSH, Run Command of AWS Systems Manager, and the host itself.
 *
 * @param environment environment variables, one of which names the SSH agent
 */
record KnownHosts(Map<String, String> environment) implements HostProbes {

  KnownHosts {
    environment = Map.copyOf(environment);
  }

  @Override
  public HostProbe open(Path file) {
    return new ConnectedProbe(connections(file));
  }

  HostConnections connections(Path file) {
    Path home = Path.of(System.getProperty("user.home", ""));
    return new HostConnections(HostsFile.read(file, home), this::channel);
  }

  private HostChannel channel(ChannelEntry entry) {
    return entry.match(
        ssh -> new SshConnector(agent()).open(ssh.target()),
        KnownHosts::ssm,
        () -> new LocalChannel(new Login(System.getProperty("user.name", "root"))));
  }

  private Optional<Path> agent() {
    return Optional.ofNullable(environment.get("SSH_AUTH_SOCK"))
        .filter(socket -> !socket.isEmpty())
        .map(Path::of);
  }

  private static HostChannel ssm(ChannelEntry.Ssm entry) {
    AwsAccount account =
        AwsSelection.accounts(
                new CloudSelection(
                    Provider.AWS,
                    entry.account().stream().toList(),
                    Optional.empty(),
                    List.of(entry.region())))
            .get(0);
    AwsClients clients = new AwsClients(List.of(account));
    return new SsmChannel(
        clients,
        Scope.of(Provider.AWS, account.name(), entry.region()),
        entry.instance(),
        entry.document());
  }
}
