package io.headroom.terraform.variables;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.report.OutputFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * Writes variables as the JSON that Terraform loads from {@code *.auto.tfvars.json}. Keys are in
 * their order, what is not known is left out, and the same variables give the same bytes. Strings
 * are inert there: Terraform evaluates no template in it. Source: Terraform, "JSON Configuration
 * Syntax" and "Input Variables", variable definitions files.
 */
public final class VariablesWriter {

  private static final VisibleText VISIBLE = new VisibleText();

  private VariablesWriter() {}

  /** Returns the document, with a newline at the end. */
  public static String text(Variables variables) {
    return document(json -> write(variables, json));
  }

  /**
   * Returns a document with one variable that is a map of lists, such as the fallbacks of each
   * machine.
   */
  public static String text(VariableName name, SortedMap<String, List<String>> lists) {
    return document(
        json -> {
          json.writeObjectFieldStart(name.text());
          for (Map.Entry<String, List<String>> list : lists.entrySet()) {
            json.writeArrayFieldStart(list.getKey());
            for (String item : list.getValue()) {
              json.writeString(item);
            }
            json.writeEndArray();
          }
          json.writeEndObject();
        });
  }

  /** Writes the fields of a document. */
  @FunctionalInterface
  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private static String document(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = OutputFormat.json(text)) {
      json.setCharacterEscapes(VISIBLE);
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private static void write(Variables variables, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(variables.name().text());
    for (Map.Entry<String, SizedInstance> instance : variables.instances().entrySet()) {
      json.writeObjectFieldStart(instance.getKey());
      write(instance.getValue(), json);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void write(SizedInstance instance, JsonGenerator json) throws IOException {
    Size size = instance.size();
    json.writeStringField(instance.typeField(), size.instanceType());
    number(json, "workers", size.workers());
    number(json, "background_workers", size.backgroundWorkers());
    if (size.databaseMemory().isPresent()) {
      json.writeNumberField("database_memory_mib", size.databaseMemory().get().wholeRoundedUp());
    }
    if (!instance.reason().isEmpty()) {
      json.writeStringField("reason", instance.reason());
    }
  }

  private static void number(JsonGenerator json, String name, OptionalInt value)
      throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.getAsInt());
    }
  }
}
