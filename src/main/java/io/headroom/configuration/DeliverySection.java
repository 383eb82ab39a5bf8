package io.headroom.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Where reports go after a run. */
public sealed interface DeliverySection {

  /** Returns its name in messages. */
  String name();

  /** Returns when it is made. */
  When when();

  /** When a delivery is made. */
  enum When {
    /** After every run. */
    ALWAYS,
    /** Only if something changed since the last run. */
    CHANGES
  }

  /** Files in a folder. */
  record ToFolder(String name, When when, Path folder, SortedSet<String> formats)
      implements DeliverySection {

    /** Copies the formats. */
    public ToFolder {
      formats = new TreeSet<>(formats);
    }
  }

  /**
   * A signed request.
   *
   * @param key {@code whsec_} and the key of the signature in base64
   */
  record ToWebhook(String name, When when, Secret url, Secret key) implements DeliverySection {}

  /** A message in a channel of Slack, or of what takes the same. */
  record ToSlack(String name, When when, Secret url) implements DeliverySection {}

  /** A mail. */
  record ToMail(
      String name,
      When when,
      MailServer server,
      String from,
      List<String> to,
      SortedSet<String> formats)
      implements DeliverySection {

    /** Copies the collections. */
    public ToMail {
      to = List.copyOf(to);
      formats = new TreeSet<>(formats);
    }
  }

  /**
   * Where mail is handed over.
   *
   * @param login user and password; absent means that none are asked for
   */
  record MailServer(String host, int port, Security security, Optional<Login> login) {}

  /** User and password. */
  record Login(String user, Secret password) {}

  /** How a connection to a mail server is encrypted. */
  enum Security {
    /** It begins in the clear and must be encrypted before anything is said. */
    STARTTLS,
    /** From the first byte on. */
    TLS,
    /** Not at all; for a server on the same machine. */
    NONE
  }
}
