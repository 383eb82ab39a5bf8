package io.headroom.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.testing.LoopbackServer;
import io.headroom.testing.LoopbackServer.Answer;
import io.headroom.testing.host.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the script that ships, in a root of its own, against metadata servers on loopback. */
class BootScriptTest {

  private static final String SCRIPT = "src/main/resources/host/headroom-boot.sh";

  @TempDir Path root;

  private record Run(int exitCode, String out) {}

  private Run run(String conf, Map<String, String> environment) throws Exception {
    Files.createDirectories(root.resolve("etc/headroom"));
    Files.createDirectories(root.resolve("etc/default"));
    Files.writeString(root.resolve("etc/headroom/boot.conf"), conf);
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", SCRIPT).redirectErrorStream(true);
    Map<String, String> all = new HashMap<>(environment);
    String nowhere = "http://127.0.0.1:" + Ports.free();
    all.putIfAbsent("HEADROOM_AWS_METADATA", nowhere);
    all.putIfAbsent("HEADROOM_GCE_METADATA", nowhere);
    all.put("HEADROOM_ROOT", root.toString());
    builder.environment().putAll(all);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out);
  }

  private static Map<String, String> size(int vcpus, int mebibytes) {
    return Map.of(
        "HEADROOM_VCPUS",
        Integer.toString(vcpus),
        "HEADROOM_MEMORY_KIB",
        Integer.toString(mebibytes * 1024));
  }

  @ParameterizedTest
  @CsvSource({
    // 2 × vCPUs + 1 where memory reaches: (4096 − 1024) ÷ 150 = 20, (1700 − 1024) ÷ 150 = 4
    "2, 4096, 5",
    "4, 16384, 9",
    "2, 1700, 4",
    // never less than the minimum, never more than the maximum
    "2, 600, 1",
    "64, 262144, 36"
  })
  void computesTheCountFromTheSizeOfTheMachine(int vcpus, int memory, int workers)
      throws Exception {
    Run run = run("RECIPE=gunicorn-systemd\nUNIT=app.service\n", size(vcpus, memory));

    assertThat(run.out()).isEqualTo("headroom-boot: " + workers + " web workers, computed\n");
    assertThat(root.resolve("etc/systemd/system/app.service.d/50-headroom.conf"))
        .content()
        .isEqualTo(
            "# written by headroom\n[Service]\nEnvironment=WEB_CONCURRENCY=" + workers + "\n");
  }

  @Test
  void readsTheTagOfAnEc2Instance() throws Exception {
    try (LoopbackServer metadata =
        LoopbackServer.start(
            request ->
                Answer.of(200, "text/plain", request.method().equals("PUT") ? "token" : "9,2"))) {
      Run run =
          run(
              "RECIPE=generic-env\nFILE=/etc/default/app\n",
              Map.of("HEADROOM_AWS_METADATA", metadata.address().toString()));

      assertThat(run.out()).isEqualTo("headroom-boot: 9 web workers, 2 background, told\n");
      assertThat(root.resolve("etc/default/app")).content().isEqualTo("WEB_CONCURRENCY=9\n");
      assertThat(metadata.requests().get(1).target())
          .isEqualTo("/latest/meta-data/tags/instance/headroom-workers");
    }
  }

  @Test
  void readsTheAttributeOfAGceInstance() throws Exception {
    try (LoopbackServer metadata =
        LoopbackServer.start(request -> Answer.of(200, "text/plain", "7"))) {
      Run run =
          run(
              "RECIPE=generic-env\n",
              Map.of("HEADROOM_GCE_METADATA", metadata.address().toString()));

      assertThat(run.out()).isEqualTo("headroom-boot: 7 web workers, told\n");
      assertThat(metadata.requests().get(0).target())
          .isEqualTo("/computeMetadata/v1/instance/attributes/headroom-workers");
    }
  }

  @Test
  void computesWhereTheInstanceHasNoTag() throws Exception {
    try (LoopbackServer metadata =
        LoopbackServer.start(
            request ->
                request.method().equals("PUT")
                    ? Answer.of(200, "text/plain", "token")
                    : Answer.of(404, "text/html", "<html>not found</html>"))) {
      Map<String, String> environment = new HashMap<>(size(2, 4096));
      environment.put("HEADROOM_AWS_METADATA", metadata.address().toString());

      assertThat(run("RECIPE=generic-env\n", environment).out())
          .isEqualTo("headroom-boot: 5 web workers, computed\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"$(touch x)", "9;id", "-1", "0", "9 9", "nine", "999999"})
  void refusesAHostileTag(String tag) throws Exception {
    try (LoopbackServer metadata =
        LoopbackServer.start(request -> Answer.of(200, "text/plain", tag))) {
      Run run =
          run(
              "RECIPE=generic-env\n",
              Map.of("HEADROOM_GCE_METADATA", metadata.address().toString()));

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).startsWith("headroom-boot: Invalid headroom-workers: ");
      assertThat(root.resolve("etc/default/app")).doesNotExist();
    }
  }

  @Test
  void changesTheNumbersOfABenchAlone() throws Exception {
    Path sites = Files.createDirectories(root.resolve("home/frappe/frappe-bench/sites"));
    String config = "{\n \"background_workers\": 1,\n \"gunicorn_workers\": 5,\n \"x\": \"&/\"\n}";
    Files.writeString(sites.resolve("common_site_config.json"), config);
    try (LoopbackServer metadata =
        LoopbackServer.start(request -> Answer.of(200, "text/plain", "9,2"))) {
      run("RECIPE=frappe-bench\n", Map.of("HEADROOM_GCE_METADATA", metadata.address().toString()));
    }

    assertThat(sites.resolve("common_site_config.json"))
        .content()
        .isEqualTo(
            config
                .replace("5", "9")
                .replace("\"background_workers\": 1", "\"background_workers\": 2"));
    assertThat(sites.toFile().list()).containsExactly("common_site_config.json");
  }

  @Test
  void keepsEveryOtherVariable() throws Exception {
    Files.createDirectories(root.resolve("etc/default"));
    Files.writeString(
        root.resolve("etc/default/app"), "A=$(id)\nWEB_CONCURRENCY=3\nMY_WEB_CONCURRENCY=1\n");

    run("RECIPE=generic-env\n", size(2, 4096));

    assertThat(root.resolve("etc/default/app"))
        .content()
        .isEqualTo("A=$(id)\nMY_WEB_CONCURRENCY=1\nWEB_CONCURRENCY=5\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "RECIPE=other\n",
        "RECIPE=$(id)\n",
        "RECIPE=gunicorn-systemd\nUNIT=../../x\n",
        "RECIPE=gunicorn-systemd\nWORKER_MIB=0\n"
      })
  void refusesWhatItCannotUse(String conf) throws Exception {
    Run run = run(conf, size(2, 4096));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("headroom-boot: Invalid ");
  }

  @Test
  void doingItTwiceIsDoingItOnce() throws Exception {
    run("RECIPE=generic-env\n", size(2, 4096));
    String once = text();
    run("RECIPE=generic-env\n", size(2, 4096));

    assertThat(text()).isEqualTo(once);
  }

  private String text() throws IOException {
    return Files.readString(root.resolve("etc/default/app"));
  }
}
