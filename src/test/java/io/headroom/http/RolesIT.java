package io.headroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.headroom.ledger.access.Role;
import io.headroom.testing.ServedProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every endpoint asked by nobody, by every role, and with tokens that are not right. */
class RolesIT {

  private static final long IN_2100 = 4_102_444_800L;
  private static final long IN_2001 = 1_000_000_000L;

  @TempDir private static Path folder;
  private static KeyPair keys;
  private static ServedProcess service;

  /** An endpoint and the role it takes; {@code none} for those that everybody may use. */
  private record Endpoint(String method, String path, String role) {}

  @BeforeAll
  static void start() {
    keys = keyPair();
    service =
        ServedProcess.start(
            folder.resolve("log"),
            Map.of(
                "QUARKUS_OIDC_TENANT_ENABLED", "true",
                "QUARKUS_OIDC_CLIENT_ID", "headroom",
                "QUARKUS_OIDC_PUBLIC_KEY",
                    Base64.getEncoder().encodeToString(keys.getPublic().getEncoded())),
            "--demo");
  }

  @AfterAll
  static void end() {
    service.close();
    assertThat(service.log()).doesNotContain("eyJ");
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has RSA", e);
    }
  }

  private static String token(String group, long expires, PrivateKey key) {
    String head = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(UTF_8));
    String body =
        encoded(
            ("{\"sub\":\"somebody\",\"iat\":"
                    + IN_2001
                    + ",\"exp\":"
                    + expires
                    + ",\"groups\":[\""
                    + group
                    + "\"]}")
                .getBytes(UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update((head + "." + body).getBytes(UTF_8));
      return head + "." + body + "." + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK signs with RSA", e);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static List<Endpoint> endpoints() {
    List<Endpoint> endpoints = new ArrayList<>();
    document()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            endpoints.add(
                                endpoint(
                                    operation.getKey(), path.getKey(), operation.getValue()))));
    return endpoints;
  }

  private static Endpoint endpoint(String method, String path, JsonNode operation) {
    String filled = path;
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.get("in").asText().equals("path")) {
        filled =
            filled.replace(
                "{" + parameter.get("name").asText() + "}", parameter.get("example").asText());
      }
    }
    return new Endpoint(
        method, filled, operation.get("description").asText().replaceAll("Role: (\\w+)\\.", "$1"));
  }

  private static JsonNode document() {
    try (InputStream in =
        RolesIT.class.getClassLoader().getResourceAsStream("META-INF/openapi.yaml")) {
      return new ObjectMapper(new YAMLFactory()).readTree(in);
    } catch (IOException e) {
      throw new AssertionError("the document cannot be read", e);
    }
  }

  private static int status(Endpoint endpoint, Optional<String> token) {
    HttpRequest.Builder request = service.request(endpoint.path());
    if (endpoint.method().equals("post")) {
      request
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString("{}"));
    }
    token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
    return service.send(request.build()).statusCode();
  }

  @Test
  void everyEndpointIsForItsRoleAndThoseAbove() {
    for (Endpoint endpoint : endpoints()) {
      Optional<Role> least = Role.ofId(endpoint.role());
      for (Role role : Role.values()) {
        int status = status(endpoint, Optional.of(token(role.id(), IN_2100, keys.getPrivate())));

        if (least.filter(needed -> !role.includes(needed)).isPresent()) {
          assertThat(status).as("%s as %s", endpoint, role).isEqualTo(403);
        } else {
          assertThat(status).as("%s as %s", endpoint, role).isNotIn(401, 403, 500);
        }
      }
    }
  }

  @Test
  void nobodyMayAnythingThatTakesARole() {
    for (Endpoint endpoint : endpoints()) {
      int status = status(endpoint, Optional.empty());

      if (endpoint.role().equals("none")) {
        assertThat(status).as("%s", endpoint).isEqualTo(200);
      } else {
        assertThat(status).as("%s", endpoint).isEqualTo(401);
      }
    }
  }

  @Test
  void tokensThatAreNotRightOpenNothing() {
    Endpoint list = new Endpoint("get", "/api/v1/recommendations", "viewer");
    String right = token("admin", IN_2100, keys.getPrivate());

    assertThat(status(list, Optional.of(right))).isEqualTo(200);
    for (String wrong :
        List.of(
            token("admin", IN_2001, keys.getPrivate()),
            token("admin", IN_2100, keyPair().getPrivate()),
            right.substring(0, right.length() - 8),
            "headroom_0123456789ab_" + "x".repeat(43),
            "nonsense",
            encoded("{\"alg\":\"none\"}".getBytes(UTF_8)) + "." + right.split("\\.", 3)[1] + ".")) {
      assertThat(status(list, Optional.of(wrong))).as(wrong).isEqualTo(401);
    }
    assertThat(status(list, Optional.of(token("nobody", IN_2100, keys.getPrivate()))))
        .isEqualTo(403);
  }
}
