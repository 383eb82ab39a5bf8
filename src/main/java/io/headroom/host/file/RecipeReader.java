package io.headroom.host.file;

import io.headroom.document.MappingNode;
import io.headroom.host.edit.LineNumber;
import io.headroom.host.edit.NumberPlace;
import io.headroom.host.recipe.BenchLayout;
import io.headroom.host.recipe.BenchRecipe;
import io.headroom.host.recipe.ChangedFile;
import io.headroom.host.recipe.HostRecipe;
import io.headroom.host.recipe.MariaDbRecipe;
import io.headroom.host.recipe.RedisRecipe;
import io.headroom.host.recipe.Reload;
import io.headroom.host.recipe.ScriptRecipe;
import io.headroom.host.recipe.ServiceRecipe;
import io.headroom.host.recipe.SupervisedBench;
import io.headroom.host.recipe.SystemdBench;
import io.headroom.host.recipe.WorkerSign;
import io.headroom.host.service.ComposeService;
import io.headroom.host.service.Service;
import io.headroom.host.service.SupervisedProgram;
import io.headroom.host.service.Supervisor;
import io.headroom.host.service.SystemdUnit;
import java.util.Optional;

/**
 * Makes a recipe of its entry, which the schema accepts, with what is usual on Debian and Ubuntu
 * where the entry does not say.
 */
final class RecipeReader {

  private static final String DROP_IN = "# written by headroom\n[Service]\n";

  private final MappingNode node;

  private RecipeReader(MappingNode node) {
    this.node = node;
  }

  static HostRecipe read(MappingNode node) {
    RecipeReader reader = new RecipeReader(node);
    return switch (node.text("recipe")) {
      case "frappe-bench" -> reader.bench();
      case "frappe-docker" -> reader.docker();
      case "gunicorn-systemd" -> reader.dropIn();
      case "gunicorn" -> reader.service(LineNumber.setting("workers"), WorkerSign.GUNICORN);
      case "php-fpm" -> reader.service(LineNumber.setting("pm.max_children"), WorkerSign.PHP_FPM);
      case "puma" -> reader.service(reader.variable(), WorkerSign.PUMA);
      case "mariadb" ->
          new MariaDbRecipe(
              reader.or("socket", "/run/mysqld/mysqld.sock"),
              reader.or("file", "/etc/mysql/mariadb.conf.d/99-headroom.cnf"),
              reader.text("unit").map(SystemdUnit::new));
      case "redis" -> new RedisRecipe(node.get("port").asScalar().number().intValueExact());
      case "script" -> new ScriptRecipe(node.text("name"));
      default -> reader.service(reader.variable(), WorkerSign.ANY);
    };
  }

  private HostRecipe bench() {
    BenchLayout layout = new BenchLayout(node.text("directory"), or("user", "frappe"));
    return or("control", "supervisor").equals("supervisor")
        ? new BenchRecipe(layout, new SupervisedBench(supervisor()), reload(Reload.RESTART))
        : new BenchRecipe(layout, new SystemdBench(), reload(Reload.RESTART));
  }

  private HostRecipe docker() {
    String directory = node.text("directory");
    return new ServiceRecipe(
        node.text("recipe"),
        new ChangedFile(directory + "/.env", Optional.empty()),
        LineNumber.variable("GUNICORN_WORKERS"),
        "",
        new ComposeService(directory, or("service", "backend")),
        Reload.RESTART,
        WorkerSign.GUNICORN);
  }

  private HostRecipe dropIn() {
    String unit = node.text("unit");
    String name = unit.contains(".") ? unit : unit + ".service";
    return new ServiceRecipe(
        node.text("recipe"),
        new ChangedFile("/etc/systemd/system/" + name + ".d/50-headroom.conf", Optional.empty()),
        new LineNumber("WEB_CONCURRENCY", "Environment=WEB_CONCURRENCY=%d", ""),
        DROP_IN,
        new SystemdUnit(name),
        reload(Reload.RESTART),
        WorkerSign.GUNICORN);
  }

  private HostRecipe service(NumberPlace place, WorkerSign usual) {
    return new ServiceRecipe(
        node.text("recipe"),
        new ChangedFile(node.text("file"), Optional.empty()),
        place,
        "",
        service(),
        reload(usual == WorkerSign.PHP_FPM ? Reload.RELOAD : Reload.RESTART),
        text("workers").flatMap(WorkerSign::ofId).orElse(usual));
  }

  private Service service() {
    String unit = node.text("unit");
    return or("control", "systemd").equals("systemd")
        ? new SystemdUnit(unit)
        : new SupervisedProgram(supervisor(), unit);
  }

  private Supervisor supervisor() {
    return new Supervisor(or("supervisor", "/etc/supervisor/supervisord.conf"));
  }

  private NumberPlace variable() {
    return LineNumber.variable(or("variable", "WEB_CONCURRENCY"));
  }

  private Reload reload(Reload usual) {
    return text("reload").flatMap(Reload::ofId).orElse(usual);
  }

  private String or(String key, String usual) {
    return text(key).orElse(usual);
  }

  private Optional<String> text(String key) {
    return node.find(key).map(value -> value.asScalar().text());
  }
}
