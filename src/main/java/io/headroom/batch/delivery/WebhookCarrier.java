package io.headroom.batch.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headroom.configuration.DeliverySection;
import java.time.InstantSource;

/**
 * Posts a message as a CloudEvent in structured JSON, signed. The event's id and the signature's
 * are the message's, the same for every try; the time that is signed is that of the try. Source:
 * CloudEvents 1.0.2, JSON format.
 */
public final class WebhookCarrier implements Carrier {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String MEDIA_TYPE = "application/cloudevents+json; charset=UTF-8";

  private final DeliverySection.ToWebhook section;
  private final WebhookSignature signature;
  private final WebCarrier web;
  private final InstantSource clock;

  /**
   * Delivers to the address that the section names.
   *
   * @throws IllegalArgumentException if the key of the signature is none
   */
  public WebhookCarrier(DeliverySection.ToWebhook section, WebCarrier web, InstantSource clock) {
    this.section = section;
    this.signature = WebhookSignature.with(section.key());
    this.web = web;
    this.clock = clock;
  }

  @Override
  public String name() {
    return section.name();
  }

  @Override
  public void deliver(Message message) {
    String body = event(message);
    web.post(
        name(),
        section.url(),
        MEDIA_TYPE,
        signature.headers(message.id(), clock.instant(), body),
        body);
  }

  private static String event(Message message) {
    ObjectNode event = JSON.createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", message.id());
    event.put("source", "/headroom/runs");
    event.put("type", message.kind());
    event.put("time", message.time().toString());
    event.put("subject", message.title());
    event.put("datacontenttype", "application/json");
    event.set("data", data(message));
    return event.toString();
  }

  private static JsonNode data(Message message) {
    try {
      return JSON.readTree(message.documents().getOrDefault("json", "{}"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the report is no JSON", e);
    }
  }
}
