package io.headroom.batch.delivery;

import io.headroom.batch.delivery.DeliveryException.Again;
import io.headroom.configuration.Secret;
import io.headroom.outbound.OutboundException;
import io.headroom.outbound.OutboundGuard;
import io.headroom.outbound.WebAnswer;
import io.headroom.outbound.WebSender;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Posts to an address that a person wrote down, if the server allows it.
 *
 * @param guard says where requests may go
 * @param sender sends them
 */
public record WebCarrier(OutboundGuard guard, WebSender sender) {

  /**
   * Posts a body.
   *
   * @param name name of the delivery, for messages
   * @throws DeliveryException if it was not taken; the message has no more of the address than its
   *     host
   */
  void post(String name, Secret url, String mediaType, Map<String, String> headers, String body) {
    WebAnswer answer;
    try {
      answer =
          sender.post(
              guard.check(url.reveal()), mediaType, headers, body.getBytes(StandardCharsets.UTF_8));
    } catch (OutboundException e) {
      throw new DeliveryException(
          e.kind() == OutboundException.Kind.UNAVAILABLE ? Again.LATER : Again.NEVER,
          "Cannot deliver " + name + ": " + e.getMessage(),
          e);
    }
    if (!answer.isGood()) {
      throw new DeliveryException(
          answer.isForNow() ? Again.LATER : Again.NEVER,
          "Cannot deliver " + name + ": the receiver answered with status " + answer.status());
    }
  }
}
