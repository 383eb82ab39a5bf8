package io.headroom.cloud.aws.ssm;

import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostScripts;
import io.headroom.executor.channel.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command document that an account installs once: every action by name, every value by a
 * parameter with the pattern of its slot. Whoever may send it may do what Headroom does on a host,
 * and nothing else. It is made of the same table as the channel.
 */
public final class SsmDocument {

  /** Parameter with what an action reads, in base64. */
  static final String CONTENT = "content";

  /** Parameter with the account of the host that does it; empty for root. */
  static final String ACCOUNT = "account";

  /** Parameter with the seconds after which a command is ended. */
  static final String SECONDS = "seconds";

  private static final int MOST_OUTPUT = io.headroom.executor.channel.HostChannel.MOST_OUTPUT;

  private SsmDocument() {}

  /** Returns the document as JSON, ending with a newline. */
  public static String json() {
    return Stream.of(
            List.of(
                "{",
                "  \"schemaVersion\": \"2.2\",",
                "  \"description\": \"What Headroom does on a host; it takes no commands.\",",
                "  \"parameters\": {"),
            List.of(String.join(",\n", parameters())),
            List.of(
                "  },",
                "  \"mainSteps\": [",
                "    {",
                "      \"action\": \"aws:runShellScript\",",
                "      \"name\": \"headroom\",",
                "      \"precondition\": {\"StringEquals\": [\"platformType\", \"Linux\"]},",
                "      \"inputs\": {",
                "        \"timeoutSeconds\": \"{{ " + SECONDS + " }}\",",
                "        \"runCommand\": ["),
            List.of(
                script()
                    .lines()
                    .map(line -> "          " + quoted(line))
                    .collect(Collectors.joining(",\n"))),
            List.of("        ]", "      }", "    }", "  ]", "}", ""))
        .flatMap(List::stream)
        .collect(Collectors.joining("\n"));
  }

  private static List<String> parameters() {
    List<String> parameters = new ArrayList<>();
    parameters.add(
        "    \"action\": {\"type\": \"String\", \"allowedValues\": ["
            + Arrays.stream(HostAction.values())
                .map(action -> quoted(action.id()))
                .collect(Collectors.joining(", "))
            + "]}");
    parameters.add(parameter(ACCOUNT, Slot.USER.pattern()));
    for (Slot slot : slots()) {
      parameters.add(parameter(name(slot), slot.pattern().replace("(?=.{2,255}$)", "")));
    }
    parameters.add(parameter(CONTENT, "[A-Za-z0-9+/]+={0,2}"));
    parameters.add(
        "    \"seconds\": {\"type\": \"String\", \"default\": \"60\","
            + " \"allowedPattern\": \"^[1-9][0-9]{0,3}$\"}");
    return parameters;
  }

  /** Returns what actions are filled with; the account is a parameter of its own. */
  private static List<Slot> slots() {
    return Arrays.stream(Slot.values()).filter(slot -> slot != Slot.USER).toList();
  }

  private static String parameter(String name, String pattern) {
    return "    "
        + quoted(name)
        + ": {\"type\": \"String\", \"default\": \"\", \"allowedPattern\": "
        + quoted("^(" + pattern + ")?$")
        + "}";
  }

  /** Returns the parameter that fills a slot. */
  static String name(Slot slot) {
    return slot.name().toLowerCase(Locale.ROOT);
  }

  /**
   * What a host answers is packed, since Systems Manager passes on no more than 24,000 characters.
   */
  private static String script() {
    StringBuilder text = new StringBuilder("#!/bin/sh\nset -u\nLC_ALL=C.UTF-8\nexport LC_ALL\n");
    Stream.concat(
            Stream.of("action", ACCOUNT, CONTENT, SECONDS), slots().stream().map(SsmDocument::name))
        .forEach(name -> text.append(name).append("='{{ ").append(name).append(" }}'\n"));
    scripts().forEach(name -> embedded(text, name));
    text.append("run() {\n")
        .append("  if [ -n \"$account\" ]; then\n")
        .append("    runuser -u \"$account\" -- timeout --kill-after=5 \"$seconds\" \"$@\"\n")
        .append("  else\n    timeout --kill-after=5 \"$seconds\" \"$@\"\n  fi\n}\n")
        .append("perform() {\n  case $action in\n");
    for (HostAction action : HostAction.values()) {
      text.append("  ").append(action.id()).append(") run ").append(words(action)).append(" ;;\n");
    }
    return text.append("  *) echo \"no action: $action\" >&2; return 64 ;;\n  esac\n}\n")
        .append("ended=$(mktemp)\n")
        .append("{ printf %s \"$content\" | base64 -d | perform; echo $? >\"$ended\"; } |\n")
        .append("  head -c ")
        .append(MOST_OUTPUT + 1)
        .append(" | gzip -c | base64 -w 0\n")
        .append("code=$(cat \"$ended\")\nrm -f -- \"$ended\"\nexit \"$code\"\n")
        .toString();
  }

  private static List<String> scripts() {
    return Arrays.stream(HostAction.values())
        .map(action -> action.declared().get(0))
        .filter(word -> word.startsWith("@"))
        .map(word -> word.substring(1))
        .distinct()
        .sorted()
        .toList();
  }

  private static void embedded(StringBuilder text, String name) {
    text.append(variable(name))
        .append("=$(cat <<'END_OF_SCRIPT'\n")
        .append(HostScripts.text(name))
        .append("END_OF_SCRIPT\n)\n");
  }

  private static String variable(String script) {
    return "script_" + script.replace('-', '_');
  }

  private static String words(HostAction action) {
    return action.declared().stream().map(SsmDocument::word).collect(Collectors.joining(" "));
  }

  private static String word(String word) {
    if (word.startsWith("@")) {
      return "/bin/sh -c \"$" + variable(word.substring(1)) + "\" headroom";
    }
    // the braces of a slot become those of a variable of the same name
    return word.contains("{") ? "\"" + word.replace("{", "${") + "\"" : word;
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars()
        .forEach(
            character -> {
              switch (character) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\t' -> json.append("\\t");
                default -> json.append((char) character);
              }
            });
    return json.append('"').toString();
  }
}
