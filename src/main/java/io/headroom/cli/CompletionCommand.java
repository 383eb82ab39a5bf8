package io.headroom.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A script that lets a shell complete commands, options and file names. */
@Command(
    name = "completion",
    description = "Prints a script that completes commands and options in a shell.",
    mixinStandardHelpOptions = true)
final class CompletionCommand {

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Command(
      name = "bash",
      description = "Prints the script for bash.",
      mixinStandardHelpOptions = true,
      footer = {"", "In .bashrc: source <(headroom completion bash)"})
  int bash() {
    return print();
  }

  @Command(
      name = "zsh",
      description = "Prints the script for zsh.",
      mixinStandardHelpOptions = true,
      footer = {"", "In .zshrc: source <(headroom completion zsh)"})
  int zsh() {
    return print();
  }

  /** One script serves both: in zsh it turns on bashcompinit by itself. */
  private int print() {
    CommandLine root = spec.root().commandLine();
    terminal.out().print(AutoComplete.bash(root.getCommandName(), root));
    terminal.out().flush();
    return ExitCode.OK;
  }
}
