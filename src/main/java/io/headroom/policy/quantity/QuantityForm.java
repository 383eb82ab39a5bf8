package io.headroom.policy.quantity;

import io.headroom.model.policy.Statistic;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.Percentile;
import io.headroom.model.unit.Share;
import io.headroom.model.unit.Utilization;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to write a quantity. The unit is always part of the text: a bare {@code 20} is refused,
 * because it may mean 20 % or twenty times.
 *
 * @param <T> what the text means
 */
public final class QuantityForm<T> {

  private static final String NUMBER = "([0-9]{1,9}(?:\\.[0-9]{1,9})?)";

  /** A part of a whole, 0 % to 100 %. */
  public static final QuantityForm<Share> SHARE =
      new QuantityForm<>(
          "a percentage from 0% to 100%, such as 80%",
          NUMBER + " ?%", found -> Share.ofPercent(number(found)));

  /** What is added above demand, 0 % to 1000 %. */
  public static final QuantityForm<Headroom> HEADROOM =
      new QuantityForm<>(
          "a percentage from 0% to 1000%, such as 50%",
          NUMBER + " ?%", found -> Headroom.ofPercent(atMost(1000, number(found))));

  /** The utilization that demand should give, as the headroom that leads to it. */
  public static final QuantityForm<Headroom> TARGET_UTILIZATION =
      new QuantityForm<>(
          "a percentage from 1% to 100%, such as 80%",
          NUMBER + " ?%",
          found -> Headroom.ofTargetUtilization(Utilization.ofPercent(atLeast(1, number(found)))));

  /** A length of time in whole minutes, hours or days of 24 hours. */
  public static final QuantityForm<Duration> DURATION =
      new QuantityForm<>(
          "a whole number of minutes, hours or days, such as 90m, 30h or 14d",
          "([0-9]{1,5})(m|h|d)",
          found -> Duration.parse(isoDuration(found)));

  /** An amount of memory in MiB or GiB. */
  public static final QuantityForm<Mebibytes> MEMORY =
      new QuantityForm<>(
          "an amount of memory in MiB or GiB, such as 150MiB or 4GiB",
          NUMBER + " ?(MiB|GiB)",
          found ->
              found.group(2).equals("GiB")
                  ? Mebibytes.ofGibibytes(number(found))
                  : new Mebibytes(number(found)));

  /** An exact amount of money. */
  public static final QuantityForm<Money> MONEY =
      new QuantityForm<>(
          "an amount and an ISO currency code, such as 5 USD",
          NUMBER + " ([A-Z]{3})",
          found -> new Money(new BigDecimal(found.group(1)), Currency.getInstance(found.group(2))));

  /** Which value of a series stands for the demand. */
  public static final QuantityForm<Statistic> STATISTIC =
      new QuantityForm<>(
          "peak, a percentile such as p99.5, or the k-th largest daily peak such as daily-peak-2",
          "peak|p([0-9]{1,2}(?:\\.[0-9]{1,3})?|100)|daily-peak-([1-9][0-9]?)",
          QuantityForm::statistic);

  private final String expected;
  private final Pattern pattern;
  private final Function<MatchResult, T> meaning;

  private QuantityForm(String expected, String pattern, Function<MatchResult, T> meaning) {
    this.expected = expected;
    this.pattern = Pattern.compile(pattern);
    this.meaning = meaning;
  }

  /** Returns what is accepted, in words that follow "expected". */
  public String expected() {
    return expected;
  }

  /** Returns what {@code text} means, or nothing if it is not of this form. */
  public Optional<T> parse(String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(meaning.apply(matcher.toMatchResult()));
    } catch (IllegalArgumentException outOfRange) {
      // the form is right, the value is not: the accepted range is in the words of the form
      return Optional.empty();
    }
  }

  /**
   * Returns what {@code text} means.
   *
   * @param property name of the value, for the message
   * @throws IllegalArgumentException if it is not of this form
   */
  public T read(String property, String text) {
    return parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Invalid " + property + ": " + text + "; expected " + expected));
  }

  private static double number(MatchResult found) {
    return Double.parseDouble(found.group(1));
  }

  private static double atMost(double most, double value) {
    if (value > most) {
      throw new IllegalArgumentException(value + " is more than " + most);
    }
    return value;
  }

  private static double atLeast(double least, double value) {
    if (value < least) {
      throw new IllegalArgumentException(value + " is less than " + least);
    }
    return value;
  }

  private static String isoDuration(MatchResult found) {
    return switch (found.group(2)) {
      case "m" -> "PT" + found.group(1) + "M";
      case "h" -> "PT" + found.group(1) + "H";
      default -> "P" + found.group(1) + "D";
    };
  }

  private static Statistic statistic(MatchResult found) {
    if (found.group(1) != null) {
      return new Statistic.OfPercentile(new Percentile(number(found)));
    }
    return found.group(2) != null
        ? new Statistic.DailyPeak(Integer.parseInt(found.group(2)))
        : new Statistic.Peak();
  }
}
