package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.testing.CommandRun;
import org.junit.jupiter.api.Test;

class IamCommandTest {

  @Test
  void printsAPolicyForAws() {
    CommandRun run = CommandRun.of("iam", "aws", "--reader");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .isEqualTo(
            """
            {
              "Version" : "2012-10-17",
              "Statement" : [
                {
                  "Sid" : "HeadroomCollect",
                  "Effect" : "Allow",
                  "Action" : [
                    "ec2:DescribeInstances",
                    "ec2:DescribeVolumes"
                  ],
                  "Resource" : "*"
                },
                {
                  "Sid" : "HeadroomCatalog",
                  "Effect" : "Allow",
                  "Action" : [
                    "ec2:DescribeInstanceTypeOfferings"
                  ],
                  "Resource" : "*"
                }
              ]
            }
            """);
    assertThat(run.err()).contains("aws iam create-policy");
  }

  @Test
  void printsARoleForGoogleInBothForms() {
    assertThat(CommandRun.of("iam", "gce", "--reader").out())
        .contains("\"includedPermissions\" : [", "\"title\" : \"Headroom reader\"");
    CommandRun yaml = CommandRun.of("iam", "gce", "--reader", "-o", "yaml");
    assertThat(yaml.out()).contains("includedPermissions:\n- \"ec2:DescribeInstances\"\n");
    assertThat(yaml.err())
        .contains("gcloud iam roles create headroomReader --project=PROJECT --file=reader.yaml");
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThat(CommandRun.of("iam", "azure", "--reader").err())
        .contains("Invalid CLOUD: azure; expected aws or gce");
    assertThat(CommandRun.of("iam", "aws", "--reader", "-o", "yaml").err())
        .contains("Invalid --output: yaml; expected json");
    assertThat(CommandRun.of("iam", "aws").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.of("iam", "--reader").exitCode()).isEqualTo(ExitCode.USAGE);
  }
}
