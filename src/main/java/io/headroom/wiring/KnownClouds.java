package io.headroom.wiring;

import io.headroom.collector.CloudPorts;
import io.headroom.collector.CloudSelection;
import io.headroom.collector.Clouds;
import java.time.InstantSource;

/** The providers whose ports there are. Their libraries are loaded when one is opened. */
final class KnownClouds implements Clouds {

  private final InstantSource clock;

  KnownClouds(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public CloudPorts open(CloudSelection selection) {
    return switch (selection.provider()) {
      case AWS -> new AwsPorts(selection, clock);
      case GCE -> new GcePorts(selection, clock);
    };
  }
}
