package io.headroom.model.verdict;

import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.MonthlyPrice;
import io.headroom.model.unit.VCpus;

/**
 * The first dimension in which a type does not do. The words are made only when somebody reads
 * them.
 */
public sealed interface Refusal {

  /** Returns the refusal in words, such as {@code short of memory: 16 GiB, needs 18.3 GiB}. */
  String text();

  /**
   * Too little of something.
   *
   * @param what the dimension, such as {@code memory}
   * @param has what the type has; its text is shown
   * @param needs what is needed; its text is shown
   */
  record ShortOf(String what, Object has, Object needs) implements Refusal {
    @Override
    public String text() {
      boolean alike = has.toString().equals(needs.toString());
      return "short of "
          + what
          + ": "
          + (alike ? exact(has) : words(has))
          + ", needs "
          + (alike ? exact(needs) : words(needs));
    }

    /** Where rounding hides the difference, whole MiB show it. */
    private static String exact(Object quantity) {
      return quantity instanceof Mebibytes memory
          ? memory.wholeRoundedUp() + " MiB"
          : words(quantity);
    }

    private static String words(Object quantity) {
      return quantity instanceof VCpus ? quantity + " vCPU" : quantity.toString();
    }
  }

  /** Too few workers. */
  record HoldsWorkers(int holds, int needed, LimitedBy limitedBy) implements Refusal {
    @Override
    public String text() {
      return "holds " + holds + " workers, " + needed + " needed (" + limitedBy.id() + ")";
    }
  }

  /**
   * Smaller than one change may go.
   *
   * @param what the dimension, such as {@code memory}
   */
  record BelowHalf(String what) implements Refusal {
    @Override
    public String text() {
      return "below half of present " + what;
    }
  }

  /** Standard mode would hold the machine back. */
  record Throttled(long slots) implements Refusal {
    @Override
    public String text() {
      return "CPU credits run out: throttled in " + slots + " slots";
    }
  }

  /** Too short a history to say that CPU credits last. */
  record CreditsNotJudged() implements Refusal {
    @Override
    public String text() {
      return "CPU credits not judged: less than a day of CPU samples after the warm-up";
    }
  }

  /** Cheaper by list price, dearer with the surplus credits it would spend. */
  record SurplusCredits(MonthlyPrice price) implements Refusal {
    @Override
    public String text() {
      return "with surplus credits " + price + " a month";
    }
  }

  /** Cheaper, but not by enough. */
  record SavesTooLittle(MonthlyPrice present, MonthlyPrice price) implements Refusal {
    @Override
    public String text() {
      return "saves too little: " + present.minus(price) + " a month";
    }
  }

  /** Too few attachments. */
  record Attachments(int most, int attached) implements Refusal {
    @Override
    public String text() {
      return "attaches " + most + " disks, " + attached + " attached";
    }
  }
}
