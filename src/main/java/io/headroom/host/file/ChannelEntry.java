package io.headroom.host.file;

import io.headroom.host.ssh.SshTarget;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The way to a host, as the file names it. */
public sealed interface ChannelEntry {

  /** Over SSH. */
  record Ssh(SshTarget target) implements ChannelEntry {
    @Override
    public <T> T match(Function<Ssh, T> ssh, Function<Ssm, T> ssm, Supplier<T> local) {
      return ssh.apply(this);
    }
  }

  /**
   * By Run Command of AWS Systems Manager.
   *
   * @param instance id of the instance
   * @param region where it is
   * @param account account, profile or role, as it is named to collect; absent means that of the
   *     environment
   * @param document name of the document that is installed in the account
   */
  record Ssm(String instance, String region, Optional<String> account, String document)
      implements ChannelEntry {
    @Override
    public <T> T match(Function<Ssh, T> ssh, Function<Ssm, T> ssm, Supplier<T> local) {
      return ssm.apply(this);
    }
  }

  /** The host that the program itself runs on. */
  record Local() implements ChannelEntry {
    @Override
    public <T> T match(Function<Ssh, T> ssh, Function<Ssm, T> ssm, Supplier<T> local) {
      return local.get();
    }
  }

  /** Returns what the function for this way returns. */
  <T> T match(Function<Ssh, T> ssh, Function<Ssm, T> ssm, Supplier<T> local);
}
