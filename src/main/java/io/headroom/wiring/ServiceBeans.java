package io.headroom.wiring;

import io.headroom.advice.Adviser;
import io.headroom.advice.Fleet;
import io.headroom.advice.RegionTables;
import io.headroom.catalog.Catalogs;
import io.headroom.catalog.price.PriceFile;
import io.headroom.http.evaluate.PolicyShelf;
import io.headroom.http.fleet.RecordedFleet;
import io.headroom.http.settings.ServiceSettings;
import io.headroom.policy.PolicySet;
import io.headroom.policy.PolicySource;
import io.headroom.policy.file.LoadedPolicy;
import io.headroom.policy.file.ShippedPolicies;
import io.headroom.recording.BundledRecording;
import io.headroom.recording.RecordingReader;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What the service is put together from. */
@ApplicationScoped
public class ServiceBeans {

  private static final Logger LOG = Logger.getLogger(ServiceBeans.class);

  /** Policies under which the bundled machines show most. */
  private static final List<String> FOR_BUNDLED = List.of("erpnext", ShippedPolicies.DEFAULT);

  @Produces
  @Singleton
  Catalogs catalogs(ServiceSettings settings) {
    Catalogs listed =
        settings
            .catalog()
            .map(folder -> Catalogs.bundled().withOverlay(Path.of(folder)))
            .orElseGet(Catalogs::bundled);
    return settings
        .prices()
        .map(file -> listed.withPrices(PriceFile.read(Path.of(file))))
        .orElse(listed);
  }

  @Produces
  @Singleton
  RegionTables tables(Catalogs catalogs) {
    return new RegionTables(catalogs);
  }

  @Produces
  @Singleton
  PolicyShelf shelf(ServiceSettings settings) {
    List<String> byDefault = isBundled(settings) ? FOR_BUNDLED : List.of(ShippedPolicies.DEFAULT);
    PolicySource source = new PolicySource(Path.of(""));
    List<LoadedPolicy> policies =
        settings.policies().orElse(byDefault).stream().map(source::load).toList();
    return new PolicyShelf(policies);
  }

  @Produces
  @Singleton
  RecordedFleet recorded(ServiceSettings settings, PolicyShelf shelf, Catalogs catalogs) {
    RecordingReader reader =
        RecordingReader.open(
            isBundled(settings) ? BundledRecording.directory() : Path.of(settings.recording()));
    return new RecordedFleet(
        Fleet.of(reader),
        new Adviser(new PolicySet(shelf.standard()), catalogs, reader.recording().recordedUntil()));
  }

  private static boolean isBundled(ServiceSettings settings) {
    return settings.recording().equals(BundledRecording.NAME);
  }

  /** Judges beside the rest of the start; until it is done the service is not ready. */
  void judge(@Observes StartupEvent start, RecordedFleet recorded) {
    Thread judge = new Thread(() -> judge(recorded), "judge");
    judge.setDaemon(true);
    judge.start();
  }

  private static void judge(RecordedFleet recorded) {
    try {
      recorded.judge();
      Optional<Integer> machines = recorded.judged().map(judged -> judged.verdicts().size());
      LOG.infof("Ready: %d machines judged", machines.orElse(0));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("Cannot judge the recording; the service stays not ready", e);
    }
  }
}
