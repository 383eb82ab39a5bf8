package io.headroom.proof.resize;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The proofs of a resize in short, for an executor with a bug in it. */
public final class ResizeChecks implements Callable<String> {

  private static final int RANDOM = 1_500;

  /** Returns what fails first; an empty text if nothing does. */
  @Override
  public String call() {
    return Stream.of(calm(), foreign(), single(), random(), catalogue(), rare())
        .flatMap(failures -> failures)
        .findFirst()
        .orElse("");
  }

  private static Stream<String> calm() {
    return SingleFaultTest.trials()
        .flatMap(trial -> Schedules.check(trial).stream())
        .map(Object::toString);
  }

  private static Stream<String> foreign() {
    List<ForeignHands> all = ForeignHands.all();
    return IntStream.range(0, all.size())
        .filter(number -> number % 7 == 0 || (number % 300 > 20 && number % 300 < 50))
        .mapToObj(all::get)
        .map(ForeignHands::broken)
        .flatMap(Optional::stream);
  }

  private static Stream<String> single() {
    return SingleFaultTest.trials()
        .flatMap(trial -> Schedules.withOneMore(trial).stream())
        .map(Schedules::check)
        .flatMap(Optional::stream)
        .map(Object::toString);
  }

  private static Stream<String> random() {
    List<Trial> bases = SingleFaultTest.trials().toList();
    return IntStream.range(0, RANDOM)
        .mapToObj(
            seed ->
                Schedules.check(Schedules.random(bases.get(seed % bases.size()), new Random(seed))))
        .flatMap(Optional::stream)
        .map(Object::toString);
  }

  private static Stream<String> catalogue() {
    return Stream.of(Situations.values()).flatMap(situation -> situation.broken().stream());
  }

  private static Stream<String> rare() {
    return RareSchedules.all().flatMap(Optional::stream);
  }
}
