package io.headroom.report;

import io.headroom.report.page.MachineView;
import java.util.ArrayList;
import java.util.List;

/** Gathers facts as sections of a page. */
final class SectionWriter implements FactWriter {

  private final List<String> titles = new ArrayList<>();
  private final List<List<MachineView.Line>> lines = new ArrayList<>();

  @Override
  public void section(String title) {
    titles.add(title);
    lines.add(new ArrayList<>());
  }

  @Override
  public void line(String name, String text) {
    lines.get(lines.size() - 1).add(new MachineView.Line(name, text));
  }

  /** Returns the sections in their order. */
  List<MachineView.Section> sections() {
    List<MachineView.Section> sections = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      sections.add(new MachineView.Section(titles.get(i), lines.get(i)));
    }
    return List.copyOf(sections);
  }
}
