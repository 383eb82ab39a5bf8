package io.headroom.host.probe;

import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import io.headroom.executor.probe.QueueState;
import io.headroom.host.service.Commands;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * The queues that RQ keeps in a Redis server. Source: RQ, keys {@code rq:queues}, {@code rq:job}.
 */
final class Queues {

  private static final int FIELDS = 3;

  private Queues() {}

  /** Returns them in the order of their names; none if the server is no queue. */
  static List<QueueState> of(HostChannel channel, int port) {
    return Commands.run(channel, HostCommand.of(HostAction.QUEUE_AGES, Integer.toString(port)))
        .lines()
        .map(line -> List.of(line.split("\t", -1)))
        .filter(line -> line.size() == FIELDS && line.get(1).matches("[0-9]{1,9}"))
        .map(
            line ->
                new QueueState(line.get(0), Integer.parseInt(line.get(1)), instant(line.get(2))))
        .toList();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
