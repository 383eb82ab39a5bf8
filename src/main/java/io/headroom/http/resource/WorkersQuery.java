package io.headroom.http.resource;

import io.headroom.engine.worker.WorkerQuestion;
import io.headroom.engine.worker.WorkerRecipe;
import io.headroom.http.problem.ProblemException;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.policy.quantity.QuantityForm;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A machine that workers are asked for; the parameters are the options of {@code headroom workers}.
 *
 * @param vcpus vCPUs that can be used for ever
 * @param memory memory, such as {@code 16GiB}
 * @param recipe {@code gunicorn} or {@code frappe-bench}
 * @param with services that share the machine, separated by commas
 * @param coResident vCPUs those take
 * @param fixed memory that is not for workers
 * @param perWorker memory of one worker
 * @param headroom memory to leave free on top, such as {@code 50%}
 * @param threads threads of a worker
 * @param minimum least workers
 * @param maximum most workers
 */
record WorkersQuery(
    @QueryParam("vcpus") @Nullable String vcpus,
    @QueryParam("memory") @Nullable String memory,
    @QueryParam("recipe") @Nullable String recipe,
    @QueryParam("with") @Nullable String with,
    @QueryParam("co_resident") @Nullable String coResident,
    @QueryParam("fixed") @Nullable String fixed,
    @QueryParam("per_worker") @Nullable String perWorker,
    @QueryParam("headroom") @Nullable String headroom,
    @QueryParam("threads") @Nullable String threads,
    @QueryParam("minimum") @Nullable String minimum,
    @QueryParam("maximum") @Nullable String maximum) {

  private static final double MOST_VCPUS = 100_000;
  private static final int MOST_WORKERS = 999;

  /** Returns the question, once everything in it makes sense. */
  WorkerQuestion question() {
    double cores = cores();
    int least = count("minimum", minimum, 1);
    int most = count("maximum", maximum, MOST_WORKERS);
    if (most < least) {
      throw ProblemException.invalid("maximum", String.valueOf(most), "minimum or more");
    }
    return new WorkerQuestion(
        new VCpus(cores),
        size("memory", memory)
            .orElseThrow(() -> ProblemException.invalid("memory", "nothing", "a size: 16GiB")),
        chosenRecipe(),
        services(),
        shared(cores).map(VCpus::new),
        size("fixed", fixed),
        size("per_worker", perWorker),
        Query.given(headroom)
            .map(text -> Query.quantity("headroom", text, QuantityForm.HEADROOM))
            .orElse(Headroom.NONE),
        Query.given(threads).isPresent()
            ? OptionalInt.of(count("threads", threads, 1))
            : OptionalInt.empty(),
        least,
        most);
  }

  private double cores() {
    double cores = Query.number("vcpus", Query.given(vcpus).orElse("nothing"));
    if (cores <= 0 || cores > MOST_VCPUS) {
      throw ProblemException.invalid("vcpus", String.valueOf(vcpus), "more than 0, at most 100000");
    }
    return cores;
  }

  private Optional<Double> shared(double cores) {
    Optional<Double> taken = Query.given(coResident).map(text -> Query.number("co_resident", text));
    if (taken.orElse(0.0) < 0 || taken.orElse(0.0) > cores) {
      throw ProblemException.invalid(
          "co_resident", String.valueOf(coResident), "0 or more, at most vcpus");
    }
    return taken;
  }

  private static Optional<Mebibytes> size(String name, @Nullable String text) {
    Optional<Mebibytes> size =
        Query.given(text).map(given -> Query.quantity(name, given, QuantityForm.MEMORY));
    if (size.filter(given -> given.value() <= 0).isPresent()) {
      throw ProblemException.invalid(name, String.valueOf(text), "more than none");
    }
    return size;
  }

  private WorkerRecipe chosenRecipe() {
    String name = Query.given(recipe).orElse("gunicorn");
    return WorkerRecipe.ofId(name)
        .orElseThrow(() -> ProblemException.invalid("recipe", name, "frappe-bench or gunicorn"));
  }

  private SortedSet<String> services() {
    return Query.given(with).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .filter(service -> !service.isBlank())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int count(String name, @Nullable String text, int otherwise) {
    int count = Query.given(text).map(given -> Query.wholeNumber(name, given)).orElse(otherwise);
    if (count < 1 || count > MOST_WORKERS) {
      throw ProblemException.invalid(name, String.valueOf(text), "1 to " + MOST_WORKERS);
    }
    return count;
  }
}
