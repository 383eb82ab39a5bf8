package io.headroom.configuration;

import io.headroom.document.MappingNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Where values come from, the first that says one holds: options of the command line, variables
 * {@code HEADROOM_…}, files, defaults.
 *
 * @param options values by the name of the key
 * @param environment environment variables, which also hold secrets
 * @param files files, the one that holds first
 */
public record ConfigurationSource(
    Map<String, List<String>> options, Map<String, String> environment, List<Path> files) {

  /** Copies the collections. */
  public ConfigurationSource {
    options = Map.copyOf(options);
    environment = Map.copyOf(environment);
    files = List.copyOf(files);
  }

  /**
   * Reads the configuration.
   *
   * @throws io.headroom.document.DocumentException if there is anything wrong with it; carries the
   *     places
   */
  public Configuration read() {
    return new ConfigurationReader(effective(), environment).read();
  }

  /**
   * Returns every value that holds with where it comes from, in the order of the schema. Secrets
   * are not in it, only where they are.
   *
   * @throws io.headroom.document.DocumentException if a file is not as it should be
   */
  public List<SetValue> values() {
    return SetValue.allOf(effective());
  }

  private MappingNode effective() {
    MappingNode layer = ConfigurationLayers.defaults();
    List<Path> weakestFirst = new ArrayList<>(files);
    Collections.reverse(weakestFirst);
    for (Path file : weakestFirst) {
      layer = ConfigurationLayers.over(layer, ConfigurationLayers.file(file));
    }
    layer = ConfigurationLayers.over(layer, ConfigurationLayers.variables(environment));
    layer = ConfigurationLayers.over(layer, ConfigurationLayers.options(options));
    return ConfigurationKeys.schema().require(layer).asMapping();
  }
}
