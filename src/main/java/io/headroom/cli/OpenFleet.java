package io.headroom.cli;

import io.headroom.advice.Fleet;
import io.headroom.ledger.Ledger;
import io.headroom.recording.RecordingReader;
import java.util.Optional;

/**
 * Machines to judge, with the store they are in.
 *
 * @param ledger the store, to be closed; absent for a recording
 */
record OpenFleet(Fleet fleet, Optional<Ledger> ledger) implements AutoCloseable {

  static OpenFleet of(RecordingReader recording) {
    return new OpenFleet(Fleet.of(recording), Optional.empty());
  }

  static OpenFleet of(Ledger ledger) {
    try {
      return new OpenFleet(Fleet.of(ledger), Optional.of(ledger));
    } catch (RuntimeException e) {
      ledger.close();
      throw e;
    }
  }

  @Override
  public void close() {
    ledger.ifPresent(Ledger::close);
  }
}
