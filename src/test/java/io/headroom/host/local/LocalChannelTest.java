package io.headroom.host.local;

import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostChannelContract;
import io.headroom.host.channel.Login;

class LocalChannelTest extends HostChannelContract {

  private final LocalChannel channel = new LocalChannel(new Login(System.getProperty("user.name")));

  @Override
  protected HostChannel channel() {
    return channel;
  }
}
