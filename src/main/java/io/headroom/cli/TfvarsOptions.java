package io.headroom.cli;

import io.headroom.terraform.proposal.Approvals;
import io.headroom.terraform.proposal.KeyRule;
import io.headroom.terraform.proposal.KeysFile;
import io.headroom.terraform.proposal.Proposer;
import io.headroom.terraform.proposal.Vanished;
import io.headroom.terraform.state.StateReader;
import io.headroom.terraform.state.TerraformState;
import io.headroom.terraform.variables.FallbacksFile;
import io.headroom.terraform.variables.FileHash;
import io.headroom.terraform.variables.VariableName;
import io.headroom.terraform.variables.VariablesFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which file of variables, which keys, which state. */
final class TfvarsOptions {

  @Option(
      names = {"--out", "--file"},
      paramLabel = "FILE",
      description = {
        "File of variables, such as sizes.auto.tfvars.json: read if it is there, and written",
        "unless --dry-run or --check is given. Without it the document is printed."
      })
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--variable",
      paramLabel = "NAME",
      converter = NameConverter.class,
      defaultValue = "instances",
      description = "Name of the variable (default: ${DEFAULT-VALUE}).")
  private VariableName variable = VariableName.INSTANCES;

  @Option(
      names = "--key",
      paramLabel = "RULE",
      description = {
        "Where the key of a machine comes from: name, id, tag:KEY (or label:KEY), or state",
        "(default: state if --state is given, else name)."
      })
  private Optional<String> key = Optional.empty();

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description =
          "YAML or JSON file with keys of single machines, by instance id; they come first.")
  private Optional<Path> keys = Optional.empty();

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "Terraform's state, as terraform show -json prints it.")
  private Optional<Path> state = Optional.empty();

  @Option(
      names = "--fallbacks",
      paramLabel = "FILE",
      description = {
        "Also writes the variable instance_fallbacks: the types to try, in their order, when the",
        "cloud refuses capacity for the recommended one."
      })
  private Optional<Path> fallbacks = Optional.empty();

  @Option(
      names = "--expect-hash",
      paramLabel = "SHA256",
      converter = HashConverter.class,
      description = {
        "Writes only if the file has this SHA-256 (none: if there is no file); otherwise exits",
        "with 4."
      })
  private Optional<FileHash> expected = Optional.empty();

  @Option(
      names = "--remove-vanished",
      description = "Takes machines out of the file that are not in the recording.")
  private boolean removeVanished;

  @Option(
      names = "--approved-only",
      description = "Takes over only recommendations that somebody agreed to.")
  private boolean approvedOnly;

  @Option(names = "--dry-run", description = "Writes no file.")
  private boolean dryRun;

  /** Returns the file of variables, if one was named. */
  Optional<VariablesFile> file() {
    return file.map(VariablesFile::new);
  }

  /** Returns the file of variables, or refuses to go on without one. */
  VariablesFile requiredFile() {
    return file()
        .orElseThrow(
            () ->
                new CommandFailure(
                    "Missing --out FILE: name the file of variables to compare", ExitCode.USAGE));
  }

  /** Returns the name of the variable. */
  VariableName variable() {
    return variable;
  }

  /** Returns the file for fallbacks, if one was named. */
  Optional<FallbacksFile> fallbacks() {
    return fallbacks.map(FallbacksFile::new);
  }

  /**
   * Reads the file of variables; without one nothing is said yet.
   *
   * @throws io.headroom.terraform.variables.StaleVariablesException if it is not what was expected
   */
  VariablesFile.Content content() {
    if (file.isEmpty() && expected.isPresent()) {
      throw new CommandFailure("Missing --out FILE: --expect-hash is about it", ExitCode.USAGE);
    }
    file().ifPresent(named -> expected.ifPresent(named::require));
    return file()
        .map(named -> named.read(variable))
        .orElseGet(() -> VariablesFile.Content.none(variable));
  }

  /** Returns who works out what the file should say. */
  Proposer proposer(Optional<TerraformState> known) {
    return new Proposer(rule(known), removeVanished ? Vanished.REMOVE : Vanished.KEEP, approvals());
  }

  private Approvals approvals() {
    if (approvedOnly) {
      throw CommandFailure.cannot(
          "Cannot tell which recommendations are approved: no store is configured, and approvals"
              + " are kept there; leave out --approved-only to take over all");
    }
    return Approvals.NOT_ASKED_FOR;
  }

  /** Whether files may be written. */
  boolean isDryRun() {
    return dryRun;
  }

  /** Reads the state, if one was named. */
  Optional<TerraformState> state() {
    return state.map(StateReader::read);
  }

  /** Returns where keys come from. */
  KeyRule rule(Optional<TerraformState> known) {
    KeyRule rule = ruleOf(key.orElse(known.isPresent() ? "state" : "name"), known);
    return keys.map(path -> rule.after(KeysFile.read(path))).orElse(rule);
  }

  private static KeyRule ruleOf(String text, Optional<TerraformState> known) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String tag = text.substring(colon + 1);
    boolean tagged = kind.equals("tag") || kind.equals("label");
    if (tagged && colon > 0 && !tag.isBlank()) {
      return KeyRule.tag(tag);
    }
    return switch (text) {
      case "name" -> KeyRule.name();
      case "id" -> KeyRule.id();
      case "state" ->
          known
              .map(KeyRule::state)
              .orElseThrow(
                  () ->
                      new CommandFailure(
                          "Missing --state FILE: keys are to come from it", ExitCode.USAGE));
      default ->
          throw new CommandFailure(
              "Invalid --key: " + text + "; expected name, id, tag:KEY, label:KEY or state",
              ExitCode.USAGE);
    };
  }

  /** Reads the name of a variable. */
  static final class NameConverter implements ITypeConverter<VariableName> {
    @Override
    public VariableName convert(String text) {
      return checked(text, VariableName::new);
    }
  }

  /** Reads a hash. */
  static final class HashConverter implements ITypeConverter<FileHash> {
    @Override
    public FileHash convert(String text) {
      return checked(text, FileHash::new);
    }
  }

  private static <T> T checked(String text, Function<String, T> read) {
    try {
      return read.apply(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
