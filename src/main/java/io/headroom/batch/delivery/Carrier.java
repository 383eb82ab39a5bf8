package io.headroom.batch.delivery;

/**
 * Brings messages to one place. A message may come twice, with the same id, so that the receiver
 * can tell. Safe for use by several threads.
 */
public interface Carrier {

  /** Returns the name of the place in the configuration. */
  String name();

  /**
   * Delivers a message.
   *
   * @throws DeliveryException if it was not taken, or if that is not known
   */
  void deliver(Message message);
}
