mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}"
    }
  }
}

run "the_policy_only_reads" {
  command = plan

  variables {
    trusted_services = ["ecs-tasks.amazonaws.com"]
  }

  assert {
    condition = alltrue(flatten([
      for statement in jsondecode(aws_iam_policy.reader.policy).Statement : [
        for action in statement.Action : can(regex("^[a-z0-9]+:(Describe|List|Get)[A-Za-z]+$", action))
      ]
    ]))
    error_message = "Every action must read, and none may have a wildcard."
  }
}

run "somebody_must_be_trusted" {
  command = plan

  expect_failures = [aws_iam_role.reader]
}

run "refuses_what_is_no_principal" {
  command = plan

  variables {
    trusted_principal_arns = ["*"]
  }

  expect_failures = [var.trusted_principal_arns]
}
