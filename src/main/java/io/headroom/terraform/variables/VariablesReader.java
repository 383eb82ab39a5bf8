package io.headroom.terraform.variables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.headroom.document.Excerpt;
import io.headroom.document.Failure;
import io.headroom.model.machine.Provider;
import io.headroom.model.unit.Mebibytes;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads variables back. What is not understood is refused: the file is written anew as a whole, and
 * nothing of it may get lost.
 */
final class VariablesReader {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String file;
  private final VariableName name;

  VariablesReader(String file, VariableName name) {
    this.file = file;
    this.name = name;
  }

  /**
   * Returns what the document says.
   *
   * @throws VariablesException if it is not JSON, or has anything else than the variable
   */
  Variables read(byte[] content) {
    JsonNode document = parse(content);
    if (!document.isObject()) {
      throw invalid("the document", "expected an object with the variable " + name);
    }
    for (Map.Entry<String, JsonNode> variable : document.properties()) {
      if (!variable.getKey().equals(name.text())) {
        throw invalid(
            Excerpt.of(variable.getKey()),
            "expected the variable "
                + name
                + " alone: the file is written anew as a whole; move the others into another file,"
                + " or name the variable with --variable");
      }
    }
    JsonNode instances = document.path(name.text());
    if (!instances.isObject()) {
      throw invalid(name.text(), "expected an object with a machine for each key");
    }
    SortedMap<String, SizedInstance> read = new TreeMap<>();
    instances.properties().forEach(one -> read.put(one.getKey(), instance(one)));
    return new Variables(name, read);
  }

  private JsonNode parse(byte[] content) {
    try {
      return JSON.readTree(content);
    } catch (JsonProcessingException e) {
      throw new VariablesException(
          "Cannot read "
              + file
              + ": line "
              + e.getLocation().getLineNr()
              + " is not JSON ("
              + Excerpt.escaped(e.getOriginalMessage())
              + ")",
          e);
    } catch (IOException e) {
      throw new VariablesException("Cannot read " + file + ": " + Failure.reason(e), e);
    }
  }

  private SizedInstance instance(Map.Entry<String, JsonNode> entry) {
    String path = name + "[" + Excerpt.quoted(entry.getKey()) + "]";
    Entry fields = new Entry(path, entry.getValue());
    fields.requireKnown();
    Provider provider = fields.provider();
    return new SizedInstance(
        provider,
        new Size(
            fields.type(provider),
            fields.count("workers"),
            fields.count("background_workers"),
            fields.databaseMemory()),
        fields.reason());
  }

  /** What is said of one machine. */
  private final class Entry {

    private final String path;
    private final JsonNode fields;

    private Entry(String path, JsonNode fields) {
      this.path = path;
      this.fields = fields;
    }

    private void requireKnown() {
      if (!fields.isObject()) {
        throw invalid(path, "expected an object with instance_type or machine_type");
      }
      for (Map.Entry<String, JsonNode> field : fields.properties()) {
        if (!EntryFields.NAMES.contains(field.getKey())) {
          throw invalid(
              path + "." + Excerpt.of(field.getKey()),
              "expected one of " + String.join(", ", EntryFields.NAMES));
        }
      }
    }

    private Provider provider() {
      boolean aws = fields.has(SizedInstance.typeField(Provider.AWS));
      boolean gce = fields.has(SizedInstance.typeField(Provider.GCE));
      if (aws == gce) {
        throw invalid(path, "expected either instance_type or machine_type");
      }
      return aws ? Provider.AWS : Provider.GCE;
    }

    private String type(Provider provider) {
      String field = SizedInstance.typeField(provider);
      JsonNode type = fields.path(field);
      if (!type.isTextual() || type.asText().isBlank()) {
        throw invalid(path + "." + field, "expected the name of a type");
      }
      return type.asText();
    }

    private OptionalInt count(String field) {
      JsonNode count = fields.path(field);
      if (count.isMissingNode() || count.isNull()) {
        return OptionalInt.empty();
      }
      if (!count.isInt() || count.intValue() < 0) {
        throw invalid(path + "." + field, "expected a whole number, 0 or more");
      }
      return OptionalInt.of(count.intValue());
    }

    private Optional<Mebibytes> databaseMemory() {
      OptionalInt mebibytes = count("database_memory_mib");
      return mebibytes.isPresent()
          ? Optional.of(new Mebibytes(mebibytes.getAsInt()))
          : Optional.empty();
    }

    private String reason() {
      JsonNode reason = fields.path("reason");
      if (!reason.isMissingNode() && !reason.isNull() && !reason.isTextual()) {
        throw invalid(path + ".reason", "expected text");
      }
      return reason.asText("");
    }
  }

  private VariablesException invalid(String what, String expected) {
    return new VariablesException("Invalid " + what + " in " + file + ": " + expected);
  }
}
