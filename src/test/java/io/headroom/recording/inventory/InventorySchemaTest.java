package io.headroom.recording.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.headroom.model.machine.Architecture;
import io.headroom.model.machine.BootMode;
import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.InstanceState;
import io.headroom.model.machine.Lifecycle;
import io.headroom.model.machine.Manager;
import io.headroom.model.machine.MemoryMeasure;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.machine.Platform;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.PublicAddress;
import io.headroom.model.machine.Virtualization;
import io.headroom.testing.RandomMachines;
import io.headroom.testing.RecordingFiles;
import io.headroom.testing.Seeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema says what the reader reads and the writer writes: no more, no less. */
class InventorySchemaTest {

  private static final String TEXT = text();
  private static final JsonNode ROOT = parse(TEXT);
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(TEXT, InputFormat.JSON);

  @Test
  void hasThePropertiesThatAreWrittenAndNoOthers() {
    SortedSet<String> written = new TreeSet<>();
    addPaths("", parse(written(List.of(InventoryReaderTest.everyFact()))), written);
    written.add("$schema"); // for editors; a program has no use for it

    assertThat(schemaPaths()).isEqualTo(written);
  }

  @Test
  void hasTheConstantsOfTheModel() {
    Map<String, List<String>> expected = new TreeMap<>();
    expected.put("instances.provider", ids(Provider.values(), Provider::id));
    expected.put("instances.state", ids(InstanceState.values(), InstanceState::id));
    expected.put("instances.lifecycle", ids(Lifecycle.values(), Lifecycle::id));
    expected.put("instances.credit_mode", ids(CreditMode.values(), CreditMode::id));
    expected.put("instances.platform", ids(Platform.values(), Platform::id));
    expected.put("instances.architecture", ids(Architecture.values(), Architecture::id));
    expected.put("instances.virtualization", ids(Virtualization.values(), Virtualization::id));
    expected.put("instances.boot_mode", ids(BootMode.values(), BootMode::id));
    expected.put("instances.public_address", ids(PublicAddress.values(), PublicAddress::id));
    expected.put("instances.managed_by.kind", ids(Manager.Kind.values(), Manager.Kind::id));
    expected.put("instances.memory_measure", ids(MemoryMeasure.values(), MemoryMeasure::id));
    expected.put(
        "instances.host_profile.pools.kind", ids(MemoryPool.Kind.values(), MemoryPool.Kind::id));
    SortedMap<String, List<String>> found = new TreeMap<>();
    walk(
        "",
        ROOT,
        (path, node) -> {
          if (node.has("enum")) {
            found.put(path, constants(node.get("enum")));
          }
        });

    assertThat(found).isEqualTo(expected);
  }

  @Test
  void describesEveryProperty() {
    walk(
        "",
        ROOT,
        (path, node) -> assertThat(node.path("description").asText()).as(path).endsWith("."));
  }

  @Test
  void acceptsWhateverIsWritten() {
    Seeds.forEach(
        200,
        random -> {
          Instance machine = new RandomMachines(random).instance("i-1");
          assertThat(errors(written(List.of(machine)))).isEmpty();
        });
  }

  @Test
  void acceptsUnknownFactsAsNull() {
    assertThat(
            errors(
                RecordingFiles.inventoryOf(
                    RecordingFiles.machine(
                        "i-1", ", \"zone\": null, \"lifecycle\": null, \"disks\": null"))))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.headroom.recording.inventory.InventoryReaderTest#badMachines")
  void refusesWhatTheReaderRefuses(String machine, String field, String detail) {
    // a validator sees a document only when properties that come twice are gone, and takes numbers
    // beyond the range of a double for large ones
    if (!detail.contains("comes twice") && !machine.contains("1e999")) {
      assertThat(errors(RecordingFiles.inventoryOf(machine))).as(field).isNotEmpty();
    }
  }

  @Test
  void refusesPropertiesThatTheReaderIgnores() {
    assertThat(
            errors(RecordingFiles.inventoryOf(RecordingFiles.machine("i-1", ", \"zones\": \"a\""))))
        .hasSize(1);
  }

  private interface Visitor {
    void property(String path, JsonNode schema);
  }

  private static SortedSet<String> schemaPaths() {
    SortedSet<String> paths = new TreeSet<>();
    walk("", ROOT, (path, node) -> paths.add(path));
    return paths;
  }

  /** Visits the schema of every property, with the names of the objects around it. */
  private static void walk(String path, JsonNode schema, Visitor visitor) {
    JsonNode target =
        schema.has("$ref") ? ROOT.at(schema.get("$ref").asText().substring(1)) : schema;
    if (target.has("items")) {
      walk(path, target.get("items"), visitor);
      return;
    }
    target
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String name = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
              visitor.property(name, property.getValue());
              walk(name, property.getValue(), visitor);
            });
  }

  /** Adds the names of all properties of a document but those of tags, which are anybody's. */
  private static void addPaths(String path, JsonNode node, SortedSet<String> paths) {
    if (node.isArray()) {
      node.forEach(item -> addPaths(path, item, paths));
    } else if (!path.equals("instances.tags")) {
      node.properties()
          .forEach(
              property -> {
                String name = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
                paths.add(name);
                addPaths(name, property.getValue(), paths);
              });
    }
  }

  private static List<String> constants(JsonNode values) {
    List<String> constants = new ArrayList<>();
    values.forEach(
        value -> {
          if (!value.isNull()) {
            constants.add(value.asText());
          }
        });
    return constants;
  }

  private static <E> List<String> ids(E[] constants, Function<E, String> id) {
    return Arrays.stream(constants).map(id).toList();
  }

  private static List<Error> errors(String document) {
    return SCHEMA.validate(
        document,
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static String written(List<Instance> instances) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      InventoryWriter.write(out, Instant.parse("2026-08-03T00:00:00Z"), instances);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(UTF_8);
  }

  private static JsonNode parse(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text() {
    try (InputStream in =
        InventorySchemaTest.class.getResourceAsStream("/schema/inventory.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
