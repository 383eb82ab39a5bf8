package io.headroom.host.recipe;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.HostChannel;
import java.util.List;
import java.util.Set;

/**
 * How some numbers of a host are read, written, put into force and verified. Every step may be
 * repeated: doing it twice is doing it once. Each method throws {@link ChannelException} as {@link
 * HostChannel#run} does, and of kind {@code FAILED} if the host does not do what it is told.
 */
public interface HostRecipe {

  /** Returns its name in documents: {@code frappe-bench}. */
  String id();

  /** Returns the settings it knows. */
  Set<HostSetting> settings();

  /** Returns the files it changes. */
  List<ChangedFile> files();

  /** Returns what the configuration says; a number that it does not say is not there. */
  HostSettings configured(HostChannel channel);

  /**
   * Returns what runs: counted among the processes or told by the server itself, not read from a
   * configuration.
   */
  HostSettings running(HostChannel channel);

  /** Writes {@code wanted}, so that it holds from the next start on; nothing runs otherwise yet. */
  void write(HostChannel channel, HostSettings wanted);

  /** Takes note of files that were changed or put back; nothing runs otherwise yet. */
  default void noticeFiles(HostChannel channel) {}

  /** Makes what is written run. It may return before all processes have started or ended. */
  void reload(HostChannel channel, HostSettings wanted);

  /** Whether {@code running} is what {@code wanted} comes to. */
  default boolean isReached(HostSettings wanted, HostSettings running) {
    return wanted.values().entrySet().stream()
        .allMatch(entry -> running.get(entry.getKey()).orElse(-1) == entry.getValue());
  }
}
