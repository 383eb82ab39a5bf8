package io.headroom.executor.operation;

import io.headroom.executor.notice.Page;
import io.headroom.model.resize.MachineRef;
import io.headroom.model.resize.OperationId;
import io.headroom.model.resize.Outcome;
import io.headroom.model.resize.PlannedResize;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A resize under way: what was ordered, how far it is, what was seen. It is the whole memory of the
 * operation; whoever owns it next needs nothing else.
 *
 * @param intents how many changes were begun, which numbers the next
 * @param unsent pages that nobody has taken yet
 * @param outcome how it ended; absent while it is active
 */
public record Operation(
    OperationId id,
    Order order,
    Phase phase,
    Course course,
    Outage outage,
    Tally tally,
    long intents,
    List<Page> unsent,
    Optional<Outcome> outcome) {

  /** Copies the list. */
  public Operation {
    unsent = List.copyOf(unsent);
  }

  /** Returns an operation that has not begun. */
  public static Operation begin(OperationId id, Order order, Instant now) {
    return new Operation(
        id,
        order,
        Phase.PREPARING,
        Course.to(order.resize().goal()),
        Outage.NONE,
        Tally.begin(now),
        0,
        List.of(),
        Optional.empty());
  }

  /** Returns the machine. */
  public MachineRef machine() {
    return order.resize().machine();
  }

  /** Returns what was planned. */
  public PlannedResize resize() {
    return order.resize();
  }

  /** Whether nothing is left to do. */
  public boolean hasEnded() {
    return outcome.isPresent();
  }

  /** Whether it pushes to the type the machine had before. */
  public boolean isGoingBack() {
    return course.target().equals(resize().from());
  }

  /** Returns this in another phase. */
  public Operation in(Phase next, Instant now) {
    return new Operation(
        id, order, next, course, outage, tally.next(now), intents, unsent, outcome);
  }

  /** Returns this on another course. */
  public Operation on(Course other) {
    return new Operation(id, order, phase, other, outage, tally, intents, unsent, outcome);
  }

  /** Returns this with another outage. */
  public Operation with(Outage other) {
    return new Operation(id, order, phase, course, other, tally, intents, unsent, outcome);
  }

  /** Returns this with another tally. */
  public Operation with(Tally other) {
    return new Operation(id, order, phase, course, outage, other, intents, unsent, outcome);
  }

  /** Returns this with one more change begun. */
  public Operation withNextIntent() {
    return new Operation(id, order, phase, course, outage, tally, intents + 1, unsent, outcome);
  }

  /** Returns this with its pages delivered but for {@code left}. */
  public Operation withUnsent(List<Page> left) {
    return new Operation(id, order, phase, course, outage, tally, intents, left, outcome);
  }

  /** Returns this with a person to be told, once for each {@code subject}. */
  public Operation telling(String subject, String text) {
    if (tally.told().contains(subject)) {
      return this;
    }
    List<Page> more = new ArrayList<>(unsent);
    more.add(new Page(id, machine(), text));
    return with(tally.telling(subject)).withUnsent(more);
  }

  /** Returns this at its end. */
  public Operation ended(Outcome how) {
    return new Operation(
        id, order, Phase.ENDED, course, outage, tally, intents, unsent, Optional.of(how));
  }
}
