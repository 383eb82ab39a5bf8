package io.headroom.advice.backtest;

import java.util.List;
import java.util.Optional;

/**
 * Everything that was tried at one cut of one machine.
 *
 * @param present the size it had at the cut
 * @param contenders what each contender took, in their order
 * @param clairvoyant the cheapest size on which the test part would have gone well; absent if there
 *     is none
 */
public record CutTrial(
    Cut cut, Taken present, List<Taken> contenders, Optional<Taken> clairvoyant) {

  /** Copies the list. */
  public CutTrial {
    contenders = List.copyOf(contenders);
  }
}
