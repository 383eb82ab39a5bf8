package io.headroom.report;

import static io.headroom.testing.JudgedMachines.judged;
import static io.headroom.testing.JudgedMachines.working;
import static io.headroom.testing.Machines.ec2;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.advice.FleetTotals;
import io.headroom.advice.Judged;
import io.headroom.advice.Problem;
import io.headroom.advice.RunSummary;
import io.headroom.report.page.Annex;
import io.headroom.report.page.FleetPage;
import io.headroom.testing.GoldenFile;
import io.headroom.testing.HtmlPages;
import io.headroom.testing.Machines;
import io.headroom.testing.Samples;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HtmlSinkTest {

  private static final String HOSTILE =
      "</bdi><script>alert('1')</script>\"><img src=x onerror=alert(2)> {it.name} \u202Egpj.exe \0";

  @Test
  void writesThePage() throws IOException {
    GoldenFile.assertSame("report.html", page(judged(working(ec2("m5.xlarge")))));
  }

  @Test
  void writesTheSameBytesForTheSameMachines() throws IOException {
    assertThat(page(judged(working(ec2("m5.xlarge")))))
        .isEqualTo(page(judged(working(ec2("m5.xlarge")))));
  }

  @Test
  void showsHostileNamesAsText() throws Exception {
    Judged hostile = judged(working(ec2("m5.xlarge").name(HOSTILE).tags(Map.of(HOSTILE, HOSTILE))));

    String page = page(hostile);
    Document document = HtmlPages.parsed(page);

    assertThat(document.getElementsByTagName("script").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("img").getLength()).isZero();
    assertThat(page).doesNotContain("\u202E").doesNotContain("\0");
    assertThat(document.getElementsByTagName("h2").item(1).getTextContent())
        .isEqualTo(HOSTILE.replace("\u202E", "\\u202E").replace("\0", "\\u0000"));
  }

  @Test
  void asksForNothingOutsideOfItself() throws Exception {
    String page = page(judged(working(ec2("m5.xlarge"))));

    assertThat(page).contains("default-src &#39;none&#39;");
    Matcher address = Pattern.compile("(?:href|src|url)\\s*[=(]\\s*[\"']?([^\"')]*)").matcher(page);
    while (address.find()) {
      assertThat(address.group(1)).matches("#.*|data:,");
    }
    assertThat(page).doesNotContain("@import").doesNotContain("http://").doesNotContain("https://");
  }

  @Test
  void saysInWordsWhatEveryPictureShows() throws Exception {
    NodeList pictures =
        HtmlPages.parsed(page(judged(working(ec2("m5.xlarge"))))).getElementsByTagName("svg");

    int described = 0;
    for (int i = 0; i < pictures.getLength(); i++) {
      Element picture = (Element) pictures.item(i);
      boolean inside = picture.getParentNode().getNodeName().equals("svg");
      if (!inside && !picture.hasAttribute("aria-hidden")) {
        assertThat(picture.getAttribute("role")).isEqualTo("img");
        assertThat(picture.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
        assertThat(picture.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
        described++;
      }
    }
    assertThat(described).isEqualTo(11); // the bar of findings, and ten of the machine
  }

  @Test
  void givesEveryElementAnIdOfItsOwn() throws IOException {
    Judged machine = judged(working(ec2("m5.xlarge")));
    Matcher id = Pattern.compile(" id=\"([^\"]*)\"").matcher(page(machine, machine, machine));

    Set<String> ids = new HashSet<>();
    while (id.find()) {
      assertThat(ids.add(id.group(1))).as(id.group(1)).isTrue();
    }
  }

  @Test
  void saysLoudlyThatNobodyMeasuredMemory() throws IOException {
    Judged machine = judged(Machines.observed(ec2("m5.xlarge"), Samples.cpuVcpus(42).flat(1)));

    assertThat(page(machine))
        .contains(
            "<p class=\"warning\">No memory data, so the memory it has is kept: no memory metric");
  }

  @Test
  void listsProblems() throws IOException {
    RunSummary summary =
        new RunSummary(
            new FleetTotals(), List.of(new Problem("unknown_region", "mars", "no <region> mars")));

    assertThat(page(summary, List.of(), Annex.NONE))
        .contains("1 problems", "<li>no &lt;region&gt; mars</li>");
  }

  @Test
  void putsALargeFleetOnPagesBesideTheList() throws Exception {
    int machines = FleetPage.MOST_ON_ONE_PAGE + 1;
    PagesInMemory pages = new PagesInMemory();

    String list = page(summary(List.of()), many(machines), pages);

    assertThat(list)
        .doesNotContain("<article")
        .contains("href=\"fleet-pages/machines-00041.html#m45\"");
    assertThat(pages.texts.keySet())
        .containsExactly(
            "machines-00001.html",
            "machines-00021.html",
            "machines-00041.html",
            "machines-00061.html");
    for (StringWriter page : pages.texts.values()) {
      HtmlPages.parsed(page.toString());
    }
    assertThat(pages.texts.get("machines-00041.html")).asString().contains("id=\"m45\"");
    assertThat(pages.texts.get("machines-00061.html")).asString().contains("id=\"m61\"");
  }

  @Test
  void isTheListAloneWhereALargeFleetHasNoPlaceForPages() throws Exception {
    String list = page(summary(List.of()), many(FleetPage.MOST_ON_ONE_PAGE + 1), Annex.NONE);

    HtmlPages.parsed(list);
    assertThat(list).doesNotContain("<article").contains("This is the list alone");
  }

  private static List<Judged> many(int machines) {
    return IntStream.rangeClosed(1, machines)
        .mapToObj(number -> judged(working(ec2("m5.xlarge").name("machine-" + number))))
        .toList();
  }

  private static String page(Judged... machines) throws IOException {
    return page(summary(List.of(machines)), List.of(machines), Annex.NONE);
  }

  private static RunSummary summary(List<Judged> machines) {
    FleetTotals totals = new FleetTotals();
    machines.forEach(machine -> totals.add(machine.verdict()));
    return new RunSummary(totals, List.of());
  }

  private static String page(RunSummary summary, List<Judged> machines, Annex annex)
      throws IOException {
    StringWriter out = new StringWriter();
    VerdictSink sink =
        OutputFormat.HTML.open(new OutputTarget(out, Paint.NONE, annex), Machines.AS_OF);
    for (Judged machine : machines) {
      sink.accept(machine);
    }
    sink.finish(summary);
    return out.toString();
  }

  private static final class PagesInMemory implements Annex {
    private final SortedMap<String, StringWriter> texts = new TreeMap<>();

    @Override
    public Optional<String> folder() {
      return Optional.of("fleet-pages");
    }

    @Override
    public Writer create(String name) {
      StringWriter page = new StringWriter();
      texts.put(name, page);
      return page;
    }
  }
}
