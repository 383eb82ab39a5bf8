package io.headroom.host.recipe;

import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import io.headroom.host.edit.JsonNumber;
import io.headroom.host.edit.NumberPlace;
import io.headroom.host.process.ProcessTable;
import io.headroom.host.service.Commands;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The workers of a Frappe bench. The counts stand in its {@code common_site_config.json}; bench
 * writes them into the configuration of supervisor or systemd, and changes nothing by itself after
 * a resize. Background workers are counted in sets: one worker of each queue.
 *
 * <p>Source: frappe/bench, {@code config/common_site_config.py} and {@code
 * config/templates/supervisor.conf}.
 *
 * @param layout where the bench is and whose it is
 * @param control what runs its processes
 * @param reload how a changed count of web workers comes into force
 */
public record BenchRecipe(BenchLayout layout, BenchControl control, Reload reload)
    implements HostRecipe {

  private static final SortedMap<HostSetting, NumberPlace> PLACES =
      new TreeMap<>(
          Map.of(
              HostSetting.WEB_WORKERS, new JsonNumber("gunicorn_workers"),
              HostSetting.BACKGROUND_WORKERS, new JsonNumber("background_workers")));

  @Override
  public String id() {
    return "frappe-bench";
  }

  @Override
  public Set<HostSetting> settings() {
    return PLACES.keySet();
  }

  @Override
  public List<ChangedFile> files() {
    return List.of(file());
  }

  private ChangedFile file() {
    return new ChangedFile(
        layout.directory() + "/sites/common_site_config.json", Optional.of(layout.user()));
  }

  private HostNumbers numbers() {
    return new HostNumbers(file(), PLACES, "{}\n");
  }

  @Override
  public HostSettings configured(HostChannel channel) {
    return numbers().read(channel);
  }

  @Override
  public HostSettings running(HostChannel channel) {
    OptionalInt master = control.webMaster(channel, layout);
    int web =
        master.isEmpty()
            ? 0
            : ProcessTable.read(channel)
                .childrenOf(master.getAsInt(), WorkerSign.GUNICORN::isWorker)
                .size();
    return HostSettings.of(HostSetting.WEB_WORKERS, web)
        .with(HostSetting.BACKGROUND_WORKERS, control.backgroundSets(channel, layout));
  }

  @Override
  public void write(HostChannel channel, HostSettings wanted) {
    numbers().write(channel, wanted);
    noticeFiles(channel);
  }

  @Override
  public void noticeFiles(HostChannel channel) {
    HostCommand setup = HostCommand.of(control.setup(), layout.directory());
    Commands.run(channel, setup.as(Optional.of(layout.user())));
    control.noticeFiles(channel);
  }

  @Override
  public void reload(HostChannel channel, HostSettings wanted) {
    OptionalInt master = control.webMaster(channel, layout);
    OptionalInt web = wanted.get(HostSetting.WEB_WORKERS);
    if (reload == Reload.SIGNALS && master.isPresent()) {
      web.ifPresent(count -> GunicornSignals.reach(channel, master.getAsInt(), count));
    } else if (web.isPresent()) {
      control.restartWeb(channel, layout);
    }
    if (wanted.get(HostSetting.BACKGROUND_WORKERS).isPresent()) {
      control.restartBackground(channel, layout);
    }
  }
}
