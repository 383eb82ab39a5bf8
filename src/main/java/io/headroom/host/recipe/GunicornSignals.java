package io.headroom.host.recipe;

import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import io.headroom.host.process.ProcessTable;
import io.headroom.host.service.Commands;

/**
 * Changes the workers of a running gunicorn one by one. Source: gunicorn's arbiter: TTIN starts one
 * worker, TTOU ends the oldest after its request, and never the last.
 */
final class GunicornSignals {

  private GunicornSignals() {}

  /** Sends as many signals as there are workers too few or too many. */
  static void reach(HostChannel channel, int master, int wanted) {
    int now = ProcessTable.read(channel).childrenOf(master, WorkerSign.GUNICORN::isWorker).size();
    HostAction action = wanted > now ? HostAction.GUNICORN_MORE : HostAction.GUNICORN_FEWER;
    for (int i = 0; i < Math.abs(wanted - now); i++) {
      Commands.run(channel, HostCommand.of(action, Integer.toString(master)));
    }
  }
}
