package io.headroom.recording.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one machine as they stand in the samples file, not parsed yet: one thread hands them
 * out, another may parse them. The rows of a machine that has more than 128 MiB of them are let go,
 * so that no file can take all of the memory.
 */
public final class MachineRows {

  private static final long MOST_BYTES = 128L << 20;

  /** What a line takes beside its bytes. */
  private static final long PER_LINE = 64;

  private final String instanceId;
  private final long firstLine;
  private final List<Line> lines = new ArrayList<>();
  private long count;
  private long weight;

  MachineRows(String instanceId, long firstLine) {
    this.instanceId = instanceId;
    this.firstLine = firstLine;
  }

  void add(Line line) {
    count++;
    weight += line.bytes().length + PER_LINE;
    if (isTooMuch()) {
      lines.clear();
    } else {
      lines.add(line);
    }
  }

  /** Returns the machine's id as it stands in the rows. */
  public String instanceId() {
    return instanceId;
  }

  /** Returns the number of the first line, counted from 1. */
  public long firstLine() {
    return firstLine;
  }

  /** Returns how many rows there are. */
  public long count() {
    return count;
  }

  /** Returns about how much memory the rows take, in bytes. */
  public long weight() {
    return isTooMuch() ? 0 : weight;
  }

  /** Whether there was more than is kept, so that nothing is. */
  boolean isTooMuch() {
    return weight > MOST_BYTES;
  }

  List<Line> lines() {
    return lines;
  }
}
