package io.headroom.catalog.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.headroom.model.catalog.RegionCatalog;
import io.headroom.model.machine.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SnapshotTest {

  private static final String INDEX =
      "provider,region,currency,price_date,types,custom_series,source,licence\n";
  private static final String TITLES = String.join(",", Column.titles(TypeColumn.values())) + "\n";
  private static final String M5 =
      "m5.large,2,8192,x86_64,,0.096,,,,,,,,0.75,10,650,4750,3600,18750,27\n";
  private static final String T2 =
      "t2.micro,1,1024,x86_64|i386,xen,0.0116,,,6,144,30,false,0.05,,,,,,,\n";
  private static final String SHAPES = String.join(",", Column.titles(ShapeColumn.values())) + "\n";
  private static final String N2 = "n2,2|4,512,8192,638976,0.03,0.004,20\n";

  private static RegionCatalog read(String provider, Map<String, String> files) {
    Snapshot snapshot = Snapshot.of(SnapshotFiles.inMemory(files));
    Provider known = Provider.ofId(provider).orElseThrow();
    return snapshot.read(
        snapshot.regions().stream()
            .filter(region -> region.provider() == known)
            .findFirst()
            .orElseThrow());
  }

  private static RegionCatalog readTypes(int count, String rows) {
    return read(
        "aws",
        Map.of(
            "regions.csv", INDEX + "aws,r-1,USD,2026-01-01," + count + ",0,s,l\n",
            "aws/r-1.csv", TITLES + rows));
  }

  private static RegionCatalog readShapes(int count, String rows) {
    return read(
        "gce",
        Map.of(
            "regions.csv", INDEX + "gce,r-1,USD,2026-01-01,0," + count + ",s,l\n",
            "gce/r-1.csv", TITLES,
            "gce/r-1-custom.csv", SHAPES + rows));
  }

  @Test
  void readsTheBundledRegionsTheSameInWhateverOrderTheRowsAre() throws IOException {
    Snapshot bundled = Snapshot.bundled();
    long seed = 20_260_803L;
    Random random = new Random(seed);
    for (SnapshotRegion region : bundled.regions()) {
      Map<String, String> files = new TreeMap<>();
      files.put(RegionIndex.FILE, shuffled(RegionIndex.FILE, random));
      files.put(region.typesFile(), shuffled(region.typesFile(), random));
      if (region.customSeries() > 0) {
        files.put(region.shapesFile(), shuffled(region.shapesFile(), random));
      }
      Snapshot snapshot = Snapshot.of(SnapshotFiles.inMemory(files));
      assertThat(snapshot.regions()).isEqualTo(bundled.regions());
      assertThat(snapshot.read(region)).as("seed %s", seed).isEqualTo(bundled.read(region));
    }
  }

  private static String shuffled(String file, Random random) throws IOException {
    try (InputStream in = SnapshotFiles.bundled().open(file).orElseThrow()) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
      Collections.shuffle(rows, random);
      return lines.get(0) + "\r\n" + String.join("\r\n", rows);
    }
  }

  @Test
  void findsColumnsByTheirTitle() {
    RegionCatalog region =
        read(
            "aws",
            Map.of(
                "regions.csv",
                """
                later,licence,source,custom_series,types,price_date,currency,region,provider
                x,l,s,0,0,2026-01-01,EUR,r-1,aws
                """,
                "aws/r-1.csv",
                TITLES));
    assertThat(region.region()).isEqualTo("r-1");
  }

  static Stream<Arguments> wrongFields() {
    return Stream.of(
        arguments(M5.replace(",2,", ",0,"), "Invalid vcpus: \"0\"; expected a whole number from 1"),
        arguments(M5.replace(",2,", ",,"), "Invalid vcpus: \"\"; expected a whole number from 1"),
        arguments(
            M5.replace(",2,", ",-2,"), "Invalid vcpus: \"-2\"; expected a whole number from 1"),
        arguments(
            M5.replace(",2,", ",9999999999,"),
            "Invalid vcpus: \"9999999999\"; expected a whole number from 1"),
        arguments(
            M5.replace("8192", "8 GiB"),
            "Invalid memory_mib: \"8 GiB\"; expected a whole number from 1"),
        arguments(
            M5.replace("0.096", "1e9"),
            "Invalid hourly_price: \"1e9\"; expected a decimal number such as 0.0864"),
        arguments(
            M5.replace("0.096", "-1"),
            "Invalid hourly_price: \"-1\"; expected a decimal number such as 0.0864"),
        arguments(
            M5.replace("0.096", "NaN"),
            "Invalid hourly_price: \"NaN\"; expected a decimal number such as 0.0864"),
        arguments(
            M5.replace("0.096", "0.00"),
            "Invalid hourly_price: \"0.00\"; expected a decimal number above 0"),
        arguments(
            M5.replace("0.75", "."),
            "Invalid network_gbps: \".\"; expected a decimal number such as 0.0864"),
        arguments(
            M5.replace("x86_64", "sparc"),
            "Invalid architectures: \"sparc\"; expected x86_64, arm64, i386, x86_64_mac or"
                + " arm64_mac"),
        arguments(
            M5.replace("x86_64", ""),
            "Invalid architectures: \"\"; expected one or more, joined by a bar"),
        arguments(
            M5.replace("x86_64,", "x86_64,shiny"),
            "Invalid traits: \"shiny\"; expected some of accelerator, bare_metal, flex, local_disk,"
                + " previous_generation, xen"),
        arguments(
            M5.replace("0.096,", "0.096,25"),
            "Invalid sustained_use_percent: \"25\"; expected 20, 30 or nothing"),
        arguments(M5.replace("0.096,,", "0.096,,3"), "it sustains more vCPUs than the 2 it has"),
        arguments(
            M5.replace("m5.large", "M5 \u001B[31m"),
            "Invalid instance_type: \"M5 \\u001B[31m\"; expected the name of a type of aws"),
        arguments(
            M5.replace("m5.large", "n2-standard-4"),
            "Invalid instance_type: \"n2-standard-4\"; expected the name of a type of aws"),
        arguments(M5.replace("m5.large", ""), "Invalid instance_type: \"\"; expected a value"),
        arguments(
            T2.replace("false", "maybe"),
            "Invalid credits_kept_at_stop: \"maybe\"; expected true or false"),
        arguments(
            T2.replace(",144,", ",,"),
            "Invalid credits_maximum: \"\"; expected a decimal number such as 0.0864"),
        arguments(
            T2.replace("0.0116,,,", "0.0116,,0.5,"),
            "Invalid sustained_vcpus: \"0.5\"; expected nothing, because the type has CPU credits"),
        arguments(M5.replace(",27", ""), "it has 19 fields; expected 20, as titled"),
        arguments(M5.replace(",27", ",27,28"), "it has 21 fields; expected 20, as titled"));
  }

  @ParameterizedTest
  @MethodSource("wrongFields")
  void namesFileLineAndFieldOfAWrongType(String row, String reason) {
    String first = "c5.large,2,4096,x86_64,,0.085,,,,,,,,,,,,,,\n";
    assertThatThrownBy(() -> readTypes(2, first + row))
        .isInstanceOf(SnapshotException.class)
        .hasMessage("Cannot read aws/r-1.csv line 3: " + reason);
  }

  static Stream<Arguments> wrongShapes() {
    return Stream.of(
        arguments(
            N2.replace("n2,", "N2,"),
            "Invalid series: \"N2\"; expected the name of a series, such as n2d"),
        arguments(
            N2.replace("2|4", "2|x"),
            "Invalid vcpu_counts: \"2|x\"; expected a whole number from 1"),
        arguments(
            N2.replace("2|4", ""),
            "Invalid vcpu_counts: \"\"; expected one or more, joined by a bar"),
        arguments(
            N2.replace("8192", "256"),
            "Invalid max_mib_per_vcpu: \"256\"; expected a whole number from 512"),
        arguments(
            N2.replace("0.004", ""), "Invalid gib_price: \"\"; expected both prices or neither"));
  }

  @ParameterizedTest
  @MethodSource("wrongShapes")
  void namesFileLineAndFieldOfWrongShapes(String row, String reason) {
    assertThatThrownBy(() -> readShapes(1, row))
        .isInstanceOf(SnapshotException.class)
        .hasMessage("Cannot read gce/r-1-custom.csv line 2: " + reason);
  }

  static Stream<Arguments> wrongIndexes() {
    return Stream.of(
        arguments(
            "ibm,r-1,USD,2026-01-01,1,0,s,l", "Invalid provider: \"ibm\"; expected aws or gce"),
        arguments(
            "aws,../../etc,USD,2026-01-01,1,0,s,l",
            "Invalid region: \"../../etc\"; expected the name of a region, such as us-east-1"),
        arguments(
            "aws,r-1,Dollar,2026-01-01,1,0,s,l",
            "Invalid currency: \"Dollar\"; expected a currency code such as USD"),
        arguments(
            "aws,r-1,USD,1 May,1,0,s,l",
            "Invalid price_date: \"1 May\"; expected a day such as 2026-07-20"),
        arguments("aws,r-1,USD,2026-01-01,1,0,,l", "Invalid source: \"\"; expected a value"));
  }

  @ParameterizedTest
  @MethodSource("wrongIndexes")
  void namesLineAndFieldOfAWrongIndex(String row, String reason) {
    Map<String, String> files = Map.of("regions.csv", INDEX + row + "\n");
    assertThatThrownBy(() -> Snapshot.of(SnapshotFiles.inMemory(files)))
        .isInstanceOf(SnapshotException.class)
        .hasMessage("Cannot read regions.csv line 2: " + reason);
  }

  @Test
  void refusesWhatStandsThereTwice() {
    assertThatThrownBy(() -> readTypes(2, M5 + M5))
        .hasMessage("Cannot read aws/r-1.csv line 3: the type m5.large stands in the file already");
    assertThatThrownBy(() -> readShapes(2, N2 + N2))
        .hasMessage(
            "Cannot read gce/r-1-custom.csv line 3: the series n2 stands in the file already");
    String region = "aws,r-1,USD,2026-01-01,1,0,s,l\n";
    Map<String, String> files = Map.of("regions.csv", INDEX + region + region);
    assertThatThrownBy(() -> Snapshot.of(SnapshotFiles.inMemory(files)))
        .hasMessage("Cannot read regions.csv line 3: the region stands in the file already");
  }

  @Test
  void refusesAFileThatWasCutOff() {
    assertThatThrownBy(() -> readTypes(2, M5))
        .isInstanceOf(SnapshotException.class)
        .hasMessage(
            "Cannot read aws/r-1.csv: it has 1 rows, but regions.csv says 2; refresh the region");
    assertThatThrownBy(() -> readTypes(1, M5.replace("27", "\"27")))
        .isInstanceOf(SnapshotException.class)
        .hasMessageStartingWith("Cannot read aws/r-1.csv: it is no CSV file");
  }

  @Test
  void refusesAFileWithoutTitlesOrWithoutAColumn() {
    String index = INDEX + "aws,r-1,USD,2026-01-01,0,0,s,l\n";
    assertThatThrownBy(() -> read("aws", Map.of("regions.csv", index, "aws/r-1.csv", "")))
        .hasMessage("Cannot read aws/r-1.csv: it is empty; expected titles");
    String titles = TITLES.replace("memory_mib", "memory");
    assertThatThrownBy(() -> read("aws", Map.of("regions.csv", index, "aws/r-1.csv", titles)))
        .hasMessage("Cannot read aws/r-1.csv line 1: the column memory_mib is missing");
    assertThatThrownBy(() -> read("aws", Map.of("regions.csv", index)))
        .hasMessage("Cannot read aws/r-1.csv: there is no such file");
  }

  @Test
  void readsATypeWithoutPriceAndLimits() {
    RegionCatalog region = readTypes(1, "m5.large,2,8192,x86_64,,,,,,,,,,,,,,,,\n");
    assertThat(region.find("m5.large").orElseThrow().price()).isEmpty();
  }
}
