package io.headroom.cli;

import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how far a fleet is, to a person who waits; silent where nobody looks. */
final class FleetProgress implements AutoCloseable {

  /** Fewer machines than this are judged before a bar could be read. */
  private static final int WORTH_SHOWING = 500;

  private final Optional<ProgressBar> bar;

  private FleetProgress(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  static FleetProgress on(Terminal terminal, int machines) {
    if (!terminal.errIsTerminal() || machines < WORTH_SHOWING) {
      return new FleetProgress(Optional.empty());
    }
    return new FleetProgress(
        Optional.of(
            new ProgressBarBuilder()
                .setTaskName("judging")
                .setInitialMax(machines)
                .setConsumer(new DelegatingProgressBarConsumer(line -> show(terminal, line)))
                .build()));
  }

  private static void show(Terminal terminal, String line) {
    terminal.err().print("\r" + line);
    terminal.err().flush();
  }

  void step() {
    bar.ifPresent(ProgressBar::step);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
