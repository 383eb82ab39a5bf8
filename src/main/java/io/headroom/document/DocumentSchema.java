package io.headroom.document;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A JSON Schema (2020-12) of the product's own, to check documents against. A schema may say what
 * it accepts in the words of the keyword {@code x-expected}; messages then use them.
 *
 * <p>Making one takes a tenth of a second or more in a new JVM, so make it when there is a document
 * to check, and keep it. Instances may be shared between threads.
 */
public final class DocumentSchema {

  private final DocumentNode source;
  private final Schema compiled;

  private DocumentSchema(DocumentNode source) {
    this.source = source;
    String id = source.asMapping().text("$id");
    this.compiled =
        SchemaRegistry.withDialect(Dialects.getDraft202012())
            .getSchema(SchemaLocation.of(id), JsonTree.of(source));
  }

  /**
   * Returns the schema in a resource of the class path, such as {@code
   * schema/price-file.schema.json}. It needs an {@code $id}.
   *
   * @throws IllegalArgumentException if there is no such resource
   */
  public static DocumentSchema ofResource(String name) {
    try (InputStream in = DocumentSchema.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("Cannot find the schema " + name + " in the program");
      }
      return new DocumentSchema(GuardedYaml.read(name, in));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the schema " + name, e);
    }
  }

  /**
   * Returns what is wrong with {@code document}, in its order; nothing if it is as it should be.
   */
  public List<DocumentProblem> check(DocumentNode document) {
    List<Error> errors = compiled.validate(JsonTree.of(document));
    SchemaFindings findings = new SchemaFindings(source, document);
    return SchemaErrors.essential(errors).stream()
        .map(findings::problem)
        .sorted()
        .distinct()
        .toList();
  }

  /**
   * Returns {@code document} if it is as it should be.
   *
   * @throws DocumentException if it is not; carries everything that is wrong
   */
  public DocumentNode require(DocumentNode document) {
    List<DocumentProblem> problems = check(document);
    if (!problems.isEmpty()) {
      throw new DocumentException(problems);
    }
    return document;
  }
}
