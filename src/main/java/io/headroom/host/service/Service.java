package io.headroom.host.service;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.HostChannel;
import java.util.OptionalInt;

/**
 * What starts and ends the processes of an application. Each method throws {@link ChannelException}
 * as {@link HostChannel#run} does, and of kind {@code FAILED} if the host refuses.
 */
public interface Service {

  /** Returns the process that started the others; nothing if the service is not running. */
  OptionalInt mainProcess(HostChannel channel);

  /** Takes note of changed files; nothing runs otherwise yet. */
  void noticeFiles(HostChannel channel);

  /** Ends all processes and starts them anew with what is configured now. */
  void restart(HostChannel channel);

  /** Makes the processes read their configuration again, where the application can. */
  void reload(HostChannel channel);

  /** Returns the service for people: {@code unit gunicorn.service}. */
  String label();
}
