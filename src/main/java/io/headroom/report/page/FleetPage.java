package io.headroom.report.page;

import io.quarkus.qute.Template;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A report on a fleet. A small fleet is one page with everything on it. A large one is a list of
 * all machines, and beside it a folder of pages with some machines each, written while the machines
 * come: memory holds the lines of the list, not the details. Without a place for a folder a large
 * fleet is the list alone.
 */
public final class FleetPage {

  /** More machines than this do not go on one page. */
  public static final int MOST_ON_ONE_PAGE = 60;

  private static final String TITLE = "Rightsizing report";
  private static final Comparator<Entry> LARGEST_FIRST =
      Comparator.comparing((Entry entry) -> entry.row().weight())
          .reversed()
          .thenComparing(entry -> entry.row().name())
          .thenComparing(Entry::number);

  private final Writer out;
  private final DetailPages pages;
  private final PageFrame frame;
  private final Template machine;
  private final Template row;
  private final Template top;
  private final Template bottom;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Integer, String> details = new TreeMap<>();

  private record Entry(int number, RowView row) {}

  /** Starts a report. */
  public FleetPage(Writer out, Annex annex) {
    Templates templates = new Templates();
    this.out = out;
    frame = new PageFrame(templates);
    pages = new DetailPages(annex, frame, TITLE);
    machine = templates.named("machine.html");
    row = templates.named("row.html");
    top = templates.named("top.html");
    bottom = templates.named("bottom.html");
  }

  /** Whether further machines go on pages of their own, so that a page should be kept small. */
  public boolean isPaged() {
    return entries.size() >= MOST_ON_ONE_PAGE;
  }

  /**
   * Adds a machine.
   *
   * @throws IOException if it cannot be written
   */
  public void add(MachineView view) throws IOException {
    int number = entries.size() + 1;
    entries.add(new Entry(number, view.row()));
    if (number <= MOST_ON_ONE_PAGE) {
      details.put(number, Templates.text(machine, view));
    } else if (pages.exist()) {
      moveToPages();
      pages.add(number, Templates.text(machine, view));
    } else {
      details.clear();
    }
  }

  private void moveToPages() throws IOException {
    for (Map.Entry<Integer, String> detail : details.entrySet()) {
      pages.add(detail.getKey(), detail.getValue());
    }
    details.clear();
  }

  /**
   * Writes the page.
   *
   * @throws IOException if it cannot be written
   */
  public void finish(FleetView fleet) throws IOException {
    pages.finish();
    entries.sort(LARGEST_FIRST);
    boolean linked = entries.size() <= MOST_ON_ONE_PAGE || pages.exist();
    frame.begin(out, TITLE);
    Templates.write(top, Map.of("it", fleet, "listOnly", !linked), out);
    for (Entry entry : entries) {
      out.write(Templates.text(row, new Linked(linked ? link(entry.number()) : "", entry.row())));
    }
    Templates.write(bottom, Map.of("it", fleet), out);
    for (Entry entry : entries) {
      out.write(details.getOrDefault(entry.number(), ""));
    }
    frame.end(out);
    out.flush();
  }

  /** A line with where it leads. */
  record Linked(String link, RowView row) {}

  private String link(int number) {
    String anchor = "#m" + number;
    return entries.size() <= MOST_ON_ONE_PAGE ? anchor : pages.pathOf(number) + anchor;
  }
}
