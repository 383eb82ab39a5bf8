package io.headroom.report;

/** Takes facts about a machine: sections of lines that begin with what they are about. */
interface FactWriter {

  /** Begins a section. */
  void section(String title);

  /** Adds text about {@code name}, an empty one if it goes on. */
  void line(String name, String text);
}
