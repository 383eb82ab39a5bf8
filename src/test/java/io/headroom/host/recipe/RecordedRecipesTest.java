package io.headroom.host.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.executor.channel.HostAction;
import io.headroom.host.file.HostsFile;
import io.headroom.testing.host.RecordedHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes of programs that are not started here, over the shapes of their files and answers. */
class RecordedRecipesTest {

  private static final String HEAD =
      "api_version: headroom/v1\nkind: Hosts\nhosts:\n- machine: m\n  channel: local\n  recipes:\n";

  @TempDir Path folder;

  private HostRecipe recipe(String text) throws IOException {
    return HostsFile.read(
            Files.writeString(folder.resolve("hosts.yaml"), HEAD + "  - " + text + "\n"), folder)
        .require("m")
        .recipes()
        .get(0);
  }

  /** The answer of {@code systemctl show}. */
  private static String unit(int mainPid) {
    return "MainPID="
        + mainPid
        + "\nEnvironment=A=1\nLoadState=loaded\nActiveState=active\nSubState=running\nCanReload=yes\n";
  }

  /** A main process 100 and its children. */
  private static String processes(int children, String command) {
    return IntStream.rangeClosed(0, children)
        .mapToObj(
            number ->
                "process\t"
                    + (100 + number)
                    + "\t"
                    + (number == 0 ? 1 : 100)
                    + "\t1\t51200\t61440\t"
                    + command)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static HostSettings reach(RecordedHost host, HostRecipe recipe, int count) {
    return new Convergence(host, length -> {}, Duration.ofSeconds(2))
        .reach(recipe, HostSettings.of(HostSetting.WEB_WORKERS, count));
  }

  private static RecordedHost systemd(AtomicInteger workers, String command) {
    return new RecordedHost()
        .answer(HostAction.UNIT_SHOW, one -> unit(100))
        .answer(HostAction.PROCESSES, one -> processes(workers.get(), command));
  }

  private static List<String> lastWords(RecordedHost host, String program) {
    return host.words().stream()
        .filter(words -> words.get(0).equals(program))
        .filter(words -> !words.contains("show"))
        .map(words -> String.join(" ", words))
        .toList();
  }

  @Test
  void writesADropInOfSystemdAndRestarts() throws IOException {
    AtomicInteger workers = new AtomicInteger(5);
    RecordedHost host = systemd(workers, "/usr/bin/python3 /usr/bin/gunicorn app:app");
    host.answer(
        HostAction.UNIT_RESTART,
        one -> {
          workers.set(9);
          return "";
        });

    assertThat(reach(host, recipe("{recipe: gunicorn-systemd, unit: shop}"), 9))
        .isEqualTo(HostSettings.of(HostSetting.WEB_WORKERS, 9));

    assertThat(host.files())
        .containsOnlyKeys("/etc/systemd/system/shop.service.d/50-headroom.conf")
        .containsValue("# written by headroom\n[Service]\nEnvironment=WEB_CONCURRENCY=9\n");
    assertThat(lastWords(host, "systemctl"))
        .containsExactly("systemctl daemon-reload", "systemctl restart -- shop.service");
  }

  @Test
  void signalsAUnitOncePerWorker() throws IOException {
    AtomicInteger workers = new AtomicInteger(3);
    RecordedHost host = systemd(workers, "gunicorn: master [shop]");
    host.answer(HostAction.GUNICORN_MORE, one -> Integer.toString(workers.incrementAndGet()));

    reach(host, recipe("{recipe: gunicorn-systemd, unit: shop.service, reload: signals}"), 5);

    assertThat(host.words().stream().filter(words -> words.contains("TTIN")))
        .hasSize(2)
        .allMatch(words -> words.get(words.size() - 1).equals("100"));
  }

  @Test
  void setsTheChildrenOfPhpAndReloads() throws IOException {
    AtomicInteger workers = new AtomicInteger(5);
    RecordedHost host = systemd(workers, "php-fpm: pool www");
    host.file(
        "/etc/php/www.conf", "[www]\npm = static\npm.max_children = 5\n;pm.max_children = 1\n");
    host.answer(
        HostAction.UNIT_RELOAD,
        one -> {
          workers.set(12);
          return "";
        });

    reach(host, recipe("{recipe: php-fpm, unit: php-fpm, file: /etc/php/www.conf}"), 12);

    assertThat(host.files())
        .containsEntry(
            "/etc/php/www.conf",
            "[www]\npm = static\npm.max_children = 12\n;pm.max_children = 1\n");
    assertThat(lastWords(host, "systemctl")).contains("systemctl reload -- php-fpm");
  }

  @Test
  void setsTheEnvironmentOfPuma() throws IOException {
    AtomicInteger workers = new AtomicInteger(2);
    RecordedHost host = systemd(workers, "puma: cluster worker 0: 99 [shop]");
    host.file("/etc/default/puma", "RAILS_ENV=production\nWEB_CONCURRENCY=\"2\"\n");
    host.answer(
        HostAction.UNIT_RESTART,
        one -> {
          workers.set(4);
          return "";
        });

    reach(host, recipe("{recipe: puma, unit: puma.service, file: /etc/default/puma}"), 4);

    assertThat(host.files())
        .containsEntry("/etc/default/puma", "RAILS_ENV=production\nWEB_CONCURRENCY=\"4\"\n");
  }

  @Test
  void makesTheContainerAnew() throws IOException {
    AtomicInteger workers = new AtomicInteger(2);
    RecordedHost host =
        new RecordedHost()
            .file("/opt/erp/.env", "ERPNEXT_VERSION=v15\nGUNICORN_WORKERS=2\n")
            .answer(
                HostAction.COMPOSE_PROCESSES,
                one ->
                    """
                    erp-backend-1
                    UID    PID   PPID   C    STIME   TTY   TIME       CMD
                    1000   100   80     0    10:00   ?     00:00:01   gunicorn frappe.app
                    1000   101   100    0    10:00   ?     00:00:01   gunicorn frappe.app
                    """)
            .answer(HostAction.PROCESSES, one -> processes(workers.get(), "gunicorn frappe.app"));
    host.answer(
        HostAction.COMPOSE_UP,
        one -> {
          workers.set(6);
          return "";
        });

    reach(host, recipe("{recipe: frappe-docker, directory: /opt/erp}"), 6);

    assertThat(host.files())
        .containsEntry("/opt/erp/.env", "ERPNEXT_VERSION=v15\nGUNICORN_WORKERS=6\n");
    assertThat(lastWords(host, "docker"))
        .contains("docker compose --project-directory /opt/erp up --detach --no-deps backend");
  }

  @Test
  void countsTheQueuesOfABenchUnderSystemd() throws IOException {
    String worker = "/home/frappe/erp/env/bin/python -m frappe.utils.bench_helper frappe worker";
    RecordedHost host =
        new RecordedHost()
            .answer(HostAction.UNIT_SHOW, one -> unit(100))
            .answer(
                HostAction.PROCESSES,
                one ->
                    processes(5, "/home/frappe/erp/env/bin/gunicorn -w 5")
                        + "process\t200\t1\t1\t80\t90\t"
                        + worker
                        + " --queue short\n"
                        + "process\t201\t1\t1\t80\t90\t"
                        + worker
                        + " --queue short\n"
                        // the fork of a worker that has a job
                        + "process\t202\t201\t1\t80\t90\t"
                        + worker
                        + " --queue short\n"
                        + "process\t203\t1\t1\t80\t90\t"
                        + worker
                        + " --queue long\n");

    HostSettings running =
        recipe("{recipe: frappe-bench, directory: /home/frappe/erp, control: systemd}")
            .running(host);

    assertThat(running.get(HostSetting.WEB_WORKERS)).isEqualTo(OptionalInt.of(5));
    assertThat(running.get(HostSetting.BACKGROUND_WORKERS)).isEqualTo(OptionalInt.of(2));
  }

  @Test
  void passesNumbersAloneToAScript() throws IOException {
    AtomicInteger web = new AtomicInteger(2);
    RecordedHost host = new RecordedHost();
    host.answer(
        HostAction.SCRIPT_READ, one -> "web=" + web + "\nconfigured-web=" + web + "\nx=$(id)\n");
    host.answer(
        HostAction.SCRIPT_SET_WEB,
        one -> {
          web.set(Integer.parseInt(one.values().get(1)));
          return "";
        });

    reach(host, recipe("{recipe: script, name: mine}"), 8);

    assertThat(web).hasValue(8);
    assertThat(
            host.words().stream()
                .filter(words -> words.contains("web"))
                .map(words -> words.subList(words.size() - 3, words.size())))
        .containsExactly(List.of("mine", "web", "8"));
  }
}
