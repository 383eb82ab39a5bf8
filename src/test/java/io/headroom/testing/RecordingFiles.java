package io.headroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Recordings written by hand. */
public final class RecordingFiles {

  /** First line of a samples file. */
  public static final String HEADER = "instance_id,metric,unit,start,step_seconds,values\n";

  private RecordingFiles() {}

  /** Returns an inventory of machines that are given as JSON objects. */
  public static String inventoryOf(String... instances) {
    return """
    {
      "api_version": "headroom/v1",
      "kind": "Inventory",
      "recorded_until": "2026-08-03T00:00:00Z",
      "instances": [
    INSTANCES
      ]
    }
    """
        .replace("INSTANCES", String.join(",\n", instances));
  }

  /** Returns a machine of which only what is needed is known. */
  public static String machine(String id) {
    return machine(id, "");
  }

  /** Returns a machine with more properties, each after a comma. */
  public static String machine(String id, String more) {
    return "    {\"id\": \""
        + id
        + "\", \"provider\": \"aws\", \"region\": \"us-east-1\", \"instance_type\": \"m5.large\""
        + more
        + "}";
  }

  /** Writes an inventory of machines of which only the ids are known. */
  public static void writeInventory(Path directory, String... ids) {
    write(
        directory.resolve("inventory.json"),
        inventoryOf(Arrays.stream(ids).map(RecordingFiles::machine).toArray(String[]::new)));
  }

  /** Writes packed samples: the header, then the rows, each with a line feed. */
  public static void writeSamples(Path directory, String... rows) {
    String text = Arrays.stream(rows).map(row -> row + "\n").collect(Collectors.joining());
    write(directory.resolve("samples.csv.gz"), packed(HEADER + text));
  }

  /** Writes a text file. */
  public static void write(Path path, String text) {
    write(path, text.getBytes(UTF_8));
  }

  /** Writes a file. */
  public static void write(Path path, byte[] bytes) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the text packed with gzip. */
  public static byte[] packed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
