package io.headroom.batch.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Messages as they wait in the outbox. */
public final class MessageJson {

  private static final JsonMapper JSON = new JsonMapper();

  private MessageJson() {}

  /** Returns the text of a message. */
  public static String write(Message message) {
    ObjectNode root = JSON.createObjectNode();
    root.put("id", message.id());
    root.put("kind", message.kind());
    root.put("time", message.time().toString());
    root.put("title", message.title());
    message.summary().forEach(root.putArray("summary")::add);
    ObjectNode documents = root.putObject("documents");
    message.documents().forEach(documents::put);
    return root.toString();
  }

  /**
   * Returns the message of a text.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Message read(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      List<String> summary = new ArrayList<>();
      root.required("summary").forEach(line -> summary.add(line.asText()));
      SortedMap<String, String> documents = new TreeMap<>();
      root.required("documents")
          .properties()
          .forEach(entry -> documents.put(entry.getKey(), entry.getValue().asText()));
      return new Message(
          root.required("id").asText(),
          root.required("kind").asText(),
          Instant.parse(root.required("time").asText()),
          root.required("title").asText(),
          summary,
          documents);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Invalid message: no JSON", e);
    }
  }
}
