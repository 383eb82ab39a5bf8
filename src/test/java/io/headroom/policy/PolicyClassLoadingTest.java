package io.headroom.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.policy.file.LoadedPolicy;
import io.headroom.testing.Machines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a fresh virtual machine loads. The compiler of CEL takes half a second to start and the
 * schema validator a quarter; who does not need them must not wait for them.
 */
class PolicyClassLoadingTest {

  private static final String CEL = "dev.cel.";
  private static final String SCHEMA = "com.networknt.";
  private static final String CRON = "com.cronutils.";

  @Test
  void policyWithoutSelectorLoadsNeitherCelNorSchemaNorCron() throws Exception {
    assertThat(loadedBy("peak-plus-half"))
        .anyMatch(name -> name.startsWith("io.headroom.policy."))
        .noneMatch(name -> name.startsWith(CEL))
        .noneMatch(name -> name.startsWith(SCHEMA))
        .noneMatch(name -> name.startsWith(CRON));
  }

  @Test
  void policyWithSelectorLoadsCelWhenItIsAsked() throws Exception {
    assertThat(loadedBy("erpnext")).noneMatch(name -> name.startsWith(CEL));
    assertThat(loadedBy("erpnext", "choose")).anyMatch(name -> name.startsWith(CEL));
  }

  private static List<String> loadedBy(String... arguments)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xlog:class+load:stdout",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Loading.class.getName()),
                        Stream.of(arguments))
                    .toList())
            .redirectErrorStream(true)
            .start();
    List<String> lines;
    try (Stream<String> output = process.inputReader(StandardCharsets.UTF_8).lines()) {
      lines = output.toList();
    }
    assertThat(process.waitFor()).as(() -> String.join("\n", lines)).isZero();
    // [0.123s][info][class,load] dev.cel.bundle.Cel source: …
    return lines.stream()
        .map(line -> line.replaceFirst("^\\[.*?]\\[.*?]\\[.*?] ", ""))
        .map(line -> line.split(" ", 2)[0])
        .toList();
  }

  /** The program of the fresh virtual machine. */
  static final class Loading {

    private Loading() {}

    public static void main(String[] arguments) {
      LoadedPolicy policy = new PolicySource(Path.of(".")).load(arguments[0]);
      PolicySet policies = new PolicySet(List.of(policy));
      if (arguments.length > 1) {
        policies.choose(Machines.ec2("m5.large").build());
      }
    }
  }
}
