package io.headroom.host.recipe;

import io.headroom.executor.channel.HostChannel;
import io.headroom.host.edit.NumberPlace;
import io.headroom.host.process.ProcessTable;
import io.headroom.host.service.Service;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * The web workers of an application whose count stands in one place of one file: a drop-in of
 * systemd, a file of environment variables, a configuration of gunicorn or PHP, the environment of
 * a Compose project.
 *
 * @param id name of the recipe
 * @param file the file
 * @param place where in it
 * @param fresh what the file holds before the number is added where there is none
 * @param service what runs the application
 * @param reload how a change comes into force
 * @param sign how its workers are told
 */
public record ServiceRecipe(
    String id,
    ChangedFile file,
    NumberPlace place,
    String fresh,
    Service service,
    Reload reload,
    WorkerSign sign)
    implements HostRecipe {

  @Override
  public Set<HostSetting> settings() {
    return Set.of(HostSetting.WEB_WORKERS);
  }

  @Override
  public List<ChangedFile> files() {
    return List.of(file);
  }

  @Override
  public HostSettings configured(HostChannel channel) {
    return numbers().read(channel);
  }

  private HostNumbers numbers() {
    return new HostNumbers(file, new TreeMap<>(Map.of(HostSetting.WEB_WORKERS, place)), fresh);
  }

  @Override
  public HostSettings running(HostChannel channel) {
    OptionalInt main = service.mainProcess(channel);
    int workers =
        main.isEmpty()
            ? 0
            : ProcessTable.read(channel).childrenOf(main.getAsInt(), sign::isWorker).size();
    return HostSettings.of(HostSetting.WEB_WORKERS, workers);
  }

  @Override
  public void write(HostChannel channel, HostSettings wanted) {
    numbers().write(channel, wanted);
    noticeFiles(channel);
  }

  @Override
  public void noticeFiles(HostChannel channel) {
    service.noticeFiles(channel);
  }

  @Override
  public void reload(HostChannel channel, HostSettings wanted) {
    OptionalInt main = service.mainProcess(channel);
    if (main.isEmpty() || reload == Reload.RESTART) {
      service.restart(channel);
    } else if (reload == Reload.RELOAD) {
      service.reload(channel);
    } else {
      GunicornSignals.reach(
          channel, main.getAsInt(), wanted.get(HostSetting.WEB_WORKERS).orElseThrow());
    }
  }
}
