package io.headroom.report.chart;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes one SVG picture. All text is escaped by the XML writer; numbers have at most two decimals.
 * Calls follow the document: an element, its attributes, its text or children, its end.
 */
public final class SvgWriter {

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter xml;

  private SvgWriter() {
    try {
      xml = FACTORY.createXMLStreamWriter(out);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Starts a picture as wide as the page gives it, with what it shows in words for those who do not
   * see it.
   *
   * @param id unique in the page
   * @param height in pixels
   * @param title what it is
   * @param description what it shows
   */
  public static SvgWriter picture(String id, int height, String title, String description) {
    SvgWriter svg = new SvgWriter();
    return svg.open("svg")
        .set("id", id)
        .set("width", "100%")
        .set("height", height)
        .set("role", "img")
        .set("aria-labelledby", id + "-t " + id + "-d")
        .open("title")
        .set("id", id + "-t")
        .text(title)
        .close()
        .open("desc")
        .set("id", id + "-d")
        .text(description)
        .close();
  }

  /** Opens an element. */
  public SvgWriter open(String element) {
    return write(() -> xml.writeStartElement(element));
  }

  /** Sets an attribute of the element just opened. */
  public SvgWriter set(String attribute, String value) {
    return write(() -> xml.writeAttribute(attribute, value));
  }

  /** Sets an attribute of the element just opened. */
  public SvgWriter set(String attribute, double value) {
    return set(attribute, number(value));
  }

  /** Sets an attribute of the element just opened to a share of the picture's width. */
  public SvgWriter share(String attribute, double share) {
    return set(attribute, number(share * 100) + "%");
  }

  /** Writes text into the element. */
  public SvgWriter text(String text) {
    return write(() -> xml.writeCharacters(text));
  }

  /** Ends the element. */
  public SvgWriter close() {
    return write(xml::writeEndElement);
  }

  /** Ends the picture and returns it. */
  public String end() {
    write(xml::writeEndDocument);
    write(xml::flush);
    return out.toString();
  }

  /** Writes a horizontal line over the whole width. */
  public SvgWriter rule(String style, double y) {
    return open("line")
        .set("class", style)
        .set("x1", "0")
        .set("x2", "100%")
        .set("y1", y)
        .set("y2", y)
        .close();
  }

  /** Writes text at a share of the width. */
  public SvgWriter label(String style, double share, double y, String text) {
    return open("text").set("class", style).share("x", share).set("y", y).text(text).close();
  }

  /** Writes a path. */
  public SvgWriter path(String style, String data) {
    return data.isEmpty() ? this : open("path").set("class", style).set("d", data).close();
  }

  /** Returns a number with at most two decimals. */
  static String number(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private SvgWriter write(Step step) {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
