package io.headroom.cli;

import io.headroom.engine.worker.WorkerAnswer;
import io.headroom.engine.worker.WorkerCalculator;
import io.headroom.engine.worker.WorkerQuestion;
import io.headroom.engine.worker.WorkerRecipe;
import io.headroom.model.unit.Headroom;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.report.WorkerAnswerText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How many workers a machine holds, without any history. */
@Command(
    name = "workers",
    description =
        "Calculates worker counts for a machine: two for each free vCPU and one more, as far"
            + " as memory reaches.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: headroom workers --vcpus 4 --memory 16GiB --recipe frappe-bench --with mariadb,redis"
    })
final class WorkersCommand implements Callable<Integer> {

  /** More than any machine has. */
  private static final int MOST_VCPUS = 100_000;

  private final Terminal terminal;

  @Option(
      names = "--vcpus",
      required = true,
      paramLabel = "N",
      description = "vCPUs that can be used for ever (of a burstable type: its baseline).")
  private double vcpus;

  @Option(
      names = "--memory",
      required = true,
      paramLabel = "SIZE",
      converter = MemoryConverter.class,
      description = "Memory of the machine, such as 16GiB or 600MiB.")
  private Mebibytes memory = Mebibytes.NONE;

  @Option(
      names = "--recipe",
      defaultValue = "gunicorn",
      paramLabel = "NAME",
      description = "What runs: frappe-bench or gunicorn (default: ${DEFAULT-VALUE}).")
  private String recipe = "";

  @Option(
      names = "--with",
      split = ",",
      paramLabel = "SERVICE",
      description = "Services that share the machine, such as mariadb,redis,rq.")
  private List<String> services = List.of();

  @Option(
      names = "--co-resident",
      paramLabel = "N",
      description =
          "vCPUs those services take (default: a quarter of the vCPUs, if there are any).")
  private Optional<Double> coResident = Optional.empty();

  @Option(
      names = "--fixed",
      paramLabel = "SIZE",
      converter = MemoryConverter.class,
      description = "Memory that is not for workers (default: what the recipe reserves).")
  private Optional<Mebibytes> fixed = Optional.empty();

  @Option(
      names = "--per-worker",
      paramLabel = "SIZE",
      converter = MemoryConverter.class,
      description = "Memory of one worker, best measured (default: 150MiB).")
  private Optional<Mebibytes> perWorker = Optional.empty();

  @Option(
      names = "--headroom",
      defaultValue = "0%",
      paramLabel = "PERCENT",
      converter = HeadroomConverter.class,
      description = "Memory to leave free on top, such as 50%% (default: 0%%).")
  private Headroom headroom = Headroom.NONE;

  @Option(names = "--threads", paramLabel = "N", description = "Threads of a worker (default: 1).")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--minimum",
      defaultValue = "1",
      paramLabel = "N",
      description = "Least workers (default: ${DEFAULT-VALUE}).")
  private int minimum;

  @Option(
      names = "--maximum",
      defaultValue = "999",
      paramLabel = "N",
      description = "Most workers (default: ${DEFAULT-VALUE}).")
  private int maximum;

  @Option(
      names = {"-o", "--output"},
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "table or json (default: ${DEFAULT-VALUE}).")
  private String output = "";

  WorkersCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    WorkerQuestion question = question();
    WorkerAnswer answer = WorkerCalculator.answer(question);
    switch (output.toLowerCase(Locale.ROOT)) {
      case "table" -> terminal.out().print(WorkerAnswerText.table(question, answer));
      case "json" -> WorkerAnswerText.json(question, answer, terminal.out());
      default ->
          throw new CommandFailure(
              "Invalid output: " + output + "; expected table or json", ExitCode.USAGE);
    }
    terminal.out().flush();
    return ExitCode.OK;
  }

  private WorkerQuestion question() {
    if (vcpus <= 0 || vcpus > MOST_VCPUS) {
      throw usage("Invalid --vcpus: " + vcpus + "; expected more than 0, at most " + MOST_VCPUS);
    }
    requireSome("--memory", memory);
    perWorker.ifPresent(size -> requireSome("--per-worker", size));
    if (coResident.orElse(0.0) < 0 || coResident.orElse(0.0) > vcpus) {
      throw usage(
          "Invalid --co-resident: " + coResident.get() + "; expected 0 or more, at most --vcpus");
    }
    if (minimum < 1 || maximum < minimum || threads.orElse(1) < 1) {
      throw usage(
          "Invalid bounds: minimum "
              + minimum
              + ", maximum "
              + maximum
              + ", threads "
              + threads.orElse(1)
              + "; expected 1 or more, ascending");
    }
    return new WorkerQuestion(
        new VCpus(vcpus),
        memory,
        WorkerRecipe.ofId(recipe)
            .orElseThrow(
                () -> usage("Invalid recipe: " + recipe + "; expected frappe-bench or gunicorn")),
        new TreeSet<>(services),
        coResident.map(VCpus::new),
        fixed,
        perWorker,
        headroom,
        threads.map(OptionalInt::of).orElse(OptionalInt.empty()),
        minimum,
        maximum);
  }

  private static void requireSome(String option, Mebibytes size) {
    if (size.value() <= 0) {
      throw usage("Invalid " + option + ": " + size + "; expected more than none");
    }
  }

  private static CommandFailure usage(String message) {
    return new CommandFailure(message, ExitCode.USAGE);
  }
}
