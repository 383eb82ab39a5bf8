package io.headroom.cli;

import io.headroom.document.NearestNames;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what of a command line was not understood: a page of options hides it. */
final class Misunderstanding {

  private static final int NEAREST = 3;

  private Misunderstanding() {}

  /** Returns the sentence: what is wrong, what was expected, where to read more. */
  static String of(ParameterException failure) {
    CommandLine line = failure.getCommandLine();
    return what(failure, line) + "; " + line.getCommandSpec().qualifiedName() + " --help says more";
  }

  private static String what(ParameterException failure, CommandLine line) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return unmatched.isUnknownOption()
          ? unknown("option", unmatched, optionNames(line))
          : unknown(isGroup(line) ? "command" : "argument", unmatched, commandNames(line));
    }
    if (failure.getClass() == ParameterException.class && isGroup(line)) {
      return "Missing command after "
          + line.getCommandSpec().qualifiedName()
          + ": expected "
          + String.join(", ", commandNames(line));
    }
    return String.valueOf(failure.getMessage());
  }

  private static String unknown(
      String kind, UnmatchedArgumentException unmatched, Collection<String> known) {
    String given = unmatched.getUnmatched().get(0);
    String name = given.contains("=") ? given.substring(0, given.indexOf('=')) : given;
    List<String> near = NearestNames.of(name, known, NEAREST);
    String remedy = "";
    if (!near.isEmpty()) {
      remedy = "; did you mean " + String.join(", ", near);
    } else if (kind.equals("command")) {
      remedy = "; expected " + String.join(", ", known);
    }
    return "Unknown " + kind + " " + name + remedy;
  }

  private static boolean isGroup(CommandLine line) {
    return !line.getSubcommands().isEmpty();
  }

  private static List<String> commandNames(CommandLine line) {
    return line.getSubcommands().keySet().stream().sorted().toList();
  }

  private static List<String> optionNames(CommandLine line) {
    return line.getCommandSpec().options().stream().map(OptionSpec::longestName).sorted().toList();
  }
}
