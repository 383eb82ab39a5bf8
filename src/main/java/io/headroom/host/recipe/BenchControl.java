package io.headroom.host.recipe;

import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostChannel;
import java.util.OptionalInt;

/** What runs the processes of a bench, as bench sets it up. */
public interface BenchControl {

  /** Returns the action that writes its configuration from that of the bench. */
  HostAction setup();

  /** Takes note of what was written; nothing is restarted. */
  void noticeFiles(HostChannel channel);

  /** Returns gunicorn's master; nothing if it does not run. */
  OptionalInt webMaster(HostChannel channel, BenchLayout layout);

  /** Returns how many workers the queue with the most of them has; 0 if none runs. */
  int backgroundSets(HostChannel channel, BenchLayout layout);

  /** Restarts gunicorn. */
  void restartWeb(HostChannel channel, BenchLayout layout);

  /** Restarts the background workers. */
  void restartBackground(HostChannel channel, BenchLayout layout);
}
