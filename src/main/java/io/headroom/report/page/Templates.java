package io.headroom.report.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The templates of the pages. Every value they are given is escaped unless they say otherwise. */
final class Templates {

  private static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);

  private final Engine engine =
      Engine.builder()
          .addDefaults()
          .addValueResolver(ValueResolvers.rawResolver())
          .addValueResolver(new ReflectionValueResolver())
          .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
          .strictRendering(true)
          .build();

  Templates() {
    // other templates include it
    engine.putTemplate("picture.html", named("picture.html"));
  }

  /** Returns a template by the name of its file. */
  final Template named(String name) {
    return engine.parse(resource(name), HTML, name);
  }

  /** Fills a template with one value, called {@code it}, and returns the text. */
  static String text(Template template, Object it) {
    return template.instance().data("it", it).render();
  }

  /** Fills a template and writes it. */
  static void write(Template template, Map<String, Object> values, Writer out) throws IOException {
    var instance = template.instance();
    values.forEach(instance::data);
    out.write(instance.render());
  }

  /** Returns the text of a file beside the templates. */
  static String resource(String name) {
    try (InputStream in = Templates.class.getResourceAsStream("/report/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
