package io.headroom.terraform.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.headroom.document.Excerpt;
import io.headroom.document.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@code terraform show -json} prints of a state, in a stream. Modules may be nested,
 * counted and made for each of a map. Source: Terraform, "JSON Output Format", state
 * representation, format 1.
 */
public final class StateReader {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String EXPECTED = "expected what terraform show -json prints";

  private final Path file;
  private final List<ManagedMachine> machines = new ArrayList<>();
  private boolean versioned;

  private StateReader(Path file) {
    this.file = file;
  }

  /**
   * Returns the machines of a state: {@code aws_instance} and {@code google_compute_instance}
   * resources. A state without resources has none.
   *
   * @throws StateException if the file cannot be read, or is no state in this form
   */
  public static TerraformState read(Path file) {
    StateReader reader = new StateReader(file);
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = JSON.createParser(in)) {
      reader.document(json);
    } catch (JsonProcessingException e) {
      throw new StateException(
          "Cannot read state "
              + file
              + ": line "
              + e.getLocation().getLineNr()
              + " is not JSON ("
              + Excerpt.escaped(e.getOriginalMessage())
              + "); "
              + EXPECTED,
          e);
    } catch (IOException e) {
      throw new StateException("Cannot read state " + file + ": " + Failure.reason(e), e);
    } catch (IllegalArgumentException e) {
      throw new StateException("Cannot read state " + file + ": " + e.getMessage(), e);
    }
    return TerraformState.of(file.toString(), reader.machines);
  }

  private void document(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw refused("it is no object");
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      switch (name) {
        case "format_version" -> requireVersion(json.getText());
        case "values" -> values(json, token);
        case "lineage", "serial" -> throw refused("it is a file as Terraform stores it");
        case "planned_values", "resource_changes" -> throw refused("it is a plan");
        default -> json.skipChildren();
      }
    }
    if (!versioned) {
      throw refused("it has no format_version");
    }
  }

  private void requireVersion(String version) {
    versioned = true;
    if (!version.startsWith("1.") && !version.startsWith("0.")) {
      throw refused("its format_version is " + Excerpt.of(version) + ", known are 0 and 1");
    }
  }

  private void values(JsonParser json, JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      return;
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      boolean root = json.currentName().equals("root_module");
      if (json.nextToken() == JsonToken.START_OBJECT && root) {
        module(json);
      } else {
        json.skipChildren();
      }
    }
  }

  private void module(JsonParser json) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      if (json.nextToken() != JsonToken.START_ARRAY) {
        json.skipChildren();
        continue;
      }
      switch (name) {
        case "resources" -> each(json, () -> ResourceReader.read(json).ifPresent(machines::add));
        case "child_modules" -> each(json, () -> module(json));
        default -> json.skipChildren();
      }
    }
  }

  /** Reads the object at which the parser stands. */
  @FunctionalInterface
  private interface Item {
    void read() throws IOException;
  }

  private void each(JsonParser json, Item item) throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw refused("a list of it has something other than objects");
      }
      item.read();
    }
  }

  private StateException refused(String reason) {
    return new StateException(
        "Cannot read state " + file + ": " + reason + "; " + EXPECTED + " > state.json");
  }
}
