package io.headroom.policy.selector;

import java.util.Optional;

/**
 * What a selector says of one machine.
 *
 * @param selected whether the machine is selected; never when the selector could not tell
 * @param undecided why it could not tell, in words, such as a tag that is not there
 */
public record Selection(boolean selected, Optional<String> undecided) {

  /** The machine is selected. */
  public static final Selection YES = new Selection(/* selected= */ true, Optional.empty());

  /** The machine is not selected. */
  public static final Selection NO = new Selection(/* selected= */ false, Optional.empty());

  /** Returns that nobody can tell, so the machine is not selected. */
  public static Selection undecided(String why) {
    return new Selection(/* selected= */ false, Optional.of(why));
  }
}
