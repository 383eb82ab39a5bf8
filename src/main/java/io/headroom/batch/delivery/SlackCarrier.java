package io.headroom.batch.delivery;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headroom.configuration.DeliverySection;
import io.headroom.report.PlainText;
import java.util.Map;

/**
 * Posts a message to an incoming webhook of Slack, or of what takes the same. What others wrote can
 * mention nobody and make no link. Source: Slack, "Formatting text for app surfaces": {@code &},
 * {@code <} and {@code >} are escaped; plain text is shown as it is.
 */
public final class SlackCarrier implements Carrier {

  private static final JsonMapper JSON = new JsonMapper();

  /** Longest text of a header and of a section. Source: Slack, "Reference: blocks". */
  private static final int LONGEST_HEADER = 150;

  private static final int LONGEST_SECTION = 3000;

  private final DeliverySection.ToSlack section;
  private final WebCarrier web;

  /** Delivers to the address that the section names. */
  public SlackCarrier(DeliverySection.ToSlack section, WebCarrier web) {
    this.section = section;
    this.web = web;
  }

  @Override
  public String name() {
    return section.name();
  }

  @Override
  public void deliver(Message message) {
    web.post(name(), section.url(), "application/json", Map.of(), body(message));
  }

  private static String body(Message message) {
    ObjectNode root = JSON.createObjectNode();
    root.put("text", escaped(message.title()));
    ArrayNode blocks = root.putArray("blocks");
    ObjectNode header = blocks.addObject().put("type", "header");
    text(header, cut(PlainText.forTerminal(message.title()), LONGEST_HEADER));
    for (String line : message.summary()) {
      ObjectNode section = blocks.addObject().put("type", "section");
      text(section, cut(PlainText.forTerminal(line), LONGEST_SECTION));
    }
    return root.toString();
  }

  private static void text(ObjectNode block, String text) {
    block.putObject("text").put("type", "plain_text").put("text", text).put("emoji", false);
  }

  private static String escaped(String text) {
    return PlainText.forTerminal(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
