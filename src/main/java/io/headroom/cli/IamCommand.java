package io.headroom.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.headroom.collector.Clouds;
import io.headroom.model.machine.Provider;
import io.headroom.report.OutputFormat;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The least that a cloud must allow. */
@Command(
    name = "iam",
    description = {
      "Prints the least that a cloud must allow Headroom, as the cloud takes it:",
      "a policy for AWS, a custom role for Google. Asks nobody."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples: headroom iam aws --reader > reader.json",
      "          headroom iam gce --reader -o yaml > reader.yaml"
    })
final class IamCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Clouds clouds;

  @Parameters(paramLabel = "CLOUD", description = "aws or gce.")
  private String cloud = "";

  @Option(
      names = "--reader",
      description = "For commands that read: collect, recommend, catalog refresh, doctor.")
  private boolean reader;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "json",
      description = "json or yaml (default: ${DEFAULT-VALUE}); AWS takes json.")
  private Format format = Format.JSON;

  /** How the document is written. */
  enum Format {
    JSON,
    YAML
  }

  IamCommand(Terminal terminal, Clouds clouds) {
    this.terminal = terminal;
    this.clouds = clouds;
  }

  @Override
  public Integer call() throws IOException {
    if (!reader) {
      throw new CommandFailure(
          "Missing --reader: name what the permissions are for", ExitCode.USAGE);
    }
    Provider provider = provider();
    if (provider == Provider.AWS && format == Format.YAML) {
      throw new CommandFailure(
          "Invalid --output: yaml; expected json, AWS takes policies in no other form",
          ExitCode.USAGE);
    }
    try (JsonGenerator json =
        format == Format.JSON
            ? OutputFormat.json(terminal.out())
            : OutputFormat.yaml(terminal.out())) {
      new PermissionDocument(provider, clouds.readerPermissions(provider)).write(json);
    }
    if (format == Format.JSON) {
      terminal.out().println();
    }
    terminal.out().flush();
    next(provider).forEach(terminal::say);
    return ExitCode.OK;
  }

  private Provider provider() {
    return Provider.ofId(cloud)
        .orElseThrow(
            () ->
                new CommandFailure(
                    "Invalid CLOUD: " + cloud + "; expected aws or gce", ExitCode.USAGE));
  }

  /** What to do with the document; not part of it, so that it can be redirected into a file. */
  private List<String> next(Provider provider) {
    return switch (provider) {
      case AWS ->
          List.of(
              "next: aws iam create-policy --policy-name headroom-reader"
                  + " --policy-document file://reader.json",
              "then attach it to the role or user that runs headroom");
      case GCE ->
          List.of(
              "next: gcloud iam roles create "
                  + PermissionDocument.ROLE_ID
                  + " --project=PROJECT --file=reader."
                  + format.name().toLowerCase(Locale.ROOT),
              "then: gcloud projects add-iam-policy-binding PROJECT --member=MEMBER"
                  + " --role=projects/PROJECT/roles/"
                  + PermissionDocument.ROLE_ID);
    };
  }
}
