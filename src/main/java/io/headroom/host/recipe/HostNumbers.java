package io.headroom.host.recipe;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.ChannelFailure;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostFile;
import io.headroom.executor.channel.HostFiles;
import io.headroom.host.edit.EditException;
import io.headroom.host.edit.NumberPlace;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The numbers that a file of a host keeps.
 *
 * @param file the file
 * @param places where each number stands
 * @param fresh what the file holds before numbers are added where there is none
 */
record HostNumbers(ChangedFile file, SortedMap<HostSetting, NumberPlace> places, String fresh) {

  HostNumbers {
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
  }

  /** Returns the numbers that the file says; none if there is no such file. */
  HostSettings read(HostChannel channel) {
    HostSettings found = HostSettings.NONE;
    Optional<String> text = files(channel).read(file.path()).map(HostFile::text);
    if (text.isPresent()) {
      for (Map.Entry<HostSetting, NumberPlace> place : places.entrySet()) {
        OptionalInt number = edited(channel, () -> place.getValue().read(text.get()));
        found = found.with(place.getKey(), number);
      }
    }
    return found;
  }

  /** Writes the numbers in one step, and nothing if the file says so already. */
  void write(HostChannel channel, HostSettings wanted) {
    Optional<HostFile> before = files(channel).read(file.path());
    String text = before.map(HostFile::text).orElse(fresh);
    String after = text;
    for (Map.Entry<HostSetting, NumberPlace> place : places.entrySet()) {
      OptionalInt number = wanted.get(place.getKey());
      if (number.isPresent()) {
        String soFar = after;
        after = edited(channel, () -> place.getValue().replaced(soFar, number.getAsInt()));
      }
    }
    if (before.isEmpty() || !after.equals(text)) {
      files(channel).write(file.path(), before, "0644", after);
    }
  }

  private HostFiles files(HostChannel channel) {
    return new HostFiles(channel, file.user());
  }

  private <T> T edited(HostChannel channel, Supplier<T> edit) {
    try {
      return edit.get();
    } catch (EditException e) {
      throw new ChannelException(
          ChannelFailure.FAILED,
          "Cannot use " + file.path() + " over " + channel.name() + ": " + e.getMessage(),
          e);
    }
  }
}
