package io.headroom.http.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Settings of the service. Each is also a variable: {@code HEADROOM_SERVICE_RECORDING}. */
@ConfigMapping(prefix = "headroom.service")
public interface ServiceSettings {

  /** Returns the folder of the recording that is served; {@code demo} is the bundled one. */
  @WithDefault("demo")
  String recording();

  /** Returns the policies, by name or file, in the order in which they are tried. */
  Optional<List<String>> policies();

  /** Returns the folder of refreshed types and prices. */
  Optional<String> catalog();

  /** Returns the price file. */
  Optional<String> prices();

  /** Returns the names under which the service is reached, beside the loopback ones. */
  Optional<List<String>> hosts();

  /** Returns how many requests a second one caller may send. */
  @WithDefault("2000")
  int requestsPerSecond();

  /** Returns how many verdicts are made from requests at the same time. */
  @WithDefault("4")
  int evaluationsAtOnce();
}
