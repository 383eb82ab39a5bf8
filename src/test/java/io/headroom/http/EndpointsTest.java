package io.headroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.headroom.http.problem.ProblemCode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds the document of the API, the roles and the documentation to the endpoints in the code. */
class EndpointsTest {

  private static final JsonNode DOCUMENT = document();

  /** Endpoints by method and path, such as {@code get /api/v1/runs}. */
  private static final Map<String, JavaMethod> ENDPOINTS = endpoints();

  private static JsonNode document() {
    try (InputStream in =
        EndpointsTest.class.getClassLoader().getResourceAsStream("META-INF/openapi.yaml")) {
      return new ObjectMapper(new YAMLFactory()).readTree(in);
    } catch (IOException e) {
      throw new AssertionError("the document cannot be read", e);
    }
  }

  private static Map<String, JavaMethod> endpoints() {
    Map<String, JavaMethod> endpoints = new TreeMap<>();
    for (JavaClass resource :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.headroom")) {
      if (resource.isAnnotatedWith(Path.class)) {
        String path = resource.getAnnotationOfType(Path.class).value();
        resource.getMethods().forEach(method -> add(endpoints, path, method));
      }
    }
    return endpoints;
  }

  private static void add(Map<String, JavaMethod> endpoints, String path, JavaMethod method) {
    Optional<String> verb =
        method.isAnnotatedWith(GET.class)
            ? Optional.of("get")
            : method.isAnnotatedWith(POST.class) ? Optional.of("post") : Optional.empty();
    String own =
        method.isAnnotatedWith(Path.class)
            ? "/" + method.getAnnotationOfType(Path.class).value()
            : "";
    verb.ifPresent(
        name ->
            endpoints.putIfAbsent(
                name + " " + (path + own).replaceAll("\\{(\\w+):[^}]*}", "{$1}"), method));
  }

  @Test
  void everyEndpointSaysWhoMayUseIt() {
    assertThat(ENDPOINTS).isNotEmpty();
    assertThat(ENDPOINTS.values())
        .allMatch(
            method ->
                List.of(RolesAllowed.class, PermitAll.class).stream()
                    .anyMatch(
                        rule ->
                            method.isAnnotatedWith(rule)
                                || method.getOwner().isAnnotatedWith(rule)));
  }

  @Test
  void theDocumentHasEveryEndpointAndNoOther() {
    List<String> documented = new ArrayList<>();
    DOCUMENT
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(verb -> documented.add(verb + " " + path.getKey())));

    assertThat(documented).containsExactlyInAnyOrderElementsOf(ENDPOINTS.keySet());
  }

  @Test
  void theDocumentSaysTheRoleOfEachEndpoint() {
    ENDPOINTS.forEach(
        (endpoint, method) -> {
          String[] parts = endpoint.split(" ", 2);
          assertThat(DOCUMENT.at(pointer(parts[1], parts[0])).path("description").asText())
              .as(endpoint)
              .isEqualTo("Role: " + role(method) + ".");
        });
  }

  private static String pointer(String path, String verb) {
    return "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + verb;
  }

  private static String role(JavaMethod method) {
    if (method.isAnnotatedWith(RolesAllowed.class)) {
      return method.getAnnotationOfType(RolesAllowed.class).value()[0];
    }
    return method.getOwner().isAnnotatedWith(RolesAllowed.class)
        ? method.getOwner().getAnnotationOfType(RolesAllowed.class).value()[0]
        : "none";
  }

  @Test
  void everyExampleFitsItsSchema() {
    List<JsonNode> contents = new ArrayList<>(DOCUMENT.findValues("content"));
    assertThat(contents).hasSizeGreaterThan(50);
    for (JsonNode content : contents) {
      content.forEach(
          media -> {
            assertThat(media.has("example")).as(media.toString()).isTrue();
            assertThat(errors(media)).as(media.path("example").toString()).isEmpty();
          });
    }
  }

  private static List<String> errors(JsonNode media) {
    ObjectNode schema = new ObjectMapper().createObjectNode();
    schema.setAll((ObjectNode) media.get("schema"));
    schema.set("components", DOCUMENT.get("components"));
    Schema known =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema.toString());
    return known.validate(media.get("example").toString(), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void thePageAboutTheServiceHasEveryCodeAndEveryPath() throws IOException {
    String page = Files.readString(Paths.get("docs/http.md"));

    assertThat(Arrays.stream(ProblemCode.values()).map(code -> "`" + code.id() + "`"))
        .allMatch(page::contains);
    assertThat(ENDPOINTS.keySet())
        .allMatch(
            endpoint ->
                page.contains(
                    "| `"
                        + endpoint.substring(0, endpoint.indexOf(' ')).toUpperCase(Locale.ROOT)
                        + endpoint.substring(endpoint.indexOf(' '))
                        + "` |"));
  }
}
