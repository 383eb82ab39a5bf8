package io.headroom.batch.delivery;

import io.headroom.batch.delivery.DeliveryException.Again;
import io.headroom.configuration.DeliverySection;
import io.headroom.configuration.DeliverySection.MailServer;
import io.headroom.configuration.DeliverySection.Security;
import io.headroom.outbound.OutboundException;
import io.headroom.outbound.OutboundGuard;
import io.headroom.report.PlainText;
import io.headroom.report.change.ChangeFormat;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Sends a message by mail: what it comes to as text, the reports attached. The server must be
 * allowed as every other address that a person writes down. Two tries are the same mail by its
 * Message-ID.
 */
public final class MailCarrier implements Carrier {

  private final DeliverySection.ToMail section;
  private final OutboundGuard guard;
  private final Duration limit;

  /**
   * Delivers over the server that the section names.
   *
   * @param limit longest time of connecting, and of each answer of the server
   */
  public MailCarrier(DeliverySection.ToMail section, OutboundGuard guard, Duration limit) {
    this.section = section;
    this.guard = guard;
    this.limit = limit;
  }

  @Override
  public String name() {
    return section.name();
  }

  @Override
  public void deliver(Message message) {
    MailServer server = section.server();
    try {
      InetAddress place = guard.place(server.host());
      Session session = Session.getInstance(properties(server, place));
      MimeMessage mail = mail(session, message);
      try (Transport transport = session.getTransport("smtp")) {
        transport.connect(
            server.host(),
            server.port(),
            server.login().map(DeliverySection.Login::user).orElse(null),
            server.login().map(login -> login.password().reveal()).orElse(null));
        transport.sendMessage(mail, mail.getAllRecipients());
      }
    } catch (OutboundException e) {
      throw failed(
          e.kind() == OutboundException.Kind.UNAVAILABLE ? Again.LATER : Again.NEVER,
          String.valueOf(e.getMessage()),
          e);
    } catch (AuthenticationFailedException e) {
      throw failed(Again.NEVER, server.host() + " refused user and password", e);
    } catch (AddressException e) {
      throw failed(Again.NEVER, "an address is none", e);
    } catch (SendFailedException e) {
      throw failed(Again.NEVER, server.host() + " refused sender or receivers", e);
    } catch (MessagingException e) {
      throw failed(Again.LATER, "no good answer from " + server.host(), e);
    }
  }

  private Properties properties(MailServer server, InetAddress place) {
    Properties properties = new Properties();
    String millis = String.valueOf(limit.toMillis());
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.auth", String.valueOf(server.login().isPresent()));
    properties.put(
        "mail.smtp.starttls.enable", String.valueOf(server.security() == Security.STARTTLS));
    properties.put(
        "mail.smtp.starttls.required", String.valueOf(server.security() == Security.STARTTLS));
    properties.put("mail.smtp.ssl.enable", String.valueOf(server.security() == Security.TLS));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    if (server.security() != Security.TLS) {
      properties.put("mail.smtp.socketFactory", new CheckedPlace(place));
      properties.put("mail.smtp.socketFactory.fallback", "false");
    }
    return properties;
  }

  private MimeMessage mail(Session session, Message message) throws MessagingException {
    MimeMessage mail = new WithId(session, "<" + message.id() + "@headroom>");
    mail.setFrom(new InternetAddress(section.from(), /* strict= */ true));
    for (String to : section.to()) {
      mail.addRecipient(
          jakarta.mail.Message.RecipientType.TO, new InternetAddress(to, /* strict= */ true));
    }
    String utf8 = StandardCharsets.UTF_8.name();
    mail.setSubject("Headroom: " + PlainText.forTerminal(message.title()), utf8);
    mail.setSentDate(Date.from(message.time()));
    MimeBodyPart text = new MimeBodyPart();
    text.setText(text(message), utf8);
    MimeMultipart parts = new MimeMultipart(text);
    for (Map.Entry<String, String> document : message.documents().entrySet()) {
      if (section.formats().contains(document.getKey())) {
        parts.addBodyPart(attached(document.getKey(), document.getValue()));
      }
    }
    mail.setContent(parts);
    return mail;
  }

  private static String text(Message message) {
    return String.join("\n", message.summary()) + "\n";
  }

  private static MimeBodyPart attached(String format, String text) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    String type = ChangeFormat.ofId(format).orElseThrow().mediaType();
    part.setText(text, StandardCharsets.UTF_8.name(), type.substring(type.indexOf('/') + 1));
    part.setHeader("Content-Type", type + "; charset=UTF-8");
    part.setFileName("changes." + format);
    return part;
  }

  private DeliveryException failed(Again again, String reason, Exception cause) {
    return new DeliveryException(again, "Cannot deliver " + name() + ": " + reason, cause);
  }

  /** A mail whose id is not made anew with every try. */
  private static final class WithId extends MimeMessage {
    private final String id;

    WithId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  /** Connects to the address that was checked, whatever the name means by then. */
  private static final class CheckedPlace extends javax.net.SocketFactory {
    private final InetAddress place;

    CheckedPlace(InetAddress place) {
      this.place = place;
    }

    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(java.net.@Nullable SocketAddress address, int millis)
            throws IOException {
          InetSocketAddress wanted = (InetSocketAddress) address;
          super.connect(
              new InetSocketAddress(place, wanted == null ? 0 : wanted.getPort()), millis);
        }
      };
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return new Socket(place, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
        throws IOException {
      return new Socket(place, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return new Socket(place, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
        throws IOException {
      return new Socket(place, port, local, localPort);
    }
  }
}
