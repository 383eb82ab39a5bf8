package io.headroom.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundGuardTest {

  private static final Map<String, List<String>> NAMES =
      Map.of(
          "hooks.example.com", List.of("93.184.215.14"),
          "six.example.com", List.of("2606:2800:21f:cb07:6820:80da:af6b:8b2c"),
          "chat.corp.example", List.of("10.2.3.4"),
          "mixed.example.com", List.of("93.184.215.14", "127.0.0.1"),
          "rebound.example.com", List.of("169.254.169.254"),
          "mapped.example.com", List.of("::ffff:10.2.3.4"),
          "translated.example.com", List.of("64:ff9b::a9fe:a9fe"));

  private static final List<String> ALLOWED =
      List.of(
          "hooks.example.com",
          "six.example.com",
          "mixed.example.com",
          "rebound.example.com",
          "mapped.example.com",
          "translated.example.com",
          "*.corp.example");

  static Stream<String> refused() throws IOException {
    List<String> corpus =
        Files.readAllLines(Path.of("src", "test", "resources", "outbound", "refused.txt"));
    return corpus.stream().filter(line -> !line.isBlank() && !line.startsWith("# "));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesBeforeAnythingIsLookedUp(String url) {
    OutboundGuard guard =
        new OutboundGuard(
            AllowList.of(ALLOWED),
            host -> {
              throw new AssertionError("looked up " + host);
            });
    assertRefused(guard, url);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesThemAllWhereOnlyPrivateNetworksOfOthersAreAllowed(String url) {
    assertRefused(guard(List.of("hooks.example.com", "*.corp.example", "10.99.0.0/16")), url);
  }

  @Test
  void theCorpusIsLargeEnough() throws IOException {
    assertThat(refused().distinct()).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void connectsToTheAddressThatWasChecked() throws UnknownHostException {
    Destination destination =
        guard(ALLOWED).check("HTTPS://Hooks.Example.com:8443/services/T0?x=1");
    assertThat(destination.place()).isEqualTo(InetAddress.getByName("93.184.215.14"));
    assertThat(destination.port()).isEqualTo(8443);
    assertThat(destination.isEncrypted()).isTrue();
    assertThat(destination.uri().getRawPath()).isEqualTo("/services/T0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://hooks.example.com", "https://six.example.com/a"})
  void allowsPublicAddressesOfHostsOnTheList(String url) {
    assertThat(guard(ALLOWED).check(url).shown()).isEqualTo(url.replace("/a", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://mixed.example.com/",
        "http://rebound.example.com/",
        "http://mapped.example.com/",
        "http://translated.example.com/",
        "http://chat.corp.example/"
      })
  void refusesHostsOnTheListAtAddressesThatAreNot(String url) {
    assertRefused(guard(ALLOWED), url);
  }

  @Test
  void allowsPrivateAddressesInNetworksOfTheList() {
    OutboundGuard guard = guard(List.of("*.corp.example", "mapped.example.com", "10.2.0.0/16"));
    assertThat(guard.check("http://chat.corp.example/").place().getHostAddress())
        .isEqualTo("10.2.3.4");
    assertThat(guard.check("http://10.2.3.4:8080/").port()).isEqualTo(8080);
    assertThat(guard.check("http://mapped.example.com/").shown())
        .isEqualTo("http://mapped.example.com");
    assertRefused(guard, "http://10.3.0.1/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/",
        "http://[fd00:ec2::254]/",
        "http://rebound.example.com/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[::ffff:169.254.169.254]/"
      })
  void refusesMetadataWhateverIsAllowed(String url) {
    assertRefused(guard(List.of("rebound.example.com", "0.0.0.0/0", "::/0")), url);
  }

  @Test
  void allowsLoopbackOnlyIfItIsListed() {
    assertThat(guard(List.of("127.0.0.1")).check("http://127.0.0.1:9/").port()).isEqualTo(9);
    assertThat(guard(List.of("::1/128")).check("http://[::1]:9/").host()).isEqualTo("::1");
  }

  @Test
  void aNameWithoutAddressMayHaveOneLater() {
    assertThatExceptionOfType(OutboundException.class)
        .isThrownBy(() -> guard(List.of("gone.example.com")).check("http://gone.example.com/"))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(OutboundException.Kind.UNAVAILABLE))
        .withMessage(
            "Cannot reach gone.example.com: its name has no address; check the name, or the"
                + " resolver");
  }

  @Test
  void messagesSayWhatToDoAndNeverThePath() {
    assertThatExceptionOfType(OutboundException.class)
        .isThrownBy(() -> guard(ALLOWED).check("https://evil.example/services/secret-token"))
        .withMessage(
            "Cannot send to evil.example: it is not allowed; the server's outbound.allow lists"
                + " what is");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "*.com",
        "http://a.example",
        "a.example/x",
        "10.0.0.0/99",
        "0x7f.1",
        "",
        "*.*.a"
      })
  void refusesEntriesThatAreNeitherHostNorNetwork(String entry) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> AllowList.of(List.of(entry)))
        .withMessage("Invalid entry: " + entry + "; expected " + AllowList.EXPECTED);
  }

  private static OutboundGuard guard(List<String> allowed) {
    return new OutboundGuard(AllowList.of(allowed), OutboundGuardTest::addresses);
  }

  private static List<InetAddress> addresses(String host) throws UnknownHostException {
    if (!NAMES.containsKey(host)) {
      throw new UnknownHostException(host);
    }
    return NAMES.get(host).stream().map(OutboundGuardTest::address).toList();
  }

  private static InetAddress address(String literal) {
    return new inet.ipaddr.IPAddressString(literal).getAddress().toInetAddress();
  }

  private static void assertRefused(OutboundGuard guard, String url) {
    assertThatExceptionOfType(OutboundException.class)
        .isThrownBy(() -> guard.check(url))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(OutboundException.Kind.REFUSED));
  }
}
