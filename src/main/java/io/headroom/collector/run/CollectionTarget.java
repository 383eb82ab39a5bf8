package io.headroom.collector.run;

import io.headroom.ledger.Ledger;
import java.nio.file.Path;

/** Where a collection puts what it brings. */
public interface CollectionTarget {

  /**
   * Opens it for one collection.
   *
   * @throws io.headroom.recording.problem.RecordingException if a recording cannot be read or
   *     another collection has it open
   * @throws io.headroom.ledger.problem.LedgerException if a store fails
   */
  Harvest open();

  /** Returns the target that is a recording: a folder to make or to continue. */
  static CollectionTarget recording(Path folder) {
    return () -> RecordingHarvest.open(folder);
  }

  /** Returns the target that is what is remembered; it stays open. */
  static CollectionTarget ledger(Ledger ledger) {
    return () -> new LedgerHarvest(ledger);
  }
}
