mock_provider "aws" {}

variables {
  key                   = "web"
  initial_instance_type = "m6a.large"
  ami                   = "ami-0123456789abcdef0"
  subnet_ids            = ["subnet-1"]
  min_size              = 2
  max_size              = 6
}

run "takes_the_type_first_and_then_its_fallbacks" {
  command = plan

  variables {
    instances          = { web = { instance_type = "m7i.large", workers = 9 } }
    instance_fallbacks = { web = ["m6i.large", "m5.large"], db = ["r5.large"] }
  }

  assert {
    condition     = join(" ", aws_autoscaling_group.this.mixed_instances_policy[0].launch_template[0].override[*].instance_type) == "m7i.large m6i.large m5.large"
    error_message = "The order must be the type, then its fallbacks."
  }

  assert {
    condition     = aws_launch_template.this.tag_specifications[0].tags["headroom:workers"] == "9"
    error_message = "Members must carry the worker count."
  }
}

run "has_its_initial_type_until_the_variables_name_it" {
  command = plan

  assert {
    condition     = join(" ", output.instance_types) == "m6a.large"
    error_message = "The type must be the initial one."
  }
}

run "refuses_more_than_the_most" {
  command = plan

  variables {
    min_size = 7
  }

  expect_failures = [aws_autoscaling_group.this]
}
